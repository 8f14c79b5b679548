// Room inside the database: tablespaces, quotas, undo, temporary space and memory.
import type { CodeExplanation } from '../explanation.ts';

export const spaceDatabaseCodes: readonly CodeExplanation[] = [
  {
    code: 'ORA-01536', family: 'space', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'The space quota of the user is used up',
      what: 'A user has filled the share of a tablespace that was granted.',
      why: 'The quota is too small; a log table or a Data Pump control table grew.',
      todo: [
        'Query DBA_TS_QUOTAS for the user.',
        'ALTER USER name QUOTA a larger value ON the tablespace, or purge old rows.',
      ],
    },
    es: {
      title: 'La cuota de espacio del usuario se agotó',
      what: 'Un usuario llenó la parte del tablespace que tenía concedida.',
      why: 'La cuota es demasiado pequeña; creció una tabla de log o una tabla maestra de Data Pump.',
      todo: [
        'Consultar DBA_TS_QUOTAS para el usuario.',
        'Ejecutar ALTER USER nombre QUOTA un valor mayor ON el tablespace, o depurar filas antiguas.',
      ],
    },
  },
  {
    code: 'ORA-01950', family: 'space', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'The user may not use this tablespace',
      what: 'The user has no quota at all on the tablespace where the row or table should go.',
      why: 'A new user or tablespace without quota.',
      todo: [
        'ALTER USER name QUOTA 500M (or UNLIMITED) ON the tablespace.',
        "Check the user's default tablespace in DBA_USERS.",
      ],
    },
    es: {
      title: 'El usuario no puede usar este tablespace',
      what: 'El usuario no tiene ninguna cuota en el tablespace donde debería ir la fila o la tabla.',
      why: 'Un usuario o un tablespace nuevo sin cuota.',
      todo: [
        'Ejecutar ALTER USER nombre QUOTA 500M (o UNLIMITED) ON el tablespace.',
        'Comprobar el tablespace predeterminado del usuario en DBA_USERS.',
      ],
    },
  },
  {
    code: 'ORA-01652', family: 'space', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'Temporary space ran out',
      what: 'A sort or join could not get more space, usually in the temporary tablespace.',
      why:
        "TEMP is too small for the query; another session uses it all; stale statistics make RMAN's queries " +
        'expensive.',
      todo: [
        'Query V$TEMPSEG_USAGE to see who uses it.',
        'Add or enlarge a tempfile.',
        "If RMAN's own queries cause it, gather fixed object statistics: DBMS_STATS.GATHER_FIXED_OBJECTS_STATS.",
      ],
    },
    es: {
      title: 'Se agotó el espacio temporal',
      what: 'Una ordenación o unión no pudo obtener más espacio, normalmente en el tablespace temporal.',
      why:
        'TEMP es pequeño para la consulta; otra sesión lo ocupa entero; estadísticas anticuadas encarecen las ' +
        'consultas de RMAN.',
      todo: [
        'Consultar V$TEMPSEG_USAGE para ver quién lo usa.',
        'Añadir o ampliar un tempfile.',
        'Si lo causan las consultas de RMAN, recopilar estadísticas de objetos fijos: ' +
          'DBMS_STATS.GATHER_FIXED_OBJECTS_STATS.',
      ],
    },
  },
  {
    code: 'ORA-01653', family: 'space', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'A table cannot grow',
      what: 'The tablespace has no room for the next piece of a table.',
      why: 'The data files are full and may not extend, or the disk below is full.',
      todo: [
        'Query DBA_DATA_FILES and DBA_FREE_SPACE for the tablespace.',
        'Add a data file or let one extend; check the disk has room.',
        'A Data Pump job in a resumable wait goes on by itself once there is room.',
      ],
    },
    es: {
      title: 'Una tabla no puede crecer',
      what: 'El tablespace no tiene sitio para la siguiente extensión de una tabla.',
      why: 'Los archivos de datos están llenos y no pueden extenderse, o el disco está lleno.',
      todo: [
        'Consultar DBA_DATA_FILES y DBA_FREE_SPACE para el tablespace.',
        'Añadir un archivo de datos o permitir que uno se extienda; comprobar que el disco tiene sitio.',
        'Un trabajo de Data Pump en espera reanudable continúa solo cuando hay sitio.',
      ],
    },
  },
  {
    code: 'ORA-01654', family: 'space', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'An index cannot grow',
      what: 'The tablespace has no room for the next piece of an index.',
      why: 'The data files are full and may not extend, or the disk below is full.',
      todo: [
        'Query DBA_DATA_FILES and DBA_FREE_SPACE for the tablespace.',
        'Add a data file or let one extend.',
      ],
    },
    es: {
      title: 'Un índice no puede crecer',
      what: 'El tablespace no tiene sitio para la siguiente extensión de un índice.',
      why: 'Los archivos de datos están llenos y no pueden extenderse, o el disco está lleno.',
      todo: [
        'Consultar DBA_DATA_FILES y DBA_FREE_SPACE para el tablespace.',
        'Añadir un archivo de datos o permitir que uno se extienda.',
      ],
    },
  },
  {
    code: 'ORA-01691', family: 'space', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'A LOB cannot grow',
      what: 'The tablespace has no room for the next piece of a large object.',
      why: 'The data files are full and may not extend, or the disk below is full.',
      todo: [
        'Query DBA_DATA_FILES and DBA_FREE_SPACE for the tablespace.',
        'Add a data file or let one extend; a job in a resumable wait then goes on by itself.',
      ],
    },
    es: {
      title: 'Un LOB no puede crecer',
      what: 'El tablespace no tiene sitio para la siguiente extensión de un objeto grande.',
      why: 'Los archivos de datos están llenos y no pueden extenderse, o el disco está lleno.',
      todo: [
        'Consultar DBA_DATA_FILES y DBA_FREE_SPACE para el tablespace.',
        'Añadir un archivo de datos o permitir que uno se extienda; un trabajo en espera reanudable continúa ' +
          'entonces solo.',
      ],
    },
  },
  {
    code: 'ORA-01555', family: 'space', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'Undo was overwritten before the query ended',
      what: 'A long query needed the old version of a block and the database no longer has it.',
      why:
        'The query or export ran longer than undo is kept; undo is too small for the load; LOBs with short ' +
        'retention.',
      todo: [
        'Run the job at a quieter time, or split it.',
        'Compare UNDO_RETENTION and the undo tablespace with V$UNDOSTAT.MAXQUERYLEN.',
        'If only LOB tables fail, check their RETENTION and look for corrupt LOBs.',
        "If RMAN's query on the catalog fails, gather statistics of the catalog schema.",
      ],
    },
    es: {
      title: 'El undo se sobrescribió antes de acabar la consulta',
      what: 'Una consulta larga necesitaba la versión antigua de un bloque y la base de datos ya no la tiene.',
      why:
        'La consulta o exportación duró más de lo que se conserva el undo; el undo es pequeño para la carga; LOB con ' +
        'retención corta.',
      todo: [
        'Lanzar el trabajo en una hora más tranquila, o dividirlo.',
        'Comparar UNDO_RETENTION y el tablespace de undo con V$UNDOSTAT.MAXQUERYLEN.',
        'Si solo fallan tablas con LOB, revisar su RETENTION y buscar LOB corruptos.',
        'Si falla la consulta de RMAN al catálogo, recopilar estadísticas del esquema del catálogo.',
      ],
    },
  },
  {
    code: 'ORA-30036', family: 'space', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'The undo tablespace is full',
      what: 'A transaction cannot get more undo space.',
      why: 'One long transaction, often an import; an undo tablespace that may not grow; retention guarantee.',
      todo: [
        'Query V$TRANSACTION for USED_UBLK and DBA_UNDO_EXTENTS by STATUS.',
        'Enlarge the undo tablespace.',
      ],
    },
    es: {
      title: 'El tablespace de undo está lleno',
      what: 'Una transacción no puede obtener más espacio de undo.',
      why:
        'Una transacción larga, a menudo una importación; un tablespace de undo que no puede crecer; retención ' +
        'garantizada.',
      todo: [
        'Consultar USED_UBLK en V$TRANSACTION y DBA_UNDO_EXTENTS por STATUS.',
        'Ampliar el tablespace de undo.',
      ],
    },
  },
  {
    code: 'ORA-04030', family: 'space', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'A server process got no more memory',
      what: 'The operating system refused memory to the process that does the work.',
      why:
        'The host is short of memory or swap; a limit per process (ulimit, cgroup, container); too many channels at ' +
        'once.',
      todo: [
        'Check memory and swap of the host, and limits of the container.',
        'Use fewer channels or a smaller MAXOPENFILES.',
        'Check PGA_AGGREGATE_LIMIT and V$PROCESS.PGA_ALLOC_MEM.',
      ],
    },
    es: {
      title: 'Un proceso servidor no obtuvo más memoria',
      what: 'El sistema operativo negó memoria al proceso que hace el trabajo.',
      why:
        'El servidor anda escaso de memoria o swap; hay un límite por proceso (ulimit, cgroup, contenedor); ' +
        'demasiados canales a la vez.',
      todo: [
        'Comprobar la memoria y el swap del servidor, y los límites del contenedor.',
        'Usar menos canales o un MAXOPENFILES menor.',
        'Comprobar PGA_AGGREGATE_LIMIT y V$PROCESS.PGA_ALLOC_MEM.',
      ],
    },
  },
  {
    code: 'ORA-04031', family: 'space', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'Shared memory of the instance ran out',
      what: 'No piece of shared memory was large enough for what was asked.',
      why:
        'The shared pool or large pool is too small; RMAN with I/O slaves or tape uses the large pool; fragmentation ' +
        'after long uptime.',
      todo: [
        'Read in the message which pool it was.',
        'Query V$SGASTAT for free memory by pool.',
        'Set a minimum for LARGE_POOL_SIZE or SHARED_POOL_SIZE.',
        'Use fewer channels until then.',
      ],
    },
    es: {
      title: 'Se agotó la memoria compartida de la instancia',
      what: 'Ningún fragmento de memoria compartida era suficiente para lo pedido.',
      why:
        'El shared pool o el large pool es demasiado pequeño; RMAN con esclavos de E/S o cinta usa el large pool; ' +
        'fragmentación tras mucho tiempo en marcha.',
      todo: [
        'Leer en el mensaje qué pool fue.',
        'Consultar en V$SGASTAT la memoria libre por pool.',
        'Definir un mínimo para LARGE_POOL_SIZE o SHARED_POOL_SIZE.',
        'Usar menos canales hasta entonces.',
      ],
    },
  },
];
