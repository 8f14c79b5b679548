// Every pair of choices that a strategy can hold, as a script, through the strict RMAN simulator: nothing is refused.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { newId } from '../../../shared/domain/id.ts';
import { strategySpecSchema } from '../../../shared/domain/strategy.ts';
import { releaseProblems } from '../../../shared/domain/strategy/needs.ts';
import { needsPassword } from '../../../shared/domain/strategy/options.ts';
import { renderScript } from '../../../shared/rman/render-script.ts';
import { secretStatements } from '../../../shared/rman/secret-statements.ts';
import { pairedExports, pairedStrategies } from '../../support/strategy-model.ts';
import { SMALL, workbench } from './simulate.ts';

const DATABASE = { ...SMALL, pdbs: ['PDB$SEED', 'PDB1'] };

/** Stands for a directory that each script gets of its own. */
const PLACE = '/the/place';
const { specs, pairs, factors } = pairedStrategies(PLACE);
const ofExports = pairedExports();

describe('the whole model, pair by pair,', () => {
  test.each([
    ['RMAN', { specs, pairs, factors }],
    ['Data Pump', ofExports],
  ])('holds every answer about %s, and its strategies are good ones', (_tool, model) => {
    expect(model.specs.filter((spec) => !strategySpecSchema.safeParse(spec).success)).toEqual([]);
    expect(model.specs).toHaveLength(model.pairs.rows.length);
    for (const [index, { name, levels }] of model.factors.entries()) {
      const unused = levels.filter((level) => model.pairs.rows.every((row) => row[index] !== level));
      expect([name, unused]).toEqual([name, []]);
    }
  });

  test.each(['12.2', '23'])('runs to a good end in RMAN %s', async (version) => {
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

  test.each(['12.2', '23'])('exports to a good end in Data Pump %s', async (version) => {
    const refused: [string, string][] = [];
    for (const spec of ofExports.specs.filter((one) => releaseProblems(one, version).length === 0)) {
      const bench = workbench();
      const parfile = renderScript(spec, { version: 1, commandId: newId(Date.now()) }).text;
      writeFileSync(join(bench.folder, 'export.par'), parfile);
      const settings = { version, wallet: 'open', scale: 1 / 4096 };
      const input = needsPassword(spec.encryption) ? 'not $o easy\n' : '';
      const { code, output } = await bench.run({ args: ['expdp', '"/ as sysdba"', 'parfile=export.par'], settings, input });
      if (code !== 0) refused.push([parfile, output.slice(-900)]);
    }
    expect(refused).toEqual([]);
  }, 180_000);
});
