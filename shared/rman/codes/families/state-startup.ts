// What keeps a database from starting, mounting or opening, and limits of containers and read-only databases.
import type { CodeExplanation } from '../explanation.ts';

export const stateStartupCodes: readonly CodeExplanation[] = [
  {
    code: 'RMAN-04014', family: 'state', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'The instance could not be started',
      what: 'RMAN asked for STARTUP and the instance refused.',
      why:
        'A wrong or missing parameter file; not enough memory or huge pages; missing directories named in the ' +
        'parameters.',
      todo: [
        'Read the ORA and LRM lines below it.',
        'Start the instance by hand with sqlplus to see the whole message.',
        'Check memory, kernel limits and the directories of AUDIT_FILE_DEST and the control files.',
      ],
    },
    es: {
      title: 'No se pudo arrancar la instancia',
      what: 'RMAN pidió STARTUP y la instancia no arrancó.',
      why:
        'Un archivo de parámetros incorrecto o ausente; falta de memoria o de huge pages; directorios de los ' +
        'parámetros que no existen.',
      todo: [
        'Leer las líneas ORA y LRM que aparecen debajo.',
        'Arrancar la instancia a mano con sqlplus para ver el mensaje completo.',
        'Comprobar la memoria, los límites del kernel y los directorios de AUDIT_FILE_DEST y de los archivos de ' +
          'control.',
      ],
    },
  },
  {
    code: 'ORA-00205', family: 'state', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'A control file cannot be read while mounting',
      what: 'The instance cannot mount the database because a control file named in CONTROL_FILES fails.',
      why: 'The file or its disk is missing; a disk group is not mounted; permissions; a wrong path in CONTROL_FILES.',
      todo: [
        'Read the alert log: it names the file and the operating system error.',
        'If other copies of the control file are good, copy one over with the instance stopped, or take the bad ' +
          'one out of CONTROL_FILES.',
        'If all are lost, start in NOMOUNT and RESTORE CONTROLFILE FROM AUTOBACKUP.',
      ],
    },
    es: {
      title: 'No se puede leer un archivo de control al montar',
      what: 'La instancia no puede montar la base de datos porque falla un archivo de control de CONTROL_FILES.',
      why:
        'Falta el archivo o su disco; un grupo de discos no está montado; permisos; una ruta equivocada en ' +
        'CONTROL_FILES.',
      todo: [
        'Leer el alert log: nombra el archivo y el error del sistema operativo.',
        'Si hay otras copias buenas del archivo de control, copiar una con la instancia parada, o quitar la mala ' +
          'de CONTROL_FILES.',
        'Si se perdieron todas, arrancar en NOMOUNT y ejecutar RESTORE CONTROLFILE FROM AUTOBACKUP.',
      ],
    },
  },
  {
    code: 'ORA-00210', family: 'file', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'A control file cannot be opened',
      what: 'The instance lost access to one of its control files.',
      why: 'The disk or mount that holds it failed; the file was removed or its permissions changed.',
      todo: [
        'Read the file name in the next line and check it at the operating system.',
        'Bring the storage back before anything else; the instance usually stops when a control file fails.',
        'Check that backups of the control file exist: LIST BACKUP OF CONTROLFILE.',
      ],
    },
    es: {
      title: 'No se puede abrir un archivo de control',
      what: 'La instancia perdió el acceso a uno de sus archivos de control.',
      why: 'Falló el disco o el punto de montaje que lo contiene; el archivo se borró o cambiaron sus permisos.',
      todo: [
        'Leer el nombre del archivo en la línea siguiente y comprobarlo en el sistema operativo.',
        'Recuperar el almacenamiento antes que nada; la instancia suele pararse si falla un archivo de control.',
        'Comprobar que hay copias del archivo de control: LIST BACKUP OF CONTROLFILE.',
      ],
    },
  },
  {
    code: 'ORA-00845', family: 'space', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'MEMORY_TARGET does not fit in shared memory',
      what: 'The instance cannot start because /dev/shm is smaller than MEMORY_TARGET needs.',
      why:
        'The size of /dev/shm is too small, often inside a container, or it is not mounted; other instances use it ' +
        'up.',
      todo: [
        'Run df -h /dev/shm and compare it with MEMORY_TARGET.',
        'Enlarge /dev/shm (for containers, --shm-size), or use SGA_TARGET with PGA_AGGREGATE_TARGET instead.',
      ],
    },
    es: {
      title: 'MEMORY_TARGET no cabe en la memoria compartida',
      what: 'La instancia no puede arrancar porque /dev/shm es menor de lo que pide MEMORY_TARGET.',
      why:
        'El tamaño de /dev/shm es demasiado pequeño, a menudo dentro de un contenedor, o no está montado; otras ' +
        'instancias lo ocupan.',
      todo: [
        'Ejecutar df -h /dev/shm y compararlo con MEMORY_TARGET.',
        'Ampliar /dev/shm (en contenedores, --shm-size), o usar SGA_TARGET y PGA_AGGREGATE_TARGET.',
      ],
    },
  },
  {
    code: 'ORA-01589', family: 'state', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'OPEN must say what to do with the redo',
      what: 'After this recovery the database opens only with RESETLOGS or NORESETLOGS written out.',
      why: 'A backup control file or an incomplete recovery was used.',
      todo: [
        'Check that recovery went as far as it can or should.',
        'Then ALTER DATABASE OPEN RESETLOGS starts a new incarnation; take a full backup right after it.',
        'RESETLOGS cannot be undone: keep a copy of the current redo logs first if they still exist.',
      ],
    },
    es: {
      title: 'OPEN debe indicar qué hacer con el redo',
      what: 'Tras esta recuperación, la base de datos solo se abre indicando RESETLOGS o NORESETLOGS.',
      why: 'Se usó un archivo de control de copia o una recuperación incompleta.',
      todo: [
        'Comprobar que la recuperación llegó hasta donde puede o debe.',
        'Después, ALTER DATABASE OPEN RESETLOGS inicia una encarnación nueva; hacer una copia completa justo a ' +
          'continuación.',
        'RESETLOGS no se puede deshacer: si aún existen los redo logs actuales, guardar antes una copia.',
      ],
    },
  },
  {
    code: 'ORA-16000', family: 'state', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'The database is open read-only',
      what: 'The command wants to write and this database does not accept writes.',
      why: 'It is a physical standby or was opened READ ONLY; the job was pointed at the wrong side.',
      todo: [
        'Query V$DATABASE for OPEN_MODE and DATABASE_ROLE.',
        'Send the writing step to the primary.',
      ],
    },
    es: {
      title: 'La base de datos está abierta en solo lectura',
      what: 'El comando quiere escribir y esta base de datos no admite escrituras.',
      why: 'Es una standby física o se abrió READ ONLY; el trabajo apunta al lado equivocado.',
      todo: [
        'Consultar OPEN_MODE y DATABASE_ROLE en V$DATABASE.',
        'Enviar el paso que escribe a la primaria.',
      ],
    },
  },
  {
    code: 'ORA-65040', family: 'state', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'This is not allowed from inside a PDB',
      what: 'The command works only in the root container and the session is in a PDB.',
      why:
        'The connect string names the service of a PDB, while the command concerns the whole CDB (archived logs, ' +
        'instance parameters).',
      todo: [
        'Connect to CDB$ROOT for archived logs, control file and instance-wide settings.',
        'Keep BACKUP DATABASE when connected to a PDB, and BACKUP PLUGGABLE DATABASE name from the root.',
      ],
    },
    es: {
      title: 'Esto no se permite dentro de una PDB',
      what: 'El comando solo funciona en el contenedor raíz y la sesión está en una PDB.',
      why:
        'La cadena de conexión nombra el servicio de una PDB y el comando afecta a toda la CDB (archived logs, ' +
        'parámetros de instancia).',
      todo: [
        'Conectar con CDB$ROOT para archived logs, archivo de control y ajustes de toda la instancia.',
        'Usar BACKUP DATABASE si se conecta con una PDB, y BACKUP PLUGGABLE DATABASE nombre desde la raíz.',
      ],
    },
  },
  {
    code: 'ORA-65054', family: 'state', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'The PDB cannot be opened in that mode',
      what: 'The pluggable database refuses the open mode asked for while its CDB is as it is.',
      why: 'The CDB is only mounted or open read-only; it is a standby.',
      todo: [
        'Query V$DATABASE.OPEN_MODE in the root and V$PDBS.',
        'Open the CDB first, then ALTER PLUGGABLE DATABASE name OPEN.',
      ],
    },
    es: {
      title: 'La PDB no se puede abrir en ese modo',
      what: 'La base de datos conectable rechaza el modo de apertura pedido mientras su CDB esté como está.',
      why: 'La CDB solo está montada o abierta en solo lectura; es una standby.',
      todo: [
        'Consultar V$DATABASE.OPEN_MODE en la raíz y V$PDBS.',
        'Abrir primero la CDB y después ejecutar ALTER PLUGGABLE DATABASE nombre OPEN.',
      ],
    },
  },
  {
    code: 'ORA-00054', family: 'state', healsByRetry: 'yes', ignorable: 'no',
    en: {
      title: 'The object is locked by another session',
      what: 'The command wanted an exclusive lock at once and another session holds one.',
      why: 'An application transaction or another job works on the same table.',
      todo: [
        'Find the holder: V$LOCKED_OBJECT joined with V$SESSION.',
        'Try again later, or set DDL_LOCK_TIMEOUT for the session.',
      ],
    },
    es: {
      title: 'El objeto está bloqueado por otra sesión',
      what: 'El comando quería un bloqueo exclusivo inmediato y otra sesión tiene uno.',
      why: 'Una transacción de la aplicación u otro trabajo opera sobre la misma tabla.',
      todo: [
        'Localizar quién lo tiene: V$LOCKED_OBJECT unido a V$SESSION.',
        'Reintentar más tarde, o definir DDL_LOCK_TIMEOUT en la sesión.',
      ],
    },
  },
];
