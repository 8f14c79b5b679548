// Random sets of backups of a small database, for the properties of retention.
import fc from 'fast-check';
import { DAY_MS, type RetainedBackup, type RetentionPolicy } from '../../../../shared/retention/backups.ts';

export const NOW = Date.UTC(2026, 5, 15);
export const ago = (days: number): number => NOW - days * DAY_MS;

const keep = fc.oneof(
  { weight: 6, arbitrary: fc.constant(null) },
  { weight: 1, arbitrary: fc.constantFrom('forever' as const, ago(3), NOW + DAY_MS) },
);
const files = fc.uniqueArray(fc.constantFrom('1', '2', '3'), { minLength: 1, maxLength: 3 });
const day = fc.integer({ min: 1, max: 240 }).map((quarter) => quarter / 4);

const one = fc.oneof(
  fc.record({ kind: fc.constant('full' as const), keep, files, day }),
  fc.record({ kind: fc.constant('incremental' as const), keep, files, day, reach: fc.integer({ min: 1, max: 6 }) }),
  fc.record({ kind: fc.constant('redo' as const), keep, day, length: fc.integer({ min: 1, max: 8 }) }),
);

export const anyBackups: fc.Arbitrary<RetainedBackup[]> = fc.array(one, { maxLength: 40 }).map((all) =>
  all.map((raw, index): RetainedBackup => {
    const id = String(index);
    const at = ago(raw.day);
    if (raw.kind === 'redo') {
      return { id, kind: 'redo', keep: raw.keep, thread: 1, from: at, until: Math.min(NOW, at + (raw.length * DAY_MS) / 4) };
    }
    const own = { id, keep: raw.keep, files: raw.files, checkpointAt: at, completedAt: at + 3_600_000 };
    return raw.kind === 'full'
      ? { ...own, kind: 'full' }
      : { ...own, kind: 'incremental', since: at - raw.reach * DAY_MS };
  }),
);

export const anyPolicy: fc.Arbitrary<RetentionPolicy> = fc.oneof(
  fc.integer({ min: 1, max: 5 }).map((copies) => ({ kind: 'redundancy' as const, copies })),
  fc.integer({ min: 1, max: 40 }).map((days) => ({ kind: 'window' as const, days })),
  fc.constant({ kind: 'none' as const }),
);
