// Scripts of the user's own: what would never parse is refused with its line, what does harm is warned of.
import { describe, expect, test } from 'vitest';
import { customScriptProblems, customScriptWarnings } from '../../../../shared/rman/custom-script.ts';

const GOOD = `# Weekly
CONFIGURE CONTROLFILE AUTOBACKUP ON;
RUN {
  ALLOCATE CHANNEL c1 DEVICE TYPE DISK;
  SET BACKUP COPIES 2; # two of each; "quotes" in a comment
  BACKUP TAG 'IT''S; }' DATABASE
    PLUS ARCHIVELOG;
}
SQL "alter system switch logfile";
ALLOCATE CHANNEL FOR MAINTENANCE DEVICE TYPE DISK;
DELETE NOPROMPT OBSOLETE;
@other.rman
LIST BACKUP;
`;

describe('a script of the user', () => {
  test('that RMAN would read has no problem', () => {
    expect(customScriptProblems(GOOD)).toEqual([]);
    expect(customScriptProblems(GOOD.replaceAll('\n', '\r\n'))).toEqual([]);
  });

  test.each<[string, string, number | undefined]>([
    ['', 'script.empty', undefined],
    [' \n', 'script.empty', undefined],
    ["BACKUP DATABASE\n  TAG 'x;", 'script.quote', 2],
    ['RUN {\nBACKUP DATABASE;\n', 'script.brace', 1],
    ['BACKUP DATABASE;\n}', 'script.brace', 2],
    ['RUN {\nRUN {\nBACKUP DATABASE; }\n}', 'script.brace', 2],
    ['\nBACKUP DATABASE', 'script.semicolon', 2],
    ['RUN {\n BACKUP DATABASE\n}', 'script.semicolon', 2],
    ['BACKUP DATABASE;\nBAKCUP DATABASE;', 'script.command', 2],
    ['rm -rf /;', 'script.command', 1],
    ['RUN {\n LIST BACKUP;\n}', 'script.inside-run', 2],
    ['RUN {\n @x.rman\n BACKUP DATABASE;}', 'script.inside-run', 2],
    ['ALLOCATE CHANNEL c1 DEVICE TYPE DISK;', 'script.outside-run', 1],
    ['CONNECT TARGET sys/secret@prod;', 'script.secret', 1],
    ['SET ENCRYPTION ON IDENTIFIED BY "secret" ONLY;', 'script.secret', 1],
    ["BACKUP\n TAG '&1' DATABASE;", 'script.substitution', 2],
    ['# &1\nBACKUP DATABASE;', 'script.substitution', 1],
    ['BACKUP \u200bDATABASE;', 'script.character', 1],
    ['BACKUP\rDATABASE;', 'script.character', 1],
    [`BACKUP ${' '.repeat(4000)} DATABASE;`, 'script.long-line', 1],
  ])('%j is refused', (text, code, at) => {
    const [problem, ...more] = customScriptProblems(text);
    expect([problem?.code, problem?.params['at'], more]).toEqual([code, at, []]);
  });

  test('is warned of what does harm, with its line', () => {
    const found = (text: string): string[] => customScriptWarnings(text).map(({ code, line }) => `${line} ${code}`);
    expect(found(GOOD)).toEqual(['2 configure', '9 sql', '12 include']);
    expect(found("HOST 'rm -rf /u01';")).toEqual(['1 host', '1 no-backup']);
    expect(found('BACKUP DATABASE;\nDELETE FORCE OBSOLETE;')).toEqual(['2 delete-force', '2 delete-prompts']);
    expect(found("BACKUP DATABASE PLUS ARCHIVELOG DELETE INPUT TAG 'X';")).toEqual(['1 delete-input', '1 tag-after-plus']);
    expect(found("SHUTDOWN IMMEDIATE;\nSET COMMAND ID TO 'x';\nSPOOL LOG TO 'x';\nBACKUP DATABASE;")).toEqual(['1 shutdown', '2 set-command-id', '3 spool']);
    expect(found("BACKUP TAG 'DELETE FORCE' DATABASE;")).toEqual([]);
    expect(found('BACKUP')).toEqual([]);
  });
});
