// Turns what SQLite reports about the disk into foreseen errors; everything else stays an exception.
import { AppError } from '../../shared/errors/app-error.ts';

/** SQLite's extended result code of an error, such as `SQLITE_FULL`; '' for any other error. */
export function sqliteCode(error: unknown): string {
  if (!(error instanceof Error) || error.name !== 'SqliteError') return '';
  return 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** True when the bytes of the file themselves are wrong. */
export function isDamage(error: unknown): boolean {
  const code = sqliteCode(error);
  return code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT');
}

const UNAVAILABLE = /^SQLITE_(CANTOPEN|READONLY|PERM|IOERR|BUSY|LOCKED|PROTOCOL|NOLFS|AUTH)/;

/**
 * The foreseen error behind `error`, or `error` itself. Damage found while working is reported as unavailable: the
 * file is kept aside only when it is opened, while nobody relies on it.
 */
export function foreseen(error: unknown, path: string): unknown {
  const code = sqliteCode(error);
  if (code === 'SQLITE_FULL') return new AppError('store.full');
  if (UNAVAILABLE.test(code) || isDamage(error)) {
    return new AppError('store.unavailable', { path, detail: `${(error as Error).message} (${code})` });
  }
  return error;
}
