// The simulator's output, line by line, against the shapes that real RMAN logs have, for every release it can be.
import { describe, expect, it } from 'vitest';
import { stampOf } from '../../../resources/rman-simulator/output/dates.ts';
import { handles, SMALL, workbench } from './simulate.ts';

/** Every line of a successful backup run has one of these shapes. */
const SHAPES: Record<string, RegExp> = {
  blank: /^$/,
  banner: /^Recovery Manager ?: Release (?<rel>[\d.]+) - .*?(?: on (?<ts>.+))?$/,
  version: /^Version (?<v>[\d.]+)$/,
  copyright: /^Copyright \(c\) 1982, \d{4}, Oracle and\/or its affiliates\. {2}All rights reserved\.$/,
  conn: /^\s?connected to (target|auxiliary) database(?:: (?<db>[^ (]+))? ?\((?:DBID=(?<dbid>\d+)(?:, (?<st>not open|not mounted))?|(not mounted|not started))\)$/,
  echo: /^(?:RMAN>|\d+>)(?: .*)?$/,
  repository: /^using target database control file instead of recovery catalog$/,
  executing: /^executing command: .+$/,
  start: /^Starting (?<op>.+?) at (?<ts>.+)$/,
  finish: /^Finished (?<op>.+?) at (?<ts>.+)$/,
  archived: /^current log archived$/,
  allocated: /^(?:allocated|released) channel: (?<ch>\S+)$/,
  chsid: /^channel (?<ch>\S+): (?:SID|sid)=(?<sid>\d+)(?: instance=(?<inst>\S+))? (?:device type|devtype)=(?<dev>\S+)$/,
  using: /^using channel \S+$/,
  set: /^channel (?<ch>\S+): starting (?<comp>compressed )?(?<kind>full datafile|incremental level (?<lvl>\d) datafile|archived? log) backup ?set$/,
  specifying: /^channel \S+: specifying (datafile|archived log)\(s\) in backup set$/,
  indf: /^input datafile (?:file number|fno)=(?<fno>\d+) name=(?<name>.+)$/,
  inarc: /^input archived? log thread=(?<th>\d+) sequence=(?<seq>\d+) RECID=\d+ STAMP=(?<stamp>\d+)$/i,
  including: /^including current (control file|SPFILE) in backup set$/,
  blocks: /^backing up blocks (?<a>\d+) through (?<b>\d+)$/,
  pstart: /^channel (?<ch>\S+): starting piece (?<n>\d+) at (?<ts>.+)$/,
  pfin: /^channel (?<ch>\S+): finished piece (?<n>\d+) at (?<ts>.+?)(?: with (?<copies>\d+) copies and tag (?<tag>.+))?$/,
  piece: /^piece handle=(?<h>.+?)(?: tag=(?<tag>.*?))?(?: comment=(?<c>.*))?(?: params=.*)?$/,
  setdone: /^channel (?<ch>\S+): backup set complete, elapsed time: (?<el>\d+:\d\d:\d\d)$/,
  copystart: /^channel \S+: starting datafile copy$/,
  copyout: /^output file name=(?<h>.+?)(?: tag=(?<tag>.*?))? RECID=(?<r>\d+) STAMP=(?<s>\d+)$/,
  copydone: /^channel (?<ch>\S+): datafile copy complete, elapsed time: (?<el>\S+)$/,
  deleting: /^channel \S+: deleting archived log\(s\)$/,
  arcfile: /^archived? log file ?name=(?<h>.+?)(?: RECID=\d+ STAMP=\d+| thread=\d+ sequence=\d+)$/,
  end: /^Recovery Manager complete\.$/,
};

function shapeOf(line: string): string | null {
  return Object.entries(SHAPES).find(([, shape]) => shape.test(line))?.[0] ?? null;
}

const DAILY = `
RUN {
  SET COMMAND ID TO 'RUN_1';
  ALLOCATE CHANNEL c1 DEVICE TYPE DISK;
  ALLOCATE CHANNEL c2 DEVICE TYPE DISK;
  BACKUP AS COMPRESSED BACKUPSET INCREMENTAL LEVEL 0 TAG 'DAILY_L0' DATABASE PLUS ARCHIVELOG DELETE INPUT;
  BACKUP SECTION SIZE 16M DATAFILE 1;
  BACKUP AS COPY TABLESPACE users;
}
`;

const RELEASES = [
  { version: '11.2', banner: '11.2.0.4.0', line: null, piece: /_1_1$/, year: 2011 },
  { version: '12.2', banner: '12.2.0.1.0', line: null, piece: /_1_1$/, year: 2017 },
  { version: '19c', banner: '19.0.0.0.0', line: '19.27.0.0.0', piece: /_\d+_1_1$/, year: 2019 },
  { version: '21c', banner: '21.0.0.0.0', line: '21.3.0.0.0', piece: /_\d+_1_1$/, year: 2021 },
  { version: '23ai', banner: '23.0.0.0.0', line: '23.9.0.25.07', piece: /_\d+_1_1$/, year: 2025 },
  { version: '23.26', banner: '23.26.2.0.0', line: '23.26.2.0.0', piece: /_\d+_1_1$/, year: 2026 },
];

const ENGLISH = { NLS_LANG: 'AMERICAN_AMERICA.AL32UTF8', NLS_DATE_FORMAT: 'YYYY-MM-DD HH24:MI:SS' };

describe.each(RELEASES)('release $version', ({ version, banner, line, piece, year }) => {
  it('prints nothing but lines that RMAN prints', async () => {
    const bench = workbench();
    const done = await bench.script(DAILY, { settings: { version }, env: ENGLISH });
    expect(done.code).toBe(0);
    expect(done.lines.filter((one) => shapeOf(one) === null)).toEqual([]);
    expect(done.lines[0]).toBe('');
    expect(done.lines[1]).toMatch(
      new RegExp(
        `^Recovery Manager: Release ${banner.replaceAll('.', '\\.')} - Production on \\w{3} \\w{3} \\d+ \\d\\d:\\d\\d:\\d\\d \\d{4}$`,
      ),
    );
    expect(done.output.includes(`\nVersion ${line}\n`)).toBe(line !== null);
    expect(done.output).toContain(`Copyright (c) 1982, ${year}, Oracle`);
    expect(done.lines.at(-2)).toBe('Recovery Manager complete.');
  });

  it('names %U pieces and cases warnings as the release does', async () => {
    const bench = workbench();
    const settings = {
      version,
      database: { ...SMALL, configuration: { 'ARCHIVELOG DELETION POLICY': 'TO BACKED UP 2 TIMES TO DISK' } },
    };
    const done = await bench.script(`BACKUP FORMAT '${bench.folder}/%U' ARCHIVELOG ALL DELETE INPUT;`, { settings });
    expect(handles(done)[0]).toMatch(piece);
    const word = version === '11.2' ? 'WARNING' : 'warning';
    expect(done.output).toContain(`RMAN-08138: ${word}: archived log not deleted - must create more backups`);
  });
});

describe('the order of things', () => {
  it('runs logs, data, logs, then the autobackup, with released channels last', async () => {
    const done = await workbench().script(DAILY, { env: ENGLISH });
    const kinds = done.lines.flatMap((line) => {
      const shape = shapeOf(line);
      return shape === 'start' || shape === 'finish' ? [line.replace(/ at .*/, '')] : [];
    });
    expect(kinds.slice(0, 6)).toEqual(Array(3).fill(['Starting backup', 'Finished backup']).flat());
    expect(kinds.slice(-2)).toEqual([
      'Starting Control File and SPFILE Autobackup',
      'Finished Control File and SPFILE Autobackup',
    ]);
    expect(done.lines.slice(-5, -2)).toEqual(['released channel: c1', 'released channel: c2', '']);
    expect(done.lines.filter((line) => line === 'current log archived')).toHaveLength(2);
    expect(done.lines.filter((line) => line.startsWith('using target database control file'))).toHaveLength(1);
  });

  it("keeps each channel's block whole while channels interleave", async () => {
    const done = await workbench().script(DAILY, { env: ENGLISH });
    const { lines } = done;
    for (const [i, line] of lines.entries()) {
      const finished = SHAPES['pfin']?.exec(line);
      if (finished === null || finished === undefined) continue;
      expect(lines[i + 1]).toMatch(/^piece handle=/);
      expect(lines[i + 2]).toMatch(
        new RegExp(`^channel ${finished.groups?.['ch']}: (backup set complete|starting piece)`),
      );
    }
    const starts = lines.flatMap((line, i) => (SHAPES['set']?.test(line) ? [i] : []));
    for (const start of starts) {
      const channel = /^channel (\S+):/.exec(lines[start] ?? '')?.[1] ?? '';
      expect(lines[start + 1]).toMatch(new RegExp(`^channel ${channel}: specifying`));
      let next = start + 2;
      while (/^(input|including|backing)/.test(lines[next] ?? '')) next++;
      expect(lines[next]).toMatch(new RegExp(`^channel ${channel}: starting piece \\d+`));
    }
    expect(
      starts.some(
        (start, i) =>
          starts[i + 1] !== undefined &&
          !lines.slice(start, starts[i + 1]).some((line) => line.includes('set complete')),
      ),
    ).toBe(true);
  });

  it('prints one block per section and pieces of one set', async () => {
    const done = await workbench().script('BACKUP SECTION SIZE 16M DATAFILE 1;', { env: ENGLISH });
    expect(done.lines.filter((line) => line.startsWith('backing up blocks'))).toEqual([
      'backing up blocks 1 through 2048',
      'backing up blocks 2049 through 4096',
      'backing up blocks 4097 through 6144',
      'backing up blocks 6145 through 8192',
    ]);
    expect(
      done.lines.filter((line) => /: starting piece \d/.test(line)).map((line) => /piece (\d)/.exec(line)?.[1]),
    ).toEqual(['1', '2', '3', '4']);
    expect(done.lines.filter((line) => line.includes('backup set complete'))).toHaveLength(4);
  });

  it('prints the pieces of MAXPIECESIZE in one set', async () => {
    const done = await workbench().script(
      'RUN { ALLOCATE CHANNEL c1 DEVICE TYPE DISK MAXPIECESIZE 20M; BACKUP DATAFILE 1; }',
    );
    expect(done.lines.filter((line) => line.includes('finished piece'))).toHaveLength(3);
    expect(done.lines.filter((line) => line.includes('backup set complete'))).toHaveLength(1);
  });

  it('announces duplexed copies together', async () => {
    const bench = workbench();
    const done = await bench.script(
      `BACKUP COPIES 2 TAG 'TWO' FORMAT '${bench.folder}/a_%U', '${bench.folder}/b_%U' DATAFILE 4;`,
    );
    expect(done.code).toBe(0);
    const finished = done.lines.findIndex((line) => / with 2 copies and tag TWO$/.test(line));
    expect(done.lines[finished + 1]).toContain(`piece handle=${bench.folder}/a_`);
    expect(done.lines[finished + 2]).toContain(`piece handle=${bench.folder}/b_`);
  });
});

describe('dates', () => {
  it('are day-only without NLS_LANG, whatever NLS_DATE_FORMAT says', async () => {
    const done = await workbench().script('BACKUP SPFILE;', { env: { NLS_DATE_FORMAT: 'YYYY-MM-DD HH24:MI:SS' } });
    expect(done.output).toMatch(/\nStarting backup at \d\d-[A-Z]{3}-\d\d\n/);
  });

  it('follow NLS_DATE_FORMAT beside NLS_LANG, except in stacks', async () => {
    const done = await workbench().script('BACKUP DATAFILE 77;', { env: ENGLISH });
    expect(done.output).toMatch(/\nStarting backup at \d{4}-\d\d-\d\d \d\d:\d\d:\d\d\n/);
    expect(done.output).toMatch(/RMAN-03002: failure of backup command at \d\d\/\d\d\/\d{4} \d\d:\d\d:\d\d\n/);
  });

  it('encodes STAMP as Oracle does', () => {
    expect(stampOf(new Date(2026, 9, 4, 10, 9, 1))).toBe(1245751741);
    expect(stampOf(new Date(2022, 7, 22, 0, 19, 42))).toBe(1113351582);
  });
});

describe('languages and oddities', () => {
  it("speaks Spanish where RMAN's Spanish is known", async () => {
    const env = { NLS_LANG: 'SPANISH_SPAIN.AL32UTF8', NLS_DATE_FORMAT: 'DD/MM/YYYY HH24:MI:SS' };
    const done = await workbench().script('BACKUP TAG uno TABLESPACE users;', { env, settings: { version: '21' } });
    expect(done.output).toMatch(
      /^\nRecovery Manager : Release 21\.0\.0\.0\.0 - Production on (Lun|Mar|Mié|Jue|Vie|Sáb|Dom) /,
    );
    expect(done.output).toMatch(/\nEmpezando backup a las \d\d\/\d\d\/\d{4} /);
    expect(done.output).toContain(
      'canal ORA_DISK_1: iniciando juego de copias de seguridad de archivo de datos completo',
    );
    expect(done.output).toMatch(/manejador de parte=\S+ etiqueta=UNO comentario=NONE/);
    expect(done.output).toMatch(/\nSe ha finalizado Control File and SPFILE Autobackup a las /);
  });

  it('numbers every message with msgno', async () => {
    const done = await workbench().script('BACKUP TABLESPACE users;', { args: ['target', '/', 'msgno'] });
    for (const [number, text] of [
      ['06005', 'connected to target'],
      ['03090', 'Starting backup'],
      ['08038', 'channel ORA_DISK_1: starting piece 1'],
      ['08530', 'piece handle='],
      ['08540', 'channel ORA_DISK_1: backup set complete'],
    ]) {
      expect(done.output).toContain(`\nRMAN-${number}: ${text}`);
    }
  });

  it('prints handles in upper case on Windows and keeps the files', async () => {
    const bench = workbench();
    const done = await bench.script(`BACKUP FORMAT '${bench.folder}/%U' DATAFILE 4;`, {
      settings: { platform: 'windows' },
    });
    expect(handles(done)[0]).toBe(handles(done)[0]?.toUpperCase());
    const refused = await bench.script("BACKUP FORMAT '/no/such/place/%U' DATAFILE 4;", {
      settings: { platform: 'windows' },
    });
    expect(refused.output).toContain('OSD-04002: unable to open file\nO/S-Error: (OS 3)');
  });

  it('adds the instance name on RAC', async () => {
    const done = await workbench().script('BACKUP SPFILE;', { settings: { instance: 'prod1' } });
    expect(done.output).toMatch(/channel ORA_DISK_1: SID=\d+ instance=prod1 device type=DISK/);
  });
});
