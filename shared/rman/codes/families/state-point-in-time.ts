// Recoveries to an earlier moment: targets out of reach, tables, incarnations, missing online logs.
import type { CodeExplanation } from '../explanation.ts';

export const statePointInTimeCodes: readonly CodeExplanation[] = [
  {
    code: 'RMAN-05057', family: 'state', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'The table to recover was not found',
      what: 'RECOVER TABLE does not find the table at the moment asked for.',
      why:
        'Owner or table name in the wrong case; the table was created later or dropped before that time; OF ' +
        'PLUGGABLE DATABASE is missing in a CDB.',
      todo: [
        'Write owner and table in upper case, as in DBA_TABLES.',
        'In a CDB add OF PLUGGABLE DATABASE name.',
        'Choose a time when the table certainly existed.',
      ],
    },
    es: {
      title: 'No se encontró la tabla que se quiere recuperar',
      what: 'RECOVER TABLE no encuentra la tabla en el momento pedido.',
      why:
        'Propietario o tabla con mayúsculas o minúsculas equivocadas; la tabla se creó después o se borró antes; ' +
        'falta OF PLUGGABLE DATABASE en una CDB.',
      todo: [
        'Escribir propietario y tabla en mayúsculas, como en DBA_TABLES.',
        'En una CDB, añadir OF PLUGGABLE DATABASE nombre.',
        'Elegir un momento en el que la tabla existiera con seguridad.',
      ],
    },
  },
  {
    code: 'RMAN-05063', family: 'state', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'These tables cannot be recovered',
      what: 'RECOVER TABLE gave up because none of the objects named can be recovered as asked.',
      why: 'The names were not found, see RMAN-05057; tables of SYS or in SYSTEM and SYSAUX are not allowed.',
      todo: [
        'Read the lines before it for the reason of each table.',
        'Correct owner, name, PDB and time; SYS tables have to be recovered in another way.',
      ],
    },
    es: {
      title: 'Estas tablas no se pueden recuperar',
      what: 'RECOVER TABLE desistió porque ninguno de los objetos nombrados se puede recuperar como se pidió.',
      why: 'No se encontraron los nombres, véase RMAN-05057; no se admiten tablas de SYS ni de SYSTEM y SYSAUX.',
      todo: [
        'Leer en las líneas anteriores el motivo de cada tabla.',
        'Corregir propietario, nombre, PDB y momento; las tablas de SYS hay que recuperarlas de otro modo.',
      ],
    },
  },
  {
    code: 'RMAN-06555', family: 'state', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'A file needs an older backup than the one used',
      what: 'The data file must come from a backup completed before the target point, and this one is newer.',
      why: 'The UNTIL point is earlier than the restored backup.',
      todo: [
        'LIST BACKUP OF DATAFILE n and look for a backup before the target point.',
        'Put SET UNTIL in the same RUN block as RESTORE and RECOVER, so that RMAN picks the right backup.',
      ],
    },
    es: {
      title: 'Un archivo necesita una copia más antigua que la usada',
      what: 'El archivo de datos debe venir de una copia terminada antes del punto elegido, y esta es más nueva.',
      why: 'El punto UNTIL es anterior a la copia restaurada.',
      todo: [
        'Ejecutar LIST BACKUP OF DATAFILE n y buscar una copia anterior al punto elegido.',
        'Poner SET UNTIL en el mismo bloque RUN que RESTORE y RECOVER, para que RMAN elija la copia adecuada.',
      ],
    },
  },
  {
    code: 'RMAN-06556', family: 'state', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'A data file must come from an earlier backup',
      what: 'The file on disk is already past the point to which the database should go back.',
      why: 'RECOVER to an earlier point was run without restoring this file first.',
      todo: [
        'RESTORE the file, or the database, with the same UNTIL, then RECOVER.',
      ],
    },
    es: {
      title: 'Un archivo de datos debe venir de una copia anterior',
      what: 'El archivo del disco ya supera el punto al que debe volver la base de datos.',
      why: 'Se ejecutó RECOVER a un punto anterior sin restaurar antes este archivo.',
      todo: [
        'Restaurar el archivo, o la base de datos, con el mismo UNTIL y después ejecutar RECOVER.',
      ],
    },
  },
  {
    code: 'RMAN-20207', family: 'state', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'The point asked for is before the last RESETLOGS',
      what: 'The time, SCN or recovery window reaches back into an earlier incarnation.',
      why: 'The database was opened with RESETLOGS less long ago than the point asked for.',
      todo: [
        'LIST INCARNATION shows the RESETLOGS times.',
        'To restore to that point: mount, RESET DATABASE TO INCARNATION n, then restore and recover.',
        'If a report or crosscheck complains only, wait until the window no longer crosses the RESETLOGS.',
      ],
    },
    es: {
      title: 'El punto pedido es anterior al último RESETLOGS',
      what: 'La hora, el SCN o la ventana de recuperación llegan hasta una encarnación anterior.',
      why: 'La base de datos se abrió con RESETLOGS después del punto pedido.',
      todo: [
        'LIST INCARNATION muestra los momentos de RESETLOGS.',
        'Para restaurar a ese punto: montar, RESET DATABASE TO INCARNATION n y después restaurar y recuperar.',
        'Si solo protesta un informe o una comprobación, esperar a que la ventana ya no cruce el RESETLOGS.',
      ],
    },
  },
  {
    code: 'RMAN-20208', family: 'state', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'The target point is before the RESETLOGS change',
      what: 'The UNTIL point lies before the current incarnation began.',
      why: 'A RESETLOGS happened after that point.',
      todo: [
        'LIST INCARNATION, then RESET DATABASE TO INCARNATION of the one that covers the point.',
        'Repeat RESTORE and RECOVER with the same UNTIL.',
      ],
    },
    es: {
      title: 'El punto elegido es anterior al cambio de RESETLOGS',
      what: 'El punto UNTIL es anterior al comienzo de la encarnación actual.',
      why: 'Hubo un RESETLOGS después de ese punto.',
      todo: [
        'Ejecutar LIST INCARNATION y después RESET DATABASE TO INCARNATION de la que cubra el punto.',
        'Repetir RESTORE y RECOVER con el mismo UNTIL.',
      ],
    },
  },
  {
    code: 'ORA-00279', family: 'info', healsByRetry: 'no', ignorable: 'depends',
    en: {
      title: 'Recovery asks for a log',
      what: 'Recovery tells from which change on it needs redo; it is a question, not a failure.',
      why: 'Every manual recovery prints it; it turns into a failure only when the log cannot be found.',
      todo: [
        'Let RMAN do the recovery: it finds and restores the logs by itself.',
        'If it ends here, look for the log named in ORA-00289.',
      ],
    },
    es: {
      title: 'La recuperación pide un log',
      what: 'La recuperación indica desde qué cambio necesita redo; es una pregunta, no un fallo.',
      why: 'Lo imprime toda recuperación manual; solo es un fallo si no se encuentra el log.',
      todo: [
        'Dejar que la recuperación la haga RMAN: encuentra y restaura los logs por sí mismo.',
        'Si se detiene aquí, buscar el log indicado en ORA-00289.',
      ],
    },
  },
  {
    code: 'ORA-00289', family: 'info', healsByRetry: 'no', ignorable: 'depends',
    en: {
      title: 'The log that recovery suggests',
      what: 'The line names the archived log that recovery would read next.',
      why: 'It accompanies ORA-00279 in every manual recovery.',
      todo: [
        'Check that this file exists; if not, RESTORE ARCHIVELOG for that sequence.',
      ],
    },
    es: {
      title: 'El log que sugiere la recuperación',
      what: 'La línea nombra el archived log que la recuperación leería a continuación.',
      why: 'Acompaña a ORA-00279 en toda recuperación manual.',
      todo: [
        'Comprobar que ese archivo existe; si no, ejecutar RESTORE ARCHIVELOG para esa secuencia.',
      ],
    },
  },
  {
    code: 'ORA-00308', family: 'nothing', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'An archived log cannot be opened',
      what: 'Recovery needs an archived log that is not where it is expected.',
      why: 'It was deleted or moved; it is only in a backup; on a standby, it never arrived.',
      todo: [
        'LIST BACKUP OF ARCHIVELOG SEQUENCE n THREAD t, then RESTORE ARCHIVELOG for it.',
        'If the file lies elsewhere, CATALOG ARCHIVELOG its path.',
        'If it exists nowhere, recovery can only go up to the log before it.',
      ],
    },
    es: {
      title: 'No se puede abrir un archived log',
      what: 'La recuperación necesita un archived log que no está donde se espera.',
      why: 'Se borró o se movió; solo está en una copia; en una standby, nunca llegó.',
      todo: [
        'Ejecutar LIST BACKUP OF ARCHIVELOG SEQUENCE n THREAD t y después RESTORE ARCHIVELOG.',
        'Si el archivo está en otro sitio, ejecutar CATALOG ARCHIVELOG con su ruta.',
        'Si no existe en ninguna parte, solo se puede recuperar hasta el log anterior.',
      ],
    },
  },
  {
    code: 'ORA-00313', family: 'file', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'The members of a redo log group cannot be opened',
      what: 'The instance cannot open an online redo log.',
      why:
        'The file or its disk is missing; permissions; after a restore, the logs were not restored because backups ' +
        'never hold them.',
      todo: [
        'Read ORA-00312 for the file and the operating system error below it.',
        'After a complete restore of the whole database, OPEN RESETLOGS recreates them.',
        'With only one member lost, drop and add that member; the group still works.',
      ],
    },
    es: {
      title: 'No se pueden abrir los miembros de un grupo de redo log',
      what: 'La instancia no puede abrir un redo log en línea.',
      why:
        'Falta el archivo o su disco; permisos; tras una restauración, los logs no existen porque las copias nunca ' +
        'los contienen.',
      todo: [
        'Leer en ORA-00312 el archivo y debajo el error del sistema operativo.',
        'Tras restaurar toda la base de datos, OPEN RESETLOGS los vuelve a crear.',
        'Si solo se perdió un miembro, eliminarlo y añadirlo; el grupo sigue funcionando.',
      ],
    },
  },
];
