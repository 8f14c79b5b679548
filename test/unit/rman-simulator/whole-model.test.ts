// Every pair of choices that a strategy can hold, as a script, through the strict RMAN simulator: nothing is refused.
import { describe, expect, test } from 'vitest';
import { newId } from '../../../shared/domain/id.ts';
import { strategySpecSchema } from '../../../shared/domain/strategy.ts';
import { renderScript } from '../../../shared/rman/render-script.ts';
import { secretStatements } from '../../../shared/rman/secret-statements.ts';
import { pairedStrategies } from '../../support/strategy-model.ts';
import { SMALL, workbench } from './simulate.ts';

const DATABASE = { ...SMALL, pdbs: ['PDB$SEED', 'PDB1'] };

/** Stands for a directory that each script gets of its own. */
const PLACE = '/the/place';
const { specs, pairs, factors } = pairedStrategies(PLACE);

describe('the whole model, pair by pair,', () => {
  test('holds every answer, and its strategies are good ones', () => {
    expect(specs.filter((spec) => !strategySpecSchema.safeParse(spec).success)).toEqual([]);
    expect(specs).toHaveLength(pairs.rows.length);
    for (const { name, levels } of factors) {
      const index = factors.findIndex((factor) => factor.name === name);
      expect([name, levels.filter((level) => pairs.rows.every((row) => row[index] !== level))]).toEqual([name, []]);
    }
  });

  test.each(['12.2', '19', '23'])('runs to a good end in RMAN %s', async (version) => {
    const refused: [string, string][] = [];
    for (const spec of specs) {
      const bench = workbench();
      const written = renderScript(spec, { version: 1, commandId: newId(Date.now()) }).text;
      const script = written.replaceAll(PLACE, bench.folder);
      const secrets = secretStatements(spec, 'not $o easy');
      const args = ['target', '/', 'catalog', 'rco/secret@cat'];
      const settings = { version, wallet: 'open', tapeLibrary: 'linked', database: DATABASE, scale: 1 / 4096 };
      // What a strategy that writes nothing finds when it looks whether a restore would work.
      const earlier = `RUN { ALLOCATE CHANNEL c1 DEVICE TYPE ${spec.device.kind}; BACKUP DATABASE PLUS ARCHIVELOG; }`;
      if (spec.validateOnly) await bench.script(earlier, { args, settings });
      const outcome =
        secrets.length === 0
          ? await bench.script(script, { args, settings })
          : await bench.run({ args, settings, input: `${secrets.join('\n')}\n${script}exit;\n` });
      if (outcome.code !== 0 || outcome.output.includes('RMAN-00571')) refused.push([script, outcome.output.slice(-900)]);
    }
    expect(refused).toEqual([]);
  }, 180_000);
});
