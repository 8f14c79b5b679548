// What differs between two versions of a strategy, field by field, and how a person calls each field. Pure.
import type { Language } from '../settings.ts';
import type { StrategySpec } from '../strategy.ts';

/** `path` as in a strategy's file (`scope.mode`); a side that has no such field is `undefined`. */
export type FieldChange = { path: string; before: unknown; after: unknown };

/** The fields that differ, in the order of the form; lists count as one value. */
export function specChanges(before: StrategySpec, after: StrategySpec): FieldChange[] {
  return changesBelow('', before, after);
}

function changesBelow(path: string, before: unknown, after: unknown): FieldChange[] {
  if (!isParent(before) || !isParent(after)) {
    return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ path, before, after }];
  }
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys.flatMap((key) => changesBelow(path === '' ? key : `${path}.${key}`, before[key], after[key]));
}

const isParent = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

type Words = Record<Language, string>;

/** By path; what lies below is called by the nearest name above it. */
const NAMES: Readonly<Record<keyof StrategySpec, Words>> & Readonly<Record<string, Words>> = {
  name: { en: 'Name', es: 'Nombre' },
  notes: { en: 'Notes', es: 'Notas' },
  scope: { en: 'What is backed up', es: 'Qué se copia' },
  'scope.kind': { en: 'What is backed up', es: 'Qué se copia' },
  'scope.mode': { en: 'Mode', es: 'Modo' },
  'scope.plusArchivedLogs': { en: 'With archived logs', es: 'Con archived logs' },
  'scope.pdbs': { en: 'Pluggable databases', es: 'Bases de datos conectables (PDB)' },
  'scope.tablespaces': { en: 'Tablespaces', es: 'Tablespaces' },
  'scope.datafiles': { en: 'Data files', es: 'Archivos de datos' },
  'scope.range': { en: 'Range of archived logs', es: 'Intervalo de archived logs' },
  'scope.notBackedUpTimes': { en: 'Not backed up … times', es: 'No copiados … veces' },
  'scope.deleteInput': { en: 'Delete input', es: 'Borrar lo leído' },
  'scope.destination': { en: 'Destination', es: 'Destino' },
  'scope.text': { en: 'Script', es: 'Script' },
  'scope.what': { en: 'What is exported', es: 'Qué se exporta' },
  'scope.filter': { en: 'Object filter', es: 'Filtro de objetos' },
  'scope.queries': { en: 'Queries', es: 'Condiciones (QUERY)' },
  'scope.content': { en: 'Content', es: 'Contenido' },
  'scope.directory': { en: 'Directory object', es: 'Objeto DIRECTORY' },
  'scope.fileName': { en: 'File name', es: 'Nombre de los archivos' },
  'scope.parallel': { en: 'Parallel', es: 'Paralelismo' },
  'scope.compression': { en: 'Compression', es: 'Compresión' },
  'scope.consistent': { en: 'Consistent to', es: 'Coherente a' },
  device: { en: 'Device', es: 'Dispositivo' },
  'device.parms': { en: 'PARMS of the media manager', es: 'PARMS del gestor de medios' },
  channels: { en: 'Channels', es: 'Canales' },
  perChannel: { en: 'Options per channel', es: 'Opciones por canal' },
  compression: { en: 'Compression', es: 'Compresión' },
  encryption: { en: 'Encryption', es: 'Cifrado' },
  'encryption.algorithm': { en: 'Encryption algorithm', es: 'Algoritmo de cifrado' },
  format: { en: 'Format', es: 'Formato' },
  tag: { en: 'Tag', es: 'Etiqueta' },
  sectionSize: { en: 'Section size', es: 'Tamaño de sección' },
  filesPerSet: { en: 'Files per set', es: 'Archivos por conjunto' },
  maxSetSize: { en: 'Largest set', es: 'Tamaño máximo de conjunto' },
  maxPieceSize: { en: 'Largest piece', es: 'Tamaño máximo de pieza' },
  duration: { en: 'Window', es: 'Ventana' },
  'duration.minutes': { en: 'Window (minutes)', es: 'Ventana (minutos)' },
  'duration.partial': { en: 'Window: may end partial', es: 'Ventana: puede quedar parcial' },
  'duration.minimise': { en: 'Window: minimise', es: 'Ventana: minimizar' },
  skip: { en: 'Skip', es: 'Omitir' },
  checkLogical: { en: 'Check logical', es: 'Comprobación lógica' },
  validateOnly: { en: 'Validate only', es: 'Solo validar' },
  notBackedUpSinceHours: { en: 'Go on: not backed up for … hours', es: 'Reanudar: sin copia desde hace … horas' },
  keep: { en: 'Archival (KEEP)', es: 'Archivado (KEEP)' },
  'keep.until': { en: 'Kept until', es: 'Se guarda hasta' },
  'keep.restorePoint': { en: 'Restore point', es: 'Punto de restauración' },
  controlFile: { en: 'Control file', es: 'Archivo de control' },
  recoveryGoalDays: { en: 'Recovery goal (days)', es: 'Objetivo de recuperación (días)' },
  copyDaysBehind: { en: 'Days the copy stays behind', es: 'Días de retraso de la copia' },
  deleteArchivedLogsBackedUp: { en: 'Delete archived logs with … backups', es: 'Borrar archived logs con … copias' },
  afterwards: { en: 'Afterwards', es: 'Después' },
  'afterwards.restoreValidate': { en: 'Afterwards: restore validate', es: 'Después: restore validate' },
  'afterwards.crosscheck': { en: 'Afterwards: crosscheck', es: 'Después: crosscheck' },
  'afterwards.deleteExpired': { en: 'Afterwards: delete expired', es: 'Después: delete expired' },
  'afterwards.deleteObsolete': { en: 'Afterwards: delete obsolete', es: 'Después: delete obsolete' },
  'afterwards.report': { en: 'Afterwards: report', es: 'Después: informe' },
  schedule: { en: 'Schedule', es: 'Programación' },
  'schedule.zone': { en: 'Time zone', es: 'Zona horaria' },
  missed: { en: 'Missed runs', es: 'Ejecuciones perdidas' },
  retries: { en: 'Retries', es: 'Reintentos' },
  notifications: { en: 'Notifications', es: 'Notificaciones' },
  accepted: { en: 'Accepted findings', es: 'Avisos aceptados' },
};

/** What a person calls the field, or what it is part of. */
export function fieldName(path: string, language: Language): string {
  for (const steps = path.split('.'); steps.length > 0; steps.pop()) {
    const found = NAMES[steps.join('.')];
    if (found) return found[language];
  }
  return path;
}

const PLAIN: Readonly<Record<Language, { true: string; false: string; none: string }>> = {
  en: { true: 'yes', false: 'no', none: 'none' },
  es: { true: 'sí', false: 'no', none: 'ninguno' },
};

/** A value in one line: choices as the file writes them, lists and parts as JSON. */
export function valueText(value: unknown, language: Language): string {
  const words = PLAIN[language];
  if (value === null || value === undefined || value === '') return words.none;
  if (typeof value === 'boolean') return words[value ? 'true' : 'false'];
  if (Array.isArray(value) && value.length === 0) return words.none;
  if (Array.isArray(value) && value.every((one) => typeof one !== 'object')) return value.join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
