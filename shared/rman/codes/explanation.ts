// What an explanation of a code consists of. It knows no code; the families next to it hold the texts.

/**
 * What a code is about, after the classes of reference §4.8:
 * - `connect` the session: listener, network, login, lost connections
 * - `parse` the script or the command line was not understood
 * - `state` the database or the session is not in the state that the command needs
 * - `space` no room: recovery area, disk group, tablespace, memory
 * - `file` a file or its storage: missing, unreadable, not writable
 * - `media` the media manager (tape or cloud library)
 * - `corruption` blocks or headers that do not read back as written
 * - `repository` control file records and recovery catalog
 * - `encryption` keystores and passwords of backups
 * - `nothing` what the command needs does not exist: no backup, no log
 * - `internal` a failure inside RMAN or the server
 * - `datapump` expdp and impdp
 * - `wrapper` says where something failed, never why: the cause stands in the lines below
 * - `warning` the job goes on, but something was left undone
 * - `info` nothing went wrong
 */
export type CodeFamily =
  | 'connect'
  | 'parse'
  | 'state'
  | 'space'
  | 'file'
  | 'media'
  | 'corruption'
  | 'repository'
  | 'encryption'
  | 'nothing'
  | 'internal'
  | 'datapump'
  | 'wrapper'
  | 'warning'
  | 'info';

/**
 * Whether the same run may succeed later with nobody touching anything. `yes`: it usually does. `maybe`: it depends on
 * something outside this run (space that is freed, an instance that comes up). `no`: a person has to change something.
 */
export type HealsByRetry = 'yes' | 'no' | 'maybe';

/** Whether a backup that carries this code can still be trusted without doing anything about it. */
export type Ignorable = 'yes' | 'no' | 'depends';

/** One explanation in one language: plain text, whole sentences; `todo` in the order in which to try the steps. */
export type ExplanationText = {
  readonly title: string;
  readonly what: string;
  readonly why: string;
  readonly todo: readonly string[];
};

/** One code, explained for the DBA who has just met it. `code` is the prefix and five digits: `ORA-19809`. */
export type CodeExplanation = {
  readonly code: string;
  readonly family: CodeFamily;
  readonly healsByRetry: HealsByRetry;
  readonly ignorable: Ignorable;
  readonly en: ExplanationText;
  readonly es: ExplanationText;
};
