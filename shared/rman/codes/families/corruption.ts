// Blocks, redo and headers that do not read back as they were written.
import type { CodeExplanation } from '../explanation.ts';

export const corruptionCodes: readonly CodeExplanation[] = [
  {
    code: 'ORA-01578', family: 'corruption', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'A data block is corrupt',
      what: 'A block of a data file cannot be used because its content is damaged.',
      why:
        'Faulty storage or memory; a write that was lost or torn; NOLOGGING changes after a recovery (then ORA-26040 ' +
        'follows).',
      todo: [
        'Do not delete any older backup until this is solved.',
        'Query V$DATABASE_BLOCK_CORRUPTION after VALIDATE CHECK LOGICAL DATABASE.',
        'RECOVER CORRUPTION LIST, or RECOVER DATAFILE n BLOCK b (Enterprise Edition), repairs from backups.',
        'DBA_EXTENTS tells which object owns the block; an index can be rebuilt.',
        'Have the storage examined.',
      ],
    },
    es: {
      title: 'Un bloque de datos está corrupto',
      what: 'Un bloque de un archivo de datos no se puede usar porque su contenido está dañado.',
      why:
        'Almacenamiento o memoria defectuosos; una escritura perdida o partida; cambios NOLOGGING tras una ' +
        'recuperación (entonces sigue ORA-26040).',
      todo: [
        'No borrar ninguna copia anterior hasta resolverlo.',
        'Consultar V$DATABASE_BLOCK_CORRUPTION tras VALIDATE CHECK LOGICAL DATABASE.',
        'RECOVER CORRUPTION LIST, o RECOVER DATAFILE n BLOCK b (Enterprise Edition), repara a partir de las copias.',
        'DBA_EXTENTS dice qué objeto posee el bloque; un índice se puede reconstruir.',
        'Hacer revisar el almacenamiento.',
      ],
    },
  },
  {
    code: 'ORA-19566', family: 'corruption', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'More corrupt blocks than allowed: backup stopped',
      what: 'The backup of a data file was stopped because it holds damaged blocks.',
      why: 'Storage faults; NOLOGGING blocks; logical damage found by CHECK LOGICAL. The default tolerance is zero.',
      todo: [
        'Keep all older backups: they may hold the good version of those blocks.',
        'VALIDATE CHECK LOGICAL DATAFILE n, then query V$DATABASE_BLOCK_CORRUPTION.',
        'Repair with RECOVER CORRUPTION LIST, or restore and recover the file.',
        'SET MAXCORRUPT FOR DATAFILE n TO m only as a last resort, to save the rest meanwhile.',
      ],
    },
    es: {
      title: 'Más bloques corruptos de los permitidos: copia detenida',
      what: 'La copia de un archivo de datos se detuvo porque contiene bloques dañados.',
      why:
        'Fallos de almacenamiento; bloques NOLOGGING; daños lógicos hallados por CHECK LOGICAL. La tolerancia ' +
        'predeterminada es cero.',
      todo: [
        'Conservar todas las copias anteriores: pueden tener la versión buena de esos bloques.',
        'Ejecutar VALIDATE CHECK LOGICAL DATAFILE n y consultar V$DATABASE_BLOCK_CORRUPTION.',
        'Reparar con RECOVER CORRUPTION LIST, o restaurar y recuperar el archivo.',
        'SET MAXCORRUPT FOR DATAFILE n TO m solo como último recurso, para salvar el resto mientras tanto.',
      ],
    },
  },
  {
    code: 'ORA-19599', family: 'corruption', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'A damaged block was found in a file being read',
      what: 'A block of a log, a piece or a control file fails its check.',
      why: 'A damaged archived log or backup piece; faulty storage or transfer.',
      todo: [
        'For an archived log, use another copy of it (another destination, a standby), then back up again.',
        'If no good copy exists, take a full or level 0 backup at once: recovery cannot cross that log.',
        'For a piece, VALIDATE BACKUPSET key and take a new backup.',
      ],
    },
    es: {
      title: 'Se halló un bloque dañado en un archivo que se leía',
      what: 'Un bloque de un log, de una pieza o de un archivo de control no supera su comprobación.',
      why: 'Un archived log o una pieza de copia dañados; almacenamiento o transferencia defectuosos.',
      todo: [
        'Si es un archived log, usar otra copia suya (otro destino, una standby) y copiar de nuevo.',
        'Si no hay copia buena, hacer enseguida una copia completa o de nivel 0: la recuperación no puede ' +
          'atravesar ese log.',
        'Si es una pieza, ejecutar VALIDATE BACKUPSET clave y hacer una copia nueva.',
      ],
    },
  },
  {
    code: 'ORA-26040', family: 'corruption', healsByRetry: 'no', ignorable: 'depends',
    en: {
      title: 'The block was written without redo',
      what:
        'The block reads as damaged because its last change was a NOLOGGING load that left no redo to recover it ' +
        'from.',
      why: 'A direct load or index build with NOLOGGING before the file was restored or applied on a standby.',
      todo: [
        'Query V$DATAFILE.UNRECOVERABLE_TIME and REPORT UNRECOVERABLE.',
        'Rebuild the index or reload the table; block recovery cannot bring this data back.',
        'ALTER DATABASE FORCE LOGGING prevents it; back up right after NOLOGGING loads.',
      ],
    },
    es: {
      title: 'El bloque se escribió sin redo',
      what:
        'El bloque se lee como dañado porque su último cambio fue una carga NOLOGGING que no dejó redo para ' +
        'recuperarlo.',
      why:
        'Una carga directa o creación de índice con NOLOGGING antes de restaurar el archivo o aplicarlo en una ' +
        'standby.',
      todo: [
        'Consultar V$DATAFILE.UNRECOVERABLE_TIME y ejecutar REPORT UNRECOVERABLE.',
        'Reconstruir el índice o recargar la tabla; la recuperación de bloques no puede devolver esos datos.',
        'ALTER DATABASE FORCE LOGGING lo evita; hacer una copia justo después de las cargas NOLOGGING.',
      ],
    },
  },
  {
    code: 'RMAN-06010', family: 'corruption', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'RMAN could not look up a data file',
      what: 'The search for a data file in the control file ended with an error.',
      why: 'The code below it decides; often the control file is busy or belongs to another database or time.',
      todo: [
        'Read the ORA code below.',
        'Compare REPORT SCHEMA with V$DATAFILE, and check the control file is the current one.',
      ],
    },
    es: {
      title: 'RMAN no pudo localizar un archivo de datos',
      what: 'La búsqueda de un archivo de datos en el archivo de control terminó con error.',
      why:
        'Decide el código de debajo; a menudo el archivo de control está ocupado o es de otra base de datos o ' +
        'momento.',
      todo: [
        'Leer el código ORA de debajo.',
        'Comparar REPORT SCHEMA con V$DATAFILE y comprobar que el archivo de control es el actual.',
      ],
    },
  },
  {
    code: 'ORA-00227', family: 'corruption', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'The control file holds a corrupt block',
      what: 'A block of the control file fails its check.',
      why: 'Faulty storage under one copy of the control file; damage in memory.',
      todo: [
        'Find out which copy is bad: the message names it.',
        'With the instance stopped, replace the bad copy by a good one of CONTROL_FILES.',
        'If all are bad, RESTORE CONTROLFILE FROM AUTOBACKUP and recover.',
      ],
    },
    es: {
      title: 'El archivo de control tiene un bloque corrupto',
      what: 'Un bloque del archivo de control no supera su comprobación.',
      why: 'Almacenamiento defectuoso bajo una copia del archivo de control; daño en memoria.',
      todo: [
        'Averiguar qué copia es la mala: el mensaje la nombra.',
        'Con la instancia parada, sustituir la copia mala por una buena de CONTROL_FILES.',
        'Si todas están mal, ejecutar RESTORE CONTROLFILE FROM AUTOBACKUP y recuperar.',
      ],
    },
  },
  {
    code: 'ORA-00353', family: 'corruption', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'A redo log is corrupt near a block',
      what: 'A redo log, online or archived, is damaged and cannot be read further.',
      why: 'Faulty storage; a log that was copied while being written; damage in transfer.',
      todo: [
        'For an archived log, try another copy: other destination, standby, or the other member of the group.',
        'If a log in use is damaged, take a full backup before clearing anything.',
        'If recovery stops here, it can only go up to the log before it.',
      ],
    },
    es: {
      title: 'Un redo log está corrupto cerca de un bloque',
      what: 'Un redo log, en línea o archivado, está dañado y no se puede seguir leyendo.',
      why: 'Almacenamiento defectuoso; un log copiado mientras se escribía; daño en la transferencia.',
      todo: [
        'Si es un archived log, probar otra copia: otro destino, una standby, o el otro miembro del grupo.',
        'Si está dañado un log en uso, hacer una copia completa antes de limpiar nada.',
        'Si la recuperación se detiene aquí, solo puede llegar hasta el log anterior.',
      ],
    },
  },
  {
    code: 'ORA-19563', family: 'corruption', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'The header of a file failed its check',
      what: 'A file that was restored or copied does not have the header it should.',
      why: 'A name that two files share; the wrong file in place; damage to the file.',
      todo: [
        'Check that each file has its own name in SET NEWNAME or FORMAT.',
        'Compare the file with LIST COPY and REPORT SCHEMA, and restore it again.',
      ],
    },
    es: {
      title: 'La cabecera de un archivo no superó su comprobación',
      what: 'Un archivo restaurado o copiado no tiene la cabecera que debería.',
      why: 'Un nombre compartido por dos archivos; un archivo equivocado en ese lugar; daño en el archivo.',
      todo: [
        'Comprobar que cada archivo tiene su propio nombre en SET NEWNAME o FORMAT.',
        'Comparar el archivo con LIST COPY y REPORT SCHEMA, y restaurarlo de nuevo.',
      ],
    },
  },
];
