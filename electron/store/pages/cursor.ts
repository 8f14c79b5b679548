// The opaque place to go on from in a list of runs: what the last row shown was sorted by, and its number in time.
import { z } from 'zod';
import type { RunSort } from '../../../shared/domain/history.ts';
import { AppError } from '../../../shared/errors/app-error.ts';

/** Where a run stands in an order: by `key` first, then by `seq`; both in the order's direction. */
export type Place = { key: string | number; seq: number };

const cursorSchema = z.tuple([z.string(), z.boolean(), z.union([z.string(), z.number()]), z.number().int()]);

export function cursorOf(sort: RunSort, place: Place): string {
  const content = JSON.stringify([sort.by, sort.descending, place.key, place.seq]);
  return Buffer.from(content).toString('base64url');
}

/** @throws AppError `request.malformed` for a text that was never a cursor of this order. */
export function placeOf(sort: RunSort, cursor: string | null): Place | null {
  if (cursor === null) return null;
  const [by, descending, key, seq] = parsed(cursor);
  if (by !== sort.by || descending !== sort.descending) throw new AppError('request.malformed');
  return { key, seq };
}

function parsed(cursor: string): z.infer<typeof cursorSchema> {
  try {
    return cursorSchema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch {
    throw new AppError('request.malformed');
  }
}
