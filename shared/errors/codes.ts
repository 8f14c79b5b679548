// The closed table of error codes with their texts in English and Spanish;
// every foreseen failure of the product is here.
import type { Language } from '../domain/settings.ts';
import type { ErrorParams } from './app-error.ts';
import { deletionCodes } from './deletion-codes.ts';
import { doctorCodes } from './doctor-codes.ts';
import { runnerCodes } from './runner-codes.ts';

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
  'strategy.no-password': {
    en: 'The backups of {strategy} are encrypted with a password, and none is stored. Set it in the strategy.',
    es: 'Las copias de {strategy} se cifran con una contraseña y no hay ninguna guardada. Póngala en la estrategia.',
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
  'supervision.elsewhere': {
    en: 'Another Respaldo (a command line) is looking after the runs of this profile. This one shows them and takes over when it ends.',
    es: 'Otro Respaldo (una línea de comandos) cuida de las ejecuciones de este perfil. Este las muestra y tomará el relevo cuando termine.',
  },
  'desktop.no-tray': {
    en: 'This desktop has no tray, where Respaldo would stay. Closing the window makes it small instead; Ctrl+Q quits.',
    es: 'Este escritorio no tiene bandeja donde Respaldo pueda quedarse. Al cerrar la ventana solo se minimiza; Ctrl+Q sale.',
  },
  'occurrence.missing': {
    en: 'Nothing is planned for that instant any more.',
    es: 'Ya no hay nada previsto para ese instante.',
  },
  'occurrence.not-waiting': {
    en: 'It no longer waits: it has started, or its outcome is settled.',
    es: 'Ya no está en espera: comenzó o su resultado ya es definitivo.',
  },
  'run.missing': { en: 'This run is not in the log.', es: 'Esta ejecución no está en la bitácora.' },
  'run.not-active': {
    en: 'This run has already ended.',
    es: 'Esta ejecución ya terminó.',
  },
  'run.not-waiting': {
    en: 'This run no longer waits in the queue.',
    es: 'Esta ejecución ya no espera en la cola.',
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
  'rman.no-answer': {
    en: '{path} did not answer within {seconds} s. Start it once by hand to see what it waits for.',
    es: '{path} no respondió en {seconds} s. Ejecútelo una vez a mano para ver qué espera.',
  },
  'rman.not-oracle': {
    en: '{path} is some other program: it says “{found}” instead of presenting itself as Recovery Manager.',
    es: '{path} es otro programa: dice «{found}» en lugar de presentarse como Recovery Manager.',
  },
  'rman.unsupported': {
    en: 'This RMAN is release {release}; Respaldo is made for {oldest} and newer.',
    es: 'Este RMAN es de la versión {release}; Respaldo está hecho para la {oldest} y posteriores.',
  },
  'rman.no-sysbackup': {
    en: 'This RMAN is release {release}; SYSBACKUP exists since 12.1. Choose SYSDBA in the database form.',
    es: 'Este RMAN es de la versión {release}; SYSBACKUP existe desde la 12.1. Elija SYSDBA en el formulario.',
  },
  'tns-admin.missing': {
    en: 'The directory {path} for TNS_ADMIN does not exist.',
    es: 'El directorio {path} para TNS_ADMIN no existe.',
  },
  'alias.unknown': {
    en: '{path} has no entry {alias}. If it is resolved in another way (LDAP, Easy Connect, IFILE), all is well.',
    es: '{path} no tiene la entrada {alias}. Si se resuelve de otra forma (LDAP, Easy Connect, IFILE), no hay problema.',
  },
  'alias.no-file': {
    en: 'There is no {path}, so {alias} must be resolved in another way (LDAP, Easy Connect).',
    es: 'No existe {path}; {alias} debe resolverse de otra forma (LDAP, Easy Connect).',
  },
  'destination.missing': {
    en: 'The destination directory {path} does not exist.',
    es: 'El directorio de destino {path} no existe.',
  },
  'destination.unwritable': {
    en: 'The destination directory {path} cannot be written by this user.',
    es: 'Este usuario no puede escribir en el directorio de destino {path}.',
  },
  'destination.not-directory': {
    en: 'The destination {path} is not a directory.',
    es: 'El destino {path} no es un directorio.',
  },
  'destination.other-account': {
    en: 'Oracle writes to {path} under another account than yours, so it cannot be tried from here.',
    es: 'Oracle escribe en {path} con otra cuenta que la suya, así que no se puede probar desde aquí.',
  },
  'destination.on-server': {
    en: 'The pieces are written on the database server; {path} cannot be seen from this machine.',
    es: 'Las piezas se escriben en el servidor de la base de datos; {path} no se ve desde esta máquina.',
  },
  'destination.in-database': {
    en: 'No format is given: the database puts the pieces where it is configured to (recovery area or its own directory).',
    es: 'No hay formato: la base de datos deja las piezas donde esté configurado (área de recuperación o su propio directorio).',
  },
  'destination.disk-group': {
    en: 'Only the database can look into the disk group {path}.',
    es: 'Solo la base de datos puede mirar en el grupo de discos {path}.',
  },
  'destination.elements': {
    en: 'The directory {path} depends on the database; RMAN does not create it, so it must exist.',
    es: 'El directorio {path} depende de la base de datos; RMAN no lo crea, así que debe existir.',
  },
  'destination.little-space': {
    en: 'Less than 1 GB is free at {path}.',
    es: 'Queda menos de 1 GB libre en {path}.',
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
  'store.unreadable': {
    en: 'This version cannot read everything in the data file. Left out, and NOT backed up: {names}. They are still in the file.',
    es: 'Esta versión no puede leer todo lo que hay en el archivo de datos. Queda fuera, y NO se respalda: {names}. Sigue en el archivo.',
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
  'session.locked': {
    en: 'Respaldo is locked. Log in to go on.',
    es: 'Respaldo está bloqueado. Inicie sesión para continuar.',
  },
  'session.refused': {
    en: 'The user or the password is wrong, or the user is disabled.',
    es: 'El usuario o la contraseña no son correctos, o el usuario está deshabilitado.',
  },
  'session.slowed': {
    en: 'Too many attempts. The next one is possible in {seconds} s.',
    es: 'Demasiados intentos. El siguiente será posible dentro de {seconds} s.',
  },
  'session.none': {
    en: 'There are no users here, so there is nothing to log in to.',
    es: 'Aquí no hay usuarios, así que no hay dónde iniciar sesión.',
  },
  'role.operator-needed': {
    en: 'This needs the role of an operator. Ask an administrator of Respaldo.',
    es: 'Para esto hace falta el rol de operador. Pídalo a un administrador de Respaldo.',
  },
  'role.administrator-needed': {
    en: 'This needs the role of an administrator. Ask an administrator of Respaldo.',
    es: 'Para esto hace falta el rol de administrador. Pídalo a un administrador de Respaldo.',
  },
  'user.missing': { en: 'This user no longer exists.', es: 'Este usuario ya no existe.' },
  'user.first-administrator': {
    en: 'The first user must be an enabled administrator.',
    es: 'El primer usuario debe ser un administrador habilitado.',
  },
  'user.last-administrator': {
    en: '{user} is the last administrator who can log in. Make another one first.',
    es: '{user} es el último administrador que puede iniciar sesión. Cree antes otro.',
  },
  'user.wrong-password': {
    en: 'The present password is wrong.',
    es: 'La contraseña actual no es correcta.',
  },
  'log-database.none': {
    en: 'No log database is set up. It is done in Settings › Log database.',
    es: 'No hay base de datos de bitácora configurada. Se configura en Ajustes › Base de datos de bitácora.',
  },
  'log-database.busy': {
    en: 'The log tables are being installed at this moment.',
    es: 'En este momento se están instalando las tablas de bitácora.',
  },
  'log-tables.not-installed': {
    en: 'There are no log tables in the schema {owner}, or {user} may not see them. Install them, or have the rights granted.',
    es: 'En el esquema {owner} no hay tablas de bitácora, o {user} no puede verlas. Instálelas o pida que concedan los permisos.',
  },
  'log-tables.incomplete': {
    en: 'The log tables in the schema {owner} are not complete for {user}: {statements} statements are still to be run, or rights are missing.',
    es: 'Las tablas de bitácora del esquema {owner} no están completas para {user}: faltan {statements} sentencias por ejecutar o faltan permisos.',
  },
  'log-tables.old': {
    en: 'The log tables in the schema {owner} are of version {installed}; this Respaldo needs version {known}. Upgrade them in Settings › Log database.',
    es: 'Las tablas de bitácora del esquema {owner} son de la versión {installed}; este Respaldo necesita la {known}. Actualícelas en Ajustes › Base de datos de bitácora.',
  },
  'log-tables.newer': {
    en: 'The log tables are of version {installed}, which a newer Respaldo installed; this one knows version {known} and leaves them alone. Install the newer Respaldo here.',
    es: 'Las tablas de bitácora son de la versión {installed}, instalada por un Respaldo más nuevo; este conoce la {known} y no las toca. Instale aquí el Respaldo más nuevo.',
  },
  'log-tables.foreign': {
    en: 'The table {table} has one of our names but not our columns ({missing} missing). Choose another schema; nothing was changed.',
    es: 'La tabla {table} tiene un nombre de los nuestros pero no nuestras columnas (faltan {missing}). Elija otro esquema; no se ha cambiado nada.',
  },
  'log-tables.not-owner': {
    en: '{user} does not own the schema {owner}. Connect as {owner} to install, or hand the statements to somebody who may.',
    es: '{user} no es el propietario del esquema {owner}. Conéctese como {owner} para instalar o entregue las sentencias a quien pueda.',
  },
  'log-tables.privilege': {
    en: '{user} may not do this ({code}). A DBA grants it with “GRANT {privilege} TO {user}”.',
    es: '{user} no tiene permiso para esto ({code}). Un DBA lo concede con «GRANT {privilege} TO {user}».',
  },
  'log-tables.quota': {
    en: '{user} has no room left in the tablespace {tablespace} ({code}). A DBA grants it with “ALTER USER {user} QUOTA 2G ON {tablespace}”.',
    es: '{user} no tiene cuota libre en el tablespace {tablespace} ({code}). Un DBA la concede con «ALTER USER {user} QUOTA 2G ON {tablespace}».',
  },
  'log-tables.full': {
    en: 'The tablespace {tablespace} is full ({code}). Add a data file or let one grow, then continue.',
    es: 'El tablespace {tablespace} está lleno ({code}). Añada un archivo de datos o deje crecer uno, y continúe.',
  },
  'log-tables.in-use': {
    en: 'Somebody is using the table at this moment ({code}). Try again; what is done stays done.',
    es: 'Alguien está usando la tabla en este momento ({code}). Vuelva a intentarlo; lo hecho queda hecho.',
  },
  'file.unreadable': {
    en: 'The file {path} cannot be read: {detail}.',
    es: 'No se puede leer el archivo {path}: {detail}.',
  },
  'strategy.newer-option': {
    en: 'The strategy asks for what Oracle {release} does not have (it came with {needed}): {options}.',
    es: 'La estrategia pide algo que Oracle {release} no tiene (llegó con {needed}): {options}.',
  },
  'file.not-opened': {
    en: 'The desktop could not open {path}: {detail}.',
    es: 'El escritorio no ha podido abrir {path}: {detail}.',
  },
  'file.unwritable': {
    en: 'The file {path} cannot be written: {detail}.',
    es: 'No se puede escribir el archivo {path}: {detail}.',
  },
  'sync.none': {
    en: 'No log database is set up. It is done in Settings › Log database.',
    es: 'No hay base de datos de bitácora configurada. Se configura en Ajustes › Base de datos de bitácora.',
  },
  'team.elsewhere': {
    en: 'Another workstation runs this occurrence: {workstation}.',
    es: 'Otra estación ejecuta esta ocurrencia: {workstation}.',
  },
  'team.unreached': {
    en: 'The log database is not reached, so it cannot be agreed which workstation runs this shared strategy ({detail}).',
    es: 'No se llega a la base de datos de bitácora, así que no se puede acordar qué estación ejecuta esta estrategia compartida ({detail}).',
  },
  'sync.refused': {
    en: 'The log database refuses to write: {code} ({detail}).',
    es: 'La base de datos de bitácora se niega a escribir: {code} ({detail}).',
  },
  'oracle.failed': { en: 'Oracle answered {code} ({detail}).', es: 'Oracle respondió {code} ({detail}).' },
  'oracle.lost': {
    en: 'The session in Oracle was lost ({code}: {detail}). What was not committed is gone.',
    es: 'Se perdió la sesión en Oracle ({code}: {detail}). Lo que no estaba confirmado se ha perdido.',
  },
  'oracle.busy': {
    en: 'All {max} sessions of this connection are in use; none became free within {seconds} s.',
    es: 'Las {max} sesiones de esta conexión están en uso; ninguna quedó libre en {seconds} s.',
  },
  'oracle.closed': {
    en: 'The connection is being closed.',
    es: 'La conexión se está cerrando.',
  },
  'oracle.restart-needed': {
    en: 'This process already works without an Instant Client, or with that of {client}. Quit Respaldo and start it again to use the one of this connection.',
    es: 'Este proceso ya trabaja sin Instant Client, o con el de {client}. Salga de Respaldo y ábralo de nuevo para usar el de esta conexión.',
  },
  'oracle.no-connection': {
    en: 'The database {target} has no SQL connection. Enter one in its form, under “SQL connection”.',
    es: 'La base de datos {target} no tiene conexión SQL. Indíquela en su ficha, en «Conexión SQL».',
  },
  'cli.usage': { en: '{detail}', es: '{detail}' },
  'cli.schedule': {
    en: 'This schedule cannot be read.',
    es: 'Esta programación no se entiende.',
  },
  'cli.log-in-needed': {
    en: 'This profile has users. Give --user, and the password when asked or on standard input.',
    es: 'Este perfil tiene usuarios. Indique --user, y la contraseña cuando se pida o por la entrada estándar.',
  },
  'cli.unknown-name': {
    en: 'Nothing here is called “{name}”. See respaldo strategies, targets and runs.',
    es: 'Aquí nada se llama «{name}». Consulte respaldo strategies, targets y runs.',
  },
  'cli.ambiguous': {
    en: '“{name}” fits more than one: {matches}. Use the id.',
    es: '«{name}» corresponde a más de una: {matches}. Use el identificador.',
  },
  ...deletionCodes,
  ...doctorCodes,
  ...runnerCodes,
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
