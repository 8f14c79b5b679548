// Arguments, connections, the three ways to give commands, and the rules RMAN enforces while executing.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstStack, handles, SMALL, workbench } from './simulate.ts';

describe('arguments', () => {
  it.each([
    [['target=/', 'nocatalog', 'cmdfile=x.rman', 'msgno'], 0],
    [['TARGET', '/', 'CMDFILE', 'x.rman', 'append', 'log', 'out.log'], 0],
    [['target', '=', '/', '@x.rman'], 0],
    [['target', '"/ as sysbackup"', '@x.rman', 'using', 'a', 'b'], 0],
    [['checksyntax', '@x.rman'], 0],
    [['target', '/ as sysbackup', '@x.rman'], 1],
    [['target', '/', 'frob=1'], 1],
    [['target'], 1],
    [['--help'], 1],
  ])('%j → %d', async (args, code) => {
    const bench = workbench();
    writeFileSync(join(bench.folder, 'x.rman'), 'SHOW ALL;\n');
    const outcome = await bench.run({ args });
    expect(outcome.code).toBe(code);
    if (code === 0) return;
    expect(outcome.output).toMatch(/\nArgument {5}Value {10}Description\n/);
    expect(firstStack(outcome)[0]).toBe('RMAN-00552: syntax error in command line arguments');
    expect(firstStack(outcome)[1]).toMatch(/^RMAN-01009: syntax error: found ".+": expecting one of: ".+"$/);
    expect(outcome.output).toMatch(/RMAN-01007: at line \d+ column 1 file: command line arguments\n$/);
    expect(outcome.output).not.toContain('Recovery Manager');
  });

  it('writes messages to log only, and appends when told', async () => {
    const bench = workbench();
    writeFileSync(join(bench.folder, 'x.rman'), 'SHOW ALL;\n');
    const args = ['target', '/', '@x.rman', 'log=out.log'];
    expect((await bench.run({ args })).output).toBe('');
    await bench.run({ args: [...args, 'append'] });
    const log = readFileSync(join(bench.folder, 'out.log'), 'utf8');
    expect(log.match(/Recovery Manager complete\./g)).toHaveLength(2);
  });

  it('reports a missing cmdfile', async () => {
    const outcome = await workbench().run({ args: ['target', '/', '@none.rman'] });
    expect(outcome.code).toBe(1);
    expect(firstStack(outcome)).toEqual(['RMAN-00556: could not open CMDFILE "none.rman"']);
  });
});

describe('connecting', () => {
  const settings = { password: 'right' };

  it('asks for a missing password and takes it from standard input', async () => {
    const good = await workbench().run({ args: ['target', 'sys@demo'], input: 'right\nexit\n', settings });
    expect(good.code).toBe(0);
    expect(good.output).toContain('target database Password: \nconnected to target database: DEMO (DBID=');
    const bad = await workbench().run({ args: ['target', 'sys@demo'], input: 'wrong\n', settings });
    expect(bad.code).toBe(1);
    expect(firstStack(bad).slice(0, 3)).toEqual([
      'RMAN-00554: initialization of internal recovery manager package failed',
      'RMAN-04005: error from target database: ',
      'ORA-01017: invalid username/password; logon denied',
    ]);
    expect(bad.output).not.toContain('Recovery Manager complete.');
  });

  it('connects from standard input, masks the string and goes on after a refusal', async () => {
    const input =
      'connect target "sys/wrong@demo as sysbackup"\nconnect target "sys/right@demo as sysbackup"\nbackup spfile;\n';
    const outcome = await workbench().run({ input, settings });
    expect(outcome.output).not.toMatch(/sys\/|@demo/);
    expect(outcome.output).toContain('RMAN> connect target *');
    expect(firstStack(outcome)[0]).toBe('RMAN-04005: error from target database: ');
    expect(outcome.output).toContain('Finished backup');
    expect(outcome.code).toBe(1);
  });

  it.each([
    ['/@WALLET', 0],
    ['sys/right@demo', 0],
    ['sys/wrong', 1],
    ['/', 0],
    ['"sys/right@//h:1521/svc as sysdba"', 0],
  ])('%s', async (target, code) => {
    expect((await workbench().run({ args: ['target', target], input: 'exit\n', settings })).code).toBe(code);
  });

  it.each([
    ['MOUNTED', /connected to target database: DEMO \(DBID=\d+, not open\)/],
    ['STARTED', /connected to target database: DEMO \(not mounted\)/],
    ['DOWN', /connected to target database \(not started\)/],
  ])('says that the database is %s', async (openMode, line) => {
    const outcome = await workbench().run({
      args: ['target', '/'],
      input: 'exit\n',
      settings: { database: { ...SMALL, openMode } },
    });
    expect(outcome.output).toMatch(line);
  });

  it('does nothing without a connection', async () => {
    const outcome = await workbench().run({ input: 'backup database;\n' });
    expect(firstStack(outcome)[1]).toBe('RMAN-06171: not connected to target database');
  });
});

describe('cmdfile', () => {
  it('runs nothing when any of it is wrong', async () => {
    const bench = workbench();
    const outcome = await bench.script(`BACKUP FORMAT '${bench.folder}/%U' DATAFILE 4;\nBACKUP DATABASE\n`);
    expect(outcome.code).toBe(1);
    expect(outcome.output).toContain('RMAN-01009: syntax error: found "end-of-file"');
    expect(outcome.output).not.toContain('Starting backup');
  });

  it('stops at the first failure', async () => {
    const outcome = await workbench().script('BACKUP DATAFILE 99;\nBACKUP SPFILE;');
    expect(outcome.code).toBe(1);
    expect(handles(outcome)).toEqual([]);
  });

  it('echoes every line before it runs any', async () => {
    const outcome = await workbench().script('# first\n\nBACKUP SPFILE;\nexit;\n');
    const at = outcome.lines.indexOf('RMAN> # first');
    expect(outcome.lines.slice(at, at + 5)).toEqual(['RMAN> # first', '2> ', '3> BACKUP SPFILE;', '4> exit;', '5> ']);
  });

  it('substitutes values, asks for missing ones, and refuses when nobody answers', async () => {
    const bench = workbench();
    const script = "BACKUP TAG '&1._&2' DATAFILE 4;";
    const given = await bench.script(script, { args: ['target', '/', 'using', 'A', 'B'] });
    expect(given.output).toContain('tag=A_B ');
    const asked = await bench.script(script, { args: ['target', '/', 'using', 'A'], input: 'C\n' });
    expect(asked.output).toContain('Enter value for 2: ');
    expect(asked.output).toContain('tag=A_C ');
    const silent = await bench.script(script);
    expect(silent.code).toBe(1);
    expect(silent.output).toContain('RMAN-02002: unexpected end of input file reached');
  });

  it('refuses a line of more than 4000 characters', async () => {
    const fine = await workbench().script(`# ${'x'.repeat(3998)}\nSHOW ALL;`);
    expect(fine.code).toBe(0);
    const long = await workbench().script(`SHOW ALL;\n# ${'x'.repeat(3999)}`);
    expect(long.code).toBe(1);
    expect(long.output).toContain(
      'RMAN-02006: script line too long\nRMAN-01007: at line 2 column 4001 file: script.rman',
    );
  });

  it('checks syntax without a connection', async () => {
    const bench = workbench();
    const good = await bench.script('BACKUP DATABASE;', { args: ['checksyntax'] });
    expect(good).toMatchObject({ code: 0 });
    expect(good.output).toContain('\nThe cmdfile has no syntax errors\n');
    expect((await bench.script('BACKUP DATABSE;', { args: ['checksyntax'] })).code).toBe(1);
  });
});

describe('any script', () => {
  const commands = [
    'BACKUP TAG x DATAFILE 4;',
    'BACKUP DATAFILE 99;',
    'RUN {',
    '}',
    'LIST BACKUP;',
    'CROSSCHECK BACKUP;',
    'EXIT;',
    ';',
    "'",
    '"',
    'ALLOCATE CHANNEL c1 DEVICE TYPE DISK;',
    'DELETE NOPROMPT OBSOLETE;',
    'SET COMMAND ID TO 1;',
    '@none',
    'SELECT;',
    '&1',
    'SHUTDOWN ABORT;',
    'STARTUP MOUNT;',
    'RESTORE DATABASE PREVIEW;',
    'RECOVER DATABASE;',
    'SHOW ALL;',
    '# x',
    'REPORT SCHEMA;',
    'VALIDATE DATABASE;',
    "CATALOG START WITH '/none';",
    'LIST INCARNATION;',
    'CONNECT TARGET /',
    'RELEASE CHANNEL c1;',
  ];

  it('ends with 0 or with an error stack and 1, in either mode', async () => {
    const bench = workbench();
    const property = fc.asyncProperty(fc.array(fc.constantFrom(...commands), { maxLength: 6 }), async (lines) => {
      const file = await bench.script(lines.join('\n'));
      const typed = await bench.run({ args: ['target', '/'], input: lines.join('\n') });
      return [file, typed].every(({ code, output }) => code === (output.includes('RMAN-00569') ? 1 : 0));
    });
    await fc.assert(property, { numRuns: 12 });
  });
});

describe('standard input', () => {
  it('goes on after failures and still ends with 1', async () => {
    const outcome = await workbench().run({
      args: ['target', '/'],
      input: 'backup datafile 99;\nbackup spfile;\nexit\n',
    });
    expect(outcome.code).toBe(1);
    expect(handles(outcome)).toHaveLength(2);
  });

  it('runs the rest of a broken RUN block as commands of their own', async () => {
    const input = 'run {\n backup tag full database;\n backup datafile 4;\n}\n';
    const outcome = await workbench().run({ args: ['target', '/'], input });
    expect(outcome.lines.filter((line) => line.startsWith('RMAN-00569'))).toHaveLength(2);
    expect(outcome.output).toContain('RMAN-01007: at line 2 column 13 file: standard input');
    expect(outcome.output).toContain('found "}"');
    expect(handles(outcome)).toHaveLength(2);
  });

  it('prompts without echo up to 18c and echoes from 19c on', async () => {
    const input = 'backup\n spfile;\n';
    const old = await workbench().run({ args: ['target', '/'], input, settings: { version: '12.2' } });
    expect(old.output).toContain('\nRMAN> 2> \n');
    expect(old.output).not.toContain('RMAN> backup');
    const recent = await workbench().run({ args: ['target', '/'], input });
    expect(recent.output).toContain('\nRMAN> backup\n2>  spfile;\n');
  });

  it('refuses what the end of input leaves unfinished', async () => {
    const outcome = await workbench().run({ args: ['target', '/'], input: 'backup database' });
    expect(outcome.code).toBe(1);
    expect(outcome.output).toContain('found "end-of-file"');
  });

  it('runs an included file until its first failure', async () => {
    const bench = workbench();
    writeFileSync(join(bench.folder, 'x.rman'), 'backup datafile 4;\nbackup datafile 99;\nbackup datafile 3;\n');
    const outcome = await bench.run({ args: ['target', '/'], input: '@x.rman\nshow all;\n@none.rman\n' });
    expect(outcome.output).toContain('RMAN> backup datafile 4;');
    expect(outcome.output).toContain('RMAN> **end-of-file**');
    expect(outcome.output).not.toContain('backup datafile 3');
    expect(outcome.output).toContain('CONFIGURE RETENTION POLICY');
    expect(outcome.output).toContain('RMAN-00556: could not open CMDFILE "none.rman"');
    expect(outcome.code).toBe(1);
  });
});

describe('rules', () => {
  const CASES: [string, string, string, object?][] = [
    [
      'a tag of 31 characters',
      `BACKUP TAG '${'T'.repeat(31)}' DATABASE;`,
      'ORA-19705: tag value exceeds maximum length of 30 characters',
    ],
    ['level 1 as copy', 'BACKUP AS COPY INCREMENTAL LEVEL 1 DATABASE;', 'RMAN-06760'],
    ['five copies', 'BACKUP COPIES 5 DATABASE;', 'RMAN-06085'],
    ['FILESPERSET 0', 'BACKUP FILESPERSET 0 DATABASE;', 'RMAN-06558'],
    [
      'sections and MAXPIECESIZE',
      'RUN { ALLOCATE CHANNEL c1 DEVICE TYPE DISK MAXPIECESIZE 1G; BACKUP SECTION SIZE 16M DATABASE; }',
      'RMAN-06792',
    ],
    ['a file above MAXSETSIZE', 'BACKUP MAXSETSIZE 20M DATABASE;', 'RMAN-06183'],
    ['KEEP FOREVER without a catalog', "BACKUP KEEP FOREVER FORMAT '/tmp/%U' DATABASE;", 'RMAN-06522'],
    ['KEEP in the recovery area', "BACKUP KEEP UNTIL TIME 'SYSDATE+9' DATABASE;", 'ORA-19811'],
    ['a duplexed set in the recovery area', 'BACKUP COPIES 2 DATABASE;', 'ORA-19806'],
    ['a kept level 1', "BACKUP INCREMENTAL LEVEL 1 KEEP UNTIL TIME 'SYSDATE+9' FORMAT '/tmp/%U' DATABASE;", 'RMAN-06793'],
    ['DELETE INPUT of data files', 'BACKUP DATABASE DELETE INPUT;', 'RMAN-06794'],
    ['an unknown channel', 'RUN { ALLOCATE CHANNEL c1 DEVICE TYPE DISK; BACKUP CHANNEL c9 DATABASE; }', 'RMAN-06012'],
    [
      'a channel twice',
      'RUN { ALLOCATE CHANNEL c1 DEVICE TYPE DISK; ALLOCATE CHANNEL C1 DEVICE TYPE DISK; }',
      'RMAN-06011',
    ],
    ['tape without a library', 'RUN { ALLOCATE CHANNEL c1 DEVICE TYPE SBT; BACKUP DATABASE; }', 'ORA-27211'],
    [
      'disk channels for a tape backup',
      'RUN { ALLOCATE CHANNEL c1 DEVICE TYPE DISK; BACKUP DEVICE TYPE SBT DATABASE; }',
      'RMAN-06100',
    ],
    [
      'an autobackup format without %F',
      "SET CONTROLFILE AUTOBACKUP FORMAT FOR DEVICE TYPE DISK TO '/x/%U';",
      'RMAN-06492',
    ],
    ['an unknown tablespace', 'BACKUP TABLESPACE nope;', 'RMAN-20202'],
    ['an unknown pluggable database', 'BACKUP PLUGGABLE DATABASE nope;', 'RMAN-06813'],
    ['a date nobody can read', "BACKUP ARCHIVELOG FROM TIME 'yesterday';", 'ORA-01861'],
    ['RESYNC without a catalog', 'RESYNC CATALOG;', 'RMAN-06002'],
    ['restoring an open database', 'BACKUP DATABASE;\nRESTORE DATABASE;', 'ORA-19573'],
    ['recovering an open database', 'RECOVER DATABASE;', 'ORA-01124'],
    ['SQL that is none', "SQL 'selekt';", 'RMAN-11003'],
    ['a host command that fails', "HOST 'exit 3';", 'RMAN-06135'],
    ['opening twice', 'ALTER DATABASE OPEN;', 'ORA-01531'],
    ['an offline file', 'BACKUP DATABASE;', 'RMAN-06056', { offline: ['USERS'] }],
    ['an instance that is not mounted', 'BACKUP DATABASE;', 'ORA-01507', { openMode: 'STARTED' }],
    [
      'NOARCHIVELOG with pluggable databases',
      'BACKUP DATABASE;',
      'RMAN-06817: Pluggable Database PDB1',
      { logMode: 'NOARCHIVELOG', pdbs: ['PDB1'] },
    ],
    ['one file in NOARCHIVELOG', 'BACKUP DATAFILE 4;', 'ORA-19602', { logMode: 'NOARCHIVELOG' }],
  ];

  it.each(CASES)('refuses %s', async (_, script, expected, database = {}) => {
    const outcome = await workbench().script(script, { settings: { database: { ...SMALL, ...database } } });
    expect(outcome.output).toContain(expected);
    expect(outcome.code).toBe(1);
  });

  it('makes a restore point once, and knows it until it is dropped', async () => {
    const bench = workbench();
    const keep = `BACKUP KEEP UNTIL TIME 'SYSDATE+9' RESTORE POINT year_end FORMAT '${bench.folder}/%U' DATAFILE 4;`;
    expect((await bench.script(keep)).code).toBe(0);
    expect((await bench.script('RESTORE DATAFILE 4 UNTIL RESTORE POINT year_end VALIDATE;')).code).toBe(0);
    const again = await bench.script(keep);
    expect(again.code).toBe(1);
    expect(firstStack(again).at(-1)).toBe("ORA-38778: Restore point 'YEAR_END' already exists.");
    expect((await bench.script(`SQL 'drop restore point year_end';\n${keep}`)).code).toBe(0);
    expect((await bench.script("SQL 'drop restore point other';")).output).toContain('ORA-38780');
  });

  it('stops a backup whose window is over, without an error when it may be partial', async () => {
    const settings = { failures: ['window-ends'], database: SMALL };
    const stopped = await workbench().script('BACKUP DURATION 1:00 FILESPERSET 1 DATABASE;', { settings });
    expect(stopped.code).toBe(1);
    expect(firstStack(stopped).at(-1)).toMatch(/^ORA-19591/);
    const partial = await workbench().script('BACKUP DURATION 1:00 PARTIAL FILESPERSET 1 DATABASE;', { settings });
    expect(partial.code).toBe(0);
    expect(handles(partial).length).toBeLessThan(4);
    expect((await workbench().script('BACKUP DATABASE;', { settings })).code).toBe(0);
  });

  it('takes sections of copies and of level 1 from 12.1 on', async () => {
    const script = 'BACKUP INCREMENTAL LEVEL 1 SECTION SIZE 16M DATABASE;';
    expect((await workbench().script(script, { settings: { version: '11.2' } })).output).toContain('RMAN-06795');
    expect((await workbench().script(script, { settings: { version: '12.2' } })).code).toBe(0);
  });

  it('finds the library of a tape where Oracle looks by itself, when it is there', async () => {
    const script = 'RUN { ALLOCATE CHANNEL c1 DEVICE TYPE SBT; BACKUP DATAFILE 4; }';
    expect((await workbench().script(script, { settings: { tapeLibrary: 'linked' } })).code).toBe(0);
  });

  it('backs a NOARCHIVELOG database up while it is mounted after a clean shutdown', async () => {
    const settings = { database: { ...SMALL, logMode: 'NOARCHIVELOG' } };
    const cold = 'SHUTDOWN IMMEDIATE;\nSTARTUP MOUNT;\nBACKUP DATABASE;\nALTER DATABASE OPEN;';
    expect((await workbench().script(cold, { settings })).code).toBe(0);
    const dirty = await workbench().script(cold.replace('IMMEDIATE', 'ABORT'), { settings });
    expect(dirty.output).toContain('RMAN-06149');
  });

  it('warns that Standard Edition runs channels one after the other', async () => {
    const script =
      'RUN { ALLOCATE CHANNEL c1 DEVICE TYPE DISK;\nALLOCATE CHANNEL c2 DEVICE TYPE DISK;\n' +
      'BACKUP FILESPERSET 1 DATABASE; }';
    const outcome = await workbench().script(script, { settings: { edition: 'SE2' } });
    expect(outcome.code).toBe(0);
    expect(outcome.output).toMatch(/RMAN-06908: warning: .*\nRMAN-06909: warning: .*Enterprise Edition/);
    const events = outcome.lines.flatMap((line) => / starting full|set complete/.exec(line)?.[0] ?? []);
    expect(events.slice(0, 8)).toEqual(Array(4).fill([' starting full', 'set complete']).flat());
  });

  it('asks the primary of a standby for its log, with a password only', async () => {
    const settings = { database: { ...SMALL, role: 'PHYSICAL STANDBY', openMode: 'MOUNTED' } };
    const alone = await workbench().script('BACKUP DATABASE PLUS ARCHIVELOG;', { settings });
    expect(alone.output).toContain('RMAN-06820: warning:');
    expect(alone.output).toContain('RMAN-06497: warning: control file is not current');
    expect(alone.code).toBe(0);
    const named = await workbench().script('BACKUP ARCHIVELOG ALL;', { settings, args: ['target', 'sys/pw@stby'] });
    expect(named.output).toContain('current log archived at primary database');
  });

  it('skips what it is told to skip and says so', async () => {
    const settings = { database: { ...SMALL, offline: ['USERS'], readOnly: ['SYSAUX'] } };
    const outcome = await workbench().script('BACKUP SKIP OFFLINE SKIP READONLY DATABASE;', { settings });
    expect(outcome.code).toBe(0);
    expect(outcome.output).toContain(
      'skipping offline file 4\nRMAN-06060: warning: skipping datafile compromises tablespace USERS',
    );
    expect(outcome.output).toContain('skipping read-only file 2');
  });

  it('adds control file and spfile to data file 1 without an autobackup', async () => {
    const outcome = await workbench().script('CONFIGURE CONTROLFILE AUTOBACKUP OFF;\nBACKUP DATABASE;');
    expect(outcome.output).toMatch(
      /including current control file in backup set\nincluding current SPFILE in backup set/,
    );
    expect(outcome.output).not.toContain('Autobackup at');
  });

  it('backs up to tape under the name alone', async () => {
    const script = "RUN { ALLOCATE CHANNEL t1 DEVICE TYPE SBT PARMS 'SBT_LIBRARY=/l.so'; BACKUP DATAFILE 4; }";
    const outcome = await workbench().script(script);
    expect(outcome.output).toMatch(/piece handle=\w+ tag=\S+ comment=API Version 2\.0,MMS Version/);
    expect(existsSync(handles(outcome)[0] ?? '')).toBe(false);
  });

  it('exits CROSSCHECK, VALIDATE and LIST with 0, and VALIDATE BACKUPSET of a lost piece with 1', async () => {
    const bench = workbench();
    const fine = await bench.script('CROSSCHECK BACKUP;\nLIST BACKUP;\nVALIDATE DATABASE;\nVALIDATE ARCHIVELOG ALL;', {
      settings: { failures: [{ name: 'corruption', on: 'validate' }] },
    });
    expect(fine.code).toBe(0);
    expect(fine.output).toMatch(/\n1 {4}FAILED 0 /);
    expect(fine.output).toContain('validate found one or more corrupt blocks');
    const lost = await bench.script('BACKUP DATAFILE 4;\nCHANGE BACKUPSET 1 UNAVAILABLE;\nVALIDATE BACKUPSET 1;');
    expect(lost.output).toContain('RMAN-06160');
    expect(lost.code).toBe(1);
  });
});
