// Which databases say something bad of themselves.
import { expect, test } from 'vitest';
import { troubledDatabases, worstConcernsFirst } from '../../../../../renderer/features/overview/concerns-order.ts';
import type { DatabaseConcern } from '../../../../../shared/domain/catalogue/concerns.ts';
import type { TargetOverview } from '../../../../../shared/ipc/slices.ts';
import { sampleTarget } from '../../../../support/store-samples.ts';

const full: DatabaseConcern = { kind: 'recovery-area-full', share: 0.97, name: '+RECO' };
const bare: DatabaseConcern = { kind: 'no-archivelog' };
const corrupt: DatabaseConcern = { kind: 'corruption', blocks: 3, files: 1 };
const target = (name: string, enabled = true) => sampleTarget(name, { id: name, enabled }) as unknown as TargetOverview;
const concern = (targetId: string, ...concerns: DatabaseConcern[]) => ({ targetId, askedAt: 0, concerns });

test('the worst comes first, and a database counts once however much is wrong with it', () => {
  const all = [concern('B', bare, full), concern('A', corrupt, bare)];
  const targets = [target('A'), target('B')];
  expect(worstConcernsFirst(all, targets).map(({ target: { id }, concern: { kind } }) => `${id} ${kind}`))
    .toEqual(['A corruption', 'B recovery-area-full', 'A no-archivelog', 'B no-archivelog']);
  expect(troubledDatabases(all, targets)).toBe(2);
});

test('databases that are switched off, gone or well are not counted', () => {
  expect(troubledDatabases([concern('A', full), concern('gone', full), concern('B')], [target('A', false), target('B')]))
    .toBe(0);
});
