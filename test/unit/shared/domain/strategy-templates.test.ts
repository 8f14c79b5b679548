// The sets of strategies to begin with: good ones for every database they are made for, without a serious finding.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { strategySpecSchema } from '../../../../shared/domain/strategy.ts';
import { releaseProblems } from '../../../../shared/domain/strategy/needs.ts';
import {
  isPossible, suggestedTemplate, TEMPLATE_KINDS, templateStrategies, type TemplateFit,
} from '../../../../shared/domain/strategy/templates.ts';
import { editionNeeds } from '../../../../shared/domain/strategy/edition.ts';
import { problemsOf } from '../../../../shared/errors/field-problem.ts';
import { NO_FACTS } from '../../../../shared/lint/facts.ts';
import { lint } from '../../../../shared/lint/lint.ts';
import { renderScript } from '../../../../shared/rman/render-script.ts';
import { SMALL, workbench } from '../../rman-simulator/simulate.ts';

const fit = (change: Partial<TemplateFit> = {}): TemplateFit => ({
  directory: '/backup', second: null, release: '19', enterprise: true, zone: 'Europe/Madrid', language: 'en', ...change,
});
const PLACES = [null, '/backup', '/mnt/100%/', 'D:\\Copias', '+FRA'];

describe.each(TEMPLATE_KINDS)('the set %s', (kind) => {
  test('is made of good strategies, wherever its pieces go and in both languages', () => {
    for (const directory of PLACES) {
      for (const language of ['en', 'es'] as const) {
        for (const enterprise of [true, false]) {
          const specs = templateStrategies(kind, fit({ directory, language, enterprise, second: '/second' }));
          const problems = specs.flatMap((spec) => problemsOf(strategySpecSchema, spec).map((one) => [spec.name, one]));
          expect(problems).toEqual([]);
          expect(new Set(specs.map(({ name }) => name)).size).toBe(specs.length);
          expect(specs.every(({ schedule }) => schedule?.zone === 'Europe/Madrid')).toBe(true);
        }
      }
    }
  });

  test('asks for nothing that the database may not use', () => {
    const standard = templateStrategies(kind, fit({ enterprise: false }));
    expect(standard.flatMap(editionNeeds)).toEqual([]);
    for (const release of ['11.2', '12.2', '23.26.0']) {
      if (!isPossible(kind, { release })) continue;
      expect(templateStrategies(kind, fit({ release })).flatMap((spec) => releaseProblems(spec, release))).toEqual([]);
    }
  });

  test('has no serious finding', () => {
    const role = kind === 'standby' ? 'PHYSICAL STANDBY' : 'PRIMARY';
    for (const directory of [null, '/backup']) {
      const specs = templateStrategies(kind, fit({ directory }));
      const strategies = specs.map((spec, index) => ({ id: String(index), enabled: true, spec }));
      const facts = { ...NO_FACTS, login: 'os' as const, release: '19', role, archivelog: true, edition: { name: 'EE' } };
      const findings = lint({ facts, strategies, roads: null, now: Date.UTC(2026, 9, 4) });
      expect(findings.filter(({ severity }) => severity === 'serious')).toEqual([]);
      // Their only fault is that they go to one place: a second one is the user's to name.
      const other = findings.filter(({ severity, rule }) => severity === 'caution' && rule !== 'one-place');
      expect(other.map(({ rule, strategies: of }) => [rule, of.map((id) => specs[Number(id)]?.name)])).toEqual([]);
    }
  });

  test('runs through RMAN, one after the other', async () => {
    for (const directory of ['place', null]) {
      const bench = workbench();
      const place = directory && join(bench.folder, directory);
      const second = join(bench.folder, 'second');
      for (const path of [place, second]) if (path) mkdirSync(path);
      for (const spec of templateStrategies(kind, fit({ directory: place, second }))) {
        const { text } = renderScript(spec, { version: 1, commandId: 'RUN1' });
        const { code, output } = await bench.script(text, { settings: { database: { ...SMALL, pdbs: ['PDB$SEED', 'PDB1'] } } });
        expect([spec.name, code, code === 0 ? '' : output.slice(-900)]).toEqual([spec.name, 0, '']);
      }
    }
  });
});

test('what is known of a database suggests its set', () => {
  const known = { role: null, bytes: null, containers: false };
  expect(suggestedTemplate(known)).toBe('small-oltp');
  expect(suggestedTemplate({ ...known, role: 'PHYSICAL STANDBY' })).toBe('standby');
  expect(suggestedTemplate({ ...known, bytes: 3e12 })).toBe('warehouse');
  expect(suggestedTemplate({ ...known, bytes: 5e9, containers: true })).toBe('container-lab');
});
