// A stand-in for preload and main, in memory: the whole contract answered with believable content, for looking at
// screens and for tests of the window. Every answer is parsed by the contract, as the real router does.
import { fakeSimulationFacts } from './fake-simulation.ts';
import { fakePanel } from './fake-catalogue.ts';
import type { CheckRow } from '../../shared/domain/check.ts';
import { everyRun, type RunDetail } from '../../shared/domain/history.ts';
import { newId } from '../../shared/domain/id.ts';
import { isOver, type ActiveRun, type Run } from '../../shared/domain/run.ts';
import { newStrategySpec, type StrategySpec } from '../../shared/domain/strategy.ts';
import type { Assessment } from '../../shared/retention/assess.ts';
import { newTargetSpec, type TargetSpec } from '../../shared/domain/target.ts';
import type { Role } from '../../shared/domain/user.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import { problemOfIssue } from '../../shared/errors/field-problem.ts';
import { access, refusalOf } from '../../shared/ipc/access.ts';
import { endpointOf, type Call } from '../../shared/ipc/contract-kit.ts';
import { contract, type RespaldoHandlers } from '../../shared/ipc/contract.ts';
import type { SliceName, Slices } from '../../shared/ipc/slices.ts';
import type { Bridge } from '../../shared/ipc/wire.ts';
import { believableSlices, emptySlices, finishedRuns, logLineAt, runOf, verdictOf } from './fake-content.ts';
import { fakeLintFacts } from './fake-lint.ts';
import { fakeLogDatabase } from './fake-log-database.ts';
import { fakeNotify } from './fake-notify.ts';
import { fakeScheduleHandlers } from './fake-schedule.ts';
import { fakeStrategyFiles } from './fake-strategy-files.ts';
import { fakeTeam } from './fake-team.ts';
import { fakeSync } from './fake-sync.ts';
import { fakeUsers } from './fake-users.ts';

export type FakeOptions = {
  content: 'empty' | 'full';
  locale: string;
  keychain: 'available' | 'plain-text' | 'unavailable';
  /** Who is logged in; `null`: there are no users. */
  role: Role | null;
  /** Milliseconds since 1970. */
  now(): number;
};

export type FakeBridge = Bridge & {
  /** Replaces a slice as main would. */
  publish<Name extends SliceName>(name: Name, value: Slices[Name]): void;
  /** Loses the next announcement on its way, to make a hole. */
  loseNextPatch(): void;
  readonly slices: Slices;
};

const DEFAULTS: FakeOptions = { content: 'full', locale: 'en-GB', keychain: 'available', role: null, now: Date.now };

/** Builds the stand-in; what is created, saved and removed lives as long as it does. */
export function createFakeBridge(options: Partial<FakeOptions> = {}): FakeBridge {
  const { content, locale, keychain, role, now } = { ...DEFAULTS, ...options };
  let slices: Slices = content === 'full' ? believableSlices(now()) : emptySlices();
  const finished: Run[] = content === 'full' ? finishedRuns(slices, now()) : [];
  const versions = new Map<string, { version: number; savedAt: number; spec: StrategySpec }[]>();
  const ears = new Set<(topic: string, payload: unknown) => void>();
  let rev = 1;
  let lose = false;

  const publish: FakeBridge['publish'] = (name, value) => {
    slices = { ...slices, [name]: value };
    rev += 1;
    if (lose) {
      lose = false;
      return;
    }
    for (const ear of ears) ear('state.patch', { rev, slice: name, value });
  };

  const targetOf = (id: string) => found(slices.targets.find((target) => target.id === id), 'target.missing');
  const strategyOf = (id: string) => found(slices.strategies.find((one) => one.id === id), 'strategy.missing');
  const runFor = (id: string): Run =>
    found([...slices.activity.map((active) => active.run), ...finished].find((run) => run.id === id), 'run.missing');
  const changeTarget = (id: string, change: Partial<Slices['targets'][number]>): void =>
    publish('targets', slices.targets.map((target) => (target.id === id ? { ...target, ...change, updatedAt: now() } : target)));
  const changeStrategy = (id: string, change: Partial<Slices['strategies'][number]>): void =>
    publish('strategies', slices.strategies.map((one) => (one.id === id ? { ...one, ...change, updatedAt: now() } : one)));
  const versionsOf = (id: string) => {
    const strategy = strategyOf(id);
    const known = versions.get(id) ?? [
      { version: strategy.version, savedAt: strategy.updatedAt, spec: strategy.spec },
      ...(strategy.version > 1
        ? [{ version: 1, savedAt: strategy.createdAt, spec: { ...strategy.spec, channels: 1, compression: 'none' as const } }]
        : []),
    ];
    versions.set(id, known);
    return known;
  };

  const addTarget = (spec: Slices['targets'][number]['spec']): { id: string } => {
    if (slices.targets.some((target) => target.spec.name === spec.name)) throw taken();
    const id = newId(now());
    const row = { id, enabled: true, revision: 1, createdAt: now(), updatedAt: now(), spec, hasPassword: false };
    publish('targets', [...slices.targets, row]);
    return { id };
  };
  const addStrategy = (targetId: string, spec: StrategySpec): { id: string } => {
    if (slices.strategies.some((one) => one.targetId === targetId && one.spec.name === spec.name)) throw taken();
    const id = newId(now());
    const row = { id, targetId, enabled: true, version: 1, createdAt: now(), updatedAt: now(), spec };
    publish('strategies', [...slices.strategies, { ...row, lastAttempt: null, lastGood: null }]);
    return { id };
  };
  const startRun = (strategyId: string): { runId: string } => {
    const strategy = strategyOf(strategyId);
    const target = targetOf(strategy.targetId);
    if (slices.activity.some((active) => active.run.strategyId === strategyId)) {
      throw new AppError('strategy.already-queued', { strategy: strategy.spec.name });
    }
    const run = runOf(strategy, target, { state: 'queued', queuedAt: now() });
    const entry: ActiveRun = { run, waitsFor: { kind: 'next' }, progress: null };
    publish('activity', [...slices.activity, entry]);
    return { runId: run.id };
  };

  const known = fakeUsers(
    { slices: () => slices, publish: (name, value) => publish(name, value), now, full: content === 'full', keychain },
    (session) => {
      for (const ear of ears) ear('session.changed', session);
    },
    role,
  );

  /** Strategies with a password for their backups. */
  const encrypted = new Set<string>();

  const handlers: RespaldoHandlers = {
    ...known.handlers,
    ...fakeStrategyFiles(now),
    'simulation.facts': ({ targetId }) => fakeSimulationFacts(slices.strategies.filter((one) => one.targetId === targetId), now()),
    'lint.facts': ({ targetId }) => fakeLintFacts(targetOf(targetId)),
    'lint.knownFacts': () => Object.fromEntries(slices.targets.map((target) => [target.id, fakeLintFacts(target)])),
    'app.info': () => ({ version: '0.1.0', platform: 'linux', locale, profile: '/home/dba/.config/Respaldo', runtime: 'Electron 45.4.1', keychain }),
    'app.snapshot': () => ({ rev, slices }),
    'app.createDemo': () => {
      const { id } = addTarget({ ...newTargetSpec('simulated'), name: 'DEMO' });
      const strategy = (name: string, scope: StrategySpec['scope']) => addStrategy(id, { ...newStrategySpec(), name, scope }).id;
      const level0 = strategy('Weekly level 0', { kind: 'database', mode: 'level-0', plusArchivedLogs: true });
      const level1 = strategy('Daily level 1', { kind: 'database', mode: 'level-1-differential', plusArchivedLogs: true });
      return { targetId: id, strategyIds: [level0, level1] };
    },
    'app.copyText': () => undefined,
    'app.reportException': () => ({ incident: 'INC-TEST' }),
    'settings.save': (settings) => publish('settings', settings),
    'catalogue.panel': ({ name }) => fakePanel(name, Date.now()),
    'databases.setPassword': ({ id, acceptPlainText }) => {
      if (keychain !== 'available' && !acceptPlainText) throw new AppError('secret.plain-refused');
      publish('databases', slices.databases.map((one) => (one.targetId === id ? { ...one, hasPassword: true } : one)));
    },
    'databases.forgetPassword': ({ id }) =>
      publish('databases', slices.databases.map((one) => (one.targetId === id ? { ...one, hasPassword: false } : one))),
    'databases.reconnect': () => undefined,
    'targets.create': ({ spec }) => addTarget(spec),
    'targets.update': ({ id, revision, spec }) => {
      const target = targetOf(id);
      if (target.revision !== revision) throw new AppError('version.conflict', { current: target.revision });
      changeTarget(id, { spec, revision: revision + 1 });
    },
    'targets.clone': ({ id }) => {
      const { spec } = targetOf(id);
      return addTarget({ ...spec, name: `${spec.name} (2)` });
    },
    'targets.setEnabled': ({ id, enabled }) => changeTarget(id, { enabled }),
    'strategySecrets.hasPassword': ({ id }) => encrypted.has(id),
    'strategySecrets.setPassword': ({ id, acceptPlainText }) => {
      if (keychain !== 'available' && !acceptPlainText) throw new AppError('secret.plain-refused');
      encrypted.add(id);
    },
    'strategySecrets.forgetPassword': ({ id }) => void encrypted.delete(id),
    'targets.setPassword': ({ id, acceptPlainText }) => {
      if (keychain !== 'available' && !acceptPlainText) throw new AppError('secret.plain-refused');
      changeTarget(id, { hasPassword: true });
    },
    'targets.forgetPassword': ({ id }) => changeTarget(id, { hasPassword: false }),
    'targets.deletionEffect': ({ id }) => {
      const mine = slices.strategies.filter((one) => one.targetId === id);
      return {
        strategies: mine.length,
        runsKept: finished.filter((run) => run.targetId === id).length,
        versionsLost: mine.reduce((sum, one) => sum + one.version, 0),
        secretLost: targetOf(id).hasPassword,
      };
    },
    'targets.remove': ({ id }) => {
      publish('strategies', slices.strategies.filter((one) => one.targetId !== id));
      publish('targets', slices.targets.filter((target) => target.id !== id));
    },
    'strategies.create': ({ targetId, spec }) => addStrategy(targetId, spec),
    'strategies.update': ({ id, version, targetId, spec }) => {
      const strategy = strategyOf(id);
      if (strategy.version !== version) throw new AppError('version.conflict', { current: strategy.version });
      versions.set(id, [{ version: version + 1, savedAt: now(), spec }, ...versionsOf(id)]);
      changeStrategy(id, { targetId, spec, version: version + 1 });
    },
    'strategies.clone': ({ id }) => {
      const { targetId, spec } = strategyOf(id);
      return addStrategy(targetId, { ...spec, name: `${spec.name} (2)` });
    },
    'strategies.setEnabled': ({ id, enabled }) => changeStrategy(id, { enabled }),
    'strategies.deletionEffect': ({ id }) => ({
      strategies: 1,
      runsKept: finished.filter((run) => run.strategyId === id).length,
      versionsLost: strategyOf(id).version,
      secretLost: false,
    }),
    'strategies.remove': ({ id }) => publish('strategies', slices.strategies.filter((one) => one.id !== id)),
    'strategies.versions': ({ id }) => versionsOf(id),
    'doctor.foreseeDeletions': ({ spec }) => foreseen(spec),
    'strategies.check': ({ spec }) => {
      const path = (spec.format ?? '/u01/fra').replace(/[^/]*$/, '');
      return [
        { what: 'destination', state: 'good', found: path, problem: null },
        { what: 'free-space', state: 'warning', found: '44023414784', problem: null },
      ];
    },
    'runs.start': ({ strategyId }) => startRun(strategyId),
    'runs.again': ({ runId }) => startRun(runFor(runId).strategyId),
    'runs.cancel': ({ runId }) => {
      if (isOver(runFor(runId).state)) throw new AppError('run.not-active');
      const cancelled = (run: Run): Run => (run.id === runId ? { ...run, cancelRequestedAt: now() } : run);
      publish('activity', slices.activity.map((active) => ({ ...active, run: cancelled(active.run) })));
    },
    'runs.list': ({ filter, sort, cursor, limit }) => {
      const words = filter.text.toLowerCase();
      const through = finished
        .filter((run) => filter.targetIds.length === 0 || filter.targetIds.includes(run.targetId))
        .filter((run) => filter.strategyIds.length === 0 || filter.strategyIds.includes(run.strategyId))
        .filter((run) => filter.states.length === 0 || filter.states.includes(run.state))
        .filter((run) => filter.triggers.length === 0 || filter.triggers.includes(run.trigger))
        .filter((run) => (filter.from ?? 0) <= run.queuedAt && run.queuedAt < (filter.until ?? Infinity))
        .filter((run) => `${run.strategyName} ${run.targetName} ${run.rootText ?? ''}`.toLowerCase().includes(words))
        .sort((a, b) => (sort.descending ? -1 : 1) * (sortValue(a, sort.by) < sortValue(b, sort.by) ? -1 : 1));
      const from = Number(cursor ?? 0);
      const hit = (run: Run) => (words && run.rootText ? { line: 118, text: run.rootText } : null);
      return {
        runs: through.slice(from, from + limit).map((run) => ({ ...run, hit: hit(run) })),
        next: from + limit < through.length ? String(from + limit) : null,
        total: through.length,
      };
    },
    'runs.detail': ({ runId }) => {
      const run = runFor(runId);
      const started = run.startedAt ?? run.queuedAt;
      const transitions: RunDetail['transitions'] = [
        { at: run.queuedAt, from: null, to: 'queued' },
        ...(run.startedAt === null ? [] : [{ at: started, from: 'preparing' as const, to: 'running' as const }]),
        ...(run.endedAt === null ? [] : [{ at: run.endedAt, from: 'running' as const, to: run.state }]),
      ];
      const verdict = isOver(run.state) ? verdictOf(run) : null;
      return {
        run,
        verdict,
        witness: null,
        transitions,
        script: 'SET COMMAND ID TO "FAKE";\nRUN {\n  ALLOCATE CHANNEL c1 DEVICE TYPE DISK;\n  BACKUP DATABASE PLUS ARCHIVELOG;\n}\nEXIT;\n',
        commandLine: '/u01/app/oracle/product/19c/bin/rman cmdfile=/home/dba/.config/Respaldo/runs/run.rman',
        logPath: `/home/dba/.config/Respaldo/runs/${run.id}/output.log`,
        found: (verdict?.pieces ?? []).map((piece) => ({ handle: piece.handle, exists: true, bytes: 734_003_200 })),
      };
    },
    'runs.lines': ({ runId, from, count }) => {
      const total = runFor(runId).lines;
      const end = Math.min(total, from + count);
      const lines = Array.from({ length: Math.max(0, end - from) }, (_, at) => logLineAt(runFor(runId), from + at));
      return { from, lines, total };
    },
    'runs.find': ({ runId, text, from, backwards }) => {
      const run = runFor(runId);
      const fits = Array.from({ length: run.lines }, (_, at) => at).filter((at) =>
        logLineAt(run, at).toLowerCase().includes(text.toLowerCase()),
      );
      const line = backwards ? fits.findLast((at) => at <= from) : fits.find((at) => at >= from);
      return { line: line ?? null, matches: fits.length };
    },
    'runs.export': ({ filter, format }) => ({ path: `/home/dba/runs.${format}`, count: filter === everyRun ? 0 : finished.length }),
    'runs.saveLog': ({ runId }) => ({ path: `/home/dba/${runId}.log` }),
    'runs.showPiece': () => undefined,
    ...fakeScheduleHandlers({ slices: () => slices, publish, now }),
    ...fakeNotify({ slices: () => slices, publish, now, full: content === 'full', keychain }),
    ...fakeTeam({ now, full: content === 'full' }),
    ...fakeSync({ slices: () => slices, publish, now, full: content === 'full', keychain }),
    ...fakeLogDatabase({ slices: () => slices, publish, now, full: content === 'full', keychain }),
  };

  return {
    get slices() {
      return slices;
    },
    publish,
    loseNextPatch: () => (lose = true),
    async call(name, input) {
      const endpoint = endpointOf(contract, name) as Call | undefined;
      const handler = handlers[name as keyof RespaldoHandlers] as ((input: unknown) => unknown) | undefined;
      if (endpoint?.kind !== 'call' || !handler) return { ok: false, error: new AppError('request.malformed').report() };
      const parsed = endpoint.input.safeParse(input);
      if (!parsed.success) {
        const problems = parsed.error.issues.map(problemOfIssue).map((one) => ({ ...one, path: one.path.replace(/^spec\./, '') }));
        return { ok: false, error: new AppError('input.invalid', {}, problems).report() };
      }
      try {
        const refusal = refusalOf(access[name as keyof RespaldoHandlers], known.session);
        if (refusal) throw new AppError(refusal);
        return { ok: true, value: structuredClone(endpoint.output.parse(await handler(parsed.data))) };
      } catch (error) {
        if (error instanceof AppError) return { ok: false, error: error.report() };
        throw error;
      }
    },
    onTopic(ear) {
      ears.add(ear);
      return () => ears.delete(ear);
    },
    openStream(name, input, onChunk) {
      if (name === 'doctor.examine') return examination(input as { spec: TargetSpec }, onChunk);
      const { runId, from } = input as { runId: string; from: number };
      const run = runFor(runId);
      let at = from;
      let credit = 2;
      const timer = setInterval(() => {
        if (credit <= 0) return;
        const total = isOver(run.state) ? run.lines : at + 3;
        const lines = Array.from({ length: Math.min(500, total - at) }, (_, each) => logLineAt(run, at + each));
        if (lines.length === 0) {
          clearInterval(timer);
          onChunk({ end: true });
          return;
        }
        credit -= 1;
        onChunk({ chunk: { from: at, lines, total } });
        at += lines.length;
      }, 150);
      return { credit: (chunks) => (credit += chunks), close: () => clearInterval(timer) };
    },
  };
}

function found<Value>(value: Value | undefined, code: 'target.missing' | 'strategy.missing' | 'run.missing'): Value {
  if (value === undefined) throw new AppError(code);
  return value;
}

const taken = (): AppError => new AppError('input.invalid', {}, [{ path: 'name', code: 'name.taken', params: {} }]);

function sortValue(run: Run, by: 'queuedAt' | 'strategyName' | 'targetName' | 'state' | 'duration' | 'bytes'): string | number {
  if (by === 'duration') return (run.endedAt ?? 0) - (run.startedAt ?? 0);
  if (by === 'bytes') return run.bytes ?? -1;
  return run[by];
}

/** Two weeks of daily backups, of which a window policy leaves its own days. */
function foreseen(spec: StrategySpec): Assessment {
  const rule = spec.afterwards.deleteObsolete;
  const goalDays = spec.recoveryGoalDays ?? 7;
  const nothing: Assessment = {
    verdict: 'nothing', basis: 'runs', beforeDays: null, afterDays: null, goalDays, deleted: 0, line: null,
  };
  if (rule === null || rule.kind === 'configured') return nothing;
  const afterDays = rule.kind === 'window' ? Math.min(14, rule.days) : rule.copies - 1;
  const verdict = afterDays < goalDays ? 'below-goal' : 'safe';
  return { ...nothing, verdict, beforeDays: 14, afterDays, deleted: 14 - Math.min(14, afterDays) };
}

/** What the doctor says of a simulated database, and of an Oracle home without its RMAN. */
function examination({ spec }: { spec: TargetSpec }, onChunk: Parameters<Bridge['openStream']>[2]): ReturnType<Bridge['openStream']> {
  const path = spec.runner.kind === 'local' ? `${spec.runner.oracleHome}/bin/rman` : null;
  const rows: CheckRow[] = [
    path === null
      ? { what: 'version', state: 'good', found: 'RMAN 19 (simulated)', problem: null }
      : { what: 'binary', state: 'bad', found: path, problem: new AppError('rman.binary-missing', { path }).report() },
    {
      what: 'log-mode', state: 'unknown', found: '', grants: ['GRANT SELECT ON sys.v_$database TO MONITOR'],
      problem: new AppError('doctor.grant-missing', { code: 'ORA-00942' }).report(),
    },
    { what: 'destination', state: 'good', found: '/u03/backup', problem: null, strategy: 'Nightly' },
  ];
  const timer = setTimeout(() => {
    for (const chunk of rows) onChunk({ chunk });
    onChunk({ end: true });
  });
  return { credit: () => undefined, close: () => clearTimeout(timer) };
}
