// Brings together what the linter knows of a database: its description and the panels of the catalogue.
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Target } from '../../shared/domain/target.ts';
import { FACT_PANELS, factsOfPanels, factsOfTarget, type TargetFacts } from '../../shared/lint/facts.ts';

/** Asks the database where SQL reaches it. What it does not answer stays unknown: that is no failure of the linter. */
export async function askedFacts({ id, spec }: Target, catalogue: Pick<Catalogue, 'panel'>): Promise<TargetFacts> {
  const known = factsOfTarget(spec);
  if (spec.sql === null) return known;
  const first = await catalogue.panel(id, 'identity', false);
  // A database that does not even say who it is would only cost its patience four times more.
  if (first.result.state === 'failed') return known;
  const panels = await Promise.all(FACT_PANELS.map((name) => catalogue.panel(id, name, false)));
  return factsOfPanels(known, panels);
}

/** The same from what the database has answered before. */
export async function rememberedFacts({ id, spec }: Target, catalogue: Pick<Catalogue, 'remembered'>): Promise<TargetFacts> {
  return factsOfPanels(factsOfTarget(spec), await catalogue.remembered(id, FACT_PANELS));
}
