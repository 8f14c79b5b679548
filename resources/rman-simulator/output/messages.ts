// The messages RMAN prints that are no errors: number (seen with MSGNO) and text, English and Spanish. Pure tables;
// numbers after reference §3.9 (those from 8701 on are ours: the real ones are not known), Spanish after §3.11 (where
// no Spanish text is known, RMAN's English one stands).

export interface Message {
  readonly no: number;
  readonly en: string;
  readonly es?: string;
}

const define = <K extends string>(messages: Record<K, Message>): Record<K, Message> => messages;

export const MESSAGES = define({
  connectedTarget: {
    no: 6005,
    en: 'connected to target database: {name} (DBID={dbid})',
    es: 'conectado a la base de datos de destino: {name} (DBID={dbid})',
  },
  connectedMounted: {
    no: 6005,
    en: 'connected to target database: {name} (DBID={dbid}, not open)',
    es: 'conectado a la base de datos de destino: {name} (DBID={dbid}, no abierto)',
  },
  connectedNotMounted: { no: 6006, en: 'connected to target database: {name} (not mounted)' },
  connectedIdle: { no: 6193, en: 'connected to target database (not started)' },
  connectedCatalog: { no: 6008, en: 'connected to recovery catalog database' },
  connectedAuxiliary: { no: 8701, en: 'connected to auxiliary database: {name} (not mounted)' },
  usingControlFile: {
    no: 6009,
    en: 'using target database control file instead of recovery catalog',
    es: 'se utiliza el archivo de control de la base de datos destino en lugar del catálogo de recuperación',
  },
  starting: { no: 3090, en: 'Starting {op} at {date}', es: 'Empezando {op} a las {date}' },
  finished: { no: 3091, en: 'Finished {op} at {date}', es: 'Se ha finalizado {op} a las {date}' },
  allocated: { no: 8030, en: 'allocated channel: {ch}', es: 'canal asignado: {ch}' },
  channelSession: {
    no: 8500,
    en: 'channel {ch}: SID={sid}{instance} device type={device}',
    es: 'canal {ch}: SID={sid}{instance} tipo de dispositivo={device}',
  },
  channelLibrary: { no: 8702, en: 'channel {ch}: {text}', es: 'canal {ch}: {text}' },
  usingChannel: { no: 12016, en: 'using channel {ch}', es: 'usando el canal {ch}' },
  released: { no: 8031, en: 'released channel: {ch}', es: 'canal liberado: {ch}' },
  executing: { no: 3023, en: 'executing command: {what}', es: 'ejecutando el comando: {what}' },
  currentLogArchived: { no: 8703, en: 'current log archived', es: 'log actual archivado' },
  currentLogArchivedAtPrimary: { no: 8704, en: 'current log archived at primary database' },
  sqlStatement: { no: 6162, en: 'sql statement: {text}', es: 'sentencia sql: {text}' },
  statementProcessed: { no: 8705, en: 'Statement processed' },
  hostComplete: { no: 6134, en: 'host command complete' },
  echoSet: { no: 8753, en: 'echo set {state}' },
  instanceStarted: { no: 6196, en: 'Oracle instance started' },
  instanceShutDown: { no: 6402, en: 'Oracle instance shut down', es: 'instancia Oracle cerrada' },
  databaseClosed: { no: 6405, en: 'database closed', es: 'base de datos cerrada' },
  databaseDismounted: { no: 6404, en: 'database dismounted', es: 'base de datos desmontada' },
  databaseMounted: { no: 6199, en: 'database mounted', es: 'base de datos montada' },
  databaseOpened: { no: 6400, en: 'database opened', es: 'base de datos abierta' },
  startingSet: {
    no: 8008,
    en: 'channel {ch}: starting {compressed}{kind} backup set',
    es: 'canal {ch}: iniciando juego de copias de seguridad {compressed}{kind}',
  },
  startingLogSet: {
    no: 8009,
    en: 'channel {ch}: starting {compressed}archived log backup set',
    es: 'canal {ch}: iniciando juego de copias de seguridad {compressed}de archivos log archivados',
  },
  specifyingDatafiles: {
    no: 8010,
    en: 'channel {ch}: specifying datafile(s) in backup set',
    es: 'canal {ch}: especificando archivo(s) de datos en el juego de copias de seguridad',
  },
  specifyingLogs: {
    no: 8014,
    en: 'channel {ch}: specifying archived log(s) in backup set',
    es: 'canal {ch}: especificando log(s) archivado(s) en el juego de copias de seguridad',
  },
  inputDatafile: {
    no: 8522,
    en: 'input datafile file number={fno} name={name}',
    es: 'número de archivo de datos de entrada={fno} nombre={name}',
  },
  inputLog: {
    no: 8504,
    en: 'input archived log thread={thread} sequence={sequence} RECID={recid} STAMP={stamp}',
    es: 'thread de log archivado de entrada={thread} secuencia={sequence} RECID={recid} STAMP={stamp}',
  },
  inputCopy: { no: 8706, en: 'input datafile copy RECID={recid} STAMP={stamp} name={name}' },
  includingControlFile: {
    no: 8011,
    en: 'including {kind} control file in backup set',
    es: 'incluyendo archivo de control actual en el juego de copias de seguridad',
  },
  includingSpfile: {
    no: 8113,
    en: 'including current SPFILE in backup set',
    es: 'incluyendo SPFILE actual en el juego de copias de seguridad',
  },
  backingUpBlocks: { no: 8754, en: 'backing up blocks {from} through {to}' },
  startingPiece: {
    no: 8038,
    en: 'channel {ch}: starting piece {piece} at {date}',
    es: 'canal {ch}: iniciando parte {piece} en {date}',
  },
  finishedPiece: {
    no: 8044,
    en: 'channel {ch}: finished piece {piece} at {date}',
    es: 'canal {ch}: finalizando parte {piece} en {date}',
  },
  finishedPieceCopies: {
    no: 8707,
    en: 'channel {ch}: finished piece {piece} at {date} with {copies} copies and tag {tag}',
  },
  pieceHandle: {
    no: 8530,
    en: 'piece handle={handle} tag={tag} comment={comment}',
    es: 'manejador de parte={handle} etiqueta={tag} comentario={comment}',
  },
  pieceHandleNoTag: {
    no: 8503,
    en: 'piece handle={handle} comment={comment}',
    es: 'manejador de parte={handle} comentario={comment}',
  },
  setComplete: {
    no: 8540,
    en: 'channel {ch}: backup set complete, elapsed time: {elapsed}',
    es: 'canal {ch}: juego de copias de seguridad terminado, tiempo transcurrido: {elapsed}',
  },
  deletingLogs: {
    no: 8071,
    en: 'channel {ch}: deleting archived log(s)',
    es: 'canal {ch}: suprimiendo log(s) archivado(s)',
  },
  logName: {
    no: 8514,
    en: 'archived log file name={name} RECID={recid} STAMP={stamp}',
    es: 'nombre de archivo de log archivado={name} RECID={recid} STAMP={stamp}',
  },
  keptLogName: { no: 8708, en: 'archived log file name={name} thread={thread} sequence={sequence}' },
  skippingBackedUpFile: { no: 8709, en: 'skipping datafile {file}; already backed up {how}' },
  skippingLog: {
    no: 8710,
    en: 'skipping archived log of thread {thread} with sequence {from}; already backed up',
  },
  skippingLogs: {
    no: 8711,
    en: 'skipping archived logs of thread {thread} from sequence {from} to {to}; already backed up',
  },
  skippingUnchanged: { no: 8056, en: 'skipping datafile {fno} because it has not changed' },
  cancelledSet: { no: 8057, en: 'channel {ch}: backup cancelled because all files were skipped' },
  skippingReadonly: { no: 8712, en: 'skipping read-only file {file}' },
  skippingOffline: { no: 8713, en: 'skipping offline file {file}' },
  skippingInaccessible: { no: 8714, en: 'skipping inaccessible file {file}' },
  excludedFile: { no: 8715, en: 'file {file} is excluded from whole database backup' },
  noParent: { no: 8716, en: 'no parent backup or copy of datafile {file} found' },
  noCopyToRecover: { no: 8717, en: 'no copy of datafile {file} found to recover' },
  noMatchLog: { no: 8718, en: 'specification does not match any archived log in the repository' },
  nothingToBackUp: { no: 8755, en: 'backup cancelled because there are no files to backup' },
  noMatchBackup: { no: 8719, en: 'specification does not match any {what} in the repository' },
  startingCopy: {
    no: 8580,
    en: 'channel {ch}: starting datafile copy',
    es: 'canal {ch}: iniciando copia de archivo de datos',
  },
  startingLogCopy: { no: 8720, en: 'channel {ch}: starting archived log copy' },
  copyingControlFile: { no: 8721, en: 'copying {kind} control file' },
  copyOutput: { no: 8588, en: 'output file name={handle} tag={tag} RECID={recid} STAMP={stamp}' },
  logCopyOutput: { no: 8722, en: 'output file name={handle} RECID={recid} STAMP={stamp}' },
  copyComplete: {
    no: 8581,
    en: 'channel {ch}: datafile copy complete, elapsed time: {elapsed}',
    es: 'canal {ch}: copia de archivo de datos terminada, tiempo transcurrido: {elapsed}',
  },
  logCopyComplete: { no: 8723, en: 'channel {ch}: archived log copy complete, elapsed time: {elapsed}' },
  keepUntil: { no: 8751, en: 'backup will be obsolete on date {date}' },
  keepLogs: { no: 8752, en: 'archived logs required to recover from this backup will be backed up' },
  crosscheckedPiece: { no: 8074, en: "crosschecked backup piece: found to be '{status}'" },
  crosscheckedCopy: { no: 8724, en: "crosschecked {what}: found to be '{status}'" },
  backupPiece: { no: 8517, en: 'backup piece handle={handle} RECID={recid} STAMP={stamp}' },
  copyName: { no: 8725, en: '{what} file name={name} RECID={recid} STAMP={stamp}' },
  logValidated: { no: 8726, en: 'validation succeeded for archived log' },
  logNotValidated: { no: 8727, en: 'validation failed for archived log' },
  crosschecked: { no: 8728, en: 'Crosschecked {count} objects' },
  deleted: { no: 8729, en: 'Deleted {count} {expired}objects' },
  deletedObject: { no: 8073, en: 'deleted {what}' },
  retentionApplied: { no: 6524, en: 'RMAN retention policy will be applied to the command' },
  retentionRedundancy: { no: 6511, en: 'RMAN retention policy is set to redundancy {n}' },
  retentionWindow: { no: 6510, en: 'RMAN retention policy is set to recovery window of {n} days' },
  noObsolete: { no: 6147, en: 'no obsolete backups found' },
  startingValidation: { no: 8730, en: 'channel {ch}: starting validation of {what}' },
  specifyingValidation: { no: 8731, en: 'channel {ch}: specifying {what} for validation' },
  includingValidation: { no: 8732, en: 'including current {what} for validation' },
  validationComplete: { no: 8733, en: 'channel {ch}: validation complete, elapsed time: {elapsed}' },
  scanningLog: { no: 8734, en: 'channel {ch}: scanning archived log {name}' },
  readingPiece: { no: 8023, en: 'channel {ch}: reading from backup piece {handle}' },
  readPiece: { no: 8735, en: 'channel {ch}: piece handle={handle} tag={tag}' },
  restoredPiece: { no: 8024, en: 'channel {ch}: restored backup piece {piece}' },
  startingRestore: { no: 8016, en: 'channel {ch}: starting {kind} restore' },
  specifyingRestore: { no: 8736, en: 'channel {ch}: specifying {what}' },
  restoringDatafile: { no: 8738, en: 'channel {ch}: restoring datafile {fno} to {name}' },
  recoveringCopy: { no: 8737, en: 'recovering datafile copy file number={fno} name={name}' },
  restoreComplete: { no: 8180, en: 'channel {ch}: restore complete, elapsed time: {elapsed}' },
  failoverMessage: { no: 8750, en: 'failover to previous backup' },
  startingMediaRecovery: { no: 8054, en: 'starting media recovery' },
  mediaRecoveryComplete: { no: 8590, en: 'media recovery complete, elapsed time: {elapsed}' },
  newConfiguration: { no: 6604, en: 'new RMAN configuration parameters:' },
  oldConfiguration: { no: 6603, en: 'old RMAN configuration parameters:' },
  configurationStored: { no: 6605, en: 'new RMAN configuration parameters are successfully stored' },
  configurationReset: { no: 8739, en: 'RMAN configuration parameters are successfully reset to default value' },
  configurationHeader: {
    no: 8740,
    en: 'RMAN configuration parameters for database with db_unique_name {name} are:',
  },
  previewUpTo: { no: 8741, en: 'recovery will be done up to SCN {scn}' },
  previewStart: { no: 8742, en: 'Media recovery start SCN is {scn}' },
  previewFuzzy: { no: 8743, en: 'Recovery must be done beyond SCN {scn} to clear datafile fuzziness' },
  pieceValidated: { no: 8744, en: 'validation succeeded for backup piece' },
  changed: { no: 8745, en: 'changed {what} {status}' },
  uncataloged: { no: 8746, en: 'uncataloged {what}' },
  cataloged: { no: 8747, en: 'cataloged {what}' },
  continuing: { no: 8748, en: 'continuing other job steps, job failed will not be re-run' },
  channelDisabled: { no: 8749, en: 'channel {ch} disabled, job failed on it will be run on another channel' },
});

export type MessageName = keyof typeof MESSAGES;
export type Params = Record<string, string | number>;

/** The text of a message with its `{names}` filled in. */
export function messageText(name: MessageName, params: Params, spanish: boolean): string {
  const message = MESSAGES[name];
  const template = spanish ? (message.es ?? message.en) : message.en;
  return template.replace(/\{(\w+)\}/g, (_, key: string) => String(params[key] ?? ''));
}

export const END_LINE = { en: 'Recovery Manager complete.', es: 'Recovery Manager completo.' };
