// What each channel is writing or reading: the state between "starting ... backup set" and "complete" (§3.7 of the
// reference).
import type { BackupSet, Channel } from '../../domain/log-facts.ts';
import { addSet, channelOf, type Trace } from './trace.ts';

/** A backup set in the making. `inputs` are data file numbers; `set` is there once a piece of it was finished. */
export type Work = {
  kind: BackupSet['kind'];
  level: number | null;
  compressed: boolean;
  files: number;
  inputs: string[];
  controlfile: boolean;
  spfile: boolean;
  /** One section of a file (SECTION SIZE): the set has more blocks like this. */
  section: boolean;
  /** BACKUP BACKUPSET: pieces are copied, no set is made. */
  backupsetCopy: boolean;
  lineNumber: number;
  set: BackupSet | null;
};

export type ChannelState = {
  channel: Channel;
  work: Work | null;
  copying: 'datafile' | 'controlfile' | 'archivelog' | null;
  copiedFile: number | null;
  restoring: 'files' | 'copies' | 'validation' | null;
  startedAt: string | null;
  finishedAt: string | null;
  /** From "finished piece ... with n copies and tag T": duplexed pieces have no tag of their own. */
  tag: string | null;
};

const MOST_CHANNELS = 1024;
const MOST_INPUTS_OF_A_SET = 1000;

export function createChannelStates(trace: Trace): (name: string, lineNumber: number) => ChannelState {
  const states = new Map<string, ChannelState>();
  return (name, lineNumber) => {
    let state = states.get(name);
    if (!state) {
      state = {
        channel: channelOf(trace, name, lineNumber), work: null, copying: null, copiedFile: null, restoring: null,
        startedAt: null, finishedAt: null, tag: null,
      };
      if (states.size < MOST_CHANNELS) states.set(name, state);
    }
    return state;
  };
}

export function newWork(kind: Work['kind'], lineNumber: number): Work {
  return {
    kind, level: null, compressed: false, files: 0, inputs: [], controlfile: false, spfile: false, section: false,
    backupsetCopy: false, lineNumber, set: null,
  };
}

/** Reads `starting [compressed ]incremental level 1 datafile backup set`; null when it starts no set. */
export function workOf(words: string, lineNumber: number): Work | null {
  const found = /^starting (compressed )?(?:encrypted )?(.*?)\s*back ?up ?set/.exec(words);
  if (!found) return null;
  const what = found[2]!;
  const level = /incremental level (\d)/.exec(what);
  const kind = /archive/.test(what) ? 'archivelog' : /datafile|control ?file/.test(what) ? 'datafile' : 'unknown';
  return { ...newWork(kind, lineNumber), level: level ? Number(level[1]) : null, compressed: found[1] !== undefined };
}

export function addInput(work: Work, fileNumber: string | null): void {
  work.files += 1;
  if (fileNumber !== null && work.inputs.length < MOST_INPUTS_OF_A_SET) work.inputs.push(fileNumber);
}

/** "skipping datafile 6 because it has not changed" follows the input line of that file. */
export function dropLastInput(work: Work | null | undefined): void {
  if (!work || work.files === 0) return;
  work.files -= 1;
  work.inputs.pop();
}

/** A set that holds nothing but the control file or the server parameter file is named after it. */
function kindOf(work: Work): BackupSet['kind'] {
  if (work.kind !== 'datafile' || work.files > 0) return work.kind;
  if (work.controlfile) return 'controlfile';
  return work.spfile ? 'spfile' : work.kind;
}

export type Sets = {
  /** The set that a piece belongs to, made with its first piece; null where no set is made. */
  ofPiece(state: ChannelState, lineNumber: number): BackupSet | null;
  /** Sections of one command share a set; those of the next do not. */
  nextCommand(): void;
};

/** Sections of one file are pieces of one set, though RMAN prints a block and a completion for each (§3.2). */
export function createSets(trace: Trace): Sets {
  const sections = new Map<string, BackupSet>();
  let made = 0;

  function makeSet(work: Work, state: ChannelState, lineNumber: number): BackupSet {
    made += 1;
    const set: BackupSet = {
      number: made, kind: kindOf(work), level: work.level, compressed: work.compressed, channel: state.channel.name,
      files: work.files, pieces: 0, complete: false, elapsedSeconds: null, lineNumber: work.lineNumber || lineNumber,
    };
    addSet(trace, set);
    return set;
  }

  return {
    ofPiece(state, lineNumber) {
      const work = state.work;
      if (!work || work.backupsetCopy) return null;
      if (work.set) return work.set;
      const key = work.inputs.join();
      const known = work.section ? sections.get(key) : undefined;
      work.set = known ?? makeSet(work, state, lineNumber);
      work.set.complete = false;
      if (work.section) sections.set(key, work.set);
      return work.set;
    },
    nextCommand: () => sections.clear(),
  };
}

/** "backup set complete": a section adds its time to the set's. */
export function completeSet(state: ChannelState, elapsed: number | null): void {
  const set = state.work?.set;
  if (set) {
    set.complete = true;
    set.elapsedSeconds = (set.elapsedSeconds ?? 0) + (elapsed ?? 0);
  }
  state.work = null;
}
