// Connections as RMAN reports them: target, catalog, auxiliary, and what a missing one prevents.
import type { CodeExplanation } from '../explanation.ts';

export const connectRmanCodes: readonly CodeExplanation[] = [
  {
    code: 'RMAN-04004', family: 'connect', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'The recovery catalog cannot be reached',
      what: 'RMAN could not connect to the recovery catalog database, or lost it.',
      why:
        "The catalog database or its listener is down; the catalog user's password changed or expired; the alias is " +
        'wrong.',
      todo: [
        'Read the ORA or TNS code in the same line: it decides.',
        'Try the catalog user and alias with sqlplus.',
        'If the catalog is down and the backup is urgent, run it with the control file as repository; a later ' +
          'RESYNC CATALOG brings the records over.',
      ],
    },
    es: {
      title: 'No se puede llegar al catálogo de recuperación',
      what: 'RMAN no pudo conectar con la base de datos del catálogo de recuperación, o perdió la conexión.',
      why:
        'La base de datos del catálogo o su listener están parados; la contraseña del usuario del catálogo cambió o ' +
        'caducó; el alias es incorrecto.',
      todo: [
        'Leer el código ORA o TNS de la misma línea: es el que decide.',
        'Probar con sqlplus el usuario y el alias del catálogo.',
        'Si el catálogo está caído y la copia urge, ejecutarla usando el archivo de control como repositorio; un ' +
          'RESYNC CATALOG posterior traslada los registros.',
      ],
    },
  },
  {
    code: 'RMAN-04005', family: 'connect', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'The target database cannot be reached',
      what: 'RMAN could not connect to the database that is to be backed up.',
      why: 'The instance or listener is down; wrong credentials; a wrong ORACLE_SID or connect string.',
      todo: [
        'Read the ORA or TNS code below: it names the cause.',
        'Try the same connection with sqlplus, as the same operating system user.',
        'Check that the instance runs: ps for ora_pmon, or the Windows service.',
      ],
    },
    es: {
      title: 'No se puede llegar a la base de datos de destino',
      what: 'RMAN no pudo conectar con la base de datos que hay que copiar.',
      why:
        'La instancia o el listener están parados; credenciales incorrectas; un ORACLE_SID o una cadena de conexión ' +
        'equivocados.',
      todo: [
        'Leer el código ORA o TNS que aparece debajo: nombra la causa.',
        'Probar la misma conexión con sqlplus y con el mismo usuario del sistema operativo.',
        'Comprobar que la instancia está en marcha: ps para ora_pmon, o el servicio de Windows.',
      ],
    },
  },
  {
    code: 'RMAN-04006', family: 'connect', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'The auxiliary instance cannot be reached',
      what: 'RMAN could not connect to the auxiliary instance needed by DUPLICATE or a point-in-time recovery.',
      why:
        'The auxiliary is not started in NOMOUNT; its listener has no static entry; its password file differs from ' +
        "the target's.",
      todo: [
        'Start the auxiliary with STARTUP NOMOUNT and its own parameter file.',
        'Add a static entry for it to listener.ora, or (UR=A) to the alias.',
        "Copy the target's password file to the auxiliary host under the right name.",
      ],
    },
    es: {
      title: 'No se puede llegar a la instancia auxiliar',
      what:
        'RMAN no pudo conectar con la instancia auxiliar que necesita DUPLICATE o una recuperación a un punto en el ' +
        'tiempo.',
      why:
        'La auxiliar no está arrancada en NOMOUNT; su listener no tiene entrada estática; su archivo de contraseñas ' +
        'difiere del de la base de datos de destino.',
      todo: [
        'Arrancar la auxiliar con STARTUP NOMOUNT y su propio archivo de parámetros.',
        'Añadirle una entrada estática en listener.ora, o (UR=A) en el alias.',
        'Copiar el archivo de contraseñas de la base de datos de destino al servidor auxiliar con el nombre correcto.',
      ],
    },
  },
  {
    code: 'RMAN-00554', family: 'wrapper', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'RMAN could not start working',
      what: 'The client ended before running any command, nearly always because a connection failed.',
      why: 'The next lines say which connection it was: target, catalog or auxiliary, and why.',
      todo: [
        'Go down the stack to RMAN-04004, RMAN-04005 or RMAN-04006 and the ORA or TNS code under it.',
        'Act on that code; nothing was backed up or changed by this run.',
      ],
    },
    es: {
      title: 'RMAN no pudo empezar a trabajar',
      what: 'El cliente terminó antes de ejecutar ningún comando, casi siempre porque falló una conexión.',
      why: 'Las líneas siguientes dicen qué conexión fue, la de destino, la del catálogo o la auxiliar, y por qué.',
      todo: [
        'Bajar por la pila hasta RMAN-04004, RMAN-04005 o RMAN-04006 y el código ORA o TNS que lleva debajo.',
        'Actuar según ese código; esta ejecución no copió ni cambió nada.',
      ],
    },
  },
  {
    code: 'RMAN-06171', family: 'connect', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'No target database is connected',
      what: 'The command needs a target database and the session has none.',
      why:
        'CONNECT TARGET is missing from the script; the connection failed earlier and the script went on; the ' +
        'database was disconnected.',
      todo: [
        'Look further up in the log for a failed connection.',
        'Connect with target on the command line, so that a failure ends the run at once.',
      ],
    },
    es: {
      title: 'No hay ninguna base de datos de destino conectada',
      what: 'El comando necesita una base de datos de destino y la sesión no tiene ninguna.',
      why:
        'Falta CONNECT TARGET en el script; la conexión falló antes y el script siguió; se desconectó la base de ' +
        'datos.',
      todo: [
        'Buscar más arriba en el log una conexión fallida.',
        'Conectar con target en la línea de comandos, para que un fallo termine la ejecución de inmediato.',
      ],
    },
  },
  {
    code: 'RMAN-06217', family: 'connect', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'The auxiliary needs a network name',
      what: 'The auxiliary instance was reached locally, but this operation needs it through an alias.',
      why:
        'The auxiliary was connected with / while the server itself must also connect to it, as in an active ' +
        'duplicate.',
      todo: [
        'Connect to the auxiliary with user, password and @alias.',
        "Make sure the alias resolves on the target's host as well.",
      ],
    },
    es: {
      title: 'La instancia auxiliar necesita un nombre de red',
      what: 'Se conectó con la instancia auxiliar en local, pero esta operación la necesita a través de un alias.',
      why:
        'La auxiliar se conectó con / y el propio servidor también debe conectarse a ella, como en un duplicado ' +
        'activo.',
      todo: [
        'Conectar con la auxiliar mediante usuario, contraseña y @alias.',
        'Asegurarse de que el alias también se resuelve en el servidor de la base de datos de destino.',
      ],
    },
  },
  {
    code: 'RMAN-06403', family: 'connect', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'No session with full rights could be obtained',
      what: 'RMAN reached the instance, but not as a fully authorised administrator.',
      why:
        'The password file is missing or differs; the account is not SYSDBA or SYSBACKUP; operating system login is ' +
        'not enabled for this account.',
      todo: [
        'Query V$PWFILE_USERS on that instance.',
        'Recreate or copy the password file and try sqlplus with the same user AS SYSBACKUP.',
        'Check the operating system groups of the account that runs the job.',
      ],
    },
    es: {
      title: 'No se pudo obtener una sesión con todos los privilegios',
      what: 'RMAN llegó a la instancia, pero no como administrador plenamente autorizado.',
      why:
        'El archivo de contraseñas falta o es distinto; la cuenta no es SYSDBA ni SYSBACKUP; el acceso por sistema ' +
        'operativo no está habilitado para esta cuenta.',
      todo: [
        'Consultar V$PWFILE_USERS en esa instancia.',
        'Recrear o copiar el archivo de contraseñas y probar sqlplus con el mismo usuario AS SYSBACKUP.',
        'Comprobar los grupos del sistema operativo de la cuenta que ejecuta el trabajo.',
      ],
    },
  },
  {
    code: 'ORA-17627', family: 'connect', healsByRetry: 'no', ignorable: 'depends',
    en: {
      title: 'A remote database call failed',
      what: 'One database tried to call another, and the call was refused or broke.',
      why:
        'RMAN logged on with / (operating system login), so the server has no password to pass to the primary or to ' +
        'the standby; the alias does not resolve on the server; the other side is down.',
      todo: [
        'Read the ORA code in the same line.',
        'Connect RMAN with a user that has SYSBACKUP or SYSDBA and the same password on both sides, never with /.',
        'Check that the alias resolves on the database host, not only on this machine.',
        'Under RMAN-06820 it is only a warning: the backup goes on without the newest log.',
      ],
    },
    es: {
      title: 'Falló una llamada a una base de datos remota',
      what: 'Una base de datos intentó llamar a otra y la llamada fue rechazada o se cortó.',
      why:
        'RMAN se conectó con / (acceso por sistema operativo) y el servidor no tiene contraseña que pasar a la ' +
        'primaria o a la standby; el alias no se resuelve en el servidor; el otro lado está parado.',
      todo: [
        'Leer el código ORA de la misma línea.',
        'Conectar RMAN con un usuario SYSBACKUP o SYSDBA con la misma contraseña en ambos lados, nunca con /.',
        'Comprobar que el alias se resuelve en el servidor de la base de datos, no solo en esta máquina.',
        'Bajo RMAN-06820 es solo un aviso: la copia continúa sin el redo más reciente.',
      ],
    },
  },
  {
    code: 'ORA-17628', family: 'connect', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'The remote database answered with an error',
      what: 'The remote side of a duplicate or restore over the network reported a failure.',
      why:
        'A file or directory that does not exist on the remote host; no space there; a wrong conversion of file ' +
        'names.',
      todo: [
        'Read the code in the message and the alert log of the remote instance.',
        'Check DB_FILE_NAME_CONVERT, LOG_FILE_NAME_CONVERT and the directories on the remote host.',
        'Check free space on the remote side.',
      ],
    },
    es: {
      title: 'La base de datos remota respondió con un error',
      what: 'El lado remoto de un duplicado o de una restauración por red comunicó un fallo.',
      why:
        'Un archivo o directorio que no existe en el servidor remoto; falta de espacio allí; una conversión de ' +
        'nombres equivocada.',
      todo: [
        'Leer el código del mensaje y el alert log de la instancia remota.',
        'Comprobar DB_FILE_NAME_CONVERT, LOG_FILE_NAME_CONVERT y los directorios del servidor remoto.',
        'Comprobar el espacio libre en el lado remoto.',
      ],
    },
  },
  {
    code: 'ORA-17629', family: 'connect', healsByRetry: 'no', ignorable: 'depends',
    en: {
      title: 'The server could not connect to the remote database',
      what: 'The database server tried to open a session on another database and did not succeed.',
      why:
        'No usable password, because RMAN connected with /; an alias unknown on the server; password files that ' +
        'differ between primary and standby.',
      todo: [
        'Connect RMAN with a password user that exists on both sides.',
        'Run tnsping with that alias on the database host.',
        'Copy the password file from the primary to the standby again.',
      ],
    },
    es: {
      title: 'El servidor no pudo conectar con la base de datos remota',
      what: 'El servidor de base de datos intentó abrir una sesión en otra base de datos y no lo logró.',
      why:
        'No hay contraseña utilizable porque RMAN se conectó con /; el alias es desconocido en el servidor; los ' +
        'archivos de contraseñas de primaria y standby difieren.',
      todo: [
        'Conectar RMAN con un usuario con contraseña que exista en ambos lados.',
        'Ejecutar tnsping con ese alias en el servidor de la base de datos.',
        'Copiar de nuevo el archivo de contraseñas de la primaria a la standby.',
      ],
    },
  },
];
