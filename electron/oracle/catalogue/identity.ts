// Who the database is: name, DBID, version, role, log mode and how it is open.
import type { Identity } from '../../../shared/domain/catalogue/identity.ts';
import type { Banner } from '../../../shared/domain/catalogue/release.ts';
import { instant, number, text, textOrNull } from './columns.ts';
import type { Question } from './question.ts';

// From 18c on VERSION stays at the release, 19.0.0.0.0, and VERSION_FULL tells the update.
const since18 = `
SELECT d.dbid, d.name, d.db_unique_name, d.cdb, d.log_mode, d.open_mode, d.database_role, d.flashback_on,
       d.force_logging, d.created, d.resetlogs_time, d.platform_name,
       i.instance_name, i.host_name, i.version_full AS version, i.startup_time, SYSDATE AS db_time
FROM   v$database d CROSS JOIN v$instance i`;

const since121 = `
SELECT d.dbid, d.name, d.db_unique_name, d.cdb, d.log_mode, d.open_mode, d.database_role, d.flashback_on,
       d.force_logging, d.created, d.resetlogs_time, d.platform_name,
       i.instance_name, i.host_name, i.version, i.startup_time, SYSDATE AS db_time
FROM   v$database d CROSS JOIN v$instance i`;

const since112 = `
SELECT d.dbid, d.name, d.db_unique_name, d.log_mode, d.open_mode, d.database_role, d.flashback_on,
       d.force_logging, d.created, d.resetlogs_time, d.platform_name,
       i.instance_name, i.host_name, i.version, i.startup_time, SYSDATE AS db_time
FROM   v$database d CROSS JOIN v$instance i`;

const views = ['v_$database', 'v_$instance'] as const;

export const identityQuestion = (banner: Banner): Question<Identity> => ({
  texts: [
    { since: 1800, sql: since18, views },
    { since: 1201, sql: since121, views },
    { since: 1102, sql: since112, views },
  ],
  maxRows: 1,
  read([row = {}], { nowMs }) {
    const cdb = textOrNull(row, 'cdb');
    return {
      dbid: number(row, 'dbid'),
      name: text(row, 'name'),
      uniqueName: textOrNull(row, 'db_unique_name') ?? text(row, 'name'),
      isContainer: cdb === null ? null : cdb === 'YES',
      logMode: text(row, 'log_mode'),
      openMode: text(row, 'open_mode'),
      role: text(row, 'database_role'),
      flashback: textOrNull(row, 'flashback_on') ?? 'NO',
      forceLogging: textOrNull(row, 'force_logging') ?? 'NO',
      createdAt: instant(row, 'created', nowMs),
      resetlogsAt: instant(row, 'resetlogs_time', nowMs),
      platform: textOrNull(row, 'platform_name'),
      instance: text(row, 'instance_name'),
      host: textOrNull(row, 'host_name') ?? '',
      version: text(row, 'version'),
      edition: banner.edition,
      banner: banner.text,
      startedAt: instant(row, 'startup_time', nowMs),
    };
  },
});
