// Puts the tables of one connection together. Knows no transaction: the server runs every method in one.
import type { Connection } from '../connection.ts';
import { createTextSearch } from '../search/text-search.ts';
import type { Tables } from '../store-methods.ts';
import { createLogs } from './logs.ts';
import { createRuns } from './runs.ts';
import { createSecrets } from './secrets.ts';
import { createSettings } from './settings.ts';
import { createStrategies } from './strategies.ts';
import { createSupervision } from './supervision.ts';
import { createTargets } from './targets.ts';

export function createTables(connection: Connection): Tables {
  const search = createTextSearch(connection);
  return {
    targets: createTargets(connection),
    strategies: createStrategies(connection),
    runs: createRuns(connection, search),
    logs: createLogs(connection, search),
    settings: createSettings(connection),
    secrets: createSecrets(connection),
    supervision: createSupervision(connection),
  };
}
