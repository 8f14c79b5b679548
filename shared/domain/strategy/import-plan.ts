// What an import would do, strategy by strategy, before anything is done: new, changed, same or refused. Pure.
import type { FieldProblem } from '../../errors/field-problem.ts';
import { nameKey } from '../name-key.ts';
import type { FileEntry } from '../strategy-file.ts';
import type { Strategy, StrategySpec } from '../strategy.ts';
import { specChanges, type FieldChange } from './changes.ts';

/** One strategy of a file beside what the database has under its name. `place`: which of the file, from 0. */
export type ImportRow = { place: number; line: number; name: string | null; target: string | null } & (
  | { state: 'new'; targetId: string; spec: StrategySpec }
  | { state: 'changed'; targetId: string; id: string; version: number; spec: StrategySpec; changes: FieldChange[] }
  | { state: 'same'; targetId: string; id: string }
  | { state: 'refused'; problems: FieldProblem[] }
);

export type ImportWorld = {
  /** The database that a strategy of the file goes to, by the name in the file; `null`: none was chosen. */
  targetFor(name: string | null): string | null;
  /** What is saved. */
  strategies: readonly Strategy[];
  /** What a database cannot do. */
  problemsAt(targetId: string, spec: StrategySpec): FieldProblem[];
};

/** The rows in the order of the file. */
export function importPlan(entries: readonly FileEntry[], world: ImportWorld): ImportRow[] {
  const taken = new Set<string>();
  return entries.map((entry, place): ImportRow => {
    const { line, target } = entry;
    const refuse = (name: string | null, problems: FieldProblem[]): ImportRow =>
      ({ place, line, target, name, state: 'refused', problems });
    if (entry.kind === 'refused') return refuse(entry.name, entry.problems);
    const { spec } = entry;
    const targetId = world.targetFor(target);
    if (targetId === null) return refuse(spec.name, [{ path: 'target', code: 'import.no-target', params: { line } }]);
    const key = `${targetId}/${nameKey(spec.name)}`;
    if (taken.has(key)) return refuse(spec.name, [{ path: 'name', code: 'import.name-twice', params: { line } }]);
    taken.add(key);
    const problems = world.problemsAt(targetId, spec);
    if (problems.length > 0) return refuse(spec.name, problems);
    return { place, line, target, name: spec.name, ...beside(targetId, spec, world) };
  });
}

type Settled<Row> = Row extends unknown ? Omit<Row, 'place' | 'line' | 'name' | 'target'> : never;

function beside(targetId: string, spec: StrategySpec, { strategies }: ImportWorld): Settled<ImportRow> {
  const found = strategies.find(
    (one) => one.targetId === targetId && nameKey(one.spec.name) === nameKey(spec.name),
  );
  if (!found) return { state: 'new', targetId, spec };
  const changes = specChanges(found.spec, spec);
  if (changes.length === 0) return { state: 'same', targetId, id: found.id };
  return { state: 'changed', targetId, id: found.id, version: found.version, spec, changes };
}
