// Reads RMAN's ordinary output in English: connection, steps, channels, inputs, pieces, copies. It knows nothing of
// errors; maintenance output goes to rman-maintenance.
import type { Step } from '../../domain/log-facts.ts';
import { readElapsed } from './oracle-time.ts';
import { createUpkeep } from './upkeep-steps.ts';
import { readMaintenance, type MaintenanceState } from './rman-maintenance.ts';
import { createSteps } from './rman-steps.ts';
import {
  addInput, completeSet, createChannelStates, createSets, dropLastInput, newWork, workOf, type ChannelState, type Work,
} from './rman-work.ts';
import { addCopy, addPiece, addSkipped, notePrintedTime, type Trace } from './trace.ts';

export type RmanOutput = {
  /** Takes one line; says whether it is output that it knows. */
  read(text: string, lineNumber: number): boolean;
  blank(): void;
  /** A command failed: steps under way have failed with it. */
  commandFailed(): void;
  openStep(): Step | null;
  /** A line of the script that RMAN echoes. */
  echo(text: string): void;
};

type Reader = (text: string, lineNumber: number) => boolean;

const MOST_KNOWN_INPUTS = 100_000;
/** Languages whose words for "starting ... backup set" are translated. */
const READ_LANGUAGES: ReadonlySet<string> = new Set(['en', 'es', 'zh']);

export function createRmanOutput(trace: Trace): RmanOutput {
  const steps = createSteps(trace);
  const stateOf = createChannelStates(trace);
  const sets = createSets(trace);
  const inputFiles = new Set<string>();
  const maintenance: MaintenanceState = { pending: null, table: null };
  const upkeep = createUpkeep(trace);
  /** Lines without a channel belong to the one named last (reference §3.7). */
  let current: ChannelState | null = null;

  const readers: Readonly<Record<string, Reader>> = {
    Starting: readStart,
    Finished: readFinish,
    Step: readNeutralStep,
    connected: (text) => readConnection(trace, text),
    allocated: (text, lineNumber) => readNamedChannel(text, 'allocated channel: ', lineNumber),
    using: (text, lineNumber) =>
      text.startsWith('using target database control') || readNamedChannel(text, 'using channel ', lineNumber),
    released: (text) => text.startsWith('released channel: '),
    channel: readChannel,
    input: readInput,
    including: readIncluding,
    backing: readSection,
    copying: readCopying,
    piece: readPiece,
    output: readOutputFile,
    finished: readBlocksFound,
    media: readMediaRecovery,
  };

  return {
    read(text, lineNumber) {
      if (steps.innermost() === null) upkeep.line(text, lineNumber);
      const blankAt = text.indexOf(' ');
      const word = blankAt < 0 ? text : text.slice(0, blankAt);
      const reader = Object.hasOwn(readers, word) ? readers[word] : undefined;
      if (reader?.(text, lineNumber)) {
        maintenance.pending = null;
        if (maintenance.table === 'deleting-input' && !text.includes(': deleting archive')) maintenance.table = null;
        return true;
      }
      if (word === 'skipping' && text.includes('because it has not changed')) dropLastInput(current?.work);
      const operation = steps.innermost()?.operation ?? null;
      return readMaintenance(trace, maintenance, word, text, lineNumber, operation);
    },
    blank() {
      maintenance.pending = null;
    },
    commandFailed: () => steps.fail(),
    openStep: () => steps.innermost(),
    echo: upkeep.echo,
  };

  function readStart(text: string, lineNumber: number): boolean {
    const found = /^Starting (.{1,80}?) at (.+)$/.exec(text);
    if (!found) return false;
    upkeep.interrupt();
    steps.start(found[1]!, found[2]!, lineNumber);
    sets.nextCommand();
    return true;
  }

  function readFinish(text: string, lineNumber: number): boolean {
    const found = /^Finished (.{1,80}?) at (.+)$/.exec(text);
    if (found) steps.finish(found[1]!, found[2]!, lineNumber);
    return found !== null;
  }

  function readNeutralStep(text: string, lineNumber: number): boolean {
    const found = /^Step (.+?) at (.+)$/.exec(text);
    if (found) steps.startOrFinish(found[1]!, found[2]!, lineNumber);
    return found !== null;
  }

  function readNamedChannel(text: string, before: string, lineNumber: number): boolean {
    if (!text.startsWith(before)) return false;
    stateOf(text.slice(before.length).trim(), lineNumber);
    return true;
  }

  function readChannel(text: string, lineNumber: number): boolean {
    const colon = text.indexOf(': ', 8);
    if (colon < 0 || text.slice(8, colon).includes(' ')) return false;
    const state = stateOf(text.slice(8, colon), lineNumber);
    const words = text.slice(colon + 2);
    current = state;
    if (words.startsWith('starting ')) startWork(state, words, lineNumber);
    else if (words.startsWith('finished piece ')) finishPiece(state, words);
    else if (/^sid=/i.test(words)) readSession(state, words);
    else if (words.includes('complete')) completeWork(state, words);
    else readOtherChannelWords(state, words, lineNumber);
    return true;
  }

  function readOtherChannelWords(state: ChannelState, words: string, lineNumber: number): void {
    if (words.startsWith('restoring ')) trace.counts.filesRestored += state.restoring === 'validation' ? 0 : 1;
    else if (words.startsWith('specifying datafile copies to recover')) state.restoring = 'copies';
    else if (words.startsWith('input backup')) state.work = backupsetCopy(lineNumber);
    else if (words.startsWith('piece handle=')) trace.counts.piecesRead += 1;
    else if (/^copied (?:datafile|control ?file) copy/.test(words)) trace.restored ||= state.restoring !== 'validation';
    else if (/^deleting archived? log/.test(words)) maintenance.table = 'deleting-input';
    else if (words.includes('because it has not changed')) dropLastInput(state.work);
    else if (words.includes('cancelled because all files were skipped')) {
      addSkipped(trace, 'all-files-skipped', null, `channel ${state.channel.name}: ${words}`, lineNumber);
      state.work = null;
    }
  }

  function startWork(state: ChannelState, words: string, lineNumber: number): void {
    const piece = /^starting piece \d+ at (.+)$/.exec(words);
    if (piece) {
      state.startedAt = piece[1]!;
      notePrintedTime(trace, piece[1]!);
      return;
    }
    state.copying = copyKind(words);
    state.copiedFile = null;
    const reads = words.includes('restore') ? 'files' : words.includes('validation') ? 'validation' : null;
    if (reads || state.copying) {
      state.restoring = reads ?? state.restoring;
      state.work = null;
      return;
    }
    const work = workOf(words, lineNumber);
    if (!work) return;
    state.restoring = null;
    state.work = work;
  }

  function finishPiece(state: ChannelState, words: string): void {
    const found = /^finished piece \d+ at (.+?)(?: with \d+ copies and tag (.+))?$/.exec(words);
    if (!found) return;
    state.finishedAt = found[1]!;
    state.tag = found[2] ?? null;
    notePrintedTime(trace, found[1]!);
  }

  function completeWork(state: ChannelState, words: string): void {
    if (/^(?:backup ?set|work|proxy)/.test(words)) completeSet(state, readElapsed(words));
    else if (words.includes('copy complete')) nameCopyChannel(state);
    else if (words.includes('validation complete')) {
      trace.validation.validatedPieces += 1;
      state.restoring = null;
    } else if (/restore .*complete/i.test(words)) {
      if (state.restoring === 'copies') trace.counts.copiesRecovered += 1;
      else if (state.restoring !== 'validation') trace.restored = true;
      state.restoring = null;
    }
  }

  /** "output file name" stands before the line that names its channel (reference §0 fact 12). */
  function nameCopyChannel(state: ChannelState): void {
    const copy = trace.copies.at(-1);
    if (copy?.channel === null) {
      copy.channel = state.channel.name;
      copy.fileNumber = state.copiedFile;
      if (state.copying) copy.kind = state.copying;
    }
    state.copying = null;
  }

  /** In a language whose words for "starting ... backup set" we do not read, the input lines open the set. */
  function workOfInput(kind: Work['kind'], lineNumber: number): Work | null {
    if (!current) return null;
    const readable = trace.language === null || READ_LANGUAGES.has(trace.language);
    if (!current.work && !readable && !steps.isReading()) current.work = newWork(kind, lineNumber);
    return current.work;
  }

  function readInput(text: string, lineNumber: number): boolean {
    const file = /^input datafile (?:file number|fno)=(\d+) name=/.exec(text);
    if (file) {
      const work = workOfInput('datafile', lineNumber);
      if (work) addInput(work, file[1]!);
      if (current?.copying) current.copiedFile = Number(file[1]);
      if (inputFiles.size < MOST_KNOWN_INPUTS) inputFiles.add(file[1]!);
      trace.counts.inputFiles = inputFiles.size;
      return true;
    }
    if (/^input archived? ?log thread=/i.test(text)) {
      trace.counts.inputLogs += 1;
      const work = workOfInput('archivelog', lineNumber);
      if (work) addInput(work, null);
      return true;
    }
    if (/^input backup ?set/.test(text)) {
      if (current) current.work = backupsetCopy(lineNumber);
      return true;
    }
    return text.startsWith('input datafile copy') || text.startsWith('input control');
  }

  function readIncluding(text: string): boolean {
    if (current?.work && /control ?file/i.test(text)) current.work.controlfile = true;
    if (current?.work && /spfile/i.test(text)) current.work.spfile = true;
    return true;
  }

  function readSection(text: string): boolean {
    if (!text.startsWith('backing up blocks ')) return false;
    if (current?.work) current.work.section = true;
    return true;
  }

  function readCopying(text: string): boolean {
    if (!/^copying (?:current|standby|backup) control ?file/.test(text)) return false;
    if (current) current.copying = 'controlfile';
    return true;
  }

  function readPiece(text: string, lineNumber: number): boolean {
    if (!text.startsWith('piece handle=')) return false;
    const { handle, tag, comment, read } = splitPiece(text.slice(13));
    if (read || steps.isReading()) {
      trace.counts.piecesRead += 1;
      return true;
    }
    const step = steps.innermost();
    const auto = step !== null && /autobackup/i.test(step.operation);
    const state = auto ? null : current;
    const set = state && sets.ofPiece(state, lineNumber);
    // An autobackup does not say which channel writes it; with a single one there is no doubt.
    const channel = state?.channel ?? (trace.channels.length === 1 ? trace.channels[0]! : null);
    const setKind = state?.work?.backupsetCopy ? 'backupset-copy' : (set?.kind ?? 'unknown');
    addPiece(trace, {
      handle,
      tag: tag ?? state?.tag ?? null,
      channel: channel?.name ?? null,
      kind: auto ? 'controlfile-autobackup' : setKind,
      level: set?.level ?? null,
      set: set?.number ?? null,
      comment,
      startedAt: state?.startedAt ?? step?.startedAt ?? null,
      finishedAt: state?.finishedAt ?? null,
      lineNumber,
    });
    if (channel) channel.pieces += 1;
    if (set) set.pieces += 1;
    steps.notePiece(channel?.name ?? null);
    return true;
  }

  function readOutputFile(text: string, lineNumber: number): boolean {
    const found = /^output file ?name=(.+?)(?: tag=(.*?))?(?: RECID=\d+ STAMP=\d+)?$/i.exec(text);
    if (!found) return false;
    if (steps.isReading()) {
      trace.counts.filesRestored += 1;
      return true;
    }
    addCopy(trace, {
      handle: found[1]!, kind: current?.copying ?? 'unknown', tag: found[2] ?? null, channel: null, fileNumber: null,
      lineNumber,
    });
    return true;
  }

  /** Block recovery from flashback logs or a standby. */
  function readBlocksFound(text: string): boolean {
    const found = /^finished .+ search, restored (\d+) blocks/.exec(text);
    if (found && Number(found[1]) > 0) trace.restored = true;
    return found !== null;
  }

  function readMediaRecovery(text: string): boolean {
    if (!text.startsWith('media recovery complete')) return false;
    trace.restored = true;
    return true;
  }
}

function backupsetCopy(lineNumber: number): Work {
  return { ...newWork('unknown', lineNumber), backupsetCopy: true };
}

function copyKind(words: string): ChannelState['copying'] {
  if (words.startsWith('starting datafile copy')) return 'datafile';
  return /^starting archived? ?log copy|^starting archive copy/.test(words) ? 'archivelog' : null;
}

function readSession(state: ChannelState, words: string): void {
  const found = /^sid=(\d+)(?: instance=(\S+))? (?:device type|devtype)=(\S+)/i.exec(words);
  if (!found) return;
  state.channel.sid = Number(found[1]);
  state.channel.instance = found[2] ?? null;
  state.channel.deviceType = found[3]!;
}

const CONNECTION = /^connected to (target|auxiliary|recovery catalog) database(?: ?: (\S.*?))?\s*(?:\((.+?)\))?\s*$/;

function readConnection(trace: Trace, text: string): boolean {
  const found = CONNECTION.exec(text);
  if (!found) return false;
  if (found[1] !== 'target') return true;
  const state = found[3] ?? '';
  // After a restart within the session the line has no name: it is still the same database.
  trace.database = {
    name: found[2] ?? trace.database?.name ?? null,
    dbid: /DBID=(\d+)/.exec(state)?.[1] ?? trace.database?.dbid ?? null,
    state: stateOfDatabase(state),
  };
  return true;
}

function stateOfDatabase(words: string): NonNullable<Trace['database']>['state'] {
  if (words.includes('not open')) return 'not-open';
  if (words.includes('not mounted')) return 'not-mounted';
  return words.includes('not started') ? 'not-started' : 'open';
}

/** Handles and tags may hold blanks, and comments of media managers too (reference §3.2). */
function splitPiece(text: string): { handle: string; tag: string | null; comment: string | null; read: boolean } {
  const params = / params=\S*$/.exec(text);
  let rest = params ? text.slice(0, params.index) : text;
  const commentAt = rest.indexOf(' comment=');
  const comment = commentAt < 0 ? null : rest.slice(commentAt + 9).trim();
  if (commentAt >= 0) rest = rest.slice(0, commentAt);
  const tagAt = rest.lastIndexOf(' tag=');
  const tag = tagAt < 0 ? null : rest.slice(tagAt + 5).trim();
  if (tagAt >= 0) rest = rest.slice(0, tagAt);
  // 9i and 10g end the pieces that a restore reads with "params=NULL".
  return { handle: rest.trim(), tag: tag === '' ? null : tag, comment, read: params !== null && comment === null };
}
