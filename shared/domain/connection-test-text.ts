// The sentences of a connection test, for the window and the command line: what each step is, and what is wrong with
// what to change. Codes of Oracle are explained by shared/rman/codes; here is what only a test knows.
import { explainCode } from '../rman/codes/index.ts';
import { fillPlaceholders } from '../errors/codes.ts';
import type { ConnectionReason, ConnectionRow, ConnectionStep } from './connection-test.ts';
import type { Language } from './settings.ts';

const STEPS: Record<ConnectionStep, Record<Language, string>> = {
  resolve: { en: 'Name', es: 'Nombre' },
  reach: { en: 'Network', es: 'Red' },
  service: { en: 'Listener and service', es: 'Listener y servicio' },
  'log-in': { en: 'Log-in', es: 'Inicio de sesión' },
  privileges: { en: 'Privileges', es: 'Privilegios' },
  version: { en: 'Version', es: 'Versión' },
  role: { en: 'Role', es: 'Rol' },
  'log-mode': { en: 'Log mode', es: 'Modo de archivado' },
  'recovery-area': { en: 'Recovery area', es: 'Área de recuperación' },
};

type Reason = Record<Language, { what: string; todo: string }>;

const REASONS: Record<ConnectionReason, Reason> = {
  'host-unknown': {
    en: {
      what: 'No address is known for {host}.',
      todo: 'Correct the host, or enter it in DNS or in the hosts file of this machine.',
    },
    es: {
      what: 'No se conoce ninguna dirección para {host}.',
      todo: 'Corrija el host, o inclúyalo en el DNS o en el archivo hosts de este equipo.',
    },
  },
  'tns-file-missing': {
    en: {
      what: 'There is no readable {path}.',
      todo: 'Correct the TNS_ADMIN directory: it must hold the tnsnames.ora that has {alias}.',
    },
    es: {
      what: 'No existe {path} o no se puede leer.',
      todo: 'Corrija el directorio TNS_ADMIN: debe contener el tnsnames.ora que define {alias}.',
    },
  },
  'tns-name-missing': {
    en: {
      what: '{path} does not define {alias}. It has: {known}.',
      todo: 'Correct the alias, or add a line {alias} = (DESCRIPTION=…) to that file.',
    },
    es: {
      what: '{path} no define {alias}. Contiene: {known}.',
      todo: 'Corrija el alias, o añada a ese archivo una línea {alias} = (DESCRIPTION=…).',
    },
  },
  'tns-name-broken': {
    en: {
      what: 'The entry {alias} on line {line} of {path} does not close its brackets.',
      todo: 'Count the brackets from that line on; continuation lines must begin with a blank.',
    },
    es: {
      what: 'La entrada {alias} de la línea {line} de {path} no cierra sus paréntesis.',
      todo: 'Cuente los paréntesis desde esa línea; las líneas de continuación deben empezar por un espacio.',
    },
  },
  'descriptor-empty': {
    en: {
      what: 'The descriptor names no ADDRESS with a HOST.',
      todo: 'Give it at least (ADDRESS=(PROTOCOL=tcp)(HOST=…)(PORT=1521)).',
    },
    es: {
      what: 'El descriptor no contiene ninguna ADDRESS con HOST.',
      todo: 'Incluya al menos (ADDRESS=(PROTOCOL=tcp)(HOST=…)(PORT=1521)).',
    },
  },
  'port-refused': {
    en: {
      what: 'Nothing listens on {host}:{port}.',
      todo: 'Start the listener (lsnrctl start), or correct the port: “lsnrctl status” on the server shows it.',
    },
    es: {
      what: 'Nadie escucha en {host}:{port}.',
      todo: 'Arranque el listener (lsnrctl start) o corrija el puerto: «lsnrctl status» lo muestra en el servidor.',
    },
  },
  'port-silent': {
    en: {
      what: '{host}:{port} did not answer within {seconds} s.',
      todo: 'A firewall drops the packets, or the server is down. Ask for the way from this machine to that port to be opened.',
    },
    es: {
      what: '{host}:{port} no respondió en {seconds} s.',
      todo: 'Un cortafuegos descarta los paquetes o el servidor está caído. Pida que se abra el paso desde este equipo hasta ese puerto.',
    },
  },
  'host-unreachable': {
    en: {
      what: 'There is no way from here to {host}:{port}.',
      todo: 'Check the network, the VPN and the route to this host.',
    },
    es: {
      what: 'Desde aquí no hay camino hasta {host}:{port}.',
      todo: 'Revise la red, la VPN y la ruta hasta ese host.',
    },
  },
  'through-proxy': {
    en: {
      what: 'Not looked at: the way goes through a proxy or an included file.',
      todo: 'The next step tells.',
    },
    es: {
      what: 'No se comprobó: el camino pasa por un proxy o por un archivo incluido.',
      todo: 'El paso siguiente lo dirá.',
    },
  },
  oracle: { en: { what: '{code}: {detail}', todo: '' }, es: { what: '{code}: {detail}', todo: '' } },
  'no-password': {
    en: {
      what: 'No password is stored for this connection.',
      todo: 'Save the database and set the password of its SQL connection.',
    },
    es: {
      what: 'No hay ninguna contraseña guardada para esta conexión.',
      todo: 'Guarde la base de datos e indique la contraseña de su conexión SQL.',
    },
  },
  'restart-needed': {
    en: {
      what: 'This Respaldo already works without this Instant Client, and Oracle’s driver can change that only at its start.',
      todo: 'Save the connection, quit Respaldo and open it again.',
    },
    es: {
      what: 'Este Respaldo ya trabaja sin ese Instant Client, y el driver de Oracle solo puede cambiarlo al arrancar.',
      todo: 'Guarde la conexión, salga de Respaldo y ábralo de nuevo.',
    },
  },
  'views-missing': {
    en: {
      what: '{user} may not read {views}: those panels stay empty.',
      todo: 'Have a DBA grant it, or log in as SYSBACKUP:',
    },
    es: {
      what: '{user} no puede leer {views}: esos paneles quedarán vacíos.',
      todo: 'Pida a un DBA que lo conceda, o conéctese como SYSBACKUP:',
    },
  },
  'view-missing': {
    en: {
      what: 'Not known: {user} may not read {view}.',
      todo: 'The grant that is missing:',
    },
    es: {
      what: 'No se sabe: {user} no puede leer {view}.',
      todo: 'El privilegio que falta:',
    },
  },
  'release-old': {
    en: {
      what: 'Older than 11.2.',
      todo: 'Respaldo knows RMAN from 11.2 on; some panels will stay empty.',
    },
    es: {
      what: 'Anterior a la 11.2.',
      todo: 'Respaldo conoce RMAN desde la 11.2; algunos paneles quedarán vacíos.',
    },
  },
  'not-open': {
    en: {
      what: 'The instance is {status}, not open.',
      todo: 'ALTER DATABASE OPEN, unless this is a standby or maintenance.',
    },
    es: {
      what: 'La instancia está {status}, no abierta.',
      todo: 'ALTER DATABASE OPEN, salvo que sea una standby o esté en mantenimiento.',
    },
  },
  noarchivelog: {
    en: {
      what: 'Without archived logs only closed backups are possible, and nothing after the last one can be restored.',
      todo: 'SHUTDOWN IMMEDIATE, STARTUP MOUNT, ALTER DATABASE ARCHIVELOG, ALTER DATABASE OPEN.',
    },
    es: {
      what: 'Sin redo archivado solo caben copias en frío, y nada posterior a la última se puede restaurar.',
      todo: 'SHUTDOWN IMMEDIATE, STARTUP MOUNT, ALTER DATABASE ARCHIVELOG, ALTER DATABASE OPEN.',
    },
  },
  'no-recovery-area': {
    en: {
      what: 'No fast recovery area is configured.',
      todo: 'Set DB_RECOVERY_FILE_DEST_SIZE and DB_RECOVERY_FILE_DEST, or give every strategy its destination.',
    },
    es: {
      what: 'No hay área de recuperación rápida configurada.',
      todo: 'Defina DB_RECOVERY_FILE_DEST_SIZE y DB_RECOVERY_FILE_DEST, o dé a cada estrategia su destino.',
    },
  },
  'recovery-area-full': {
    en: {
      what: '{percent} % of the recovery area cannot be reclaimed.',
      todo: 'Back up and delete archived logs, or raise DB_RECOVERY_FILE_DEST_SIZE, before ORA-19809 stops the database.',
    },
    es: {
      what: 'El {percent} % del área de recuperación no se puede liberar.',
      todo: 'Copie y borre redo archivado, o aumente DB_RECOVERY_FILE_DEST_SIZE, antes de que ORA-19809 detenga la base de datos.',
    },
  },
};

/** What a step looks at. */
export const connectionStepText = (step: ConnectionStep, language: Language): string => STEPS[step][language];

/** Why a row is not good and what to change, most likely first; `null` for a row that is only what it found. */
export function connectionRowText(row: ConnectionRow, language: Language): { what: string; todo: string[] } | null {
  if (row.reason === null) return null;
  const { what, todo } = REASONS[row.reason][language];
  const explained = row.reason === 'oracle' ? explainCode(String(row.params['code'] ?? ''))?.[language] : undefined;
  const said = fillPlaceholders(what, row.params);
  if (explained) return { what: `${explained.title}. ${said}`, todo: [...explained.todo] };
  return { what: said, todo: todo === '' ? [] : [fillPlaceholders(todo, row.params)] };
}
