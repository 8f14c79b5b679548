// Every failure that can be ordered, struck once: exit code and the lines that tell it apart. Those that need a process
// of its own (signals, grandchildren, killing) are in the integration tests.
import { describe, expect, it } from 'vitest';
import { FAILURES, type FailureName } from '../../../resources/rman-simulator/failures.ts';
import { firstStack, handles, workbench, type Outcome } from './simulate.ts';

const TWO_CHANNELS = (what: string): string =>
  `RUN {\n ALLOCATE CHANNEL c1 DEVICE TYPE DISK;\n ALLOCATE CHANNEL c2 DEVICE TYPE DISK;\n ${what}\n}`;
const ONE_CHANNEL = (what: string): string => `RUN {\n ALLOCATE CHANNEL c1 DEVICE TYPE DISK;\n ${what}\n}`;
const BACKUP = ONE_CHANNEL('BACKUP DATABASE;');
const LOGS = 'BACKUP ARCHIVELOG ALL DELETE INPUT;';
const END = 'Recovery Manager complete.';
const AT = /at \d\d\/\d\d\/\d{4} \d\d:\d\d:\d\d/;

interface Case {
  name: FailureName;
  script: string;
  code: number;
  /** Lines or parts that must be there, in this order. */
  shows: (string | RegExp)[];
  version?: string;
}

const CASES: Case[] = [
  {
    name: 'connect-refused',
    script: BACKUP,
    code: 1,
    shows: ['RMAN-00554', 'RMAN-04005: error from target database: ', 'ORA-12541: TNS:no listener'],
  },
  {
    name: 'connect-refused',
    version: '23',
    script: BACKUP,
    code: 1,
    shows: ['RMAN-04005', /ORA-12541: Cannot connect\. No listener at host \S+ port \d+\./],
  },
  {
    name: 'bad-password',
    script: BACKUP,
    code: 1,
    shows: ['RMAN-00554', 'RMAN-04005', 'ORA-01017: invalid username/password; logon denied'],
  },
  { name: 'no-privilege', script: BACKUP, code: 1, shows: ['RMAN-04005', 'ORA-01031: insufficient privileges'] },
  {
    name: 'instance-down',
    script: BACKUP,
    code: 1,
    shows: ['connected to target database (not started)', 'RMAN-06403', 'ORA-01034: ORACLE not available', END],
  },
  {
    name: 'password-expiring',
    script: BACKUP,
    code: 0,
    shows: ['ORA-28002: the password will expire within', 'connected to target', END],
  },
  {
    name: 'syntax',
    script: BACKUP,
    code: 1,
    shows: [
      'RMAN-00558',
      'RMAN-01009: syntax error: found "identifier"',
      'RMAN-01008',
      'RMAN-01007: at line 1 column 1 file: script.rman',
      END,
    ],
  },
  {
    name: 'media-manager',
    script: BACKUP,
    code: 1,
    shows: [
      'released channel: c1',
      'RMAN-03009: failure of backup command on c1 channel',
      'ORA-19506',
      'ORA-27028',
      'ORA-19511: non RMAN, but',
      /^ {3}KBHS-/m,
      END,
    ],
  },
  {
    name: 'media-manager',
    version: '11.2',
    script: BACKUP,
    code: 1,
    shows: ['ORA-19511: Error received from media manager layer, error text:'],
  },
  {
    name: 'lost-session',
    script: BACKUP,
    code: 1,
    shows: [
      'RMAN-10038: database session for channel c1 terminated unexpectedly',
      'ORA-03113: end-of-file on communication channel',
      'Process ID: ',
    ],
  },
  {
    name: 'internal-error',
    script: BACKUP,
    code: 1,
    shows: ['RMAN-03002', 'ORA-00600: internal error code, arguments: ['],
  },
  {
    name: 'noarchivelog',
    script: BACKUP,
    code: 1,
    shows: ['RMAN-03002: failure of backup command', 'RMAN-06149: cannot BACKUP DATABASE in NOARCHIVELOG mode', END],
  },
  {
    name: 'noarchivelog',
    version: '11.2',
    script: BACKUP,
    code: 1,
    shows: ['ORA-19602: cannot backup or copy active file in NOARCHIVELOG mode', 'ORA-01110: data file 1:'],
  },
  {
    name: 'rman-06900',
    script: BACKUP,
    code: 0,
    shows: ['RMAN-06900: warning: unable to generate', 'RMAN-06901', 'ORA-19921', END],
  },
  {
    name: 'standby-06820',
    script: 'BACKUP ARCHIVELOG ALL;',
    code: 0,
    shows: [
      'RMAN-06820: warning: failed to archive current log',
      'ORA-17629',
      'ORA-17627: ORA-01017',
      'piece handle=',
      END,
    ],
  },
  {
    name: 'missing-archivelog',
    script: LOGS,
    code: 1,
    shows: [
      'RMAN-03002',
      'RMAN-06059: expected archived log not found, loss of',
      'ORA-19625: error identifying file',
      'ORA-27037',
      'Linux-x86_64 Error: 2',
    ],
  },
  {
    name: 'missing-archivelog',
    version: '11.2',
    script: LOGS,
    code: 1,
    shows: ['RMAN-06059: expected archived log not found, lost of'],
  },
  {
    name: 'wallet',
    script: BACKUP,
    code: 1,
    shows: ['RMAN-03009', 'ORA-19914: unable to encrypt backup', 'ORA-28365: wallet is not open'],
  },
  {
    name: 'corruption',
    script: BACKUP,
    code: 1,
    shows: ['RMAN-03009', /ORA-19566: exceeded limit of 0 corrupt blocks for file \S+system01\.dbf/],
  },
  {
    name: 'enospc-create',
    script: BACKUP,
    code: 1,
    shows: ['ORA-19504: failed to create file', 'ORA-27040', 'Linux-x86_64 Error: 28: No space left on device'],
  },
  {
    name: 'enospc',
    script: BACKUP,
    code: 1,
    shows: [
      'released channel: c1',
      'RMAN-03009: failure of backup command on c1 channel',
      'ORA-19502: write error on file',
      'ORA-27072: File I/O error',
      'Linux-x86_64 Error: 28: No space left on device',
      END,
    ],
  },
  {
    name: 'fra-full',
    script: BACKUP,
    code: 1,
    shows: [
      'ORA-19809: limit exceeded for recovery files',
      /ORA-19804: cannot reclaim \d+ bytes disk space from \d+ bytes limit/,
    ],
  },
  { name: 'rac-snapshot', script: BACKUP, code: 1, shows: ['ORA-00245: control file backup failed; in Oracle RAC'] },
  {
    name: 'autobackup-failure',
    script: BACKUP,
    code: 1,
    shows: [
      'piece handle=',
      'Finished backup',
      'RMAN-03009: failure of Control File and SPFILE Autobackup command on c1 channel',
      'ORA-19504',
    ],
  },
  {
    name: 'deletion-08118',
    script: LOGS,
    code: 0,
    shows: ['RMAN-08118: warning: could not delete', 'archived log file name=', END],
  },
  {
    name: 'deletion-08120',
    script: LOGS,
    code: 0,
    shows: [
      'RMAN-08120: warning: archived log not deleted, not yet applied by standby',
      /archived log file name=\S+ thread=1 sequence=\d+/,
      END,
    ],
  },
  {
    name: 'deletion-08137',
    script: LOGS,
    code: 0,
    shows: ['RMAN-08137: warning: archived log not deleted, needed for standby or upstream capture process'],
  },
  {
    name: 'deletion-08137',
    version: '11.2',
    script: LOGS,
    code: 0,
    shows: ['RMAN-08137: WARNING: archived log not deleted as it is still needed'],
  },
  {
    name: 'deletion-08138',
    script: LOGS,
    code: 0,
    shows: ['RMAN-08138: warning: archived log not deleted - must create more backups'],
  },
  {
    name: 'deletion-08139',
    script: LOGS,
    code: 0,
    shows: ['RMAN-08139: warning: archived log not deleted, needed for guaranteed restore point'],
  },
  {
    name: 'crosscheck-expired',
    script: 'BACKUP DATAFILE 4;\nCROSSCHECK BACKUP;',
    code: 0,
    shows: ["found to be 'EXPIRED'", 'Crosschecked 2 objects', END],
  },
  {
    name: 'failover',
    script: 'BACKUP DATABASE;\nBACKUP DATABASE;\nRESTORE DATABASE VALIDATE;',
    code: 0,
    shows: ['ORA-19870: error while restoring backup piece', 'failover to previous backup', 'validation complete', END],
  },
  { name: 'exit-zero-with-error', script: BACKUP, code: 0, shows: ['RMAN-00569', 'RMAN-03002', 'RMAN-06059', END] },
  { name: 'exit-one-without-error', script: BACKUP, code: 1, shows: ['piece handle=', END] },
];

/** These act on the process or the bytes; they have tests of their own here or in the integration tests. */
const ELSEWHERE =
  'partial channel-disabled all-channels-disabled slow-start fork huge-log split-bytes crlf nul cp1252 no-end-line ' +
  'hang kill-mid-run window-ends export-directory export-table export-fatal';

function expectInOrder(outcome: Outcome, parts: (string | RegExp)[]): void {
  let rest = outcome.output;
  for (const part of parts) {
    const at = typeof part === 'string' ? rest.indexOf(part) : rest.search(part);
    expect(at, `${String(part)} in:\n${outcome.output}`).toBeGreaterThanOrEqual(0);
    rest = rest.slice(at);
  }
}

describe('each ordered failure', () => {
  it.each(CASES)('$name $version', async ({ name, script, code, shows, version }) => {
    const outcome = await workbench().script(script, { settings: { failures: [name], version: version ?? '19' } });
    expectInOrder(outcome, shows);
    expect(outcome.code).toBe(code);
    if (code === 0 && name !== 'exit-zero-with-error') expect(outcome.output).not.toContain('RMAN-00569');
    if (name === 'exit-one-without-error') expect(outcome.output).not.toContain('RMAN-00569');
  });

  it('has a test', () => {
    const tested = new Set<string>([...CASES.map(({ name }) => name), ...ELSEWHERE.split(' ')]);
    expect(Object.keys(FAILURES).filter((name) => !tested.has(name))).toEqual([]);
  });
});

describe('job steps', () => {
  const script = TWO_CHANNELS('BACKUP FILESPERSET 1 DATABASE;');

  it('go on after a partial failure and repeat it in the closing stack', async () => {
    const outcome = await workbench().script(script, { settings: { failures: ['partial'] } });
    expect(outcome.code).toBe(1);
    const inline = outcome.lines.indexOf('continuing other job steps, job failed will not be re-run');
    const header = outcome.lines.findIndex((line) => line.startsWith('RMAN-00569'));
    expect(inline).toBeGreaterThan(0);
    expect(header).toBeGreaterThan(inline);
    expect(handles(outcome)).toHaveLength(3);
    expect(outcome.lines.slice(header - 3, header - 1)).toEqual(['released channel: c1', 'released channel: c2']);
    expect(firstStack(outcome)[0]).toMatch(/^RMAN-03009: failure of backup command on c\d channel at /);
  });

  it('report several failed steps in one stack that starts with a blank line', async () => {
    const outcome = await workbench().script(script, { settings: { failures: ['enospc'] } });
    const header = outcome.lines.findIndex((line) => line.startsWith('RMAN-00569'));
    expect(outcome.lines[header + 2]).toBe('');
    expect(outcome.lines[header + 3]).toMatch(/^RMAN-03002: failure of backup command/);
    expect(outcome.lines.slice(header).filter((line) => line.startsWith('RMAN-03009'))).toHaveLength(4);
  });

  it('move to another channel when one dies, and the run succeeds', async () => {
    const outcome = await workbench().script(script, { settings: { failures: ['channel-disabled'] } });
    expect(outcome.code).toBe(0);
    expect(outcome.output).toMatch(/channel c\d disabled, job failed on it will be run on another channel/);
    expect(outcome.output).not.toContain('RMAN-00569');
    expect(handles(outcome)).toHaveLength(5);
  });

  it('fail when every channel dies', async () => {
    const outcome = await workbench().script(script, { settings: { failures: ['all-channels-disabled'] } });
    expect(outcome.code).toBe(1);
    expect(outcome.lines.filter((line) => line.includes('disabled, job failed on it'))).toHaveLength(1);
    expect(firstStack(outcome)[0]).toMatch(AT);
    expect(handles(outcome)).toEqual([]);
  });

  it('strike only the work they are ordered on', async () => {
    const settings = { failures: [{ name: 'enospc', on: 'archivelog' }] };
    const data = await workbench().script('BACKUP DATABASE;', { settings });
    expect(data.code).toBe(0);
    const logs = await workbench().script('BACKUP DATABASE PLUS ARCHIVELOG;', { settings });
    expect(logs.code).toBe(1);
    expect(handles(logs)).toEqual([]);
  });

  it('wait for their turn with `after`', async () => {
    const settings = { failures: [{ name: 'lost-session', after: 2 }] };
    const outcome = await workbench().script(ONE_CHANNEL('BACKUP FILESPERSET 1 DATABASE;'), { settings });
    expect(outcome.code).toBe(1);
    expect(handles(outcome)).toHaveLength(2);
  });
});

describe('output oddities', () => {
  it('can leave the end line out, end lines with CR LF, start with NULs, write cp1252 and flood', async () => {
    const run = (failures: unknown[], env: Record<string, string> = {}) =>
      workbench().script('BACKUP SPFILE;', { settings: { failures }, env });
    expect((await run(['no-end-line'])).output).not.toContain(END);
    const crlf = await run(['crlf']);
    expect(crlf.output.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect((await run(['nul'])).output.startsWith(`${'\0'.repeat(512)  }\n`)).toBe(true);
    const spanish = await run(['cp1252'], { NLS_LANG: 'SPANISH_SPAIN.AL32UTF8' });
    expect(spanish.output).toContain('cat\ufffdlogo de recuperaci\ufffdn');
    const flood = await run([{ name: 'huge-log', lines: 5000 }]);
    expect(flood.lines.length).toBeGreaterThan(5000);
    expect((await run(['split-bytes'])).output).toContain(`\n${END}\n`);
    expect((await run([{ name: 'slow-start', seconds: 0 }])).code).toBe(0);
  });

  it('refuses settings it does not know', async () => {
    const outcome = await workbench().script('BACKUP SPFILE;', { settings: { failures: ['nonsense'] } });
    expect(outcome).toMatchObject({ code: 1, output: 'RMAN simulator: unknown failure "nonsense"\n' });
    expect((await workbench().script('', { settings: { verison: '19' } })).output).toContain(
      'unknown simulator setting "verison"',
    );
  });
});
