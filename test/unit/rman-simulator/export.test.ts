// The simulated expdp: what it takes, what it refuses, what it prints, and what becomes of its jobs and files.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { workbench, type Outcome, type RunOptions, type Workbench } from './simulate.ts';

type Options = RunOptions & { user?: string; bench?: Workbench };

async function expdp(parfile: string, options: Options = {}): Promise<Outcome & { bench: Workbench }> {
  const bench = options.bench ?? workbench();
  writeFileSync(join(bench.folder, 'export.par'), parfile);
  const { user = '"/ as sysdba"' } = options;
  return { ...(await bench.run({ ...options, args: ['expdp', user, 'parfile=export.par'] })), bench };
}

const HR = 'schemas=HR\ndumpfile=hr_%U.dmp\nlogfile=hr.log\njob_name=J1\n';

describe('an export', () => {
  it('prints what Data Pump prints, and writes dump file and log', async () => {
    const { code, output, bench } = await expdp(`# comment\n${HR}metrics=y\nlogtime=all\n`);
    expect(code).toBe(0);
    expect(output).toMatch(/^Export: Release 19\.0\.0\.0\.0 - Production on /m);
    const STAMP = String.raw`\d\d-[A-Z]{3}-\d\d \d\d:\d\d:\d\d\.\d{3}: `;
    expect(output).toMatch(new RegExp(`^${STAMP}Starting "SYS"\\."J1":  "/\\*{8} AS SYSDBA" parfile=export\\.par $`, 'm'));
    expect(output).toMatch(new RegExp(`^${STAMP}W-1 \\. \\. exported "HR"\\."EMPLOYEES" +17\\.08 KB +107 rows in 0 seconds using direct_path$`, 'm'));
    expect(output).toMatch(/Job "SYS"\."J1" successfully completed at \w{3} \w{3} \d+ \d\d:\d\d:\d\d \d{4} elapsed 0 00:00:0\d\n/);
    expect(existsSync(join(bench.home, 'dpdump', 'hr_01.dmp'))).toBe(true);
    expect(readFileSync(join(bench.home, 'dpdump', 'hr.log'), 'utf8')).toContain('successfully completed');
  });

  it('asks for a password, and shows it nowhere', async () => {
    const { code, output } = await expdp(HR, { user: 'system@pdb', input: 'tiger\n' });
    expect([code, output]).toEqual([0, expect.stringContaining('Starting "SYSTEM"."J1":  system/********@pdb')]);
    expect(output).toContain('Password: ');
    expect(output).not.toContain('tiger');
    expect((await expdp(HR, { user: 'system@pdb', input: '' })).code).toBe(1);
  });

  it('never overwrites a file', async () => {
    const { bench } = await expdp(HR);
    const again = await expdp(HR.replace('J1', 'J2'), { bench });
    expect([again.code, again.output]).toEqual([1, expect.stringContaining('ORA-27038')]);
    expect((await expdp(`${HR}reuse_dumpfiles=y\n`, { bench })).code).toBe(0);
  });

  it('takes several files for workers and for a size', async () => {
    expect((await expdp(`${HR}parallel=3\n`)).output).toContain('hr_03.dmp');
    expect((await expdp(`${HR.replace('HR', 'APP')}filesize=1M\n`)).output).toContain('hr_49.dmp');
    const few = await expdp(`${HR.replace('HR', 'APP').replace('_%U', '')}filesize=1M\n`);
    expect([few.code, few.output]).toEqual([1, expect.stringContaining('ORA-39095')]);
  });

  it('goes on with what there is, and exits with 5, when one of the names is not', async () => {
    const { code, output } = await expdp(HR.replace('HR', 'HR,NOBODY'));
    expect(code).toBe(5);
    expect(output).toContain('ORA-39165: Schema NOBODY was not found.');
    expect(output).toContain('completed with 1 error(s)');
  });

  it('takes names letter by letter in quotes, and those of partitions', async () => {
    const { code, output } = await expdp(`tables='"APP"."Mixed Case"',SH.SALES:SALES_Q1_2026,'"HR"."EMP#ARCHIVE"'\ndumpfile=t.dmp\n`);
    expect(code).toBe(0);
    expect(output.match(/\. \. exported/g)).toHaveLength(3);
    expect(output).toContain('"SH"."SALES":"SALES_Q1_2026"');
  });
});

describe('expdp refuses', () => {
  const SE = { settings: { edition: 'SE2' } };
  it.each<[string, string, RunOptions?]>([
    ['dumpfil=x.dmp', 'LRM-00101'],
    ['schemas="HR', 'LRM-00112'],
    ['schemas=HR\ntables=HR.JOBS', 'UDE-00010'],
    ['schemas=HR\ncontent=EVERYTHING', 'UDE-00014'],
    ['schemas=HR\nschemas=SH', 'UDE-00014'],
    ['schemas=HR;DROP', 'UDE-00014'],
    ['tables=EMPLOYEES', 'UDE-00014'],
    ['tables=HR.EMP#ARCHIVE\ndumpfile=x.dmp', 'ORA-39166'],
    ['schemas=HR\nestimate_only=y\ndumpfile=x.dmp', 'UDE-00011'],
    ['schemas=HR\nestimate_only=y\ncontent=metadata_only', 'UDE-00011'],
    ['schemas=HR\nquery="WHERE 1=1"\ncontent=metadata_only', 'UDE-00011'],
    ['schemas=HR\nquery="salary > 1"', 'ORA-39035'],
    ['schemas=HR\nexclude=TABLE:"A OR 1=1"', 'ORA-39071'],
    ['schemas=HR\nexclude=SCHEMA:"=\'HR\'"', 'ORA-39041'],
    ['schemas=HR\nflashback_time="TO_DATE(\'2026-01-01\',\'YYYY-MM-DD\')"', 'ORA-39150'],
    ['schemas=HR\nencryption=all\nencryption_mode=password', 'ORA-39180'],
    ['schemas=HR\nencryption=all\nencryption_mode=transparent', 'ORA-28365'],
    ['schemas=HR\nencryption=encrypted_columns_only\nencryption_pwd_prompt=yes\nencryption_mode=password', 'UDE-00011'],
    ['schemas=HR\ndirectory=NOWHERE', 'ORA-39087'],
    ['schemas=NOBODY', 'ORA-39165'],
    ['schemas=HR\nparallel=2\ndumpfile=x%U.dmp', 'ORA-39094', SE],
    ['schemas=HR\ncompression=all', 'ORA-39055', SE],
    ['schemas=HR\nlogtime=all', 'LRM-00101', { settings: { version: '11.2' } }],
    ['schemas=HR\nencryption_pwd_prompt=yes', 'LRM-00101', { settings: { version: '11.2' } }],
  ])('%j with %s', async (parfile, code, options = {}) => {
    const refused = await expdp(`${parfile}\n`, options);
    if (code !== 'ORA-39166') expect(refused.code).toBe(1);
    expect(refused.output).toContain(code);
  });

  it('a parfile that is not there', async () => {
    const outcome = await workbench().run({ args: ['expdp', '/', 'parfile=none.par'] });
    expect([outcome.code, outcome.output]).toEqual([1, expect.stringContaining('LRM-00109')]);
  });
});

describe('a failure to rehearse', () => {
  it.each([
    ['export-table', 5, 'ORA-31693: Table data object "HR"."EMPLOYEES"'],
    ['export-fatal', 1, 'stopped due to fatal error'],
    ['export-directory', 1, 'ORA-39087'],
    ['connect-refused', 1, 'UDE-12541'],
    ['bad-password', 1, 'ORA-01017'],
    ['no-privilege', 1, 'ORA-01031'],
    ['instance-down', 1, 'ORA-01034'],
    ['exit-one-without-error', 1, 'successfully completed'],
  ])('%s exits with %i', async (failure, code, text) => {
    const outcome = await expdp(HR, { settings: { failures: [failure] } });
    expect([outcome.code, outcome.output]).toEqual([code, expect.stringContaining(text)]);
  });

  it('leaves no closing line, when that is asked for', async () => {
    expect((await expdp(HR, { settings: { failures: ['no-end-line'] } })).output).not.toMatch(/^Job "/m);
  });
});

describe('a job', () => {
  it('is killed by a client that attaches: its files go, and both clients end', async () => {
    const bench = workbench();
    const running = expdp(HR, { bench, settings: { failures: ['hang'] } });
    const file = join(bench.home, 'dpdump', 'hr_01.dmp');
    while (!existsSync(file)) await new Promise((resolve) => setTimeout(resolve, 10));
    const attached = await bench.run({ args: ['expdp', '"/ as sysdba"', 'attach=J1'], input: 'STATUS\nKILL_JOB\nYES\n' });
    expect([attached.code, attached.output]).toEqual([0, expect.stringContaining('State: EXECUTING')]);
    const killed = await running;
    expect([killed.code, killed.output]).toEqual([1, expect.stringMatching(/^Job "SYS"\."J1" killed by user request at /m)]);
    expect(existsSync(file)).toBe(false);
    expect((await bench.run({ args: ['expdp', '/', 'attach=J1'], input: '' })).output).toContain('ORA-31626');
  });

  it('keeps its name to itself', async () => {
    const bench = workbench();
    const running = expdp(HR, { bench, settings: { failures: ['hang'] } });
    while (!existsSync(join(bench.home, 'dpdump', 'hr_01.dmp'))) await new Promise((resolve) => setTimeout(resolve, 10));
    const other = await expdp(HR.replaceAll('hr', 'other'), { bench });
    expect([other.code, other.output]).toEqual([1, expect.stringContaining('ORA-31633')]);
    await bench.run({ args: ['expdp', '/', 'attach=SYS.J1'], input: 'KILL_JOB\n\n' });
    expect((await running).code).toBe(1);
  });
});
