// What the store keeps of the database's own testimony, and of runs that others started. Types only.
import type { DatabaseWitness } from '../../shared/domain/catalogue/witness.ts';
import type { KnownJob } from '../../shared/domain/catalogue/backups.ts';
import type { Run } from '../../shared/domain/run.ts';

/** A job of the database that nobody here started: its record, its run, and what the database says about it. */
export type ExternalRun = {
  run: Run;
  dbid: number;
  job: Pick<KnownJob, 'sessionRecid' | 'sessionStamp'>;
  witness: DatabaseWitness;
};

export type WitnessStore = {
  get(runId: string): Promise<DatabaseWitness | null>;
  /** Keeps the newest testimony about a run that is over; `false`: there is no such run. */
  put(runId: string, witness: DatabaseWitness): Promise<boolean>;
  /**
   * Runs of these targets that ended at `since` or later, had a child, and have no testimony yet; oldest first. Exports
   * are not among them: RMAN's views know nothing of Data Pump.
   */
  wanting(targetIds: string[], since: number): Promise<Run[]>;
  /** Those of the ids that are runs here. */
  known(ids: string[]): Promise<string[]>;
  /** Those of the sessions (`recid/stamp`) of a database that were imported. */
  imported(dbid: number, sessions: string[]): Promise<string[]>;
  /** Enters runs that are not there yet, each with its testimony, in one transaction. @returns how many were new */
  enter(runs: ExternalRun[]): Promise<number>;
};
