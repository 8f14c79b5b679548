// Work that met other work: control file locks, files in use, wrong database, limits of a restore point.
import type { CodeExplanation } from '../explanation.ts';

export const stateLocksCodes: readonly CodeExplanation[] = [
  {
    code: 'ORA-00230', family: 'state', healsByRetry: 'yes', ignorable: 'no',
    en: {
      title: 'Another job holds the snapshot control file',
      what: 'The backup needs the snapshot control file and another session is using it now.',
      why:
        'Two RMAN jobs against the same database overlap; a resync runs at the same time; a session that hangs still ' +
        'holds the lock.',
      todo: [
        "Query V$ENQUEUE_LOCK with TYPE = 'CF' joined with V$SESSION to see who holds it.",
        'Let the other job end; keep backup jobs of one database from overlapping.',
        'If the holder is a dead session, end it after checking with its owner.',
      ],
    },
    es: {
      title: 'Otro trabajo tiene el archivo de control instantáneo',
      what: 'La copia necesita el snapshot del archivo de control y otra sesión lo está usando.',
      why:
        'Se solapan dos trabajos de RMAN sobre la misma base de datos; hay una resincronización a la vez; una sesión ' +
        'colgada conserva el bloqueo.',
      todo: [
        "Consultar V$ENQUEUE_LOCK con TYPE = 'CF' unido a V$SESSION para ver quién lo tiene.",
        'Dejar que termine el otro trabajo; evitar que se solapen las copias de una misma base de datos.',
        'Si quien lo tiene es una sesión muerta, terminarla tras consultarlo con su responsable.',
      ],
    },
  },
  {
    code: 'ORA-00235', family: 'state', healsByRetry: 'yes', ignorable: 'depends',
    en: {
      title: 'The control file was changing while it was read',
      what: 'A read of the control file gave up because other sessions kept writing to it.',
      why: 'Heavy log switching or many jobs update the control file at the same time.',
      todo: [
        'Try again: this passes by itself.',
        'If it recurs, spread jobs that query V$ views or back up logs, and look at the rate of log switches.',
      ],
    },
    es: {
      title: 'El archivo de control cambiaba mientras se leía',
      what: 'Una lectura del archivo de control se abandonó porque otras sesiones no dejaban de escribir en él.',
      why: 'Muchos cambios de redo log o muchos trabajos actualizan el archivo de control a la vez.',
      todo: [
        'Reintentar: se pasa solo.',
        'Si se repite, espaciar los trabajos que consultan vistas V$ o copian logs, y revisar la frecuencia de ' +
          'cambio de log.',
      ],
    },
  },
  {
    code: 'ORA-19573', family: 'state', healsByRetry: 'yes', ignorable: 'no',
    en: {
      title: 'A file needed exclusively is in use',
      what: 'RMAN could not get the lock on a file that it wants to read or overwrite.',
      why:
        'A restore of a data file that is still online; another backup or restore works on the same file; the ' +
        'database is open.',
      todo: [
        "Check no other RMAN session runs: V$SESSION with PROGRAM LIKE 'rman%'.",
        'For a restore, take the data file offline or mount the database first.',
        'Run the job again when the other one has ended.',
      ],
    },
    es: {
      title: 'Un archivo necesario en exclusiva está en uso',
      what: 'RMAN no pudo obtener el bloqueo de un archivo que quiere leer o sobrescribir.',
      why:
        'Se restaura un archivo de datos que sigue en línea; otra copia o restauración usa el mismo archivo; la base ' +
        'de datos está abierta.',
      todo: [
        "Comprobar que no hay otra sesión de RMAN: V$SESSION con PROGRAM LIKE 'rman%'.",
        'Para restaurar, poner antes el archivo de datos fuera de línea o montar la base de datos.',
        'Lanzar de nuevo el trabajo cuando termine el otro.',
      ],
    },
  },
  {
    code: 'ORA-19590', family: 'state', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'The session is already making a backup',
      what: 'A second backup was started in a session that has not finished the first.',
      why: 'An earlier step failed and left its conversation open; a script mixes manual calls with RMAN.',
      todo: [
        'Look further up for the first error.',
        'End the RMAN session and start the job in a new one.',
      ],
    },
    es: {
      title: 'La sesión ya está haciendo una copia',
      what: 'Se inició una segunda copia en una sesión que no ha terminado la primera.',
      why: 'Un paso anterior falló y dejó su conversación abierta; un script mezcla llamadas manuales con RMAN.',
      todo: [
        'Buscar más arriba el primer error.',
        'Cerrar la sesión de RMAN y lanzar el trabajo en una nueva.',
      ],
    },
  },
  {
    code: 'ORA-01124', family: 'state', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'The data file is in use',
      what: 'A data file cannot be recovered or changed because it is online and in use.',
      why: 'RECOVER or RESTORE was run while the database or the file is open; another recovery runs on it.',
      todo: [
        'For one file: ALTER DATABASE DATAFILE n OFFLINE, then restore, recover and bring it ONLINE.',
        'For SYSTEM, undo or the whole database: mount the database first.',
        'On a standby, stop managed recovery before working on its files.',
      ],
    },
    es: {
      title: 'El archivo de datos está en uso',
      what: 'No se puede recuperar o cambiar un archivo de datos porque está en línea y en uso.',
      why:
        'Se ejecutó RECOVER o RESTORE con la base de datos o el archivo abiertos; otra recuperación trabaja sobre ' +
        'él.',
      todo: [
        'Para un solo archivo: ALTER DATABASE DATAFILE n OFFLINE, después restaurar, recuperar y ponerlo ONLINE.',
        'Para SYSTEM, undo o toda la base de datos: montarla antes.',
        'En una standby, detener la recuperación gestionada antes de trabajar con sus archivos.',
      ],
    },
  },
  {
    code: 'RMAN-06189', family: 'state', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'This is not the database that was named',
      what: 'The identifier given with SET DBID is not that of the mounted database.',
      why: 'The job reached another database; a wrong DBID; a clone whose DBID was changed.',
      todo: [
        'Compare V$DATABASE.DBID with the number in the script.',
        'Stop and check the target before restoring anything: the wrong one may be overwritten.',
      ],
    },
    es: {
      title: 'Esta no es la base de datos indicada',
      what: 'El identificador dado con SET DBID no es el de la base de datos montada.',
      why: 'El trabajo llegó a otra base de datos; un DBID incorrecto; un clon al que se le cambió el DBID.',
      todo: [
        'Comparar V$DATABASE.DBID con el número del script.',
        'Detenerse y comprobar el destino antes de restaurar nada: se podría sobrescribir la base de datos equivocada.',
      ],
    },
  },
  {
    code: 'RMAN-06457', family: 'state', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'The SCN asked for is beyond the logs',
      what: 'The point to recover to lies after the last archived log that is known.',
      why: 'The current log is not archived yet; a wrong SCN; the newest logs were not cataloged.',
      todo: [
        'On the source, archive the current log: ALTER SYSTEM ARCHIVE LOG CURRENT.',
        'CATALOG START WITH the directory of the newest logs.',
        'Or choose an SCN covered by V$ARCHIVED_LOG.NEXT_CHANGE#.',
      ],
    },
    es: {
      title: 'El SCN pedido está más allá de los logs',
      what: 'El punto hasta el que se quiere recuperar es posterior al último archived log conocido.',
      why: 'El log actual aún no está archivado; un SCN incorrecto; no se catalogaron los logs más nuevos.',
      todo: [
        'En el origen, archivar el log actual: ALTER SYSTEM ARCHIVE LOG CURRENT.',
        'Ejecutar CATALOG START WITH con el directorio de los logs más nuevos.',
        'O elegir un SCN cubierto por V$ARCHIVED_LOG.NEXT_CHANGE#.',
      ],
    },
  },
  {
    code: 'RMAN-06495', family: 'state', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'The database identifier must be given',
      what: 'Without a mounted database or a catalog, RMAN does not know whose autobackup to look for.',
      why: 'SET DBID is missing before restoring the control file or the spfile.',
      todo: [
        'Take the DBID from an old log (connected to target database line) or from an autobackup name c-DBID-date-seq.',
        'Run SET DBID number, then the restore.',
      ],
    },
    es: {
      title: 'Hay que indicar el identificador de la base de datos',
      what: 'Sin base de datos montada ni catálogo, RMAN no sabe de quién es el autobackup que debe buscar.',
      why: 'Falta SET DBID antes de restaurar el archivo de control o el spfile.',
      todo: [
        'Tomar el DBID de un log antiguo (línea «connected to target database») o del nombre de un autobackup ' +
          'c-DBID-fecha-sec.',
        'Ejecutar SET DBID número y después la restauración.',
      ],
    },
  },
  {
    code: 'RMAN-06496', family: 'state', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'The running server parameter file cannot be overwritten',
      what: 'The spfile in use would be replaced while the instance runs on it.',
      why: 'RESTORE SPFILE without TO, with the instance started from that spfile.',
      todo: [
        'RESTORE SPFILE TO another path, or TO PFILE, and swap it with the instance stopped.',
      ],
    },
    es: {
      title: 'No se puede sobrescribir el spfile en uso',
      what: 'Se reemplazaría el spfile mientras la instancia trabaja con él.',
      why: 'RESTORE SPFILE sin TO, con la instancia arrancada desde ese spfile.',
      todo: [
        'Ejecutar RESTORE SPFILE TO otra ruta, o TO PFILE, y cambiarlo con la instancia parada.',
      ],
    },
  },
  {
    code: 'RMAN-06563', family: 'state', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'The control file or spfile needs FROM AUTOBACKUP',
      what: 'RMAN has no repository to look in, so it has to be told to search the autobackups.',
      why: 'The database is not mounted and no catalog is connected.',
      todo: [
        'Add FROM AUTOBACKUP, or FROM the name of a piece.',
        'Run SET DBID first, and set the autobackup format if it is not the default.',
      ],
    },
    es: {
      title: 'El archivo de control o spfile exige FROM AUTOBACKUP',
      what: 'RMAN no tiene repositorio donde mirar y hay que decirle que busque en los autobackups.',
      why: 'La base de datos no está montada y no hay catálogo conectado.',
      todo: [
        'Añadir FROM AUTOBACKUP, o FROM con el nombre de una pieza.',
        'Ejecutar antes SET DBID y, si no es el predeterminado, indicar el formato del autobackup.',
      ],
    },
  },
  {
    code: 'RMAN-06094', family: 'state', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'The data file has to be restored first',
      what: 'Recovery cannot start because a data file is missing or is not the one expected.',
      why: 'RECOVER was run without RESTORE; the file was removed or renamed.',
      todo: [
        'RESTORE DATAFILE n (or SWITCH to a copy), then RECOVER DATAFILE n.',
        'REPORT SCHEMA shows where the control file expects it.',
      ],
    },
    es: {
      title: 'Hay que restaurar antes el archivo de datos',
      what: 'La recuperación no puede empezar porque un archivo de datos falta o no es el esperado.',
      why: 'Se ejecutó RECOVER sin RESTORE; el archivo se borró o se renombró.',
      todo: [
        'Ejecutar RESTORE DATAFILE n (o SWITCH a una copia) y después RECOVER DATAFILE n.',
        'REPORT SCHEMA muestra dónde lo espera el archivo de control.',
      ],
    },
  },
];
