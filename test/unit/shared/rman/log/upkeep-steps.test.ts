// Steps that RMAN does not announce are found, and every step is judged by itself while the worst decides the run.
import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../../../../shared/domain/verdict.ts';
import { verdictOn } from './support.ts';

const steps = ({ steps: all }: Verdict): [string, string][] =>
  all.map(({ operation, outcome }) => [operation, outcome]);

const SCRIPT = `
Recovery Manager: Release 19.0.0.0.0 - Production on Tue Nov 24 18:05:01 2026
Version 19.27.0.0.0

Copyright (c) 1982, 2019, Oracle and/or its affiliates.  All rights reserved.

connected to target database: LUCERO (DBID=1839144701)

RMAN> RUN {
2>   BACKUP TABLESPACE "USERS";
3> }
4> RUN {
5>   RESTORE TABLESPACE "USERS" VALIDATE;
6> }
7> CROSSCHECK BACKUP;
8> CROSSCHECK COPY;
9> DELETE NOPROMPT EXPIRED BACKUP;
10> DELETE NOPROMPT EXPIRED COPY;
11> DELETE NOPROMPT OBSOLETE REDUNDANCY 2;
12> REPORT NEED BACKUP;
13> LIST BACKUP SUMMARY;
14>${' '}
using target database control file instead of recovery catalog
allocated channel: c1
channel c1: SID=271 device type=DISK
`;

const BACKUP = `
Starting backup at 2026-11-24 18:05:01
channel c1: starting full datafile backup set
channel c1: specifying datafile(s) in backup set
input datafile file number=00004 name=/u02/users01.dbf
channel c1: starting piece 1 at 2026-11-24 18:05:01
channel c1: finished piece 1 at 2026-11-24 18:05:02
piece handle=/bk/l_1_1 tag=X comment=NONE
channel c1: backup set complete, elapsed time: 00:00:01
Finished backup at 2026-11-24 18:05:02
`;
const RESTORE = `
Starting restore at 2026-11-24 18:05:02
channel c1: starting validation of datafile backup set
channel c1: reading from backup piece /bk/l_1_1
channel c1: piece handle=/bk/l_1_1 tag=X
channel c1: restored backup piece 1
channel c1: validation complete, elapsed time: 00:00:01
Finished restore at 2026-11-24 18:05:03

released channel: c1
`;
const crosscheck = (status: string): string => `allocated channel: ORA_DISK_1
channel ORA_DISK_1: SID=271 device type=DISK
crosschecked backup piece: found to be '${status}'
backup piece handle=/bk/l_0_1 RECID=1 STAMP=1250186701
Crosschecked 1 objects

using channel ORA_DISK_1
specification does not match any datafile copy in the repository
`;
const EXPIRED_NONE = `using channel ORA_DISK_1
specification does not match any backup in the repository
using channel ORA_DISK_1
specification does not match any datafile copy in the repository
`;
const EXPIRED_ONE = `using channel ORA_DISK_1

List of Backup Pieces
BP Key  BS Key  Pc# Cp# Status      Device Type Piece Name
------- ------- --- --- ----------- ----------- ----------
1       1       1   1   EXPIRED     DISK        /bk/l_0_1
deleted backup piece
backup piece handle=/bk/l_0_1 RECID=1 STAMP=1250186701
Deleted 1 EXPIRED objects

using channel ORA_DISK_1
specification does not match any datafile copy in the repository
`;
const OBSOLETE_NONE = `using channel ORA_DISK_1
no obsolete backups found
`;
const REPORT = `RMAN retention policy will be applied to the command
RMAN retention policy is set to redundancy 1
Report of files with less than 1 redundant backups
File #bkps Name
---- ----- -----------------------------------------------------

List of Backups
===============
Key     TY LV S Device Type Completion Time     #Pieces #Copies Compressed Tag
------- -- -- - ----------- ------------------- ------- ------- ---------- ---
1       B  F  A DISK        2026-11-24 18:05:01 1       1       YES        X
`;
const END = '\nRecovery Manager complete.\n';
const stack = (...lines: string[]): string =>
  [
    'RMAN-00571: ===========================================================',
    'RMAN-00569: =============== ERROR MESSAGE STACK FOLLOWS ===============',
    'RMAN-00571: ===========================================================',
    ...lines,
    '',
  ].join('\n');

describe('the steps of a strategy', () => {
  it('are all there, those without anything to do as such', () => {
    const verdict = verdictOn(SCRIPT + BACKUP + RESTORE + crosscheck('AVAILABLE') + EXPIRED_NONE + OBSOLETE_NONE + REPORT + END, { exitCode: 0 });
    expect(verdict.outcome).toBe('succeeded');
    expect(steps(verdict)).toEqual([
      ['backup', 'finished'],
      ['restore', 'finished'],
      ['crosscheck', 'finished'],
      ['delete expired', 'nothing-to-do'],
      ['delete obsolete', 'nothing-to-do'],
      ['report', 'finished'],
    ]);
  });

  it('warn where the warning stands, and only there', () => {
    const verdict = verdictOn(SCRIPT + BACKUP + RESTORE + crosscheck('EXPIRED') + EXPIRED_ONE + OBSOLETE_NONE + REPORT + END, { exitCode: 0 });
    expect(verdict.outcome).toBe('warning');
    expect(steps(verdict)).toEqual([
      ['backup', 'finished'],
      ['restore', 'finished'],
      ['crosscheck', 'warning'],
      ['delete expired', 'finished'],
      ['delete obsolete', 'nothing-to-do'],
      ['report', 'finished'],
    ]);
  });

  it('leave a good backup good when the restore cannot be tried, and the run has failed', () => {
    const broken = `
Starting restore at 2026-11-24 18:05:02
released channel: c1
${stack('RMAN-03002: failure of restore command at 11/24/2026 18:05:02', 'RMAN-06026: some targets not found - aborting restore', 'RMAN-06023: no backup or copy of datafile 4 found to restore')}`;
    const verdict = verdictOn(SCRIPT + BACKUP + broken + END, { exitCode: 1 });
    expect(verdict.outcome).toBe('failed');
    expect(verdict.rootCause?.code).toBe('RMAN-06023');
    expect(steps(verdict)).toEqual([
      ['backup', 'finished'],
      ['restore', 'failed'],
    ]);
  });

  it('name the one that failed before it printed anything', () => {
    const failed = stack('RMAN-03002: failure of delete command at 11/24/2026 18:05:02', 'RMAN-06091: no channel allocated for maintenance (of an appropriate type)');
    const verdict = verdictOn(SCRIPT + BACKUP + RESTORE + crosscheck('AVAILABLE') + failed + END, { exitCode: 1 });
    expect(verdict.outcome).toBe('failed');
    expect(steps(verdict).slice(2)).toEqual([
      ['crosscheck', 'finished'],
      ['delete', 'failed'],
    ]);
  });
});

describe('an encryption that could not be switched on', () => {
  // RMAN reads on after an error in its input: the backup is made all the same, readable by everybody.
  const refused = stack(
    'RMAN-03002: failure of set command at 11/24/2026 18:05:01',
    'ORA-28365: wallet is not open',
  );
  it.each([0, 1, null])('fails the run whose backup went on without it (exit code %s)', (exitCode) => {
    const verdict = verdictOn(refused + SCRIPT + BACKUP + END, { exitCode });
    expect(verdict.outcome).toBe('failed');
    expect(verdict.rootCause?.code).toBe('ORA-28365');
  });
});
