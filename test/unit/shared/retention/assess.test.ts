// What deletions are judged to do: goals, the last good backup, standbys, scripts of one's own, facts that are missing.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deletionRow, daysText, mayNotRun } from '../../../../shared/domain/doctor/judge-deletion.ts';
import { deletionsOf, type Deletion } from '../../../../shared/domain/strategy/deleting.ts';
import { nothingAfterwards } from '../../../../shared/domain/strategy/keeping.ts';
import type { StrategySpec } from '../../../../shared/domain/strategy.ts';
import { problemsOf } from '../../../../shared/errors/field-problem.ts';
import { strategySpecSchema } from '../../../../shared/domain/strategy.ts';
import { assess, isBlocked, type DeletionFacts } from '../../../../shared/retention/assess.ts';
import type { RetainedBackup, RetentionPolicy } from '../../../../shared/retention/backups.ts';
import { backupsOfCatalogue, configuredPolicy, protectsStandby } from '../../../../shared/retention/of-catalogue.ts';
import { backupsOfRuns, withRun, type GoodRun } from '../../../../shared/retention/of-runs.ts';
import { recoveryWindow } from '../../../../shared/retention/window.ts';
import { scriptDeletions } from '../../../../shared/rman/script-deletions.ts';
import { strategySpec } from '../../../support/strategy-specs.ts';
import { ago, anyBackups, anyPolicy, NOW } from './arbitrary.ts';

const full = (days: number): RetainedBackup =>
  ({ id: `f${days}`, kind: 'full', files: ['1'], keep: null, checkpointAt: ago(days), completedAt: ago(days) });
const daily = Array.from({ length: 15 }, (_, day) => full(day));
const facts = (change: Partial<DeletionFacts> = {}): DeletionFacts => ({
  basis: 'database', backups: daily, question: { redo: 'assumed' }, configured: null,
  standby: { hasStandby: false, logsProtected: false }, ...change,
});
const obsolete = (policy: RetentionPolicy | 'configured'): Deletion => ({ kind: 'obsolete', policy });
const copies = (count: number): Deletion => obsolete({ kind: 'redundancy', copies: count });
const days = (count: number): Deletion => obsolete({ kind: 'window', days: count });

describe('the verdict', () => {
  test('says how far the window goes, and keeps the goal', () => {
    expect(assess([copies(8)], facts(), 7, NOW)).toMatchObject({ verdict: 'safe', beforeDays: 14, afterDays: 7, deleted: 7 });
    expect(assess([copies(4)], facts(), 7, NOW)).toMatchObject({ verdict: 'below-goal', beforeDays: 14, afterDays: 3 });
    expect(assess([copies(4)], facts(), null, NOW)).toMatchObject({ verdict: 'safe', afterDays: 3 });
    expect(assess([copies(40)], facts(), 7, NOW)).toMatchObject({ verdict: 'nothing' });
  });

  test('a window below the goal is wrong whatever there is; a goal that is not reached yet blocks nothing', () => {
    expect(assess([days(3)], facts({ backups: [] }), 7, NOW)).toMatchObject({ verdict: 'below-goal', afterDays: 3 });
    expect(assess([copies(2)], facts({ backups: [full(1), full(0)] }), 7, NOW)).toMatchObject({ verdict: 'nothing' });
  });

  test("the database's own policy counts, and is unknown where nobody told it", () => {
    expect(assess([obsolete('configured')], facts(), 7, NOW)).toMatchObject({ verdict: 'unknown' });
    const configured = { kind: 'redundancy' as const, copies: 1 };
    expect(assess([obsolete('configured')], facts({ configured }), 7, NOW)).toMatchObject({ verdict: 'below-goal', afterDays: 0 });
    expect(assess([copies(8)], facts({ basis: 'none' }), 7, NOW)).toMatchObject({ verdict: 'unknown' });
  });

  test('what a standby needs stays, unless RMAN itself sees to it', () => {
    const logs: Deletion[] = [{ kind: 'logs' }];
    const of = (standby: DeletionFacts['standby']): string => assess(logs, facts({ standby }), 7, NOW).verdict;
    expect(of({ hasStandby: true, logsProtected: false })).toBe('standby');
    expect(of({ hasStandby: true, logsProtected: true })).toBe('nothing');
    expect(of({ hasStandby: false, logsProtected: false })).toBe('nothing');
    expect(of(null)).toBe('standby-unseen');
    expect(assess([{ kind: 'expired' }], facts({ standby: null }), 7, NOW).verdict).toBe('nothing');
    // Deleting what is obsolete takes logs too; what is worse is said first.
    expect(assess([copies(8)], facts({ standby: null }), 7, NOW)).toMatchObject({ verdict: 'standby-unseen', afterDays: 7 });
    expect(assess([copies(1)], facts({ standby: null }), 7, NOW).verdict).toBe('below-goal');
  });

  test('an archival backup whose day has come is not deleted when it is the only one', () => {
    const only: RetainedBackup = { ...full(9), keep: ago(1) } as RetainedBackup;
    expect(assess([copies(1)], facts({ backups: [only] }), null, NOW).verdict).toBe('last-good');
    expect(assess([copies(1)], facts({ backups: [only, full(2)] }), null, NOW).verdict).not.toBe('last-good');
  });
});

describe('for all backups and policies', () => {
  const filesWithFull = (backups: readonly RetainedBackup[]): string[] =>
    ['1', '2', '3'].filter((file) => backups.some((one) => one.kind === 'full' && one.files.includes(file)));

  test('what is not blocked leaves every file its last good backup, and keeps the goal', () => {
    const policiesOfSome = fc.array(anyPolicy, { maxLength: 3 });
    const anyGoal = fc.option(fc.integer({ min: 1, max: 20 }));
    fc.assert(fc.property(anyBackups, policiesOfSome, anyGoal, (backups, policies, goal) => {
      const found = assess(policies.map(obsolete), facts({ backups, question: {} }), goal, NOW);
      if (isBlocked(found) || found.beforeDays === null) return;
      let left: readonly RetainedBackup[] = backups;
      for (const policy of policies) left = kept(left, policy);
      expect(filesWithFull(left)).toEqual(filesWithFull(backups));
      if (goal !== null) expect(found.afterDays!).toBeGreaterThanOrEqual(Math.min(found.beforeDays, goal));
    }), { numRuns: 500 });
  });

  /** The rule once more, as slowly and plainly as it can be said. */
  function kept(backups: readonly RetainedBackup[], policy: RetentionPolicy): RetainedBackup[] {
    if (policy.kind === 'none') return [...backups];
    const names = new Set(backups.flatMap((one) => (one.kind === 'redo' ? [] : one.files)));
    const since = (file: string): number => {
      const fulls = backups.flatMap((one) =>
        one.kind === 'full' && one.keep === null && one.files.includes(file) ? [one.checkpointAt] : []);
      fulls.sort((a, b) => b - a);
      const at = policy.kind === 'redundancy' ? fulls[policy.copies - 1] : fulls.find((one) => one <= ago(policy.days));
      return at ?? -Infinity;
    };
    return backups.filter((one) => {
      if (one.keep === 'forever') return true;
      if (one.keep !== null) return one.keep > NOW;
      if (one.kind === 'redo') return one.until > Math.min(...(names.size === 0 ? [-Infinity] : [...names].map(since)));
      return one.files.some((file) => (one.kind === 'full' ? one.checkpointAt >= since(file) : one.checkpointAt > since(file)));
    });
  }
});

describe('what a strategy deletes', () => {
  const after = (change: Partial<StrategySpec['afterwards']>): StrategySpec['afterwards'] => ({ ...nothingAfterwards, ...change });
  const script = (text: string): StrategySpec => strategySpec({ scope: { kind: 'custom-script', text }, compression: 'none' });

  test('its steps in the order of the script', () => {
    expect(deletionsOf(strategySpec())).toEqual([]);
    const spec = strategySpec({
      afterwards: after({ crosscheck: true, deleteExpired: true, deleteObsolete: { kind: 'redundancy', copies: 2 } }),
      deleteArchivedLogsBackedUp: 2,
    });
    expect(deletionsOf(spec)).toEqual([{ kind: 'expired' }, { kind: 'logs' }, copies(2)]);
    const logs = { kind: 'archived-logs' as const, range: { by: 'all' as const }, notBackedUpTimes: null };
    expect(deletionsOf(strategySpec({ scope: { ...logs, deleteInput: 'input' } }))).toEqual([{ kind: 'logs' }]);
    expect(deletionsOf(strategySpec({ scope: { ...logs, deleteInput: 'keep' } }))).toEqual([]);
  });

  test('a script of the user’s own, line by line', () => {
    expect(scriptDeletions([
      '# DELETE OBSOLETE;', "BACKUP DATABASE TAG 'DELETE INPUT';", 'RUN { BACKUP ARCHIVELOG ALL DELETE ALL INPUT; }',
      'DELETE NOPROMPT OBSOLETE RECOVERY WINDOW OF 3 DAYS;', 'delete force noprompt obsolete redundancy 2;', 'DELETE OBSOLETE;',
      'DELETE NOPROMPT EXPIRED BACKUP;', 'DELETE NOPROMPT ARCHIVELOG ALL;', "DELETE NOPROMPT BACKUP TAG 'X';",
    ].join('\n'))).toEqual([
      { kind: 'logs', line: 3 }, { kind: 'obsolete', policy: { kind: 'window', days: 3 }, line: 4 },
      { kind: 'obsolete', policy: { kind: 'redundancy', copies: 2 }, line: 5 },
      { kind: 'obsolete', policy: 'configured', line: 6 }, { kind: 'expired', line: 7 }, { kind: 'logs', line: 8 },
      { kind: 'other', line: 9 },
    ]);
  });

  test('is blocked when Respaldo wrote it, and warned of in a script', () => {
    const assessment = assess([copies(1)], facts(), 7, NOW);
    const own = strategySpec({ afterwards: after({ deleteObsolete: { kind: 'redundancy', copies: 1 } }) });
    const theirs = script('BACKUP DATABASE;\nDELETE NOPROMPT OBSOLETE REDUNDANCY 1;');
    expect([mayNotRun(own, assessment), mayNotRun(theirs, assessment)]).toEqual([true, false]);
    expect(deletionRow(own, assessment)).toMatchObject([
      { what: 'deletion', state: 'bad', found: '14 → 0 d', strategy: own.name, problem: { code: 'deletion.below-goal', params: { before: '14', after: '0', goal: 7 } } },
    ]);
    expect(deletionRow(theirs, assessment)).toMatchObject([{ state: 'warning' }]);
    expect(deletionRow(theirs, assess(deletionsOf(script('DELETE BACKUP;')), facts(), 7, NOW)))
      .toMatchObject([{ state: 'warning', problem: { code: 'deletion.unjudged', params: { line: 1 } } }]);
    expect(deletionRow(own, assess([], facts(), 7, NOW))).toEqual([]);
  });

  test('a window shorter than its own goal is a problem of its field', () => {
    const of = (recoveryGoalDays: number | null): unknown[] =>
      problemsOf(strategySpecSchema, strategySpec({ recoveryGoalDays, afterwards: after({ deleteObsolete: { kind: 'window', days: 7 } }) }));
    expect(of(null)).toEqual([]);
    expect(of(7)).toEqual([]);
    expect(of(8)).toEqual([{ path: 'afterwards.deleteObsolete.days', code: 'obsolete.goal', params: { goal: 8 } }]);
    // What was saved before there was a goal has none.
    const { recoveryGoalDays: _, ...older } = strategySpec();
    expect(strategySpecSchema.parse(older).recoveryGoalDays).toBeNull();
  });

  test('nobody is promised more days than there are', () => {
    expect([daysText(2.99), daysText(14.9), daysText(0), daysText(null)]).toEqual(['2.9', '14', '0', '–']);
  });
});

describe('from our own runs', () => {
  const run = (day: number, spec: StrategySpec): GoodRun => ({ id: `r${day}`, spec, startedAt: ago(day), endedAt: ago(day) + 1 });
  const weekly = strategySpec();
  const scopeOf = (mode: 'level-1-differential' | 'updated-copy') => ({ kind: 'database' as const, mode, plusArchivedLogs: false });
  const windowOf = (backups: RetainedBackup[]): number => Math.round(recoveryWindow(backups, NOW, { redo: 'assumed' }).days);

  test('each adds what it made and takes what its own rule deletes', () => {
    const deleting = strategySpec({ afterwards: { ...nothingAfterwards, deleteObsolete: { kind: 'redundancy', copies: 2 } } });
    expect(windowOf(backupsOfRuns([run(1, weekly), run(8, weekly), run(15, weekly)], null))).toBe(15);
    expect(backupsOfRuns([run(1, deleting), run(8, weekly), run(15, weekly)], null).map(({ id }) => id)).toEqual(['r8', 'r1']);
    const byConfigured = strategySpec({ afterwards: { ...nothingAfterwards, deleteObsolete: { kind: 'configured' } } });
    expect(backupsOfRuns([run(1, byConfigured), run(8, weekly)], null)).toHaveLength(2);
    expect(backupsOfRuns([run(1, byConfigured), run(8, weekly)], { kind: 'redundancy', copies: 1 })).toHaveLength(1);
  });

  test('parts and checks count for nothing, level 1 for what it is, a copy once', () => {
    const users = { kind: 'tablespaces' as const, tablespaces: ['USERS'], mode: 'level-0' as const, plusArchivedLogs: false };
    const part = strategySpec({ scope: users });
    expect(backupsOfRuns([run(3, part), run(2, strategySpec({ validateOnly: true }))], null)).toEqual([]);
    const level1 = strategySpec({ scope: scopeOf('level-1-differential') });
    expect(backupsOfRuns([run(3, level1), run(2, level1)], null)).toMatchObject([{ kind: 'full' }, { kind: 'incremental', since: ago(3) }]);
    const copy = strategySpec({ scope: scopeOf('updated-copy'), tag: 'COPY', copyDaysBehind: 1, compression: 'none' });
    expect(withRun(backupsOfRuns([run(5, copy), run(4, copy)], null), run(2, copy)))
      .toMatchObject([{ kind: 'full', checkpointAt: ago(3) }]);
    const archival = strategySpec({ keep: { until: { kind: 'forever' }, restorePoint: null } });
    expect(backupsOfRuns([run(9, archival)], null)).toMatchObject([{ keep: 'forever' }]);
  });
});

describe('from what the database records', () => {
  const file = (id: string, number: number, level: number, day: number, change: number, since: number | null = null) =>
    ({
      id, file: number, level, keep: null, checkpointChange: change, sinceChange: since,
      checkpointAt: ago(day), completedAt: ago(day) + 1,
    });

  test('sets hold several files, and a level 1 begins where the backup below it ended', () => {
    const backups = backupsOfCatalogue(
      [file('s1', 1, 0, 7, 100), file('s1', 2, 0, 7, 100), file('s2', 1, 1, 3, 300, 100), file('s3', 2, 1, 2, 400, 999)],
      [{ id: 'l', thread: 1, from: ago(7), until: ago(1) }],
    );
    expect(backups).toMatchObject([
      { id: 's1', kind: 'full', files: ['1', '2'], checkpointAt: ago(7) }, { id: 's2', kind: 'incremental', since: ago(7) },
      { id: 's3', kind: 'incremental', since: ago(2) }, { id: 'l', kind: 'redo', keep: null },
    ]);
  });

  test('its policies', () => {
    const of = (value: string): RetentionPolicy | null => configuredPolicy([{ name: 'RETENTION POLICY', value }]);
    expect(configuredPolicy([])).toEqual({ kind: 'redundancy', copies: 1 });
    expect([of('TO REDUNDANCY 3'), of('TO RECOVERY WINDOW OF 14 DAYS'), of('TO NONE'), of('TO SOMETHING NEW')])
      .toEqual([{ kind: 'redundancy', copies: 3 }, { kind: 'window', days: 14 }, { kind: 'none' }, null]);
    const logs = (value: string): boolean => protectsStandby([{ name: 'ARCHIVELOG DELETION POLICY', value }]);
    expect([logs('TO APPLIED ON ALL STANDBY'), logs('TO SHIPPED ON STANDBY'), logs('TO NONE'), protectsStandby([])])
      .toEqual([true, true, false, false]);
  });
});
