// Puts what databases say of themselves into one list, worst first. Pure.
import type { DatabaseConcern, DatabaseConcerns } from '../../../shared/domain/catalogue/concerns.ts';
import type { TargetOverview } from '../../../shared/ipc/slices.ts';

const ORDER: readonly DatabaseConcern['kind'][] = ['corruption', 'recovery-area-full', 'no-archivelog'];

export type ConcernRow = { target: TargetOverview; concern: DatabaseConcern; askedAt: number };

/** Concerns of enabled databases that still exist; a kind by its order, within it by name. */
export function worstConcernsFirst(all: readonly DatabaseConcerns[], targets: readonly TargetOverview[]): ConcernRow[] {
  const byId = new Map(targets.filter(({ enabled }) => enabled).map((target) => [target.id, target]));
  return all
    .flatMap(({ targetId, askedAt, concerns }) => {
      const target = byId.get(targetId);
      return target ? concerns.map((concern) => ({ target, concern, askedAt })) : [];
    })
    .sort((a, b) =>
      ORDER.indexOf(a.concern.kind) - ORDER.indexOf(b.concern.kind)
      || a.target.spec.name.localeCompare(b.target.spec.name));
}

/** How many databases say something bad of themselves. */
export const troubledDatabases = (all: readonly DatabaseConcerns[], targets: readonly TargetOverview[]): number =>
  new Set(worstConcernsFirst(all, targets).map(({ target }) => target.id)).size;
