// The database that exists before the first run: its shape from the configuration, its identity from the home folder.
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { DatabaseShape } from '../config.ts';
import type { Datafile, SimulatedDatabase } from './model.ts';
import { switchLog } from './redo.ts';

const MB = 1024 * 1024;

/** Tablespaces of a database nobody described: name and megabytes. */
const DEFAULT_TABLESPACES: Record<string, number> = {
  SYSTEM: 900,
  SYSAUX: 620,
  UNDOTBS1: 340,
  USERS: 260,
  APP_DATA: 480,
};
const PDB_TABLESPACES: Record<string, number> = { SYSTEM: 280, SYSAUX: 350, UNDOTBS1: 100, USERS: 120 };

/** @param now epoch milliseconds of the first use. */
export function newDatabase(home: string, shape: DatabaseShape, now: number, scale: number): SimulatedDatabase {
  const seed = createHash('sha256').update(`${home}:${shape.name}`).digest();
  const created = now - 40 * 86_400_000;
  const scn = 1_900_000 + (seed.readUInt16BE(4) % 100_000);
  const database: SimulatedDatabase = {
    format: 1,
    dbid: shape.dbid ?? 1_000_000_000 + (seed.readUInt32BE(0) % 3_000_000_000),
    name: shape.name,
    uniqueName: shape.uniqueName ?? shape.name,
    edition: shape.edition,
    logMode: shape.logMode,
    openMode: shape.openMode,
    role: shape.role,
    cleanShutdown: true,
    pdbs: shape.pdbs.map((name) => ({ name, guid: createHash('md5').update(name).digest('hex').toUpperCase() })),
    created,
    resetlogsScn: 1_594_143,
    resetlogsTime: created,
    datafiles: datafiles(home, shape),
    tempfiles: [],
    scn,
    scnTime: now,
    sequence: 21,
    sequenceScn: scn - 10_000,
    sequenceTime: now - 4 * 3_600_000,
    next: { log: 17, set: 1, setCount: 1, piece: 1, copy: 1, omf: seed.readUInt32BE(8) % 1_000_000 },
    logs: [],
    sets: [],
    copies: [],
    configuration: { ...shape.configuration },
    autobackups: { day: '', next: 0 },
    failures: {},
  };
  const temp = join(home, 'oradata', shape.name, 'temp01.dbf');
  database.tempfiles.push({ file: 1, tablespace: 'TEMP', path: temp, bytes: 131 * MB, maxBytes: 32_767 * MB });
  if (shape.logMode === 'ARCHIVELOG') {
    for (let i = 0; i < 4; i++) switchLog(database, home, now - (3 - i) * 3_600_000 - 600_000, scale);
  }
  return database;
}

function datafiles(home: string, shape: DatabaseShape): Datafile[] {
  const files: Datafile[] = [];
  const add = (pdb: string | null, tablespaces: Record<string, number>): void => {
    const folder = join(home, 'oradata', shape.name, ...(pdb === null ? [] : [pdb === 'PDB$SEED' ? 'pdbseed' : pdb]));
    for (const [tablespace, megabytes] of Object.entries(tablespaces)) {
      files.push({
        file: files.length + 1,
        tablespace,
        pdb,
        path: join(folder, `${tablespace.toLowerCase().replace(/\d$/, '')}01.dbf`),
        bytes: megabytes * MB,
        status: shape.readOnly.includes(tablespace)
          ? 'READ ONLY'
          : shape.offline.includes(tablespace)
            ? 'OFFLINE'
            : 'ONLINE',
        rollback: tablespace === 'SYSTEM' || tablespace.startsWith('UNDO'),
      });
    }
  };
  add(null, shape.tablespaces ?? DEFAULT_TABLESPACES);
  for (const pdb of shape.pdbs) add(pdb, shape.pdbTablespaces ?? PDB_TABLESPACES);
  return files;
}
