// Recoveries that stop, or that would leave files of different times in one database.
import type { CodeExplanation } from '../explanation.ts';

export const stateRecoveryCodes: readonly CodeExplanation[] = [
  {
    code: 'ORA-01113', family: 'state', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'A data file needs recovery',
      what: 'The file is older than the rest of the database and must be brought forward before use.',
      why: 'It was restored, was offline, or the instance crashed while the file was in backup mode.',
      todo: [
        'Query V$RECOVER_FILE and V$DATAFILE_HEADER to see which files.',
        'RECOVER DATAFILE n, then ALTER DATABASE DATAFILE n ONLINE.',
        'If a file was left in backup mode after a crash, ALTER DATABASE END BACKUP on the mounted database.',
      ],
    },
    es: {
      title: 'Un archivo de datos necesita recuperación',
      what: 'El archivo es más antiguo que el resto de la base de datos y hay que ponerlo al día antes de usarlo.',
      why: 'Se restauró, estuvo fuera de línea, o la instancia cayó con el archivo en modo de copia.',
      todo: [
        'Consultar V$RECOVER_FILE y V$DATAFILE_HEADER para ver qué archivos son.',
        'Ejecutar RECOVER DATAFILE n y después ALTER DATABASE DATAFILE n ONLINE.',
        'Si un archivo quedó en modo de copia tras una caída, ejecutar ALTER DATABASE END BACKUP con la base de ' +
          'datos montada.',
      ],
    },
  },
  {
    code: 'ORA-01152', family: 'state', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'The restored file is too new',
      what: 'One data file is ahead of the point to which the database is recovered.',
      why:
        'The file was not restored with the others; recovery has to go further; the backup is newer than the target ' +
        'time.',
      todo: [
        'Recover further, until the checkpoint of that file is passed.',
        'Or restore all data files from a backup completed before the target time.',
      ],
    },
    es: {
      title: 'El archivo restaurado es demasiado nuevo',
      what: 'Un archivo de datos va por delante del punto hasta el que se recupera la base de datos.',
      why:
        'El archivo no se restauró con los demás; la recuperación tiene que llegar más lejos; la copia es posterior ' +
        'al momento elegido.',
      todo: [
        'Recuperar más allá, hasta superar el checkpoint de ese archivo.',
        'O restaurar todos los archivos de datos de una copia terminada antes del momento elegido.',
      ],
    },
  },
  {
    code: 'ORA-01180', family: 'state', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'The first data file cannot be created from nothing',
      what: 'Recovery would have to create the SYSTEM data file, and that is impossible.',
      why:
        'Its backup is not found: another incarnation, a control file that does not know the backups, pieces not ' +
        'cataloged.',
      todo: [
        'LIST INCARNATION, and RESET DATABASE TO INCARNATION if the backup belongs to another one.',
        'CATALOG START WITH the directory of the pieces.',
        'LIST BACKUP OF DATAFILE 1 must show a usable backup before restoring again.',
      ],
    },
    es: {
      title: 'El primer archivo de datos no se puede crear de la nada',
      what: 'La recuperación tendría que crear el archivo de datos de SYSTEM, y eso es imposible.',
      why:
        'No se encuentra su copia: otra encarnación, un archivo de control que no conoce las copias, piezas sin ' +
        'catalogar.',
      todo: [
        'Ejecutar LIST INCARNATION, y RESET DATABASE TO INCARNATION si la copia pertenece a otra.',
        'Ejecutar CATALOG START WITH con el directorio de las piezas.',
        'LIST BACKUP OF DATAFILE 1 debe mostrar una copia utilizable antes de volver a restaurar.',
      ],
    },
  },
  {
    code: 'ORA-01190', family: 'state', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'A file is from before the last RESETLOGS',
      what: 'The data file belongs to an earlier life of the database than the control file.',
      why: 'The file was restored from an old backup and not recovered across RESETLOGS; it was offline at the time.',
      todo: [
        'RESTORE and RECOVER that file with RMAN, with the archived logs of both incarnations at hand.',
        'LIST INCARNATION shows the times of each RESETLOGS.',
      ],
    },
    es: {
      title: 'Un archivo es anterior al último RESETLOGS',
      what: 'El archivo de datos pertenece a una vida de la base de datos anterior a la del archivo de control.',
      why:
        'Se restauró de una copia antigua y no se recuperó a través de RESETLOGS; estaba fuera de línea en ese ' +
        'momento.',
      todo: [
        'Restaurar y recuperar ese archivo con RMAN, teniendo a mano los archived logs de ambas encarnaciones.',
        'LIST INCARNATION muestra el momento de cada RESETLOGS.',
      ],
    },
  },
  {
    code: 'ORA-01194', family: 'state', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'A file needs more redo to be consistent',
      what: 'Recovery stopped too early: a data file still holds changes from a later moment.',
      why: 'Archived logs are missing; the UNTIL point lies before the end of the backup.',
      todo: [
        'Recover further: up to the end of the backup at the least.',
        'Look for the missing log: LIST BACKUP OF ARCHIVELOG ALL, CATALOG START WITH.',
        'If only the online log is missing and it still exists, recover with it by name.',
      ],
    },
    es: {
      title: 'Un archivo necesita más redo para ser consistente',
      what: 'La recuperación se detuvo demasiado pronto: un archivo de datos contiene cambios de un momento posterior.',
      why: 'Faltan archived logs; el punto UNTIL es anterior al final de la copia.',
      todo: [
        'Recuperar más allá: como mínimo, hasta el final de la copia.',
        'Buscar el log que falta: LIST BACKUP OF ARCHIVELOG ALL, CATALOG START WITH.',
        'Si solo falta el redo log en línea y aún existe, recuperar indicando su nombre.',
      ],
    },
  },
  {
    code: 'ORA-01195', family: 'state', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'An online backup has not been recovered far enough',
      what: 'A data file restored from an online backup still needs redo.',
      why: 'Recovery ended before the point at which that backup finished.',
      todo: [
        'Continue recovery with the next archived logs, past the end of the backup.',
        'Query V$RECOVER_FILE to see how far each file is.',
      ],
    },
    es: {
      title: 'Una copia en línea no se recuperó lo suficiente',
      what: 'Un archivo de datos restaurado de una copia en línea todavía necesita redo.',
      why: 'La recuperación acabó antes del punto en que terminó esa copia.',
      todo: [
        'Continuar la recuperación con los archived logs siguientes, más allá del final de la copia.',
        'Consultar V$RECOVER_FILE para ver hasta dónde llega cada archivo.',
      ],
    },
  },
  {
    code: 'ORA-01547', family: 'state', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'Opening now with RESETLOGS would fail',
      what: 'Recovery ended, but at least one file is not consistent yet.',
      why: 'The logs ended too early; a file was not recovered; the control file is an older backup.',
      todo: [
        'Read the next codes, ORA-01194, ORA-01195 or ORA-01152: they name the file.',
        'Provide the missing redo and continue recovery before opening.',
      ],
    },
    es: {
      title: 'Abrir ahora con RESETLOGS fallaría',
      what: 'La recuperación terminó, pero al menos un archivo aún no es consistente.',
      why:
        'Los logs acabaron demasiado pronto; un archivo no se recuperó; el archivo de control es una copia más ' +
        'antigua.',
      todo: [
        'Leer los códigos siguientes, ORA-01194, ORA-01195 u ORA-01152: nombran el archivo.',
        'Aportar el redo que falta y continuar la recuperación antes de abrir.',
      ],
    },
  },
  {
    code: 'ORA-19909', family: 'state', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'A file belongs to an abandoned line of history',
      what: 'The data file comes from an incarnation that the current one does not descend from.',
      why:
        'The file was restored from a backup taken after a RESETLOGS that was later given up; an incarnation mix-up ' +
        'on a standby.',
      todo: [
        'LIST INCARNATION and compare with the RESETLOGS SCN of the file.',
        'Restore the file from a backup of the current line, or RESET DATABASE TO INCARNATION before the restore.',
      ],
    },
    es: {
      title: 'Un archivo pertenece a una línea de historia abandonada',
      what: 'El archivo de datos procede de una encarnación de la que la actual no desciende.',
      why:
        'Se restauró de una copia hecha tras un RESETLOGS que luego se descartó; una confusión de encarnaciones en ' +
        'una standby.',
      todo: [
        'Ejecutar LIST INCARNATION y comparar con el SCN de RESETLOGS del archivo.',
        'Restaurar el archivo de una copia de la línea actual, o RESET DATABASE TO INCARNATION antes de restaurar.',
      ],
    },
  },
  {
    code: 'ORA-01122', family: 'file', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'A data file does not match the control file',
      what: 'The header of a data file says something else than the control file expects.',
      why: 'A file of another database or time was put in place; an old control file is in use; the file is damaged.',
      todo: [
        'Read the code that follows: it says which check failed.',
        'Do not overwrite anything yet: save the current file.',
        'If the control file is the old one, recover with a backup control file; if the file is wrong, restore it.',
      ],
    },
    es: {
      title: 'Un archivo de datos no concuerda con el archivo de control',
      what: 'La cabecera de un archivo de datos dice algo distinto de lo que espera el archivo de control.',
      why:
        'Se colocó un archivo de otra base de datos o de otro momento; se usa un archivo de control antiguo; el ' +
        'archivo está dañado.',
      todo: [
        'Leer el código que sigue: dice qué comprobación falló.',
        'No sobrescribir nada todavía: guardar el archivo actual.',
        'Si el antiguo es el archivo de control, recuperar con archivo de control de copia; si lo erróneo es el ' +
          'archivo, restaurarlo.',
      ],
    },
  },
  {
    code: 'ORA-01207', family: 'state', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'The control file is older than a data file',
      what: 'A data file carries a later checkpoint than the control file knows.',
      why: 'An old copy of the control file was put in place.',
      todo: [
        'Use the newest control file copy if one survives.',
        'Else RECOVER DATABASE USING BACKUP CONTROLFILE, then OPEN RESETLOGS and take a full backup.',
      ],
    },
    es: {
      title: 'El archivo de control es más antiguo que un archivo de datos',
      what: 'Un archivo de datos lleva un checkpoint posterior al que conoce el archivo de control.',
      why: 'Se puso en su lugar una copia antigua del archivo de control.',
      todo: [
        'Usar la copia más nueva del archivo de control, si queda alguna.',
        'Si no, RECOVER DATABASE USING BACKUP CONTROLFILE, después OPEN RESETLOGS y hacer una copia completa.',
      ],
    },
  },
];
