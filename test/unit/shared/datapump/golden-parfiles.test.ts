// The parfiles of every kind of export as they stand in test/fixtures/scripts: a change of any is seen in review.
import { describe, expect, test } from 'vitest';
import { strategySpecSchema } from '../../../../shared/domain/strategy.ts';
import { strategyFromFile, strategyToFile } from '../../../../shared/domain/strategy-file.ts';
import { problemsOf } from '../../../../shared/errors/field-problem.ts';
import { renderScript } from '../../../../shared/rman/render-script.ts';
import { exportKinds } from '../../../support/export-kinds.ts';

describe('the parfile of', () => {
  test.each(exportKinds)('%s', async (name, spec) => {
    expect(problemsOf(strategySpecSchema, spec)).toEqual([]);
    const { text } = renderScript(spec, { version: 3, commandId: '01JZZZZZZZABCDEFGHJKMNPQRS' });
    await expect(text).toMatchFileSnapshot(`../../../fixtures/scripts/${name}.par`);
  });

  test.each(exportKinds)('%s is the same after the way through a file', (_, spec) => {
    expect(strategyFromFile(strategyToFile(spec))).toEqual(spec);
  });

  test('no two kinds is the same', () => {
    const texts = exportKinds.map(([, spec]) => renderScript({ ...spec, name: 'x' }, { version: 1, commandId: 'X' }).text);
    expect(new Set(texts).size).toBe(texts.length);
  });
});
