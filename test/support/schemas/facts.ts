// One of everything that a profile can hold, and what a store answers about it: the facts that must outlive every
// change of schema. Knows no table.
import { judge } from '../../../shared/rman/log/judge.ts';
import { everyAuditEntry } from '../../../shared/domain/audit.ts';
import { everyRun, newestFirst } from '../../../shared/domain/history.ts';
import { newId } from '../../../shared/domain/id.ts';
import type { Occurrence } from '../../../shared/domain/occurrence.ts';
import { defaultSettings } from '../../../shared/domain/settings.ts';
import { plainSchedule } from '../../../shared/schedule/schedule.ts';
import type { Store } from '../../../electron/app/store-port.ts';
import { sampleRun, sampleSpec, sampleStrategy, sampleTarget } from '../store-samples.ts';

const T = 1_700_000_000_000;
const HOUR = 3_600_000;

const goodLog = [
  'Starting backup at 14-NOV-23',
  'piece handle=/copias/año/0a1b2c_1_1 tag=SEMANAL comment=NONE',
  "channel c1: backup set complete, elapsed time: 00:00:07 -- 'todo bien'",
  'Finished backup at 14-NOV-23',
];
const badLog = ['RMAN-00571: ===', 'ORA-19809: limit exceeded for recovery files', 'RMAN-06012: channel c1 not allocated'];

/** Fills an empty store through its own face, as the application would. */
export async function fill(store: Store): Promise<void> {
  const target = sampleTarget('PRODUCCIÓN');
  await store.targets.save(target, null);
  await store.targets.save({ ...target, revision: 2, spec: { ...target.spec, notes: 'línea 1\nlínea 2' } }, 1);
  const other = sampleTarget('disabled', { enabled: false });
  await store.targets.save(other, null);
  const strategy = sampleStrategy(target, 'Semanal');
  await store.strategies.save(strategy, null);
  const schedule = plainSchedule({ kind: 'daily', times: ['02:30'] }, 'Europe/Madrid');
  const second = { ...strategy, version: 2, updatedAt: T + 5, spec: { ...sampleSpec('Semanal'), channels: 4, schedule } };
  await store.strategies.save(second, 1);
  await store.strategies.save(sampleStrategy(target, "O'Brien \"x\""), null);
  await store.drafts.put('os:ana', { form: 'strategy/new', base: 0, content: '{"ñ":1}', savedAt: T }, 0);
  await store.settings.save({ ...defaultSettings, language: 'es', runsAtOnce: 3 });
  await store.secrets.put('target:1', new Uint8Array([0, 1, 254, 255]));
  await store.users.create({ id: newId(T), name: 'Ana', role: 'administrator', passwordHash: 'scrypt$1$1$1$AA$AA', at: T });
  await fillTeam(store, strategy.id);
  await fillRuns(store, { strategyId: strategy.id, strategyName: 'Semanal', targetId: target.id, targetName: 'PRODUCCIÓN' });
}

/** Another workstation on the same log tables, with a strategy of its own and a run of it. */
async function fillTeam(store: Store, sharedId: string): Promise<void> {
  const { run } = sampleRun({ state: 'failed', queuedAt: T - HOUR, startedAt: T - HOUR + 5, endedAt: T - HOUR + 9000 });
  const { failure: _failure, ...facts } = run;
  await store.team.meet([{ id: 'W-OTHER', name: 'estación-2', lastSeen: T }]);
  await store.team.take({
    workstationId: 'W-OTHER',
    targets: [{ id: 'T-OTHER', name: 'ALMACÉN', enabled: true, spec: '{}', deleted: false }],
    strategies: [{
      id: 'S-OTHER', ownerId: 'W-OTHER', targetId: 'T-OTHER', name: 'Mensual', enabled: true, shared: true, version: 1,
      updatedAt: T, deleted: false,
    }],
    versions: [{
      strategyId: 'S-OTHER', version: 1, savedAt: T, spec: JSON.stringify(sampleSpec('Mensual')), hash: 'ab', basedOn: null,
    }],
    runs: [{ ...facts, failure: null }],
  });
  await store.team.mark('W-OTHER', 7);
  await store.team.share(sharedId, true, T + 6);
}

type Owner = { strategyId: string; strategyName: string; targetId: string; targetName: string };

async function fillRuns(store: Store, owner: Owner): Promise<void> {
  const good = sampleRun({ ...owner, queuedAt: T });
  const bad = sampleRun({ ...owner, queuedAt: T + HOUR, trigger: 'schedule' });
  const active = sampleRun({ ...owner, queuedAt: T + 2 * HOUR });
  const waiting = sampleRun({ ...owner, queuedAt: T + 3 * HOUR });
  const runs = [[good, goodLog, 0] as const, [bad, badLog, 1] as const];
  for (const [{ run, ...rest }, lines, exitCode] of runs) {
    await store.runs.insert({ run, ...rest });
    await store.runs.move(run.id, 'queued', 'preparing', run.queuedAt + 1, { startedAt: run.queuedAt + 1 });
    await store.runs.move(run.id, 'preparing', 'running', run.queuedAt + 2, { commandLine: 'rman cmdfile=…' });
    const verdict = judge({ exitCode, signal: null, cancelled: false, pieces: null, log: new TextEncoder().encode(`${lines.join('\n')}\n`) });
    const ended = { endedAt: run.queuedAt + 7000, exitCode, lines: lines.length };
    const came = exitCode === 0
      ? { ...ended, pieces: 1, bytes: 123_456_789_012 }
      : { ...ended, rootCode: 'ORA-19809', rootText: 'limit exceeded for recovery files' };
    const found = exitCode === 0 ? [{ handle: '/copias/año/0a1b2c_1_1', exists: true, bytes: 123_456_789_012 }] : [];
    const to = exitCode === 0 ? 'succeeded' : 'failed';
    await store.runs.settle(run.id, 'running', to, run.queuedAt + 7000, came, verdict, found);
    await store.logs.append(run.id, 0, [...lines]);
    await store.logs.seal(run.id, lines.length);
  }
  await store.runs.insert(active);
  await store.runs.move(active.run.id, 'queued', 'preparing', T + 2 * HOUR + 1, { child: { pid: 4711, startToken: 'x9' } });
  await store.runs.insert(waiting);
  await store.runs.order([waiting.run.id]);
  await fillLedger(store, owner, bad.run.id);
}

async function fillLedger(store: Store, owner: Owner, runId: string): Promise<void> {
  const row = (instant: number, change: Partial<Occurrence>): Occurrence => ({
    ...owner, id: newId(instant), instant, trigger: 'schedule', state: 'planned', reason: null, runId: null, attempts: 0,
    updatedAt: instant, ...change,
  });
  const failed = row(T + HOUR, { state: 'failed', reason: { kind: 'retries-spent', attempts: 2 }, runId, attempts: 2 });
  const held = row(T + 4 * HOUR, { state: 'waiting', reason: { kind: 'paused', until: null } });
  const schedule = plainSchedule({ kind: 'daily', times: ['02:30'] }, 'Europe/Madrid');
  const cursor = { strategyId: owner.strategyId, coveredUntil: T + 5 * HOUR, since: T, schedule };
  await store.occurrences.cover([cursor], [failed, held, row(T + 24 * HOUR, {})]);
  await store.pause.save({ since: T + HOUR, until: null });
  const message = { id: newId(T), channel: 'mail' as const, title: 'Falló', to: 'dba@example.com', createdAt: T };
  const about = { occurrenceId: failed.id, runId, fact: 'occurrence', content: { text: 'ñ' } };
  await store.outbox.add([{ ...message, ...about }], [failed.id]);
}

/** What a store says about everything in it, as plain JSON. */
export async function factsOf(store: Store): Promise<Record<string, unknown>> {
  const { runs } = await store.runs.page(everyRun, newestFirst, null, 100);
  const found = async (text: string): Promise<string[]> =>
    (await store.runs.page({ ...everyRun, text }, newestFirst, null, 100)).runs.map(({ id }) => id);
  const strategies = await store.strategies.list();
  const facts = {
    targets: await store.targets.list(),
    strategies,
    versions: await Promise.all(strategies.map(({ id }) => store.strategies.versions(id))),
    settings: await store.settings.load(),
    drafts: await store.drafts.list('os:ana', 0),
    secret: [...((await store.secrets.get('target:1')) ?? [])],
    runs,
    stored: await Promise.all(runs.map(({ id }) => store.runs.get(id))),
    transitions: await Promise.all(runs.map(({ id }) => store.runs.transitions(id))),
    verdicts: await Promise.all(runs.map(({ id }) => store.runs.verdict(id))),
    logs: await Promise.all(runs.map(({ id }) => store.logs.lines(id, 0, 100))),
    active: (await store.runs.active()).map(({ run }) => run.id),
    lastPerStrategy: await store.runs.lastPerStrategy(),
    search: { bien: await found('bien'), limit: await found('limit exceeded'), name: await found('semanal') },
    occurrences: await store.occurrences.between(0, T * 2, null, 100),
    cursors: await store.occurrences.cursors(),
    pause: await store.pause.load(),
    outbox: await store.outbox.list(100),
    due: await store.outbox.due('mail', T, 10),
    users: await store.users.list(),
    audit: await store.audit.page(everyAuditEntry, null, 100),
    others: await store.team.others(),
    strategiesOfOthers: await store.team.strategies(),
    shared: await store.team.sharedIds(),
  };
  return JSON.parse(JSON.stringify(facts)) as Record<string, unknown>;
}
