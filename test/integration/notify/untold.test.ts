// What nobody asked for but everybody should hear: overdue backups, once, and the daily summary, once.
import { afterEach, expect, test } from 'vitest';
import { sampleMail } from '../../support/alerts.ts';
import { notifyWorld, type NotifyWorld } from '../../support/notify-world.ts';
import { eventually } from '../../support/runs-fixture.ts';
import { sampleStrategy, sampleTarget } from '../../support/store-samples.ts';

const open: NotifyWorld[] = [];
afterEach(async () => {
  for (const made of open.splice(0)) await made.close();
});

function world(settings: Parameters<typeof notifyWorld>[0] = {}): NotifyWorld {
  const made = notifyWorld(settings);
  open.push(made);
  return made;
}

async function withSchedule(made: NotifyWorld): Promise<string> {
  const target = sampleTarget('PROD');
  const strategy = sampleStrategy(target, 'Nightly');
  await made.store.targets.save(target, null);
  await made.store.strategies.save(strategy, null);
  const cursor = { strategyId: strategy.id, coveredUntil: 0, since: 0, schedule: null };
  await made.store.occurrences.cover([cursor], []);
  return strategy.id;
}

test('overdue is told once, and again only after it was good', async () => {
  const made = world();
  const id = await withSchedule(made);
  const overdue = new Map([[id, 1_000]]);
  const notify = made.notify({ overdue: async () => overdue });
  const told = () => made.shown.map(({ title }) => title);
  const cursor = async () => (await made.store.occurrences.cursors())[0]?.overdueToldAt;
  const look = (): void => {
    notify.look();
    made.clock.advance(61_000);
  };
  notify.begin();
  await eventually(async () => made.shown.length === 1);
  look();
  const another = made.notify({ overdue: async () => overdue });
  await another.end(5_000);
  expect(told()).toEqual(['A good run of Nightly on PROD is overdue']);
  overdue.clear();
  await eventually(async () => (look(), (await cursor()) === null));
  overdue.set(id, 2_000);
  await eventually(async () => (look(), made.shown.length === 2));
  expect(made.logger.exceptions).toEqual([]);
});

test('the summary is one mail per recipient and day', async () => {
  const made = world({ mail: sampleMail({ port: 9, digestAt: '00:00', recipients: ['a@example.com', 'b@example.com'] }) });
  await withSchedule(made);
  await made.settled('failed', {}, { strategyName: 'Weekly', updatedAt: made.clock.now() });
  for (let time = 0; time < 2; time += 1) await made.notify().end();
  const digests = (await made.store.outbox.list(50)).filter(({ title }) => title.includes('Summary of'));
  expect(digests.map(({ to }) => to).sort()).toEqual(['a@example.com', 'b@example.com']);
  expect(digests[0]?.title).toContain('1 failed');
  made.clock.advance(25 * 3_600_000);
  await made.notify().end();
  expect((await made.store.outbox.list(50)).filter(({ title }) => title.includes('Summary of'))).toHaveLength(4);
});
