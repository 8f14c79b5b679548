// Schema 3: facts on their way to the log tables in Oracle. Triggers put them there, so that no fact can be written
// without its entry: whoever writes a table takes part in the same transaction, cascading deletions included.

/** Kinds in the order in which they are sent: what is referred to goes first. */
const RANKS = { target: 1, strategy: 2, 'strategy-version': 3, occurrence: 4, run: 5, log: 6 };

type Kind = keyof typeof RANKS;

/**
 * Enters a fact, once however often it changes before it is sent. The new stamp makes an acknowledgement of the former
 * content miss, and gives the changed content its own chance if the former was refused.
 */
const enter = (kind: Kind, id: string): string => `
  UPDATE sync_state SET stamp = max(stamp + 1, CAST(unixepoch('subsec') * 1000 AS INTEGER));
  INSERT INTO sync_outbox (kind, id, rank, stamp, created_at, next_at)
  SELECT '${kind}', ${id}, ${RANKS[kind]}, stamp, CAST(unixepoch('subsec') * 1000 AS INTEGER), 0 FROM sync_state WHERE true
  ON CONFLICT (kind, id) DO UPDATE SET stamp = excluded.stamp, next_at = 0, attempts = 0, progress = 0,
    quarantined_at = NULL, code = NULL, reason = NULL;`;

const trigger = (name: string, event: string, table: string, condition: string, entries: string): string => `
CREATE TRIGGER ${name} AFTER ${event} ON ${table}
WHEN (SELECT active FROM sync_state) = 1${condition && ` AND ${condition}`} BEGIN${entries}
END;`;

const always = (kind: Kind, table: string, columns: string): string => [
  trigger(`sync_${table}_insert`, 'INSERT', table, '', enter(kind, 'new.id')),
  trigger(`sync_${table}_update`, `UPDATE OF ${columns}`, table, '', enter(kind, 'new.id')),
  trigger(`sync_${table}_delete`, 'DELETE', table, '', enter(kind, 'old.id')),
].join('\n');

/** What of a run others see: neither its child nor its place in the queue, which change most often. */
const SEEN_OF_RUN = 'group_no, strategy_version, started_at, ended_at, cancel_requested_at, exit_code, signal, failure, '
  + 'root_code, root_text, warnings, pieces, bytes, nothing_to_do, lines';

const runOf = (row: string): string => `(SELECT id FROM runs WHERE seq = ${row}.run_seq)`;

export const sync = `
CREATE TABLE sync_state (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  -- Made once per profile; who wrote a row of the log tables.
  workstation_id TEXT,
  -- Which log tables the entries below are for; null: none, and nothing is entered.
  log_database TEXT,
  active INTEGER NOT NULL DEFAULT 0,
  -- Grows with every change of a fact, and never falls behind the clock: a profile that was restored from a copy does
  -- not use a stamp twice.
  stamp INTEGER NOT NULL DEFAULT 0,
  -- How far what was there before is entered: a kind and the last key of it; null: all of it.
  backfill_kind TEXT,
  backfill_key TEXT,
  last_success_at INTEGER,
  -- Why nothing is sent, as JSON; null: nothing keeps it.
  problem TEXT
) STRICT;
INSERT INTO sync_state (one) VALUES (1);

-- One row per fact that Oracle does not have as it is now. What is sent is read when it is sent.
CREATE TABLE sync_outbox (
  no INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  rank INTEGER NOT NULL,
  stamp INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  next_at INTEGER NOT NULL,
  -- Chunks of a log that have arrived.
  progress INTEGER NOT NULL DEFAULT 0,
  -- Oracle refuses it: it waits for somebody to try it again, or for the fact to change.
  quarantined_at INTEGER,
  -- The newest refusal, in Oracle's own words.
  code TEXT,
  reason TEXT,
  UNIQUE (kind, id)
) STRICT;
CREATE INDEX sync_outbox_pending ON sync_outbox (rank, no, next_at) WHERE quarantined_at IS NULL;
CREATE INDEX sync_outbox_oldest ON sync_outbox (created_at) WHERE quarantined_at IS NULL;
CREATE INDEX sync_outbox_refused ON sync_outbox (quarantined_at) WHERE quarantined_at IS NOT NULL;
${always('target', 'targets', 'enabled, revision, updated_at, spec')}
${always('strategy', 'strategies', 'target_id, enabled, version, updated_at')}
${always('occurrence', 'occurrences', 'state, reason, run_id, attempts, trigger, updated_at')}
${trigger('sync_versions_insert', 'INSERT', 'strategy_versions', '', enter('strategy-version', "new.strategy_id || '/' || new.version"))}
${trigger('sync_runs_insert', 'INSERT', 'runs', '', enter('run', 'new.id'))}
${trigger('sync_runs_update', `UPDATE OF ${SEEN_OF_RUN}`, 'runs', '', enter('run', 'new.id'))}
${trigger('sync_scripts_insert', 'INSERT', 'run_scripts', '', enter('run', runOf('new')))}
${trigger('sync_scripts_update', 'UPDATE', 'run_scripts', '', enter('run', runOf('new')))}
${trigger('sync_verdicts_insert', 'INSERT', 'run_verdicts', '', enter('run', runOf('new')))}
${trigger('sync_pieces_insert', 'INSERT', 'run_pieces', '', enter('run', runOf('new')))}
${trigger('sync_logs_sealed', 'UPDATE OF log_sealed', 'runs', 'old.log_sealed = 0 AND new.log_sealed = 1', enter('log', 'new.id'))}
`;
