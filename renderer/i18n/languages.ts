// Both dictionaries side by side; a feature that lacks a Spanish text does not compile.
import type { Language } from '../../shared/domain/settings.ts';
import { activityEn } from './en/activity.ts';
import { appEn } from './en/app.ts';
import { databaseEn } from './en/database.ts';
import { calendarEn } from './en/calendar.ts';
import { explainEn } from './en/explain.ts';
import { firstRunEn } from './en/first-run.ts';
import { lintEn } from './en/lint.ts';
import { logEn } from './en/log.ts';
import { logDatabaseEn } from './en/log-database.ts';
import { notifyEn } from './en/notify.ts';
import { exportsEn } from './en/exports.ts';
import { optionsEn } from './en/options.ts';
import { overviewEn } from './en/overview.ts';
import { queueEn } from './en/queue.ts';
import { readinessEn } from './en/readiness.ts';
import { runEn } from './en/run.ts';
import { runsEn } from './en/runs.ts';
import { scheduleEn } from './en/schedule.ts';
import { schedulerEn } from './en/scheduler.ts';
import { secretEn } from './en/secret.ts';
import { settingsEn } from './en/settings.ts';
import { sqlEn } from './en/sql.ts';
import { standingEn } from './en/standing.ts';
import { strategiesEn } from './en/strategies.ts';
import { strategyFilesEn } from './en/strategy-files.ts';
import { syncEn } from './en/sync.ts';
import { teamEn } from './en/team.ts';
import { targetsEn } from './en/targets.ts';
import { uiEn } from './en/ui.ts';
import { usersEn } from './en/users.ts';
import { verdictEn } from './en/verdict.ts';
import { activityEs } from './es/activity.ts';
import { appEs } from './es/app.ts';
import { databaseEs } from './es/database.ts';
import { calendarEs } from './es/calendar.ts';
import { explainEs } from './es/explain.ts';
import { firstRunEs } from './es/first-run.ts';
import { lintEs } from './es/lint.ts';
import { logEs } from './es/log.ts';
import { logDatabaseEs } from './es/log-database.ts';
import { notifyEs } from './es/notify.ts';
import { exportsEs } from './es/exports.ts';
import { optionsEs } from './es/options.ts';
import { overviewEs } from './es/overview.ts';
import { queueEs } from './es/queue.ts';
import { readinessEs } from './es/readiness.ts';
import { runEs } from './es/run.ts';
import { runsEs } from './es/runs.ts';
import { scheduleEs } from './es/schedule.ts';
import { schedulerEs } from './es/scheduler.ts';
import { secretEs } from './es/secret.ts';
import { settingsEs } from './es/settings.ts';
import { sqlEs } from './es/sql.ts';
import { standingEs } from './es/standing.ts';
import { strategiesEs } from './es/strategies.ts';
import { strategyFilesEs } from './es/strategy-files.ts';
import { syncEs } from './es/sync.ts';
import { teamEs } from './es/team.ts';
import { targetsEs } from './es/targets.ts';
import { uiEs } from './es/ui.ts';
import { usersEs } from './es/users.ts';
import { verdictEs } from './es/verdict.ts';
import type { SameKeys, Translate } from './translate.ts';

export const en = {
  app: appEn,
  ui: uiEn,
  firstRun: firstRunEn,
  overview: overviewEn,
  team: teamEn,
  targets: targetsEn,
  database: databaseEn,
  sql: sqlEn,
  strategies: strategiesEn,
  strategyFiles: strategyFilesEn,
  exports: exportsEn,
  options: optionsEn,
  runs: runsEn,
  run: runEn,
  activity: activityEn,
  lint: lintEn,
  log: logEn,
  verdict: verdictEn,
  explain: explainEn,
  schedule: scheduleEn,
  standing: standingEn,
  queue: queueEn,
  calendar: calendarEn,
  readiness: readinessEn,
  scheduler: schedulerEn,
  notify: notifyEn,
  secret: secretEn,
  settings: settingsEn,
  logDatabase: logDatabaseEn,
  sync: syncEn,
  users: usersEn,
} as const;

export type English = typeof en;

export const es: { readonly [Feature in keyof English]: SameKeys<English[Feature]> } = {
  app: appEs,
  ui: uiEs,
  firstRun: firstRunEs,
  overview: overviewEs,
  team: teamEs,
  targets: targetsEs,
  database: databaseEs,
  sql: sqlEs,
  strategies: strategiesEs,
  strategyFiles: strategyFilesEs,
  exports: exportsEs,
  options: optionsEs,
  runs: runsEs,
  run: runEs,
  activity: activityEs,
  lint: lintEs,
  log: logEs,
  verdict: verdictEs,
  explain: explainEs,
  schedule: scheduleEs,
  standing: standingEs,
  queue: queueEs,
  calendar: calendarEs,
  readiness: readinessEs,
  scheduler: schedulerEs,
  notify: notifyEs,
  secret: secretEs,
  settings: settingsEs,
  logDatabase: logDatabaseEs,
  sync: syncEs,
  users: usersEs,
};

export const dictionaries = { en, es } satisfies Record<Language, unknown>;

/** Gives the text behind a key. */
export type T = Translate<English>;

/** The language to speak: the chosen one, else the desktop's when it is Spanish, else English. */
export function languageFor(chosen: Language | null, locale: string): Language {
  return chosen ?? (/^es\b/i.test(locale) ? 'es' : 'en');
}
