// Reads RMAN's ordinary output in English: steps, channels, sets, pieces, copies, restores. Knows nothing of errors.
import type { PieceKind } from '../../domain/piece.ts';
import type { BackupSet, Channel, Step } from '../../domain/verdict.ts';
import { elapsedBetween, readElapsed } from './oracle-time.ts';
import { readMaintenance, type MaintenanceState } from './rman-maintenance.ts';
import {
  addCopy, addPiece, addSet, addSkipped, addStep, channelOf, notePrintedTime, type Trace,
} from './trace.ts';

/** What a channel is writing or reading at the moment. */
type Work = {
  kind: BackupSet['kind'];
  level: number | null;
  compressed: boolean;
  files: number;
  inputs: string[];
  controlfile: boolean;
  spfile: boolean;
  section: boolean;
  backupsetCopy: boolean;
  lineNumber: number;
  set: BackupSet | null;
};

type ChannelState = {
  channel: Channel;
  work: Work | null;
  copying: 'datafile' | 'controlfile' | 'archivelog' | null;
  copiedFile: number | null;
  restoring: 'files' | 'copies' | 'validation' | null;
  startedAt: string | null;
  finishedAt: string | null;
  tag: string | null;
};

export type RmanOutput = {
  /** Takes one line; says whether it is output that it knows. */
  read(text: string, lineNumber: number): boolean;
  blank(): void;
  /** A command failed: steps under way have failed with it. */
  commandFailed(): void;
  openStep(): Step | null;
};

const MOST_OPEN_STEPS = 32;
const MOST_KNOWN_INPUTS = 100_000;

export function createRmanOutput(trace: Trace): RmanOutput {
  const states = new Map<string, ChannelState>();
  const inputFiles = new Set<string>();
  const sections = new Map<string, BackupSet>();
  const maintenance: MaintenanceState = { pending: null, table: null };
  let open: Step[] = [];
  let current: ChannelState | null = null;
  let setNumber = 0;

  const handlers: Readonly<Record<string, (text: string, lineNumber: number) => boolean>> = {
    Starting: readStart,
    Finished: readFinish,
    Step: readNeutralStep,
    connected: readConnection,
    allocated: (text, lineNumber) => readNamedChannel(text, 'allocated channel: ', lineNumber),
    using: readUsing,
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
    Recovery: (text) => text.startsWith('Recovery must be done beyond'),
  };

  return {
    read(text, lineNumber) {
      const blankAt = text.indexOf(' ');
      const word = blankAt < 0 ? text : text.slice(0, blankAt);
      const handler = Object.hasOwn(handlers, word) ? handlers[word] : undefined;
      if (handler?.(text, lineNumber)) {
        maintenance.pending = null;
        if (maintenance.table === 'deleting-input' && !text.includes(': deleting archive')) maintenance.table = null;
        return true;
      }
      if (word === 'skipping' && text.includes('because it has not changed')) dropUnchangedFile();
      return readMaintenance(trace, maintenance, word, text, lineNumber, operation());
    },
    blank() {
      maintenance.pending = null;
    },
    commandFailed() {
      for (const step of open) step.outcome = 'failed';
      open = [];
    },
    openStep: () => open.at(-1) ?? null,
  };

  function operation(): string | null {
    return open.at(-1)?.operation ?? null;
  }

  function isReading(): boolean {
    const word = operation();
    return word !== null && /^(?:restore|recover|validate|flashback|Duplicate)/i.test(word);
  }

  function stateOf(name: string, lineNumber: number): ChannelState {
    let state = states.get(name);
    if (!state) {
      state = {
        channel: channelOf(trace, name, lineNumber), work: null, copying: null, copiedFile: null, restoring: null,
        startedAt: null, finishedAt: null, tag: null,
      };
      if (states.size < 1024) states.set(name, state);
    }
    return state;
  }

  function startStep(name: string, time: string | null, lineNumber: number): void {
    const step: Step = {
      operation: name, startLine: lineNumber, endLine: null, startedAt: time, finishedAt: null, elapsedSeconds: null,
      outcome: 'open', channel: null, pieces: 0,
    };
    notePrintedTime(trace, time);
    addStep(trace, step);
    if (open.length < MOST_OPEN_STEPS) open.push(step);
    sections.clear();
  }

  function finishStep(name: string, time: string | null, lineNumber: number): void {
    notePrintedTime(trace, time);
    const index = open.findLastIndex((step) => step.operation === name);
    if (index < 0) return;
    const step = open[index]!;
    step.endLine = lineNumber;
    step.finishedAt = time;
    step.elapsedSeconds = elapsedBetween(step.startedAt, time);
    step.outcome = 'finished';
    open.splice(index, 1);
  }

  function readStart(text: string, lineNumber: number): boolean {
    const found = /^Starting (.{1,80}?) at (.+)$/.exec(text);
    if (!found) return false;
    startStep(found[1]!, found[2]!, lineNumber);
    return true;
  }

  function readFinish(text: string, lineNumber: number): boolean {
    const found = /^Finished (.{1,80}?) at (.+)$/.exec(text);
    if (!found) return false;
    finishStep(found[1]!, found[2]!, lineNumber);
    return true;
  }

  /** A language whose words for start and end we do not read: the second line about an operation ends it. */
  function readNeutralStep(text: string, lineNumber: number): boolean {
    const found = /^Step (.+?) at (.+)$/.exec(text);
    if (!found) return false;
    if (open.some((step) => step.operation === found[1])) finishStep(found[1]!, found[2]!, lineNumber);
    else startStep(found[1]!, found[2]!, lineNumber);
    return true;
  }

  function readConnection(text: string): boolean {
    const found =
      /^connected to (target|auxiliary|recovery catalog) database(?: ?: (\S.*?))?\s*(?:\((.+?)\))?\s*$/.exec(text);
    if (!found) return false;
    if (found[1] !== 'target') return true;
    const state = found[3] ?? '';
    // After a restart within the session the line has no name: it is still the same database.
    trace.database = {
      name: found[2] ?? trace.database?.name ?? null,
      dbid: /DBID=(\d+)/.exec(state)?.[1] ?? trace.database?.dbid ?? null,
      state: state.includes('not open')
        ? 'not-open'
        : state.includes('not mounted')
          ? 'not-mounted'
          : state.includes('not started') ? 'not-started' : 'open',
    };
    return true;
  }

  function readNamedChannel(text: string, before: string, lineNumber: number): boolean {
    if (!text.startsWith(before)) return false;
    stateOf(text.slice(before.length).trim(), lineNumber);
    return true;
  }

  function readUsing(text: string, lineNumber: number): boolean {
    if (text.startsWith('using target database control')) return true;
    return readNamedChannel(text, 'using channel ', lineNumber);
  }

  function readChannel(text: string, lineNumber: number): boolean {
    const colon = text.indexOf(': ', 8);
    if (colon < 0 || text.slice(8, colon).includes(' ')) return false;
    const state = stateOf(text.slice(8, colon), lineNumber);
    current = state;
    readChannelWords(state, text.slice(colon + 2), lineNumber);
    return true;
  }

  function readChannelWords(state: ChannelState, words: string, lineNumber: number): void {
    if (words.startsWith('starting ')) startWork(state, words, lineNumber);
    else if (words.startsWith('finished piece ')) finishPiece(state, words);
    else if (/^(?:SID|sid)=/.test(words)) readSession(state.channel, words);
    else if (/complete/.test(words)) completeWork(state, words);
    else if (words.startsWith('restoring ')) trace.counts.filesRestored += state.restoring === 'validation' ? 0 : 1;
    else if (words.startsWith('specifying datafile copies to recover')) state.restoring = 'copies';
    else if (words.startsWith('input backup')) markBackupsetCopy(state);
    else if (words.startsWith('piece handle=')) trace.counts.piecesRead += 1;
    else if (/^copied (?:datafile|control ?file) copy/.test(words)) trace.restored ||= state.restoring !== 'validation';
    else if (words.startsWith('deleting archived log') || words.startsWith('deleting archive log')) {
      maintenance.pending = null;
      maintenance.table = 'deleting-input';
    } else if (words.includes('cancelled because all files were skipped')) {
      addSkipped(trace, 'all-files-skipped', null, `channel ${state.channel.name}: ${words}`, lineNumber);
      state.work = null;
    } else if (words.includes('because it has not changed')) dropUnchangedFile();
  }

  function readSession(channel: Channel, words: string): void {
    const found = /^(?:SID|sid)=(\d+)(?: instance=(\S+))? (?:device type|devtype)=(\S+)/.exec(words);
    if (!found) return;
    channel.sid = Number(found[1]);
    channel.instance = found[2] ?? null;
    channel.deviceType = found[3]!;
  }

  function startWork(state: ChannelState, words: string, lineNumber: number): void {
    const piece = /^starting piece \d+ at (.+)$/.exec(words);
    if (piece) {
      state.startedAt = piece[1]!;
      notePrintedTime(trace, piece[1]!);
      return;
    }
    state.copying = /^starting datafile copy/.test(words)
      ? 'datafile'
      : /^starting archived? ?log copy|^starting archive copy/.test(words) ? 'archivelog' : null;
    state.copiedFile = null;
    if (/restore/.test(words)) state.restoring = 'files';
    else if (/validation/.test(words)) state.restoring = 'validation';
    if (state.copying || /restore|validation/.test(words)) {
      state.work = null;
      return;
    }
    const set = /^starting (compressed )?(?:encrypted )?(.*?)\s*back ?up ?set/.exec(words);
    if (!set) return;
    const what = set[2]!;
    const level = /incremental level (\d)/.exec(what);
    state.restoring = null;
    state.work = {
      kind: /archived? ?log|archive/.test(what) ? 'archivelog' : /datafile|controlfile/.test(what) ? 'datafile' : 'unknown',
      level: level ? Number(level[1]) : null,
      compressed: words.includes('compressed '),
      files: 0, inputs: [], controlfile: false, spfile: false, section: false, backupsetCopy: false,
      lineNumber, set: null,
    };
  }

  function markBackupsetCopy(state: ChannelState): void {
    state.work = {
      kind: 'unknown', level: null, compressed: false, files: 0, inputs: [], controlfile: false, spfile: false,
      section: false, backupsetCopy: true, lineNumber: 0, set: null,
    };
  }

  function finishPiece(state: ChannelState, words: string): void {
    const found = /^finished piece \d+ at (.+?)(?: with (\d+) copies and tag (.+))?$/.exec(words);
    if (!found) return;
    state.finishedAt = found[1]!;
    state.tag = found[3] ?? null;
    notePrintedTime(trace, found[1]!);
  }

  function completeWork(state: ChannelState, words: string): void {
    const elapsed = readElapsed(words);
    if (/^(?:backup ?set|work|proxy)/.test(words)) {
      const set = state.work?.set;
      if (set) {
        set.complete = true;
        set.elapsedSeconds = (set.elapsedSeconds ?? 0) + (elapsed ?? 0);
      }
      if (words.startsWith('work') && isReading()) return;
      state.work = null;
    } else if (/copy complete/.test(words)) nameCopyChannel(state);
    else if (/validation complete/.test(words)) {
      trace.validation.validatedPieces += 1;
      state.restoring = null;
    } else if (/restore (?:complete|from AUTOBACKUP complete)|restore .*complete/i.test(words)) {
      if (state.restoring === 'copies') trace.counts.copiesRecovered += 1;
      else if (state.restoring !== 'validation') trace.restored = true;
      state.restoring = null;
    }
  }

  /** "output file name" stands before the line that names its channel (reference §0 fact 12). */
  function nameCopyChannel(state: ChannelState): void {
    const copy = trace.copies.at(-1);
    if (copy && copy.channel === null) {
      copy.channel = state.channel.name;
      copy.fileNumber = state.copiedFile;
      if (state.copying) copy.kind = state.copying;
    }
    state.copying = null;
  }

  /** In a language whose words for "starting ... backup set" we do not read, the input lines open the set. */
  function workOfInput(kind: Work['kind'], lineNumber: number): Work | null {
    if (!current) return null;
    const readable = trace.language === null || ['en', 'es', 'zh'].includes(trace.language);
    if (!current.work && !readable && !isReading()) {
      current.work = {
        kind, level: null, compressed: false, files: 0, inputs: [], controlfile: false, spfile: false, section: false,
        backupsetCopy: false, lineNumber, set: null,
      };
    }
    return current.work;
  }

  function readInput(text: string, lineNumber: number): boolean {
    const file = /^input datafile (?:file number|fno)=(\d+) name=(.*)$/.exec(text);
    if (file) {
      const work = workOfInput('datafile', lineNumber);
      if (work) {
        work.files += 1;
        if (work.inputs.length < 1000) work.inputs.push(file[1]!);
      }
      if (current?.copying) current.copiedFile = Number(file[1]);
      if (inputFiles.size < MOST_KNOWN_INPUTS) inputFiles.add(file[1]!);
      trace.counts.inputFiles = inputFiles.size;
      return true;
    }
    if (/^input archived? ?log thread=/i.test(text)) {
      trace.counts.inputLogs += 1;
      const work = workOfInput('archivelog', lineNumber);
      if (work) work.files += 1;
      return true;
    }
    if (/^input backup ?set/.test(text)) {
      if (current) markBackupsetCopy(current);
      return true;
    }
    return text.startsWith('input datafile copy') || text.startsWith('input control');
  }

  /** "skipping datafile 6 because it has not changed" follows the input line of that file. */
  function dropUnchangedFile(): void {
    if (!current?.work || current.work.files === 0) return;
    current.work.files -= 1;
    current.work.inputs.pop();
  }

  function readIncluding(text: string): boolean {
    if (current?.work) {
      if (/control ?file/i.test(text)) current.work.controlfile = true;
      if (/spfile/i.test(text)) current.work.spfile = true;
    }
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
    if (read || isReading()) {
      trace.counts.piecesRead += 1;
      return true;
    }
    const step = open.at(-1);
    const auto = step !== undefined && /autobackup/i.test(step.operation);
    const state = auto ? null : current;
    const set = state ? setOfPiece(state, lineNumber) : null;
    const only = trace.channels.length === 1 ? trace.channels[0]! : null;
    const channel = state?.channel ?? only;
    addPiece(trace, {
      handle,
      tag: tag ?? state?.tag ?? null,
      channel: channel?.name ?? null,
      kind: auto ? 'controlfile-autobackup' : state?.work?.backupsetCopy ? 'backupset-copy' : (set?.kind ?? 'unknown'),
      level: set?.level ?? null,
      set: set?.number ?? null,
      comment,
      startedAt: state?.startedAt ?? step?.startedAt ?? null,
      finishedAt: state?.finishedAt ?? null,
      lineNumber,
    });
    if (channel) channel.pieces += 1;
    if (set) set.pieces += 1;
    for (const entry of open) entry.pieces += 1;
    if (step && channel) step.channel = step.pieces > 1 && step.channel !== channel.name ? null : channel.name;
    return true;
  }

  /** Sections of one file are pieces of one set, though RMAN prints a block and a completion for each (§3.2). */
  function setOfPiece(state: ChannelState, lineNumber: number): BackupSet | null {
    const work = state.work;
    if (!work || work.backupsetCopy) return null;
    if (work.set) return work.set;
    const key = work.section ? work.inputs.join() : null;
    const known = key === null ? undefined : sections.get(key);
    if (known) {
      work.set = known;
      known.complete = false;
      return known;
    }
    setNumber += 1;
    const set: BackupSet = {
      number: setNumber, kind: kindOfWork(work), level: work.level, compressed: work.compressed,
      channel: state.channel.name, files: work.files, pieces: 0, complete: false, elapsedSeconds: null,
      lineNumber: work.lineNumber || lineNumber,
    };
    work.set = set;
    if (key !== null) sections.set(key, set);
    addSet(trace, set);
    return set;
  }

  function readOutputFile(text: string, lineNumber: number): boolean {
    const found = /^output file ?name=(.+?)(?: tag=(.*?))?(?: RECID=\d+ STAMP=\d+)?$/i.exec(text);
    if (!found) return false;
    if (isReading() && operation() !== null) {
      trace.counts.filesRestored += 1;
      return true;
    }
    const state = current;
    addCopy(trace, {
      handle: found[1]!, kind: state?.copying ?? 'unknown', tag: found[2] ?? null, channel: null,
      fileNumber: null, lineNumber,
    });
    return true;
  }

  function readBlocksFound(text: string): boolean {
    const found = /^finished .+ search, restored (\d+) blocks/.exec(text);
    if (!found) return false;
    if (Number(found[1]) > 0) trace.restored = true;
    return true;
  }

  function readMediaRecovery(text: string): boolean {
    if (!text.startsWith('media recovery complete')) return false;
    trace.restored = true;
    return true;
  }
}

function kindOfWork(work: Work): BackupSet['kind'] & PieceKind {
  if (work.kind !== 'datafile' || work.files > 0) return work.kind;
  if (work.controlfile) return 'controlfile';
  return work.spfile ? 'spfile' : work.kind;
}

/** Handles and tags may hold blanks, and comments of media managers too (reference §3.2). */
function splitPiece(text: string): { handle: string; tag: string | null; comment: string | null; read: boolean } {
  let rest = text;
  let read = false;
  const params = / params=\S*$/.exec(rest);
  if (params) {
    rest = rest.slice(0, params.index);
    read = true;
  }
  const commentAt = rest.indexOf(' comment=');
  const comment = commentAt < 0 ? null : rest.slice(commentAt + 9).trim();
  if (commentAt >= 0) rest = rest.slice(0, commentAt);
  const tagAt = rest.lastIndexOf(' tag=');
  const tag = tagAt < 0 ? null : rest.slice(tagAt + 5).trim();
  if (tagAt >= 0) rest = rest.slice(0, tagAt);
  return { handle: rest.trim(), tag: tag === '' ? null : tag, comment, read: read && comment === null };
}
