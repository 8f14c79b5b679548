// What it costs to write a script: on every keystroke in a form, and once for each run.
import { strategySpecSchema } from '../../shared/domain/strategy.ts';
import { renderScript } from '../../shared/rman/render-script.ts';
import { strategyKinds } from '../support/strategy-kinds.ts';
import { median, ms, times, type Row } from './row.ts';

const BUDGET = 1;
const ROUNDS = 41;

export function measure(): Row[] {
  const specs = strategyKinds('/backup').map(([, spec]) => spec);
  const each = (work: (spec: (typeof specs)[number]) => unknown): number =>
    median(
      Array.from({ length: ROUNDS }, () => {
        const begin = performance.now();
        for (const spec of specs) work(spec);
        return (performance.now() - begin) / specs.length;
      }),
    );
  const judged = each((spec) => strategySpecSchema.safeParse(spec));
  const written = each((spec) => renderScript(spec, { version: 7, commandId: '01HZZZZZZZZZZZZZZZZZZZZZZZ' }));
  return [
    {
      what: `a script of ${specs.length} kinds of strategy, each`,
      measured: ms(written),
      baseline: `judging its fields alone ${ms(judged)} (${times(written / judged)})`,
      budget: `< ${BUDGET} ms`,
      ok: written < BUDGET,
    },
  ];
}
