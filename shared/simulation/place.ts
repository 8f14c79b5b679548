// Where backups lie, as far as room is concerned: one place for everything that fills the same space. Pure.
import type { StrategySpec } from '../domain/strategy.ts';
import { formatParts } from '../rman/format-string.ts';

/**
 * The fast recovery area, the media manager's tape, or a directory (or disk group) as the FORMAT names it. A directory
 * is always an absolute path, so the three never meet.
 */
export type Place = string;

export const RECOVERY_AREA: Place = 'recovery-area';
export const TAPE: Place = 'tape';

/** Where a strategy's backups are written (reference §2.5, precedence of FORMAT). */
export function placeOf({ device, scope, format, perChannel }: StrategySpec): Place {
  if (device.kind === 'sbt') return TAPE;
  if (scope.kind === 'recovery-area') return scope.destination ?? TAPE;
  const written = format ?? perChannel.find((channel) => channel.format !== null)?.format ?? null;
  return written === null ? RECOVERY_AREA : formatParts(written).directory;
}
