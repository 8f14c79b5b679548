// The closed table of error codes with their texts in English and Spanish; every foreseen failure of the product is here.
import type { Language } from '../domain/settings.ts';
import type { ErrorParams } from './app-error.ts';

const table = {
  'input.invalid': {
    en: 'Some fields need a change before this can be saved.',
    es: 'Algunos campos necesitan un cambio antes de guardar.',
  },
  'request.malformed': {
    en: 'The window sent a request that this version does not understand. Close it and open it again.',
    es: 'La ventana envió una petición que esta versión no entiende. Ciérrela y ábrala de nuevo.',
  },
  'request.refused': {
    en: 'A request from outside the application window was refused.',
    es: 'Se rechazó una petición ajena a la ventana de la aplicación.',
  },
  'internal.incident': {
    en: 'Something went wrong inside Respaldo. Incident {incident} is in the application log.',
    es: 'Algo falló dentro de Respaldo. El incidente {incident} está en el registro de la aplicación.',
  },
  'target.missing': { en: 'This database is no longer in the list.', es: 'Esta base de datos ya no está en la lista.' },
  'target.disabled': {
    en: 'The database {target} is disabled. Enable it before running its strategies.',
    es: 'La base de datos {target} está deshabilitada. Habilítela antes de ejecutar sus estrategias.',
  },
  'target.busy': {
    en: 'The database {target} has runs in progress or in the queue. Cancel them or wait.',
    es: 'La base de datos {target} tiene ejecuciones en curso o en la cola. Cancélelas o espere.',
  },
  'strategy.missing': { en: 'This strategy no longer exists.', es: 'Esta estrategia ya no existe.' },
  'strategy.disabled': {
    en: 'The strategy {strategy} is disabled. Enable it to run it.',
    es: 'La estrategia {strategy} está deshabilitada. Habilítela para ejecutarla.',
  },
  'strategy.busy': {
    en: 'The strategy {strategy} has a run in progress or in the queue. Cancel it or wait.',
    es: 'La estrategia {strategy} tiene una ejecución en curso o en la cola. Cancélela o espere.',
  },
  'strategy.already-queued': {
    en: 'A run of {strategy} is already waiting or under way.',
    es: 'Ya hay una ejecución de {strategy} en espera o en curso.',
  },
  'version.conflict': {
    en: 'Somebody else saved this while you were editing (version {current}). Look at their change before saving yours.',
    es: 'Alguien guardó un cambio mientras usted editaba (versión {current}). Revíselo antes de guardar el suyo.',
  },
  'run.missing': { en: 'This run is not in the log.', es: 'Esta ejecución no está en la bitácora.' },
  'run.not-active': {
    en: 'This run has already ended.',
    es: 'Esta ejecución ya terminó.',
  },
  'rman.home-missing': {
    en: 'The Oracle home {path} does not exist on this machine.',
    es: 'El directorio ORACLE_HOME {path} no existe en esta máquina.',
  },
  'rman.binary-missing': {
    en: 'There is no RMAN at {path}. Check the Oracle home of this database.',
    es: 'No hay ningún RMAN en {path}. Revise el ORACLE_HOME de esta base de datos.',
  },
  'rman.binary-not-executable': {
    en: '{path} exists but this user may not execute it. Run Respaldo as a member of the dba group.',
    es: '{path} existe pero este usuario no puede ejecutarlo. Inicie Respaldo con un miembro del grupo dba.',
  },
  'rman.start-failed': {
    en: 'RMAN could not be started: {detail}.',
    es: 'No se pudo iniciar RMAN: {detail}.',
  },
  'destination.missing': {
    en: 'The destination directory {path} does not exist.',
    es: 'El directorio de destino {path} no existe.',
  },
  'destination.unwritable': {
    en: 'The destination directory {path} cannot be written by this user.',
    es: 'Este usuario no puede escribir en el directorio de destino {path}.',
  },
  'secret.missing': {
    en: 'No password is stored for {target}. Type it in the database form.',
    es: 'No hay contraseña guardada para {target}. Escríbala en el formulario de la base de datos.',
  },
  'secret.unavailable': {
    en: 'The keychain of this session cannot be opened, so the password of {target} cannot be read.',
    es: 'No se puede abrir el llavero de esta sesión, así que no se puede leer la contraseña de {target}.',
  },
  'secret.plain-refused': {
    en: 'This desktop offers no keychain, so a password would be stored readable. Nothing was stored.',
    es: 'Este escritorio no ofrece llavero; la contraseña quedaría legible. No se guardó nada.',
  },
  'store.newer': {
    en: 'The data file {path} was written by a newer Respaldo (schema {found}, this one knows {known}). Install the newer version.',
    es: 'El archivo de datos {path} lo escribió un Respaldo más nuevo (esquema {found}, este conoce {known}). Instale esa versión.',
  },
  'store.corrupt': {
    en: 'The data file was damaged. It was kept aside as {kept} and a new, empty one was started.',
    es: 'El archivo de datos estaba dañado. Se conservó aparte como {kept} y se empezó uno nuevo y vacío.',
  },
  'store.foreign': {
    en: '{path} is not a data file of Respaldo. It was left untouched.',
    es: '{path} no es un archivo de datos de Respaldo. No se ha tocado.',
  },
  'store.unavailable': {
    en: 'The data file {path} cannot be opened: {detail}.',
    es: 'No se puede abrir el archivo de datos {path}: {detail}.',
  },
  'store.full': {
    en: 'The disk that holds the data of Respaldo is full. Free some space; nothing that was saved is lost.',
    es: 'El disco con los datos de Respaldo está lleno. Libere espacio; no se ha perdido nada de lo guardado.',
  },
  'file.unreadable': {
    en: 'The file {path} cannot be read: {detail}.',
    es: 'No se puede leer el archivo {path}: {detail}.',
  },
  'file.unwritable': {
    en: 'The file {path} cannot be written: {detail}.',
    es: 'No se puede escribir el archivo {path}: {detail}.',
  },
  'cli.usage': { en: '{detail}', es: '{detail}' },
  'cli.ambiguous': {
    en: '“{name}” fits more than one: {matches}. Use the id.',
    es: '«{name}» corresponde a más de una: {matches}. Use el identificador.',
  },
} as const;

/** Every code a foreseen error can carry. */
export type ErrorCode = keyof typeof table;

/** All codes, for the tests and for zod. */
export const errorCodes = Object.keys(table) as [ErrorCode, ...ErrorCode[]];

/** The text of an error in the reader's language, placeholders filled. */
export function errorText(code: ErrorCode, params: ErrorParams, language: Language): string {
  return fillPlaceholders(table[code][language], params);
}

/** Puts `params` into the `{name}` places of a text; a place without a value stays visible. */
export function fillPlaceholders(text: string, params: ErrorParams): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => String(params[name] ?? place));
}
