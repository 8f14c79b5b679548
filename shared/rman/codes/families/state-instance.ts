// The instance or the database is not started, mounted or open as the command needs it.
import type { CodeExplanation } from '../explanation.ts';

export const stateInstanceCodes: readonly CodeExplanation[] = [
  {
    code: 'ORA-01033', family: 'state', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'The database is starting, stopping or only mounted',
      what: 'An ordinary user cannot get in because the database is not open yet.',
      why:
        'It is being started or shut down; it is a standby or a database left in MOUNT; opening failed and it stayed ' +
        'there.',
      todo: [
        'Query V$INSTANCE.STATUS and V$DATABASE.OPEN_MODE as SYSDBA.',
        'If it is starting, wait and try again.',
        'If it should be open and stays mounted, read the alert log and open it.',
        'For jobs against a mounted database, connect AS SYSBACKUP.',
      ],
    },
    es: {
      title: 'La base de datos arranca, se detiene o solo está montada',
      what: 'Un usuario normal no puede entrar porque la base de datos todavía no está abierta.',
      why: 'Se está arrancando o deteniendo; es una standby o se dejó en MOUNT; falló la apertura y se quedó ahí.',
      todo: [
        'Consultar V$INSTANCE.STATUS y V$DATABASE.OPEN_MODE como SYSDBA.',
        'Si está arrancando, esperar y reintentar.',
        'Si debería estar abierta y sigue montada, leer el alert log y abrirla.',
        'Para trabajos contra una base de datos montada, conectar AS SYSBACKUP.',
      ],
    },
  },
  {
    code: 'ORA-01034', family: 'state', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'The instance is down',
      what: 'There is no running instance behind the name that was used.',
      why:
        'The instance is stopped or crashed; ORACLE_SID or ORACLE_HOME is misspelt, even by case or by a final ' +
        'slash; the environment belongs to another instance.',
      todo: [
        'Look for its pmon process (ps -ef, ora_pmon) or the Windows service.',
        'Compare ORACLE_SID and ORACLE_HOME with oratab, letter by letter.',
        'If it is down, find out why in the alert log before starting it.',
      ],
    },
    es: {
      title: 'La instancia está parada',
      what: 'No hay ninguna instancia en marcha detrás del nombre utilizado.',
      why:
        'La instancia está parada o cayó; ORACLE_SID u ORACLE_HOME están mal escritos, incluso por una mayúscula o ' +
        'una barra final; el entorno es el de otra instancia.',
      todo: [
        'Buscar su proceso pmon (ps -ef, ora_pmon) o el servicio de Windows.',
        'Comparar ORACLE_SID y ORACLE_HOME con oratab, letra por letra.',
        'Si está parada, averiguar el motivo en el alert log antes de arrancarla.',
      ],
    },
  },
  {
    code: 'ORA-27101', family: 'state', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'The memory of the instance does not exist',
      what: 'The server process found no shared memory for this ORACLE_SID in this ORACLE_HOME.',
      why: 'The instance is down, or ORACLE_SID and ORACLE_HOME do not belong together.',
      todo: [
        'Compare ORACLE_SID and ORACLE_HOME with oratab; a final slash in ORACLE_HOME is enough to fail.',
        'Check whether the instance runs and start it if it should.',
      ],
    },
    es: {
      title: 'No existe la memoria de la instancia',
      what: 'El proceso servidor no encontró memoria compartida para este ORACLE_SID en este ORACLE_HOME.',
      why: 'La instancia está parada, o ORACLE_SID y ORACLE_HOME no se corresponden.',
      todo: [
        'Comparar ORACLE_SID y ORACLE_HOME con oratab; basta una barra final en ORACLE_HOME para que falle.',
        'Comprobar si la instancia está en marcha y arrancarla si debe estarlo.',
      ],
    },
  },
  {
    code: 'ORA-01078', family: 'state', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'The instance parameters could not be read',
      what: 'STARTUP failed because the parameter file is missing or holds a wrong value.',
      why: 'No spfile or init file for this ORACLE_SID; a parameter that this release does not know; a bad value.',
      todo: [
        'Read the LRM or ORA line next to it: it names the file or the parameter.',
        'If a bad ALTER SYSTEM caused it, CREATE PFILE FROM SPFILE, correct the file and start with it.',
      ],
    },
    es: {
      title: 'No se pudieron leer los parámetros de la instancia',
      what: 'STARTUP falló porque el archivo de parámetros falta o contiene un valor incorrecto.',
      why: 'No hay spfile ni init para este ORACLE_SID; un parámetro que esta versión no conoce; un valor erróneo.',
      todo: [
        'Leer la línea LRM u ORA que lo acompaña: nombra el archivo o el parámetro.',
        'Si lo causó un ALTER SYSTEM erróneo, hacer CREATE PFILE FROM SPFILE, corregirlo y arrancar con él.',
      ],
    },
  },
  {
    code: 'ORA-01081', family: 'state', healsByRetry: 'no', ignorable: 'depends',
    en: {
      title: 'The instance is already running',
      what: 'STARTUP was asked for while an instance of that name is up.',
      why: 'The script starts a database that was not stopped; a shutdown failed before it.',
      todo: [
        'Query V$INSTANCE.STATUS: if the state is the one wanted, go on.',
        'Let the script test the state before it starts or stops anything.',
      ],
    },
    es: {
      title: 'La instancia ya está en marcha',
      what: 'Se pidió STARTUP cuando una instancia con ese nombre ya está levantada.',
      why: 'El script arranca una base de datos que no se había parado; antes falló una parada.',
      todo: [
        'Consultar V$INSTANCE.STATUS: si el estado es el deseado, continuar.',
        'Hacer que el script compruebe el estado antes de arrancar o parar nada.',
      ],
    },
  },
  {
    code: 'ORA-01089', family: 'state', healsByRetry: 'yes', ignorable: 'no',
    en: {
      title: 'The database is being shut down',
      what: 'A shutdown is in progress and no new work is accepted.',
      why: 'Planned maintenance, a restart, or a consistent backup of a database without archiving.',
      todo: [
        'Find out who stopped it: the alert log has the time and the session.',
        'Wait until it is up again and run the job.',
        'If the shutdown hangs, look for long rollbacks before using ABORT.',
      ],
    },
    es: {
      title: 'La base de datos se está parando',
      what: 'Hay una parada en curso y no se acepta trabajo nuevo.',
      why: 'Mantenimiento planificado, un reinicio, o una copia consistente de una base de datos sin archivado.',
      todo: [
        'Averiguar quién la paró: el alert log tiene la hora y la sesión.',
        'Esperar a que vuelva a estar levantada y lanzar el trabajo.',
        'Si la parada se queda colgada, buscar rollbacks largos antes de usar ABORT.',
      ],
    },
  },
  {
    code: 'ORA-01090', family: 'state', healsByRetry: 'yes', ignorable: 'no',
    en: {
      title: 'No connection while the database shuts down',
      what: 'The session was refused because a shutdown is in progress.',
      why: 'The job started in the middle of a stop or restart.',
      todo: [
        'Wait for the end of the shutdown and run the job again.',
        'Move the schedule away from the maintenance window.',
      ],
    },
    es: {
      title: 'No se admiten conexiones durante la parada',
      what: 'La sesión se rechazó porque hay una parada en curso.',
      why: 'El trabajo empezó en mitad de una parada o un reinicio.',
      todo: [
        'Esperar al final de la parada y lanzar de nuevo el trabajo.',
        'Alejar la planificación de la ventana de mantenimiento.',
      ],
    },
  },
  {
    code: 'ORA-01109', family: 'state', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'The database is not open',
      what: 'The command needs an open database and this one is started or mounted only.',
      why: 'It was left in MOUNT after maintenance; opening failed; it is a standby.',
      todo: [
        'Query V$DATABASE.OPEN_MODE and DATABASE_ROLE.',
        'If it should be open, read the alert log, then ALTER DATABASE OPEN.',
        'A PDB has its own state: query V$PDBS.',
      ],
    },
    es: {
      title: 'La base de datos no está abierta',
      what: 'El comando necesita una base de datos abierta y esta solo está arrancada o montada.',
      why: 'Se quedó en MOUNT tras un mantenimiento; falló la apertura; es una standby.',
      todo: [
        'Consultar V$DATABASE.OPEN_MODE y DATABASE_ROLE.',
        'Si debería estar abierta, leer el alert log y ejecutar ALTER DATABASE OPEN.',
        'Cada PDB tiene su propio estado: consultar V$PDBS.',
      ],
    },
  },
  {
    code: 'ORA-01219', family: 'state', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'Only fixed tables can be read while not open',
      what: 'A query touched the data dictionary of a database, or PDB, that is not open.',
      why: 'The script asks DBA views of a mounted database; the PDB is closed.',
      todo: [
        'Open the database or PDB, or restrict the script to V$ views.',
      ],
    },
    es: {
      title: 'Sin abrir solo se pueden leer tablas fijas',
      what: 'Una consulta tocó el diccionario de una base de datos, o de una PDB, que no está abierta.',
      why: 'El script consulta vistas DBA de una base de datos montada; la PDB está cerrada.',
      todo: [
        'Abrir la base de datos o la PDB, o limitar el script a las vistas V$.',
      ],
    },
  },
  {
    code: 'ORA-01507', family: 'state', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'The database is not mounted',
      what: 'The command needs the control file, and the instance is only started.',
      why: 'The instance is in NOMOUNT; mounting failed because of a control file; the wrong instance was reached.',
      todo: [
        'Query V$INSTANCE.STATUS: STARTED means not mounted.',
        'Run ALTER DATABASE MOUNT and read the alert log if it fails.',
        'If control files are lost, restore one first with RESTORE CONTROLFILE.',
      ],
    },
    es: {
      title: 'La base de datos no está montada',
      what: 'El comando necesita el archivo de control y la instancia solo está arrancada.',
      why: 'La instancia está en NOMOUNT; falló el montaje por un archivo de control; se llegó a otra instancia.',
      todo: [
        'Consultar V$INSTANCE.STATUS: STARTED significa sin montar.',
        'Ejecutar ALTER DATABASE MOUNT y leer el alert log si falla.',
        'Si se perdieron los archivos de control, restaurar uno antes con RESTORE CONTROLFILE.',
      ],
    },
  },
  {
    code: 'ORA-01531', family: 'state', healsByRetry: 'no', ignorable: 'depends',
    en: {
      title: 'The database is already open',
      what: 'The script asked to open or mount a database that this instance already has open.',
      why: 'The script opens without looking at the state first, or somebody opened it meanwhile.',
      todo: [
        'If the database is open as wanted, nothing is wrong.',
        'Guard the OPEN with a test of V$INSTANCE.STATUS.',
      ],
    },
    es: {
      title: 'La base de datos ya está abierta',
      what: 'El script pidió abrir o montar una base de datos que esta instancia ya tiene abierta.',
      why: 'El script abre sin mirar antes el estado, o alguien la abrió mientras tanto.',
      todo: [
        'Si la base de datos está abierta como se quería, no hay ningún problema.',
        'Proteger el OPEN con una consulta a V$INSTANCE.STATUS.',
      ],
    },
  },
];
