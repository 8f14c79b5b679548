// Backups that the mode of the database, its channels or its limits do not allow.
import type { CodeExplanation } from '../explanation.ts';

export const stateBackupCodes: readonly CodeExplanation[] = [
  {
    code: 'RMAN-06149', family: 'state', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'An open database without archiving cannot be backed up',
      what: 'The database is open and does not archive its redo, so an online backup of it would be worthless.',
      why: 'The database runs in NOARCHIVELOG mode, as freshly created ones and container images often do.',
      todo: [
        'Confirm with SELECT LOG_MODE FROM V$DATABASE.',
        'Best: enable archiving (SHUTDOWN IMMEDIATE, STARTUP MOUNT, ALTER DATABASE ARCHIVELOG, ALTER DATABASE ' +
          'OPEN) after setting up the recovery area.',
        'Or take a consistent backup with the database cleanly stopped and mounted: the service is down meanwhile.',
      ],
    },
    es: {
      title: 'No se puede copiar una base de datos abierta sin archivado',
      what: 'La base de datos está abierta y no archiva su redo, así que una copia en línea no serviría de nada.',
      why:
        'La base de datos trabaja en modo NOARCHIVELOG, como suelen hacerlo las recién creadas y las imágenes de ' +
        'contenedor.',
      todo: [
        'Confirmarlo con SELECT LOG_MODE FROM V$DATABASE.',
        'Lo mejor: activar el archivado (SHUTDOWN IMMEDIATE, STARTUP MOUNT, ALTER DATABASE ARCHIVELOG, ALTER ' +
          'DATABASE OPEN) tras preparar el área de recuperación.',
        'O hacer una copia consistente con la base de datos parada limpiamente y montada: el servicio se ' +
          'interrumpe mientras tanto.',
      ],
    },
  },
  {
    code: 'RMAN-06817', family: 'state', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'The PDB cannot be backed up without archiving',
      what: 'The container database does not archive its redo, so none of its open PDBs can be backed up.',
      why: 'The CDB runs in NOARCHIVELOG mode; archiving is a property of the whole CDB.',
      todo: [
        'Query V$DATABASE.LOG_MODE in the root.',
        'Enable archiving for the CDB, or close and mount the database for a consistent backup.',
      ],
    },
    es: {
      title: 'No se puede copiar la PDB sin archivado',
      what: 'La base de datos contenedora no archiva su redo, así que no se puede copiar ninguna de sus PDB abiertas.',
      why: 'La CDB trabaja en modo NOARCHIVELOG; el archivado es una propiedad de toda la CDB.',
      todo: [
        'Consultar V$DATABASE.LOG_MODE en la raíz.',
        'Activar el archivado de la CDB, o cerrar y montar la base de datos para una copia consistente.',
      ],
    },
  },
  {
    code: 'ORA-19602', family: 'state', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'A data file in use cannot be copied without archiving',
      what: 'The data file is active and the database does not archive, so the copy would be useless.',
      why: 'NOARCHIVELOG mode with the database open, or mounted after a shutdown that was not clean.',
      todo: [
        'Query V$DATABASE.LOG_MODE.',
        'Enable archiving, or stop the database cleanly (never ABORT), mount it and run the backup.',
      ],
    },
    es: {
      title: 'No se puede copiar sin archivado un archivo de datos en uso',
      what: 'El archivo de datos está activo y la base de datos no archiva, así que la copia sería inútil.',
      why: 'Modo NOARCHIVELOG con la base de datos abierta, o montada tras una parada que no fue limpia.',
      todo: [
        'Consultar V$DATABASE.LOG_MODE.',
        'Activar el archivado, o parar la base de datos limpiamente (nunca con ABORT), montarla y lanzar la copia.',
      ],
    },
  },
  {
    code: 'RMAN-06012', family: 'state', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'The channel was never allocated',
      what: 'The command names a channel that does not exist in this session.',
      why: 'ALLOCATE CHANNEL is missing or its name differs; the channel was released before.',
      todo: [
        'Compare the channel names in the script.',
        'Or leave channels out and let CONFIGURE provide them.',
      ],
    },
    es: {
      title: 'El canal no se llegó a asignar',
      what: 'El comando nombra un canal que no existe en esta sesión.',
      why: 'Falta ALLOCATE CHANNEL o su nombre es distinto; el canal se liberó antes.',
      todo: [
        'Comparar los nombres de canal del script.',
        'O bien prescindir de ellos y dejar que los aporte CONFIGURE.',
      ],
    },
  },
  {
    code: 'RMAN-06091', family: 'state', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'No maintenance channel for this device',
      what: 'CROSSCHECK, DELETE or CHANGE needs a channel of the kind that holds the backups, and there is none.',
      why: 'The backups are on tape or in the cloud and only disk channels are configured.',
      todo: [
        'ALLOCATE CHANNEL FOR MAINTENANCE DEVICE TYPE SBT with the PARMS of the media library.',
        'Or CONFIGURE CHANNEL DEVICE TYPE SBT once, so that it is automatic.',
      ],
    },
    es: {
      title: 'No hay canal de mantenimiento para este dispositivo',
      what: 'CROSSCHECK, DELETE o CHANGE necesitan un canal del tipo donde están las copias, y no hay ninguno.',
      why: 'Las copias están en cinta o en la nube y solo hay canales de disco configurados.',
      todo: [
        'Ejecutar ALLOCATE CHANNEL FOR MAINTENANCE DEVICE TYPE SBT con los PARMS de la biblioteca de medios.',
        'O hacer una vez CONFIGURE CHANNEL DEVICE TYPE SBT para que sea automático.',
      ],
    },
  },
  {
    code: 'RMAN-06100', family: 'state', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'No channel for the device that is needed',
      what: 'The files to restore are on a device for which this session has no channel.',
      why: 'The backup is on SBT and only disk channels are there, or the reverse.',
      todo: [
        'LIST BACKUP shows the device type of each piece.',
        'Allocate or configure a channel of that type, with its PARMS.',
      ],
    },
    es: {
      title: 'No hay canal para el dispositivo necesario',
      what: 'Los archivos que se quieren restaurar están en un dispositivo para el que esta sesión no tiene canal.',
      why: 'La copia está en SBT y solo hay canales de disco, o al revés.',
      todo: [
        'LIST BACKUP muestra el tipo de dispositivo de cada pieza.',
        'Asignar o configurar un canal de ese tipo, con sus PARMS.',
      ],
    },
  },
  {
    code: 'RMAN-06183', family: 'state', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'A file is larger than the set may be',
      what: 'A data file or archived log does not fit in the largest backup set that is allowed.',
      why: 'MAXSETSIZE is smaller than the file, often since the file has grown.',
      todo: [
        'SHOW MAXSETSIZE, and compare with the size in V$DATAFILE.',
        'Raise it, CONFIGURE MAXSETSIZE CLEAR, or use SECTION SIZE to split large files.',
      ],
    },
    es: {
      title: 'Un archivo es mayor que el juego permitido',
      what: 'Un archivo de datos o un archived log no cabe en el mayor juego de copias permitido.',
      why: 'MAXSETSIZE es menor que el archivo, a menudo porque el archivo creció.',
      todo: [
        'Ejecutar SHOW MAXSETSIZE y comparar con el tamaño en V$DATAFILE.',
        'Aumentarlo, ejecutar CONFIGURE MAXSETSIZE CLEAR, o usar SECTION SIZE para dividir los archivos grandes.',
      ],
    },
  },
  {
    code: 'RMAN-12010', family: 'state', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'The automatic channels could not be started',
      what: 'The channels stored with CONFIGURE failed when the command needed them.',
      why:
        'A wrong PARMS, FORMAT or CONNECT in the configuration; the media library cannot be loaded; the connect ' +
        'string of a channel fails.',
      todo: [
        'Read the ORA lines below.',
        'SHOW CHANNEL and SHOW DEVICE TYPE, and correct what is stored with CONFIGURE.',
        'Test with one channel allocated by hand.',
      ],
    },
    es: {
      title: 'No se pudieron iniciar los canales automáticos',
      what: 'Los canales guardados con CONFIGURE fallaron cuando el comando los necesitó.',
      why:
        'PARMS, FORMAT o CONNECT incorrectos en la configuración; no se puede cargar la biblioteca de medios; falla ' +
        'la cadena de conexión de un canal.',
      todo: [
        'Leer las líneas ORA que aparecen debajo.',
        'Ejecutar SHOW CHANNEL y SHOW DEVICE TYPE, y corregir lo guardado con CONFIGURE.',
        'Probar con un solo canal asignado a mano.',
      ],
    },
  },
  {
    code: 'RMAN-06062', family: 'state', healsByRetry: 'no', ignorable: 'depends',
    en: {
      title: 'There is no server parameter file to back up',
      what: 'The instance was started from a text parameter file, so an SPFILE backup is impossible.',
      why: 'STARTUP PFILE was used, or the database never had an spfile.',
      todo: [
        'SHOW PARAMETER spfile: empty means a text file is in use.',
        'CREATE SPFILE FROM PFILE, and restart at the next chance.',
        'Until then keep a copy of the text file with the backups.',
      ],
    },
    es: {
      title: 'No hay archivo de parámetros del servidor que copiar',
      what: 'La instancia arrancó con un archivo de parámetros de texto, así que no se puede copiar el SPFILE.',
      why: 'Se usó STARTUP PFILE, o la base de datos nunca tuvo spfile.',
      todo: [
        'Ejecutar SHOW PARAMETER spfile: si sale vacío, se usa un archivo de texto.',
        'Ejecutar CREATE SPFILE FROM PFILE y reiniciar en cuanto se pueda.',
        'Hasta entonces, guardar una copia del archivo de texto junto a las copias de seguridad.',
      ],
    },
  },
  {
    code: 'RMAN-06135', family: 'state', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'A command of the operating system failed',
      what: 'The script ran a HOST command and it ended with an error.',
      why: 'The command or its path is wrong; permissions; the command itself found a problem.',
      todo: [
        'Read the output of the command, printed just above.',
        'Run it by hand as the account that runs the job.',
        'Keep such steps out of the backup script: their failure makes the backup look failed.',
      ],
    },
    es: {
      title: 'Falló un comando del sistema operativo',
      what: 'El script ejecutó un comando HOST que terminó con error.',
      why: 'El comando o su ruta son incorrectos; permisos; el propio comando encontró un problema.',
      todo: [
        'Leer la salida del comando, impresa justo encima.',
        'Ejecutarlo a mano con la cuenta que lanza el trabajo.',
        'Sacar esos pasos del script de copia: su fallo hace que la copia parezca fallida.',
      ],
    },
  },
  {
    code: 'ORA-19645', family: 'state', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'The incremental starts before the file existed',
      what: 'An incremental backup was asked from a point earlier than the creation of the data file.',
      why: 'A data file created after the level 0, or a wrong SCN given by hand.',
      todo: [
        'Take a level 0 of that data file: BACKUP INCREMENTAL LEVEL 0 DATAFILE n.',
        'With FROM SCN, choose an SCN after the creation of the file (V$DATAFILE.CREATION_CHANGE#).',
      ],
    },
    es: {
      title: 'El incremental empieza antes de que existiera el archivo',
      what: 'Se pidió una copia incremental desde un punto anterior a la creación del archivo de datos.',
      why: 'Un archivo de datos creado después del nivel 0, o un SCN incorrecto indicado a mano.',
      todo: [
        'Hacer un nivel 0 de ese archivo de datos: BACKUP INCREMENTAL LEVEL 0 DATAFILE n.',
        'Con FROM SCN, elegir un SCN posterior a la creación del archivo (V$DATAFILE.CREATION_CHANGE#).',
      ],
    },
  },
];
