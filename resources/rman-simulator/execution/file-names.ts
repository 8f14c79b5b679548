// Names of backup files: FORMAT strings expanded (reference §2.8) and the Oracle-managed names of the recovery area.
import { isAbsolute, join } from 'node:path';
import { formatDate } from '../output/dates.ts';
import { setName, omfId } from '../state/omf.ts';
import type { SimulatedDatabase } from '../state/model.ts';
import { StepFailure } from './steps.ts';

export interface NameFacts {
  database: { name: string; dbid: number };
  uniquePiece: string;
  kind: 'piece' | 'datafile copy' | 'controlfile copy' | 'archivelog copy' | 'autobackup';
  setCount: number;
  setStamp: number;
  piece: number;
  copy: number;
  time: Date;
  file?: number;
  tablespace?: string;
  sequence?: number;
  thread?: number;
  activation?: number;
  /** Hexadecimal sequence of the day, for %F. */
  autobackup?: number;
}

/** @throws StepFailure ORA-19715 for a specifier that this kind of file does not have. */
export function expandFormat(format: string, facts: NameFacts): string {
  return format.replace(/%(.?)/g, (_, specifier: string) => {
    const value = specifierValue(specifier, facts);
    if (value === null) throw new StepFailure([`ORA-19715: invalid format ${specifier} for generated name`]);
    return value;
  });
}

function specifierValue(specifier: string, f: NameFacts): string | null {
  const piece = f.kind === 'piece' || f.kind === 'autobackup';
  const common: Record<string, () => string> = {
    '%': () => '%',
    U: () => uniqueName(f),
    u: () => setName(f.setCount, f.setStamp),
    T: () => formatDate(f.time, 'YYYYMMDD'),
    Y: () => formatDate(f.time, 'YYYY'),
    M: () => formatDate(f.time, 'MM'),
    D: () => formatDate(f.time, 'DD'),
    d: () => f.database.name,
    n: () => f.database.name.padEnd(8, 'x'),
    I: () => String(f.database.dbid),
  };
  const ofPieces: Record<string, () => string> = {
    s: () => String(f.setCount),
    p: () => String(f.piece),
    c: () => String(f.copy),
    t: () => String(f.setStamp),
  };
  const ofCopies: Record<string, string | undefined> = {
    f: f.file === undefined ? undefined : String(f.file),
    N: f.tablespace,
    e: f.sequence === undefined ? undefined : String(f.sequence),
    h: f.thread === undefined ? undefined : String(f.thread),
    a: f.activation === undefined ? undefined : String(f.activation),
  };
  if (specifier === 'F') return f.kind === 'autobackup' ? autobackupName(f) : null;
  return common[specifier]?.() ?? (piece ? ofPieces[specifier]?.() : undefined) ?? ofCopies[specifier] ?? null;
}

function autobackupName(f: NameFacts): string {
  const sequence = (f.autobackup ?? 0).toString(16).padStart(2, '0');
  return `c-${f.database.dbid}-${formatDate(f.time, 'YYYYMMDD')}-${sequence}`;
}

function uniqueName(f: NameFacts): string {
  const unique = setName(f.setCount, f.setStamp);
  const { name, dbid } = f.database;
  switch (f.kind) {
    case 'datafile copy':
      return `data_D-${name}_I-${dbid}_TS-${f.tablespace}_FNO-${f.file}_${unique}`;
    case 'controlfile copy':
      return `cf_D-${name}_id-${dbid}_${unique}`;
    case 'archivelog copy':
      return `arch_D-${name}_id-${dbid}_S-${f.sequence}_T-${f.thread}_A-${f.activation}_${unique}`;
    default:
      return f.uniquePiece
        .replace('%u', unique)
        .replace('%s', String(f.setCount))
        .replace('%p', String(f.piece))
        .replace('%c', String(f.copy));
  }
}

/** Relative names lie in the Oracle home's dbs folder. */
export function serverPath(home: string, name: string): string {
  return isAbsolute(name) || name.startsWith('+') || /^[A-Za-z]:[\\/]/.test(name) ? name : join(home, 'dbs', name);
}

/** Path of an Oracle-managed file in the recovery area; draws an id from the database. */
export function recoveryAreaPath(
  home: string,
  database: SimulatedDatabase,
  folder: 'backupset' | 'autobackup' | 'datafile' | 'controlfile' | 'archivelog',
  stem: string,
  extension: string,
  time: Date,
  pdb: string | null = null,
): string {
  const guid = database.pdbs.find((one) => one.name === pdb)?.guid;
  const day = folder === 'datafile' || folder === 'controlfile' ? [] : [formatDate(time, 'YYYY"_"MM"_"DD')];
  return join(
    home,
    'fra',
    database.uniqueName,
    ...(guid === undefined ? [] : [guid]),
    folder,
    ...day,
    `o1_mf_${stem}_${omfId(database.next)}_.${extension}`,
  );
}
