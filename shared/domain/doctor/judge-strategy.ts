// What one strategy asks for, judged against what its database and its destination have. Pure; looks at nothing.
import type { Identity } from '../catalogue/identity.ts';
import { firmShare, type RecoveryArea } from '../catalogue/storage.ts';
import type { CheckRow } from '../check.ts';
import { editionNeeds, isEnterprise, type EditionNeed } from '../strategy/edition.ts';
import type { StrategySpec } from '../strategy.ts';
import { finding, good, judged, sizeText, type Asked } from './row.ts';

/** What no edition takes from it, or what needs a licence; nothing for a strategy that every database may run. */
export function editionRows(spec: StrategySpec, identity: Asked<Identity>): CheckRow[] {
  const needs = editionNeeds(spec);
  if (needs.length === 0) return [];
  const rows = judged('edition', identity, ({ edition }) => needs.flatMap((need) => editionRow(need, spec, edition)));
  return rows.map((row) => ({ ...row, strategy: spec.name }));
}

function editionRow(need: EditionNeed, { channels }: StrategySpec, edition: string | null): CheckRow[] {
  const { option, otherwise, licence } = need;
  if (isEnterprise(edition)) {
    return licence === null ? [] : [finding('edition', 'unknown', option, 'doctor.licence', { option, licence })];
  }
  const named = edition ?? 'Standard Edition';
  return otherwise === 'serial'
    ? [finding('edition', 'warning', option, 'doctor.edition-serial', { channels, edition: named })]
    : [finding('edition', 'bad', option, 'doctor.edition', { option, edition: named })];
}

/**
 * The rows about a strategy's destination with its room set against what the last similar good run wrote (`null`:
 * nobody knows). Without a place of its own the recovery area is the destination.
 */
export function roomRows(
  spec: StrategySpec,
  rows: readonly CheckRow[],
  area: Asked<RecoveryArea>,
  similarBytes: number | null,
): CheckRow[] {
  const looked = rows.flatMap((row) => {
    if (row.what === 'free-space') return [spaceRow(row, pathOf(rows), similarBytes)];
    return row.problem?.code === 'destination.in-database' ? areaRows(row, area, similarBytes) : [row];
  });
  return looked.map((row) => ({ ...row, strategy: spec.name }));
}

const pathOf = (rows: readonly CheckRow[]): string => rows.find(({ what }) => what === 'destination')?.found ?? '';

function spaceRow(row: CheckRow, path: string, needed: number | null): CheckRow {
  const free = Number(row.found);
  if (needed === null || needed * 2 <= free) return row;
  const params = { free: sizeText(free), needed: sizeText(needed), path };
  return free < needed
    ? finding('free-space', 'bad', row.found, 'doctor.too-little-room', params)
    : finding('free-space', 'warning', row.found, 'doctor.tight-room', params);
}

/** In the recovery area Oracle makes room by itself of what it may delete. */
function areaRows(unseen: CheckRow, area: Asked<RecoveryArea>, needed: number | null): CheckRow[] {
  if (area?.state !== 'ok' || firmShare(area.value) === null) return [unseen];
  const { name, limitBytes, usedBytes, reclaimableBytes } = area.value;
  const place = good('destination', name ?? '');
  const free = Math.max(0, limitBytes - usedBytes + reclaimableBytes);
  return [place, spaceRow(good('free-space', String(free)), name ?? '', needed)];
}
