// Records in the catalog and control file that are missing, late, or of another incarnation.
import type { CodeExplanation } from '../explanation.ts';

export const repositoryRecordsCodes: readonly CodeExplanation[] = [
  {
    code: 'RMAN-06089', family: 'repository', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'The archived log is missing or unknown to the catalog',
      what: "An archived log that the backup wants is gone, or the catalog's record of it is out of date.",
      why: 'The log was deleted outside RMAN; the catalog was not resynchronised.',
      todo: [
        'CROSSCHECK ARCHIVELOG ALL, and RESYNC CATALOG.',
        'If a log without backup is lost, take a full or level 0 backup at once.',
      ],
    },
    es: {
      title: 'El archived log falta o el catálogo no lo conoce',
      what: 'Un archived log que la copia necesita ya no está, o su registro en el catálogo está anticuado.',
      why: 'El log se borró fuera de RMAN; el catálogo no se resincronizó.',
      todo: [
        'Ejecutar CROSSCHECK ARCHIVELOG ALL y RESYNC CATALOG.',
        'Si se perdió un log sin copia, hacer enseguida una copia completa o de nivel 0.',
      ],
    },
  },
  {
    code: 'RMAN-06186', family: 'repository', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'A package of the catalog or database is too old',
      what: 'A PL/SQL package that RMAN needs is older than this client accepts.',
      why: 'The catalog was not upgraded; the database software was changed without running its scripts.',
      todo: [
        'For the catalog, UPGRADE CATALOG with the newest client in use.',
        'For the target, check DBA_REGISTRY and whether datapatch or the upgrade was finished.',
      ],
    },
    es: {
      title: 'Un paquete del catálogo o de la base de datos es demasiado antiguo',
      what: 'Un paquete PL/SQL que RMAN necesita es más antiguo de lo que admite este cliente.',
      why: 'No se actualizó el catálogo; se cambió el software de la base de datos sin ejecutar sus scripts.',
      todo: [
        'Para el catálogo, ejecutar UPGRADE CATALOG con el cliente más nuevo en uso.',
        'Para la base de datos, revisar DBA_REGISTRY y si se terminó datapatch o la actualización.',
      ],
    },
  },
  {
    code: 'ORA-19571', family: 'repository', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'A record is no longer in the control file',
      what: 'RMAN refers to a file whose record the control file does not hold any more.',
      why:
        'Records were overwritten because CONTROL_FILE_RECORD_KEEP_TIME is short; the control file was restored or ' +
        'recreated.',
      todo: [
        'CROSSCHECK ARCHIVELOG ALL and CATALOG START WITH the directory of the files.',
        'Make CONTROL_FILE_RECORD_KEEP_TIME longer than the retention, or use a catalog and RESYNC CATALOG.',
      ],
    },
    es: {
      title: 'Un registro ya no está en el archivo de control',
      what: 'RMAN se refiere a un archivo cuyo registro ya no contiene el archivo de control.',
      why:
        'Los registros se sobrescribieron porque CONTROL_FILE_RECORD_KEEP_TIME es corto; el archivo de control se ' +
        'restauró o se volvió a crear.',
      todo: [
        'Ejecutar CROSSCHECK ARCHIVELOG ALL y CATALOG START WITH con el directorio de los archivos.',
        'Poner CONTROL_FILE_RECORD_KEEP_TIME mayor que la retención, o usar catálogo y RESYNC CATALOG.',
      ],
    },
  },
  {
    code: 'ORA-19588', family: 'repository', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'The recorded log or copy is no longer valid',
      what: 'The record that RMAN uses for an archived log or a copy was marked invalid or deleted.',
      why: 'Another session deleted the file meanwhile; the recovery area removed it; the catalog is behind.',
      todo: [
        'CROSSCHECK ARCHIVELOG ALL (or COPY), RESYNC CATALOG if one is in use, and run the backup again.',
        'Keep jobs that delete logs from overlapping with jobs that back them up.',
      ],
    },
    es: {
      title: 'El log o la copia registrados ya no son válidos',
      what: 'El registro que RMAN usa para un archived log o una copia se marcó como no válido o se borró.',
      why: 'Otra sesión borró el archivo mientras tanto; el área de recuperación lo eliminó; el catálogo va retrasado.',
      todo: [
        'Ejecutar CROSSCHECK ARCHIVELOG ALL (o COPY), RESYNC CATALOG si se usa, y lanzar de nuevo la copia.',
        'Evitar que se solapen los trabajos que borran logs con los que los copian.',
      ],
    },
  },
  {
    code: 'RMAN-20020', family: 'repository', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'The incarnation is not set in the catalog',
      what: 'The catalog does not know which incarnation of the database is current.',
      why: 'The database was opened with RESETLOGS and the catalog was not told; it is not registered.',
      todo: [
        'RESYNC CATALOG with the target open; it usually registers the new incarnation.',
        'LIST INCARNATION, and RESET DATABASE if it is still missing.',
      ],
    },
    es: {
      title: 'La encarnación no está definida en el catálogo',
      what: 'El catálogo no sabe cuál es la encarnación actual de la base de datos.',
      why: 'La base de datos se abrió con RESETLOGS y no se informó al catálogo; no está registrada.',
      todo: [
        'Ejecutar RESYNC CATALOG con la base de datos abierta; suele registrar la encarnación nueva.',
        'Ejecutar LIST INCARNATION, y RESET DATABASE si aún falta.',
      ],
    },
  },
  {
    code: 'RMAN-20021', family: 'repository', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'No database is set in the catalog session',
      what: 'The catalog session does not know which database the command is about.',
      why: 'No target is connected and SET DBID was not given; the database is not registered.',
      todo: [
        'Connect the target, or SET DBID number.',
        'Query RC_DATABASE to see whether it is registered.',
      ],
    },
    es: {
      title: 'No hay base de datos fijada en la sesión del catálogo',
      what: 'La sesión del catálogo no sabe de qué base de datos trata el comando.',
      why: 'No hay base de datos de destino conectada ni se indicó SET DBID; no está registrada.',
      todo: [
        'Conectar la base de datos de destino, o ejecutar SET DBID número.',
        'Consultar RC_DATABASE para ver si está registrada.',
      ],
    },
  },
  {
    code: 'RMAN-20033', family: 'repository', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: "The control file is older than the catalog's record",
      what: 'The control file in use is behind what the catalog already knows of this database.',
      why:
        'The control file was restored from a backup; the wrong database with the same DBID; a standby or clone was ' +
        'connected as the primary.',
      todo: [
        'Make sure this is the right database: DBID, DB_UNIQUE_NAME and role in V$DATABASE.',
        'After a restore, finish recovery and OPEN RESETLOGS, then RESYNC CATALOG.',
        'A clone must get its own DBID (nid) before it uses the same catalog.',
      ],
    },
    es: {
      title: 'El archivo de control es más antiguo que lo que sabe el catálogo',
      what: 'El archivo de control en uso va por detrás de lo que el catálogo ya conoce de esta base de datos.',
      why:
        'El archivo de control se restauró de una copia; es otra base de datos con el mismo DBID; se conectó una ' +
        'standby o un clon como si fuera la primaria.',
      todo: [
        'Asegurarse de que es la base de datos correcta: DBID, DB_UNIQUE_NAME y rol en V$DATABASE.',
        'Tras una restauración, terminar la recuperación y OPEN RESETLOGS, y después RESYNC CATALOG.',
        'Un clon debe recibir su propio DBID (nid) antes de usar el mismo catálogo.',
      ],
    },
  },
  {
    code: 'RMAN-20035', family: 'repository', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: "The control file's record numbers are behind the catalog",
      what: 'The catalog has seen higher record numbers than the control file now holds.',
      why: 'The control file was restored or recreated; another copy of the database shares the DBID.',
      todo: [
        'Check that this is the right database and incarnation: LIST INCARNATION.',
        'After the restore is complete and opened with RESETLOGS, RESYNC CATALOG.',
      ],
    },
    es: {
      title: 'Los números de registro del archivo de control van por detrás del catálogo',
      what: 'El catálogo ha visto números de registro mayores que los que tiene ahora el archivo de control.',
      why: 'El archivo de control se restauró o se volvió a crear; otra copia de la base de datos comparte el DBID.',
      todo: [
        'Comprobar que son la base de datos y la encarnación correctas: LIST INCARNATION.',
        'Con la restauración completa y abierta con RESETLOGS, ejecutar RESYNC CATALOG.',
      ],
    },
  },
  {
    code: 'RMAN-20079', family: 'repository', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'The primary must be resynchronised first',
      what: "The catalog refuses the standby's records because the primary's are not up to date.",
      why: 'The primary has not been resynchronised since a structural change or a RESETLOGS.',
      todo: [
        'Connect to the primary and RESYNC CATALOG there, then run the job on the standby again.',
      ],
    },
    es: {
      title: 'Hay que resincronizar antes la primaria',
      what: 'El catálogo rechaza los registros de la standby porque los de la primaria no están al día.',
      why: 'La primaria no se ha resincronizado desde un cambio de estructura o un RESETLOGS.',
      todo: [
        'Conectar con la primaria, ejecutar ahí RESYNC CATALOG y lanzar de nuevo el trabajo en la standby.',
      ],
    },
  },
  {
    code: 'RMAN-20201', family: 'repository', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'The data file is not in the repository',
      what: 'The data file named in the command is unknown to the catalog or control file.',
      why: 'A wrong number or path; a file that was dropped; a catalog that is behind.',
      todo: [
        'REPORT SCHEMA shows the files that are known.',
        'RESYNC CATALOG if the file is new.',
      ],
    },
    es: {
      title: 'El archivo de datos no está en el repositorio',
      what: 'El catálogo o el archivo de control no conocen el archivo de datos que nombra el comando.',
      why: 'Un número o ruta incorrectos; un archivo eliminado; un catálogo retrasado.',
      todo: [
        'REPORT SCHEMA muestra los archivos conocidos.',
        'Ejecutar RESYNC CATALOG si el archivo es nuevo.',
      ],
    },
  },
  {
    code: 'RMAN-20202', family: 'repository', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'The tablespace is not in the repository',
      what: 'The tablespace named in the command is unknown.',
      why:
        'A misspelt or dropped tablespace; a name in lower case that needs quotes; in a CDB, PDB:TABLESPACE is ' +
        'missing.',
      todo: [
        'Compare with REPORT SCHEMA.',
        'In the root of a CDB write PDB:TABLESPACE.',
        'Correct the strategy if the tablespace was dropped on purpose.',
      ],
    },
    es: {
      title: 'El tablespace no está en el repositorio',
      what: 'No se conoce el tablespace que nombra el comando.',
      why:
        'Un tablespace mal escrito o eliminado; un nombre en minúsculas que necesita comillas; en una CDB, falta ' +
        'PDB:TABLESPACE.',
      todo: [
        'Comparar con REPORT SCHEMA.',
        'En la raíz de una CDB, escribir PDB:TABLESPACE.',
        'Corregir la estrategia si el tablespace se eliminó a propósito.',
      ],
    },
  },
  {
    code: 'RMAN-20242', family: 'nothing', healsByRetry: 'no', ignorable: 'depends',
    en: {
      title: 'No archived log matches',
      what: 'The archived logs described in the command are not in the repository.',
      why:
        'They were already deleted or never existed; wrong thread or sequence; the range lies outside what is known.',
      todo: [
        'LIST ARCHIVELOG ALL, and compare thread, sequence and incarnation.',
        'If the files exist, CATALOG START WITH their directory.',
        'In a cleaning step it only means there was nothing to do.',
      ],
    },
    es: {
      title: 'Ningún archived log coincide',
      what: 'Los archived logs descritos en el comando no están en el repositorio.',
      why: 'Ya se borraron o nunca existieron; hilo o secuencia incorrectos; el rango queda fuera de lo conocido.',
      todo: [
        'Ejecutar LIST ARCHIVELOG ALL y comparar hilo, secuencia y encarnación.',
        'Si los archivos existen, ejecutar CATALOG START WITH con su directorio.',
        'En un paso de limpieza solo significa que no había nada que hacer.',
      ],
    },
  },
];
