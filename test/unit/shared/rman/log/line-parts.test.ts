// Single lines: what a wrapper put before them, the codes in them, what kind they are, and the times they print.
import { describe, expect, it } from 'vitest';
import { classifyLine } from '../../../../../shared/rman/log/classify-line.ts';
import { createLineCleaner, isPrompt } from '../../../../../shared/rman/log/clean-line.ts';
import { embeddedCodes, leadingCode, prefixedCode } from '../../../../../shared/rman/log/code-line.ts';
import { elapsedBetween, readElapsed, readOracleTime } from '../../../../../shared/rman/log/oracle-time.ts';
import { readOsError } from '../../../../../shared/rman/log/os-error.ts';
import { explainLines, saysKilled } from '../../../../../shared/rman/log/silence.ts';

describe('the line cleaner', () => {
  const clean = (line: string): string => createLineCleaner().clean(line);

  it.each([
    ['2026-10-04 02:00:01,123 piece handle=/a b tag=T comment=NONE', 'piece handle=/a b tag=T comment=NONE'],
    ['[04/10/2026 02:00:01] channel c1: starting piece 1 at 1', 'channel c1: starting piece 1 at 1'],
    ['04-OCT-26 02:00:01.123: W-1 Startup took 1 seconds', 'W-1 Startup took 1 seconds'],
    ['2026-10-04T02:00:01.123456789Z stdout F RMAN> exit', 'RMAN> exit'],
    ['Oct  4 02:00:01 bd01 rman[77]: ORA-19504: x', 'ORA-19504: x'],
    ['Sun Oct 4 02:00:01 2026 - Recovery Manager complete.', 'Recovery Manager complete.'],
    ['ora19-db-1  | Finished backup at 1', 'Finished backup at 1'],
    ['      "piece handle=/a tag=\\"T\\" comment=NONE",', 'piece handle=/a tag="T" comment=NONE'],
    ['> > RMAN-03002: failure', 'RMAN-03002: failure'],
    ['\u001b[31mORA-00257: archiver error\u001b[0m', 'ORA-00257: archiver error'],
  ])('takes %j off', (line, expected) => {
    expect(clean(line)).toBe(expected);
  });

  it.each([
    '---- ------ -------------- ------------ --------------- ----------',
    '1    OK     0              16920        256002          1831864',
    'RMAN> backup database;', '12> allocate channel c1 device type disk;',
    '87      B  F  A DISK        18-APR-18       1       1       NO         TAG',
    'Backup Set           2      19-AUG-25', '+DATA/LUCERO/system.256.1101',
  ])('leaves %j alone', (line) => {
    expect(clean(line)).toBe(line);
  });

  it('learns a label, with any digits, from the lines that only RMAN prints', () => {
    const cleaner = createLineCleaner();
    expect(cleaner.clean('job 17 out: Recovery Manager: Release 19.0.0.0.0 - Production')).toMatch(/^Recovery Manager/);
    expect(cleaner.clean('job 18 out: piece handle=/a comment=NONE')).toBe('piece handle=/a comment=NONE');
  });

  it('never learns from a script that is echoed', () => {
    const cleaner = createLineCleaner();
    cleaner.clean('RMAN> # Starting backup at home');
    expect(cleaner.clean('RMAN> # piece')).toBe('RMAN> # piece');
  });

  it.each([['RMAN> x', true], ['12> x', true], ['12>', true], ['12 > x', false], ['RMANX', false], ['12>x', false]])(
    'sees a prompt in %j: %s',
    (line, expected) => {
      expect(isPrompt(line)).toBe(expected);
    },
  );
});

describe('codes in a line', () => {
  it('lead, stand behind a prefix, or are quoted', () => {
    expect(leadingCode('ORA-19504: failed')).toEqual({ code: 'ORA-19504', text: 'failed' });
    expect(leadingCode('RMAN-03002: backup 命令')).toMatchObject({ code: 'RMAN-03002' });
    expect(leadingCode('channel c1: ORA-19504: failed')).toBeNull();
    expect(prefixedCode('channel c1: ORA-19870: error')).toEqual({ code: 'ORA-19870', text: 'error' });
    expect(prefixedCode('sql statement: select "ORA-19870: x"')).toBeNull();
    expect(embeddedCodes({ code: 'RMAN-04005', text: 'error from target database: ORA-01017: denied' }))
      .toEqual([{ code: 'ORA-01017', text: 'denied' }]);
    expect(embeddedCodes({ code: 'ORA-17627', text: 'ORA-12545: Connect failed' })).toHaveLength(1);
    expect(embeddedCodes({ code: 'RMAN-11003', text: "failure: select 'x' ORA-00600: y" })).toEqual([]);
    expect(embeddedCodes({ code: 'ORA-19504', text: 'failed to create file "/bk/ORA-00600"' })).toEqual([]);
  });

  it('operating system errors are read by number', () => {
    const full = readOsError('Linux-x86_64 Error: 28: No space left on device');
    expect(full).toEqual({ number: 28, text: 'No space left on device', platform: 'linux' });
    expect(readOsError('IBM AIX RISC System/6000 Error: 2: No such file')?.number).toBe(2);
    expect(readOsError('O/S-Error: (OS 112) Espacio en disco insuficiente.')?.number).toBe(112);
    expect(readOsError('ORA-27072: File I/O error')).toBeNull();
  });
});

describe('the kind of a line', () => {
  it.each([
    ['', 'blank'], ['RMAN> backup database;', 'echo'], ['7> # ORA-00600: no', 'echo'],
    ['Recovery Manager: Release 19.0.0.0.0 - Production on x', 'banner'],
    ['Export: Release 19.0.0.0.0 - Production', 'banner'],
    ['connected to target database: ORCL (DBID=1)', 'connection'],
    ['Starting backup at 04-OCT-26', 'step'], ['Se ha finalizado backup a las 18/11/25', 'step'],
    ['channel c1: starting piece 1 at x', 'channel'], ['canal ORA_DISK_1: iniciando parte 1 en x', 'channel'],
    ['piece handle=/a comment=NONE', 'piece'], ['manejador de parte=X comentario=NONE', 'piece'],
    ['output file name=/a tag=T RECID=1 STAMP=2', 'copy'],
    ['input datafile file number=00001 name=/a', 'info'],
    ['skipping datafile 5; already backed up 2 time(s)', 'skip'],
    ["crosschecked backup piece: found to be 'EXPIRED'", 'warning'],
    ["crosschecked backup piece: found to be 'AVAILABLE'", 'info'],
    [`RMAN-00571: ${'='.repeat(59)}`, 'header'], ['ORA-19504: failed', 'error'],
    ['channel c1: ORA-19870: error', 'error'], ['Additional information: 1', 'stack'],
    ['Linux-x86_64 Error: 13: Permission denied', 'stack'],
    ['RMAN-08137: warning: archived log not deleted', 'warning'], ['RMAN-06908: WARNING: serial', 'info'],
    ['RMAN-08530: piece handle=/a comment=NONE', 'piece'], ['RMAN-03090: Starting backup at x', 'step'],
    ['Recovery Manager complete.', 'end'], ['Job "A"."B" successfully completed at x', 'end'],
    ['+ rman target /', 'plain'],
  ])('%j is %s', (line, kind) => {
    expect(classifyLine(line)).toBe(kind);
  });
});

describe('printed times', () => {
  it.each([
    ['2026-10-04 02:00:08', '2026-10-04 02:05:41', 333],
    ['04-OCT-2026 23:59:58', '05-OCT-2026 00:00:03', 5],
    ['04-DIC-26 10:00:00', '04-DIC-26 11:00:00', 3600],
    ['31/01/2026 23:00', '01/02/2026 00:00', 3600],
    ['10/31/2026 11:00:00 PM', '11/01/2026 01:00:00 AM', 7200],
    ['Thu May 1 08:04:59 2025', 'Thu May 1 08:05:05 2025', 6],
    ['Jue Nov 27 09:05:26 2025', 'Jue Nov 27 09:07:56 2025', 150],
    ['OCT 04 2026 10:08:58', 'OCT 04 2026 10:09:58', 60],
    ['20261004_020008', '20261004_020010', 2],
  ])('%s to %s are %i seconds', (from, to, seconds) => {
    expect(elapsedBetween(from, to)).toBe(seconds);
  });

  it('without a time of day, or in the wrong order, say nothing', () => {
    expect(readOracleTime('04-OCT-26')).toBeNull();
    expect(readOracleTime('05/10/26')).toBeNull();
    expect(elapsedBetween('2026-10-04 02:00:08', '2026-10-03 02:00:08')).toBeNull();
    expect(elapsedBetween(null, '2026-10-03 02:00:08')).toBeNull();
    expect(readElapsed('channel c1: backup set complete, elapsed time: 01:02:03')).toBe(3723);
  });
});

describe('the words of a shell', () => {
  it.each([
    ['bash: rman: command not found', 'client-not-found'],
    ['/u01/bin/rman: No such file or directory', 'client-not-found'],
    ['"rman" no se reconoce como un comando interno o externo,', 'client-not-found'],
    ['bash: rman: no se encontró la orden', 'client-not-found'],
    ['/u01/app/oracle/bin/rman: Permission denied', 'client-not-executable'],
    ['rman: error while loading shared libraries: libclntsh.so.19.1: cannot open', 'client-library-missing'],
    ['Message file RMAN<lang>.msb not found', 'client-library-missing'],
    ["rman: can't open target", 'wrong-rman-program'],
    ['oracle@bd01: Permission denied (publickey,password).', 'ssh-failed'],
    ['ssh: Could not resolve hostname bd09: Name or service not known', 'ssh-failed'],
    ['Error response from daemon: container 12ab is not running', 'container-failed'],
    ['./respaldo.sh: line 4:  4711 Killed                  rman target /', 'killed-by-signal'],
  ])('%j is %s', (text, code) => {
    expect(explainLines([{ number: 3, text }])).toEqual({ code, text, lineNumber: 3 });
  });

  it('a killed process is not confused with ordinary lines', () => {
    expect(saysKilled('Killed')).toBe(true);
    expect(saysKilled('Terminal: x')).toBe(false);
    expect(saysKilled('channel c1: Killed')).toBe(false);
    expect(explainLines([{ number: 1, text: 'todo bien' }])).toBeNull();
  });
});
