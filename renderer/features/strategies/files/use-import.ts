// The state of an import: the file that was read, the database of each name in it, what was chosen, what was refused.
import { useMemo, useState } from 'react';
import { AppError } from '../../../../shared/errors/app-error.ts';
import type { FieldProblem } from '../../../../shared/errors/field-problem.ts';
import { strategiesFromFile, type FileEntry } from '../../../../shared/domain/strategy-file.ts';
import { importPlan, type ImportRow } from '../../../../shared/domain/strategy/import-plan.ts';
import { releaseProblems } from '../../../../shared/domain/strategy/needs.ts';
import type { TargetOverview } from '../../../../shared/ipc/slices.ts';
import { useClient, useFailureText, useSlice } from '../../../state/window-parts.tsx';

type Reading = { entries: FileEntry[]; problems: FieldProblem[] };

/** Rows that can be taken; the others stand there to be read. */
export const isTakable = ({ state }: ImportRow): boolean => state === 'new' || state === 'changed';

export function useImport(preferred: string | null) {
  const client = useClient();
  const failureText = useFailureText();
  const targets = useSlice('targets');
  const strategies = useSlice('strategies');
  const [reading, setReading] = useState<Reading | null>(null);
  const [chosenTargets, setChosenTargets] = useState<Readonly<Record<string, string>>>({});
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const [failures, setFailures] = useState<ReadonlyMap<number, string>>(new Map());

  const names = useMemo(() => [...new Set((reading?.entries ?? []).map(({ target }) => target))], [reading]);
  const only = targets.length === 1 ? targets[0] : undefined;
  const targetFor = (name: string | null): string | null =>
    chosenTargets[keyOf(name)] ?? targetNamed(name, targets)?.id ?? preferred ?? only?.id ?? null;
  const rows = importPlan(reading?.entries ?? [], {
    targetFor,
    strategies,
    problemsAt: (targetId, spec) => releaseProblems(spec, releaseOf(targets.find(({ id }) => id === targetId))),
  });
  const taken = rows.filter((row) => isTakable(row) && !left.has(row.place));

  return {
    reading,
    names,
    rows,
    taken,
    failures,
    targetFor,
    read(text: string): void {
      setLeft(new Set());
      setFailures(new Map());
      setReading(readingOf(text));
    },
    choose: (name: string | null, targetId: string): void =>
      setChosenTargets({ ...chosenTargets, [keyOf(name)]: targetId }),
    take(place: number, wanted: boolean): void {
      const next = new Set(left);
      if (wanted) next.delete(place);
      else next.add(place);
      setLeft(next);
    },
    /** One change after the other, as if each had been typed; answers how many were made. */
    async apply(): Promise<{ done: number; refused: number }> {
      const refused = new Map<number, string>();
      for (const row of taken) {
        try {
          if (row.state === 'new') await client.ask('strategies.create', { targetId: row.targetId, spec: row.spec });
          if (row.state === 'changed') {
            const { id, version, targetId, spec } = row;
            await client.ask('strategies.update', { id, version, targetId, spec });
          }
        } catch (error) {
          refused.set(row.place, await failureText(error));
        }
      }
      setFailures(refused);
      return { done: taken.length - refused.size, refused: refused.size };
    },
  };
}

const keyOf = (name: string | null): string => name ?? '';

const targetNamed = (name: string | null, targets: readonly TargetOverview[]): TargetOverview | undefined =>
  targets.find(({ spec }) => name !== null && spec.name.toLowerCase() === name.toLowerCase());

const releaseOf = (target: TargetOverview | undefined): string | null =>
  target?.spec.runner.kind === 'simulated' ? target.spec.runner.version : null;

function readingOf(text: string): Reading {
  try {
    return { entries: strategiesFromFile(text), problems: [] };
  } catch (error) {
    if (error instanceof AppError) return { entries: [], problems: error.fields };
    throw error;
  }
}
