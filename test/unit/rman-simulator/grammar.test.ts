// What the simulator's grammar takes and what it refuses, with RMAN's own words for the refusal.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCursor, SyntaxRefusal } from '../../../resources/rman-simulator/language/cursor.ts';
import { statement } from '../../../resources/rman-simulator/language/grammar/statement.ts';
import { createLexer } from '../../../resources/rman-simulator/language/lexer.ts';
import type { Command } from '../../../resources/rman-simulator/language/commands.ts';

function parse(source: string, directSql = true): Command[] {
  const unknown = directSql ? new Set<string>() : new Set(['pluggable', 'root']);
  const cursor = createCursor(createLexer(source), 'x.rman', unknown);
  const commands: Command[] = [];
  for (let next = statement(cursor, { directSql }); next !== null; next = statement(cursor, { directSql })) {
    commands.push(next);
  }
  return commands;
}

function refusal(source: string, directSql = true): string[] {
  try {
    parse(source, directSql);
  } catch (error) {
    if (error instanceof SyntaxRefusal) return [...error.lines];
    throw error;
  }
  return [];
}

const ACCEPTED = [
  'BACKUP DATABASE;',
  "backup as compressed backupset incremental level 1 cumulative tag 'X' format '/b/%U' database plus archivelog;",
  'BACKUP INCREMENTAL LEVEL = 0 FILESPERSET 4 DATABASE PLUS ARCHIVELOG NOT BACKED UP DELETE ALL INPUT;',
  "BACKUP AS COPY TAG 'C' DATABASE;",
  "BACKUP SECTION SIZE 2G DATAFILE 1, 2, '/u01/x.dbf';",
  'BACKUP TABLESPACE users, "Mixed Case", pdb1:app;',
  'BACKUP PLUGGABLE DATABASE pdb1, "CDB$ROOT";',
  "BACKUP ARCHIVELOG FROM TIME 'SYSDATE-1' UNTIL TIME 'SYSDATE' DELETE INPUT;",
  'BACKUP ARCHIVELOG SEQUENCE BETWEEN 10 AND 20 THREAD 1;',
  "BACKUP ARCHIVELOG LIKE '/arch/%';",
  'BACKUP CURRENT CONTROLFILE FOR STANDBY;',
  'BACKUP SPFILE;',
  "BACKUP (DATABASE TAG 'A') (ARCHIVELOG ALL TAG 'B');",
  "BACKUP KEEP UNTIL TIME \"TO_DATE('2027-01-01','YYYY-MM-DD')\" RESTORE POINT year_end DATABASE;",
  'BACKUP DURATION 02:30 PARTIAL MINIMIZE LOAD DATABASE;',
  "BACKUP FOR RECOVER OF COPY WITH TAG 'IMG' INCREMENTAL LEVEL 1 DATABASE;",
  "BACKUP DEVICE TYPE SBT BACKUPSET COMPLETED BEFORE 'SYSDATE-1';",
  "BACKUP TO DESTINATION '/x' RECOVERY AREA;",
  'RUN { ALLOCATE CHANNEL c1 TYPE DISK; BACKUP DATABASE; RELEASE CHANNEL c1; }',
  "RUN { ALLOCATE CHANNEL t1 DEVICE TYPE 'SBT_TAPE' PARMS='SBT_LIBRARY=/l.so' MAXPIECESIZE 10G; BACKUP DATABASE; }",
  'RUN { SET NEWNAME FOR DATAFILE 1 TO NEW; SET UNTIL SCN 100; SET BACKUP COPIES 2; RESTORE DATABASE VALIDATE; }',
  'SET ENCRYPTION ON IDENTIFIED BY "pw" ONLY;',
  "SET DECRYPTION IDENTIFIED BY 'a', 'b';",
  'SET DBID 12345; SET ECHO ON;',
  'CONFIGURE RETENTION POLICY TO RECOVERY WINDOW OF 7 DAYS;',
  "CONFIGURE CHANNEL DEVICE TYPE DISK FORMAT '/b/%U' MAXPIECESIZE 2G;",
  'CONFIGURE ARCHIVELOG DELETION POLICY TO APPLIED ON ALL STANDBY BACKED UP 2 TIMES TO DEVICE TYPE DISK;',
  "CONFIGURE ENCRYPTION ALGORITHM 'AES256';",
  "CROSSCHECK BACKUP OF DATABASE TAG 'X' COMPLETED AFTER 'SYSDATE-3' DEVICE TYPE DISK;",
  'DELETE NOPROMPT OBSOLETE RECOVERY WINDOW OF 14 DAYS DEVICE TYPE DISK;',
  "DELETE NOPROMPT FORCE ARCHIVELOG ALL BACKED UP 2 TIMES TO DEVICE TYPE DISK COMPLETED BEFORE 'SYSDATE-2';",
  'DELETE EXPIRED COPY OF DATABASE;',
  "CHANGE BACKUPSET 12, 13 UNAVAILABLE; CHANGE BACKUP TAG 'X' KEEP UNTIL TIME 'SYSDATE+30';",
  "CATALOG START WITH '/b/' NOPROMPT;",
  "LIST BACKUP OF ARCHIVELOG ALL SUMMARY; LIST BACKUP SUMMARY COMPLETED AFTER 'SYSDATE-1'; LIST EXPIRED BACKUP;",
  'REPORT NEED BACKUP REDUNDANCY 2 TABLESPACE users; REPORT SCHEMA; REPORT OBSOLETE; REPORT NEED BACKUP DAYS 3;',
  'VALIDATE CHECK LOGICAL DATABASE; VALIDATE BACKUPSET 3; VALIDATE DATAFILE 1 CHECK LOGICAL;',
  "RESTORE DATABASE UNTIL TIME 'SYSDATE' PREVIEW SUMMARY;",
  "RECOVER COPY OF DATABASE WITH TAG 'IMG' UNTIL TIME 'SYSDATE-3';",
  'SQL "alter system archive log current"; SQL \'alter tablespace users begin backup\';',
  "HOST 'true'; SHUTDOWN IMMEDIATE; STARTUP FORCE MOUNT; ALTER DATABASE OPEN; EXIT;",
  '# a comment\n\n;BACKUP # another\n DATABASE # third\n;',
  'SELECT name FROM v$database; ALTER SYSTEM SWITCH LOGFILE; BEGIN NULL; END;\n/\n',
  'connect target /\nconnect target sys/pw@db;',
  'CONNECT TARGET "sys/pw@db as sysbackup"; @other.rman\n@@sub/third.rman\n',
];

describe('accepted', () => {
  it.each(ACCEPTED)('%s', (source) => {
    expect(refusal(source)).toEqual([]);
  });

  it('keeps option order out of the meaning', () => {
    const [one] = parse("BACKUP TAG 'T' INCREMENTAL LEVEL 0 FORMAT '/b/%U' AS COPY DATABASE;");
    const [two] = parse("BACKUP AS COPY FORMAT '/b/%U' TAG t INCREMENTAL LEVEL 0 DATABASE;");
    expect(one).toEqual(two);
    expect(one).toMatchObject({ kind: 'backup', level: 0, as: 'COPY', tag: 'T', formats: ['/b/%U'] });
  });

  it('binds what stands behind PLUS ARCHIVELOG to the logs alone', () => {
    const [command] = parse("BACKUP DATABASE PLUS ARCHIVELOG TAG 'LOGS' FORMAT '/l/%U';");
    expect(command).toMatchObject({ tag: null, formats: [], plusArchivelog: { tag: 'LOGS', formats: ['/l/%U'] } });
  });
});

/** Source, what was found there, line, column. */
const REFUSED: [source: string, found: string, line: number, column: number][] = [
  ['BACKUP TAG full DATABASE;', 'full', 1, 12],
  ['BACKUP TAG backup DATABASE;', 'backup', 1, 12],
  ['BACKUP TAG log DATABASE;', 'log', 1, 12],
  ['BACKUP AS COMPRESSED COPY DATABASE;', 'copy', 1, 22],
  ['BACKUP AS COPY COMPRESSED DATABASE;', 'compressed', 1, 16],
  ['BACKUP INCREMENTAL LEVEL 2 DATABASE;', 'integer', 1, 26],
  ['BACKUP DATABASE', 'end-of-file', 1, 16],
  ['BACKUP DATABASE\nLIST BACKUP;', 'list', 2, 1],
  ['BACKUP;', ';', 1, 7],
  ['BACKUP DURATION 1:30 DATABASE PLUS ARCHIVELOG;', 'plus', 1, 31],
  ['BACKUP DATABASE TAG;', ';', 1, 20],
  ['BACKUP TAG 2024BK DATABASE;', 'integer', 1, 12],
  ['BACKUP FULL INCREMENTAL LEVEL 0 DATABASE;', 'incremental', 1, 13],
  ['BACKUP INCREMENTAL LEVEL 0 FULL DATABASE;', 'full', 1, 28],
  ['BACKUP FULL CUMULATIVE DATABASE;', 'cumulative', 1, 13],
  ['BACKUP CUMULATIVE DATABASE;', ';', 1, 27],
  ["BACKUP TAG 'A' TAG 'B' DATABASE;", 'tag', 1, 16],
  ["BACKUP FORMAT '/a/%U' FORMAT '/b/%U' DATABASE;", 'format', 1, 23],
  ['BACKUP DATABASE COMPRESSED;', 'compressed', 1, 17],
  ['BACKUP DATABASE SECTION SIZE 1G;', 'section', 1, 17],
  ['BACKUP DATABASE DURATION 1:00;', 'duration', 1, 17],
  ['BACKUP DATABASE VALIDATE;', 'validate', 1, 17],
  ['BACKUP DATABASE AS COPY;', 'as', 1, 17],
  ["BACKUP DATABASE PLUS ARCHIVELOG PLUS ARCHIVELOG;", 'plus', 1, 33],
  ["BACKUP DATABASE PLUS ARCHIVELOG TAG 'A' TAG 'B';", 'tag', 1, 41],
  ['BACKUP KEEP FOREVER NOKEEP DATABASE;', 'nokeep', 1, 21],
  ["BACKUP KEEP UNTIL 'SYSDATE+1' DATABASE;", 'single-quoted-string', 1, 19],
  ['BACKUP ARCHIVELOG DATABASE;', 'database', 1, 19],
  ['BACKUP MAXPIECESIZE 2G DATABASE;', 'maxpiecesize', 1, 8],
  ['BACKUP RATE 2M DATABASE;', 'rate', 1, 8],
  ['RUN { ALLOCATE CHANNEL FOR MAINTENANCE DEVICE TYPE DISK; }', 'for', 1, 24],
  ["RUN { ALLOCATE CHANNEL c1 DEVICE TYPE DISK MAXSETSIZE 2G; BACKUP DATABASE; }", 'maxsetsize', 1, 44],
  ['RUN { SET DBID 5; }', 'dbid', 1, 11],
  ['RUN { EXIT; }', 'exit', 1, 7],
  ["RUN { SPOOL LOG TO 'x'; }", 'spool', 1, 7],
  ["SET NEWNAME FOR DATABASE TO NEW;", 'newname', 1, 5],
  ['RUN { }', '}', 1, 7],
  ['RUN { BACKUP DATABASE; ', 'end-of-file', 1, 24],
  ['RUN { LIST BACKUP; }', 'list', 1, 7],
  ['RUN { CONNECT TARGET /; }', 'connect', 1, 7],
  ['RUN { RUN { BACKUP DATABASE; } }', 'run', 1, 7],
  ['RUN { ALLOCATE CHANNEL c1; }', ';', 1, 26],
  ['RUN { ALLOCATE CHANNEL c1 DEVICE TYPE NFS; }', 'identifier', 1, 39],
  ['RUN {\n  SET ECHO ON;\n}', 'echo', 2, 7],
  ['ALLOCATE CHANNEL c1 DEVICE TYPE DISK;', 'identifier', 1, 18],
  ['SET BACKUP COPIES 2;', 'backup', 1, 5],
  ['SET UNTIL SCN 5;', 'until', 1, 5],
  ['DELETE EXPIRED ARCHIVELOG ALL BACKED UP 1 TIMES TO DEVICE TYPE DISK;', 'backed', 1, 31],
  ['DELETE ARCHIVELOG;', ';', 1, 18],
  ['CONFIGURE RETENTION POLICY TO REDUNDANCY;', ';', 1, 41],
  ['CONFIGURE PARALLELISM 4;', 'parallelism', 1, 11],
  ['CROSSCHECK;', ';', 1, 11],
  ["SPOOL LOG TO 'x';", 'spool', 1, 1],
  ['PRINT SCRIPT x;', 'print', 1, 1],
  ['DUPLICATE TARGET DATABASE TO x;', 'duplicate', 1, 1],
  ['FROBNICATE DATABASE;', 'identifier', 1, 1],
  ['BACKUP DATABASE }', '}', 1, 17],
];

describe('refused', () => {
  it.each(REFUSED)('%s → found "%s" at line %d column %d', (source, found, line, column) => {
    const lines = refusal(source);
    expect(lines[0]).toBe('RMAN-00558: error encountered while parsing input commands');
    expect(lines[1]).toMatch(/^RMAN-01009: syntax error: found "[^"]+": expecting one of: "[^"]+"$/);
    expect(lines[1]).toContain(`found "${found}"`);
    expect(lines.at(-1)).toBe(`RMAN-01007: at line ${line} column ${column} file: x.rman`);
  });

  it('names the bad identifier', () => {
    expect(refusal('FROBNICATE DATABASE;')).toContain('RMAN-01008: the bad identifier was: FROBNICATE');
    expect(refusal('BACKUP TAG full DATABASE;').some((line) => line.startsWith('RMAN-01008'))).toBe(false);
  });

  it('lists what would have been right', () => {
    expect(refusal('BACKUP AS FOO DATABASE;')[1]).toBe(
      'RMAN-01009: syntax error: found "identifier": expecting one of: "backupset, compressed, copy"',
    );
  });

  it('refuses characters and quotes that RMAN cannot read', () => {
    expect(refusal('BACKUP DATABASE % ;')).toContain('RMAN-02001: unrecognized punctuation symbol "%"');
    expect(refusal("BACKUP TAG 'X DATABASE;")).toContain('RMAN-02002: unexpected end of input file reached');
    expect(refusal('BACKUP FORMAT /b/x DATABASE;')).toContain('RMAN-02001: unrecognized punctuation symbol "/"');
    expect(refusal('BACKUP DATABASE -- no comment\n;')[1]).toBe('RMAN-01006: error signaled during parse');
    expect(refusal('BACKUP ñandu;').join()).toContain('RMAN-02003');
  });

  it('knows no containers before 12.1', () => {
    for (const source of ['BACKUP DATABASE ROOT;', 'BACKUP PLUGGABLE DATABASE pdb1;', 'BACKUP TABLESPACE pdb1:users;']) {
      expect(refusal(source, false)[1]).toContain('RMAN-01009');
      expect(refusal(source, true)).toEqual([]);
    }
  });

  it('refuses minutes that no hour has', () => {
    expect(refusal('BACKUP DURATION 1:75 DATABASE;')[1]).toContain('RMAN-01009');
  });

  it('knows no bare SQL before 12.1', () => {
    expect(refusal('SELECT 1 FROM dual;', false)[1]).toContain('found "identifier"');
    expect(refusal('SELECT 1 FROM dual;', true)).toEqual([]);
  });
});

const WORDS = (
  `backup database run { } ; tag 'x' "y" plus archivelog all delete input level incremental 0 1 77 , ( ) format ` +
  `channel c1 allocate device type disk set until time configure retention policy to list of restore validate = : @ ` +
  `% ' # é \0 connect target / as copy sql begin keep noprompt obsolete`
)
  .split(' ')
  .concat('\n');

describe('any text', () => {
  it('parses or is refused in RMAN form, and never breaks the parser', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...WORDS), { maxLength: 30 }), (words) => {
        const lines = refusal(words.join(' '));
        return (
          lines.length === 0 || (lines[0]?.startsWith('RMAN-00558: ') && /^RMAN-010(06|09): /.test(lines[1] ?? ''))
        );
      }),
      { numRuns: 600 },
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        const lines = refusal(text);
        return lines.length === 0 || lines[0]?.startsWith('RMAN-00558: ');
      }),
      { numRuns: 200 },
    );
  }, 60_000);
});
