// The application's own log: JSON lines in the profile, redacted by the writer, rotated by size; knows no reader.
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock, Logger } from './ports.ts';
import { redact } from './redact.ts';

const MAX_BYTES = 2_000_000;

/**
 * Logs to `<directory>/respaldo.log`; the file before goes to `respaldo.1.log`. Written synchronously: a line about a
 * crash must be on disk before the crash is over. A log that cannot be written is no reason to stop a backup.
 */
export function createLogger(directory: string, clock: Pick<Clock, 'now'>): Logger {
  const file = join(directory, 'respaldo.log');
  let incidents = 0;
  const write = (level: string, message: string, facts: Record<string, unknown> = {}): void => {
    const line = redact(JSON.stringify({ at: new Date(clock.now()).toISOString(), level, message, ...facts }));
    try {
      mkdirSync(directory, { recursive: true, mode: 0o700 });
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > MAX_BYTES) {
        renameSync(file, join(directory, 'respaldo.1.log'));
      }
      appendFileSync(file, `${line}\n`, { mode: 0o600 });
    } catch {
      process.stderr.write(`${line}\n`);
    }
  };
  return {
    info: (message, facts) => write('info', message, facts),
    warn: (message, facts) => write('warn', message, facts),
    exception(error, where) {
      incidents += 1;
      const incident = `${clock.now().toString(36)}-${process.pid.toString(36)}-${incidents}`.toUpperCase();
      const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
      write('exception', detail, { incident, where });
      return incident;
    },
  };
}
