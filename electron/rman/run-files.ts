// The layout of a run's directory: which file holds what. Whoever starts, follows or settles a run asks here.
import { join } from 'node:path';

/**
 * A run's directory (mode 0700, files 0600), there from its preparation until its log is sealed in the store:
 * - `script`: the cmdfile of an RMAN run
 * - `parfile`: the parfile of a Data Pump run; a run has one of the two
 * - `spool`: everything that the client and its children print, written by them and by nobody else
 * - `claim`: who may decide about this directory: the keeper that started the client, or an application that came
 *   later and found that none had; made once, never changed
 * - `exit`: the client's exit status, written by its keeper
 */
export type RunFiles = {
  directory: string;
  script: string;
  parfile: string;
  spool: string;
  claim: string;
  exit: string;
};

/** The files of one run below the profile's directory of runs. */
export function runFiles(runsDirectory: string, runId: string): RunFiles {
  return filesOf(join(runsDirectory, runId));
}

/** The files of one run directory. */
export function filesOf(directory: string): RunFiles {
  const file = (name: string): string => join(directory, name);
  return {
    directory,
    script: file('script.rman'),
    parfile: file('export.par'),
    spool: file('spool.log'),
    claim: file('claim'),
    exit: file('exit'),
  };
}
