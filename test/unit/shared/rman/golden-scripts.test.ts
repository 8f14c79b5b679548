// The scripts of every kind of strategy as they stand in test/fixtures/scripts: a change of any is seen in review.
import { describe, expect, test } from 'vitest';
import { strategySpecSchema } from '../../../../shared/domain/strategy.ts';
import { problemsOf } from '../../../../shared/errors/field-problem.ts';
import { renderScript } from '../../../../shared/rman/render-script.ts';
import { strategyKinds } from '../../../support/strategy-kinds.ts';

describe('the script of', () => {
  test.each(strategyKinds('/backup'))('%s', async (name, spec) => {
    expect(problemsOf(strategySpecSchema, spec)).toEqual([]);
    const { text } = renderScript(spec, { version: 3, commandId: 'RUN1' });
    await expect(text).toMatchFileSnapshot(`../../../fixtures/scripts/${name}.rman`);
  });

  test('no two kinds is the same', () => {
    const texts = strategyKinds('/backup').map(([, spec]) => renderScript({ ...spec, name: 'x' }, { version: 1, commandId: 'X' }).text);
    expect(new Set(texts).size).toBe(texts.length);
  });
});
