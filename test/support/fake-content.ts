// Believable databases, strategies and runs for the stand-in of main. Knows nothing of IPC.
import { newId } from '../../shared/domain/id.ts';
import type { Run, RunState } from '../../shared/domain/run.ts';
import { defaultSettings } from '../../shared/domain/settings.ts';
import { newStrategySpec, type Strategy, type StrategySpec } from '../../shared/domain/strategy.ts';
import type { Target, TargetSpec } from '../../shared/domain/target.ts';
import type { RunOutcome, SessionVerdict, Verdict } from '../../shared/domain/verdict.ts';
import type { Slices, StrategyOverview } from '../../shared/ipc/slices.ts';
import { withSchedules } from './fake-schedule.ts';
import { believableSync, syncOff } from './fake-sync.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export const emptySlices = (): Slices => ({
  targets: [],
  strategies: [],
  activity: [],
  settings: defaultSettings,
  schedule: { pause: null, standings: [] },
  outbox: { pending: 0, refused: 0, oldest: null },
  sync: syncOff,
  databases: [],
  catalogue: { progress: {}, concerns: [] },
  logDatabase: { hasPassword: false, status: { kind: 'not-configured' }, installing: null },
  history: { changes: 0 },
  audit: { newest: 0 },
  notices: [],
});

const local = (name: string, sid: string, login: TargetSpec['login'], notes = ''): TargetSpec => ({
  name,
  notes,
  runner: { kind: 'local', oracleHome: '/u01/app/oracle/product/19.0.0/dbhome_1', oracleSid: sid, tnsAdmin: null },
  login,
  blackouts: null,
  sql: null,
  recoveryGoalDays: null,
});

type Outline = { spec: TargetSpec; enabled: boolean; hasPassword: boolean };
const OUTLINES: Outline[] = [
  { spec: local('PROD_ERP', 'ERP1', { kind: 'os', as: 'sysbackup' }, 'Primary of the ERP, standby in Valencia'), enabled: true, hasPassword: false },
  {
    spec: local('DWH', 'DWH', { kind: 'password', username: 'BACKUP_OP', connectIdentifier: 'dwh.example.com:1521/dwh', as: 'sysbackup' }),
    enabled: true,
    hasPassword: true,
  },
  {
    spec: {
      name: 'DEMO',
      notes: '',
      runner: { kind: 'simulated', version: '19', seconds: 8, failure: null },
      login: { kind: 'os', as: 'sysdba' },
      blackouts: null,
      sql: null,
      recoveryGoalDays: null,
    },
    enabled: true,
    hasPassword: false,
  },
  { spec: local('LEGACY_HR', 'HR', { kind: 'wallet', alias: 'hr_backup', as: 'sysdba' }), enabled: false, hasPassword: false },
];

/** Identifiers that stay the same from look to look. */
const idOf = (kind: string, index: number): string => `${kind}${String(index).padStart(26 - kind.length, '0')}`;

const spec = (name: string, change: Partial<StrategySpec>): StrategySpec => ({ ...newStrategySpec(), name, ...change });
const database = (mode: 'full' | 'level-0' | 'level-1-differential' | 'level-1-cumulative'): StrategySpec['scope'] => ({
  kind: 'database',
  mode,
  plusArchivedLogs: true,
});

type Sketch = {
  target: number;
  spec: StrategySpec;
  enabled?: boolean;
  /** State and age of the last attempt, and age of the last good one. */
  last: { state: RunState; age: number; code?: string; text?: string } | null;
  goodAge: number | null;
};

const SKETCHES: Sketch[] = [
  {
    target: 0,
    spec: spec('Weekly level 0', { channels: 4, tag: 'ERP_L0', format: '/backup/erp/%d_%T_%U.bkp', compression: 'medium' }),
    last: {
      state: 'failed',
      age: 5 * HOUR,
      code: 'ORA-19809',
      text: 'ORA-19809: limit exceeded for recovery files',
    },
    goodAge: 8 * DAY,
  },
  {
    target: 0,
    spec: spec('Nightly level 1', { scope: database('level-1-differential'), channels: 2, tag: 'ERP_L1' }),
    last: { state: 'succeeded', age: 6 * HOUR },
    goodAge: 6 * HOUR,
  },
  {
    target: 0,
    spec: spec('Archived logs', { scope: { kind: 'archived-logs', range: { by: 'all' }, notBackedUpTimes: 1, deleteInput: 'keep' }, deleteArchivedLogsBackedUp: 2, tag: 'ERP_ARCH' }),
    last: { state: 'warning', age: 40 * MINUTE, code: 'RMAN-08137', text: 'RMAN-08137: warning: archived log not deleted, needed for standby' },
    goodAge: 40 * MINUTE,
  },
  {
    target: 1,
    spec: spec('DWH full, Sundays', { scope: database('full'), channels: 8, format: '+BACKUP/%U' }),
    last: { state: 'lost', age: 2 * DAY },
    goodAge: 9 * DAY,
  },
  { target: 1, spec: spec('DWH cumulative', { scope: database('level-1-cumulative'), channels: 4 }), last: null, goodAge: null },
  { target: 2, spec: spec('Level 0 of the demo', {}), last: { state: 'succeeded', age: 3 * MINUTE }, goodAge: 3 * MINUTE },
  { target: 2, spec: spec('Hourly logs', { scope: { kind: 'archived-logs', range: { by: 'all' }, notBackedUpTimes: null, deleteInput: 'keep' } }), last: { state: 'cancelled', age: DAY }, goodAge: 2 * DAY },
  { target: 3, spec: spec('HR weekly', { scope: database('full') }), enabled: false, last: { state: 'succeeded', age: 60 * DAY }, goodAge: 60 * DAY },
];

/** A run of a strategy. */
export function runOf(strategy: Strategy, target: Target, change: Partial<Run> & { queuedAt: number }): Run {
  return {
    id: newId(change.queuedAt),
    strategyId: strategy.id,
    strategyVersion: strategy.version,
    strategyName: strategy.spec.name,
    targetId: target.id,
    targetName: target.spec.name,
    trigger: 'manual',
    state: 'succeeded',
    startedAt: null,
    endedAt: null,
    cancelRequestedAt: null,
    exitCode: null,
    signal: null,
    failure: null,
    rootCode: null,
    rootText: null,
    warnings: 0,
    pieces: 0,
    bytes: null,
    nothingToDo: false,
    lines: 0,
    ...change,
  };
}

type Cause = { code?: string; text?: string };

function finishedRun(strategy: Strategy, target: Target, state: RunState, endedAt: number, cause?: Cause): Run {
  const good = state === 'succeeded' || state === 'warning';
  return runOf(strategy, target, {
    state,
    queuedAt: endedAt - 21 * MINUTE,
    startedAt: endedAt - 20 * MINUTE,
    endedAt,
    exitCode: good ? 0 : state === 'lost' ? null : 1,
    rootCode: cause?.code ?? null,
    rootText: cause?.text ?? null,
    warnings: state === 'warning' ? 1 : 0,
    pieces: good ? 6 : state === 'failed' ? 2 : 0,
    bytes: good ? 48_318_382_080 : null,
    lines: 420,
  });
}

/** Every slice, filled. */
export function believableSlices(nowMs: number): Slices {
  const targets = OUTLINES.map((outline, index) => ({
    id: idOf('T', index),
    enabled: outline.enabled,
    revision: 3,
    createdAt: nowMs - 90 * DAY,
    updatedAt: nowMs - 12 * DAY,
    spec: outline.spec,
    hasPassword: outline.hasPassword,
  }));
  const strategies = SKETCHES.map((sketch, index): StrategyOverview => {
    const strategy: Strategy = {
      id: idOf('S', index),
      targetId: idOf('T', sketch.target),
      enabled: sketch.enabled ?? true,
      version: 1 + (index % 3),
      createdAt: nowMs - 80 * DAY,
      updatedAt: nowMs - 10 * DAY,
      spec: sketch.spec,
    };
    const target = targets[sketch.target];
    if (!target) throw new Error('a sketch names no target');
    const { last, goodAge } = sketch;
    const lastAttempt = last && finishedRun(strategy, target, last.state, nowMs - last.age, last);
    const sameRun = last !== null && goodAge === last.age;
    const lastGood = goodAge === null ? null : sameRun ? lastAttempt : finishedRun(strategy, target, 'succeeded', nowMs - goodAge);
    return { ...strategy, lastAttempt, lastGood };
  });
  const activity = activityOf(strategies, targets, nowMs);
  return withSchedules({ ...emptySlices(), targets, strategies, activity, sync: believableSync(nowMs) }, nowMs);
}

const NO_PROGRESS = {
  step: null,
  lines: 0,
  pieces: 0,
  sets: 0,
  files: 0,
  errors: 0,
  lastOutputAt: null,
  usualMs: null,
};

function activityOf(strategies: readonly Strategy[], targets: readonly Target[], nowMs: number): Slices['activity'] {
  const pick = (strategyIndex: number, change: Partial<Run> & { queuedAt: number }): Run => {
    const strategy = strategies[strategyIndex];
    const target = targets.find((one) => one.id === strategy?.targetId);
    if (!strategy || !target) throw new Error('no such strategy');
    return runOf(strategy, target, change);
  };
  const running = pick(1, { state: 'running', queuedAt: nowMs - 9 * MINUTE, startedAt: nowMs - 8.5 * MINUTE, lines: 184 });
  const demo = pick(5, { state: 'running', queuedAt: nowMs - MINUTE, startedAt: nowMs - 50_000, lines: 31, trigger: 'demo' });
  return [
    {
      run: running,
      waitsFor: null,
      progress: { step: 'backup', lines: 184, pieces: 3, sets: 2, files: 11, errors: 0, lastOutputAt: nowMs - 4000, usualMs: 21 * MINUTE },
    },
    {
      run: demo,
      waitsFor: null,
      progress: { ...NO_PROGRESS, lines: 31, lastOutputAt: nowMs - 2000 },
    },
    {
      run: pick(2, { state: 'queued', queuedAt: nowMs - 3 * MINUTE }),
      waitsFor: { kind: 'lane', runId: running.id, strategyName: running.strategyName },
      progress: null,
    },
    { run: pick(4, { state: 'queued', queuedAt: nowMs - MINUTE }), waitsFor: { kind: 'cap', runsAtOnce: 2 }, progress: null },
  ];
}

/** Runs of the last weeks, newest first, the last attempts among them. */
export function finishedRuns({ strategies, targets }: Slices, nowMs: number): Run[] {
  const states: RunState[] = ['succeeded', 'succeeded', 'warning', 'succeeded', 'failed', 'succeeded', 'cancelled'];
  const older = Array.from({ length: 600 }, (_, index): Run | null => {
    const strategy = strategies[index % strategies.length];
    const target = targets.find((one) => one.id === strategy?.targetId);
    const state = states[index % states.length];
    if (!strategy || !target || !state) return null;
    const cause =
      state === 'failed'
        ? { code: 'ORA-27037', text: 'ORA-27037: unable to obtain file status' }
        : state === 'warning'
          ? { code: 'RMAN-08137', text: 'RMAN-08137: warning: archived log not deleted, needed for standby' }
          : {};
    return finishedRun(strategy, target, state, nowMs - 10 * DAY - index * 3 * HOUR, cause);
  }).filter((run) => run !== null);
  const newest = strategies.flatMap((one) => [one.lastAttempt, one.lastGood]).filter((run) => run !== null);
  const distinct = new Map([...newest, ...older].map((run) => [run.id, run]));
  return [...distinct.values()].sort((a, b) => b.queuedAt - a.queuedAt);
}

/** Line `index` (0-based) of a run's log. */
export function logLineAt(run: Run, index: number): string {
  if (index === 0) return 'Recovery Manager: Release 19.0.0.0.0 - Production on Tue Nov 24 08:00:00 2026';
  if (index === 1) return 'Version 19.25.0.0.0';
  if (run.state === 'failed' && index === run.lines - 4) return 'RMAN-00571: ===========================================================';
  if (run.state === 'failed' && index === run.lines - 3) return 'RMAN-03009: failure of backup command on c1 channel at 11/24/2026 03:12:44';
  if (run.state === 'failed' && index === run.lines - 2) return run.rootText ?? 'ORA-19502: write error on file';
  if (run.lines > 0 && index === run.lines - 1) return 'Recovery Manager complete.';
  const step = index % 6;
  const piece = Math.floor(index / 6);
  const lines = [
    'channel c1: starting compressed incremental level 0 datafile backup set',
    'channel c1: specifying datafile(s) in backup set',
    `input datafile file number=${String(piece + 1).padStart(5, '0')} name=/u02/oradata/ERP1/users${piece}.dbf`,
    'channel c1: starting piece 1 at 2026-11-24 03:05:11',
    `piece handle=/backup/erp/ERP1_20261124_0${piece}3k1_1_1.bkp tag=ERP_L0 comment=NONE`,
    'channel c1: backup set complete, elapsed time: 00:01:15',
  ];
  return lines[step] ?? '';
}

/** The verdict that fits a finished run. */
export function verdictOf(run: Run): Verdict {
  const outcome = run.state as RunOutcome;
  const pieces = Array.from({ length: run.pieces }, (_, index) => ({
    handle: `/backup/erp/ERP1_20261124_0${index}3k1_1_1.bkp`,
    tag: 'ERP_L0',
    channel: `c${1 + (index % 4)}`,
    kind: index === run.pieces - 1 ? ('controlfile-autobackup' as const) : ('datafile' as const),
    level: index === run.pieces - 1 ? null : 0,
    set: index === run.pieces - 1 ? null : index + 1,
    comment: 'NONE',
    startedAt: '2026-11-24 03:05:11',
    finishedAt: '2026-11-24 03:06:26',
    lineNumber: 7 + index * 6,
  }));
  const rootCause =
    outcome === 'failed'
      ? {
          code: run.rootCode ?? 'log-truncated',
          text: run.rootText ?? '',
          lineNumber: run.lines - 1,
          command: 'backup',
          channel: 'c1',
          at: '11/24/2026 03:12:44',
          object: null,
          osError: null,
          vendorText: [],
          syntaxPosition: null,
        }
      : null;
  const session: SessionVerdict = {
    outcome,
    tool: 'rman',
    version: '19.25.0.0.0',
    language: 'en',
    reducedConfidence: false,
    database: { name: 'ERP1', dbid: '3011223344', state: 'open' },
    firstLine: 1,
    lastLine: run.lines,
    nothingToDo: run.nothingToDo,
    partial: outcome === 'failed' && run.pieces > 0,
    truncated: outcome === 'lost',
    restored: false,
    rootCause,
    stacks: rootCause
      ? [
          {
            kind: 'header',
            lineNumber: run.lines - 3,
            endLineNumber: run.lines - 1,
            codes: ['RMAN-03009', rootCause.code],
            lines: [{ number: run.lines - 1, text: rootCause.text }],
            omittedLines: 0,
            groups: [],
            rootCause,
            severity: 'strong',
          },
        ]
      : [],
    errorCodes: rootCause ? ['RMAN-03009', rootCause.code] : [],
    warningCodes: run.warnings > 0 && run.rootCode ? [run.rootCode] : [],
    warnings:
      run.warnings > 0
        ? [{ code: run.rootCode, event: null, text: run.rootText ?? '', lineNumber: 100, severity: 'warning', details: [] }]
        : [],
    pieces,
    copies: [],
    dumpFiles: [],
    sets: pieces
      .filter((piece) => piece.set !== null)
      .map((piece) => ({
        number: piece.set ?? 0,
        kind: 'datafile' as const,
        level: 0,
        compressed: true,
        channel: piece.channel,
        files: 3,
        pieces: 1,
        complete: true,
        elapsedSeconds: 75,
        lineNumber: piece.lineNumber,
      })),
    channels: [{ name: 'c1', sid: 402, instance: null, deviceType: 'DISK', pieces: run.pieces, disabled: false, lineNumber: 5 }],
    steps: [
      {
        operation: 'backup',
        startLine: 4,
        endLine: outcome === 'failed' ? null : run.lines - 8,
        startedAt: '2026-11-24 03:04:58',
        finishedAt: outcome === 'failed' ? null : '2026-11-24 03:24:40',
        elapsedSeconds: outcome === 'failed' ? null : 1182,
        outcome: outcome === 'failed' ? 'failed' : 'finished',
        channel: null,
        pieces: run.pieces,
      },
    ],
    skipped: [],
    deleted: [],
    validation: {
      failedFiles: [],
      filesChecked: 0,
      markedCorruptBlocks: 0,
      expired: 0,
      unavailable: 0,
      failedLogs: 0,
      validatedPieces: 0,
    },
    counts: {
      lines: run.lines,
      pieces: run.pieces,
      copies: 0,
      sets: Math.max(0, run.pieces - 1),
      dumpFiles: 0,
      inputFiles: 18,
      inputLogs: 4,
      deleted: 0,
      crosschecked: 0,
      skipped: 0,
      piecesRead: 0,
      filesRestored: 0,
      copiesRecovered: 0,
      tables: 0,
      rows: 0,
    },
    elapsedSeconds: 1182,
    disagreements: [],
    omitted: { stacks: 0, warnings: 0, pieces: 0, copies: 0, sets: 0, steps: 0, skipped: 0, deleted: 0 },
  };
  return { ...session, exitCode: run.exitCode, signal: run.signal, sessions: [session] };
}
