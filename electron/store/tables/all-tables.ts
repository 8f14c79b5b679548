// Puts the tables of one connection together. Knows no transaction: the server runs every method in one.
import type { Connection } from '../connection.ts';
import type { PageCosts } from '../pages/plan.ts';
import { createTextSearch } from '../search/text-search.ts';
import type { Tables } from '../store-methods.ts';
import { createAudit } from './audit.ts';
import { createDrafts } from './drafts.ts';
import { createLogs } from './logs.ts';
import { createOccurrences } from './occurrences.ts';
import { createOutbox } from './outbox.ts';
import { createPause } from './pause.ts';
import { createRuns } from './runs.ts';
import { createSecrets } from './secrets.ts';
import { createSettings } from './settings.ts';
import { createStrategies } from './strategies.ts';
import { createSupervision } from './supervision.ts';
import { createSync } from './sync.ts';
import { createTeam } from './team.ts';
import { createTargets } from './targets.ts';
import { createWitnesses } from './witnesses.ts';
import { createUsers } from './users.ts';

/** What the tests make small, so that a few runs show what otherwise takes a million. */
export type StoreLimits = {
  pageCosts?: PageCosts;
  /** Characters of a log up to which it is indexed as one document. */
  oneDocument?: number;
};

export function createTables(connection: Connection, limits: StoreLimits = {}): Tables {
  const search = createTextSearch(connection);
  const runs = createRuns(connection, search, limits.pageCosts);
  return {
    targets: createTargets(connection),
    strategies: createStrategies(connection),
    runs,
    logs: createLogs(connection, search, limits.oneDocument),
    occurrences: createOccurrences(connection, runs),
    pause: createPause(connection),
    outbox: createOutbox(connection),
    settings: createSettings(connection),
    drafts: createDrafts(connection),
    secrets: createSecrets(connection),
    users: createUsers(connection),
    audit: createAudit(connection),
    supervision: createSupervision(connection),
    sync: createSync(connection),
    team: createTeam(connection, search, runs),
    witnesses: createWitnesses(connection, search, runs),
  };
}
