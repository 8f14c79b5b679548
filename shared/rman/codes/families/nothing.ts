// Backups and logs that a command needs and that do not exist, or that RMAN does not know.
import type { CodeExplanation } from '../explanation.ts';

export const nothingCodes: readonly CodeExplanation[] = [
  {
    code: 'RMAN-06023', family: 'nothing', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'No backup of this data file to restore',
      what: 'RMAN found no backup or copy of a data file that fits what was asked.',
      why:
        'The UNTIL point is before the oldest backup; another incarnation is current; the pieces are not cataloged ' +
        'in this control file; the backup was deleted or expired; the tag or device asked for is wrong.',
      todo: [
        'Run LIST BACKUP OF DATAFILE n and LIST COPY OF DATAFILE n: see whether one exists, and with which tag and ' +
          'time.',
        'LIST INCARNATION, and RESET DATABASE TO INCARNATION if the backup belongs to an earlier one.',
        'CATALOG START WITH the directory of the pieces.',
        'If there is really none, take a full backup today: this file is not protected.',
      ],
    },
    es: {
      title: 'No hay copia de este archivo de datos para restaurar',
      what: 'RMAN no encontró ninguna copia de un archivo de datos que encaje con lo pedido.',
      why:
        'El punto UNTIL es anterior a la copia más antigua; la encarnación actual es otra; las piezas no están ' +
        'catalogadas en este archivo de control; la copia se borró o caducó; la etiqueta o el dispositivo pedidos ' +
        'son incorrectos.',
      todo: [
        'Ejecutar LIST BACKUP OF DATAFILE n y LIST COPY OF DATAFILE n: ver si existe alguna, con qué etiqueta y fecha.',
        'Ejecutar LIST INCARNATION, y RESET DATABASE TO INCARNATION si la copia pertenece a una anterior.',
        'Ejecutar CATALOG START WITH con el directorio de las piezas.',
        'Si de verdad no hay ninguna, hacer hoy una copia completa: este archivo no está protegido.',
      ],
    },
  },
  {
    code: 'RMAN-06024', family: 'nothing', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'No backup of the control file to restore',
      what: 'RMAN knows no control file backup that it could use.',
      why:
        'Autobackup is off; RMAN does not know the database (no DBID); the autobackup lies in a place or under a ' +
        'name it does not look at.',
      todo: [
        'SET DBID number, then RESTORE CONTROLFILE FROM AUTOBACKUP, with SET CONTROLFILE AUTOBACKUP FORMAT if the ' +
          'place is not the default.',
        "Or give the piece: RESTORE CONTROLFILE FROM 'path of the piece'.",
        'On a healthy database, CONFIGURE CONTROLFILE AUTOBACKUP ON now.',
      ],
    },
    es: {
      title: 'No hay copia del archivo de control para restaurar',
      what: 'RMAN no conoce ninguna copia del archivo de control que pueda usar.',
      why:
        'El autobackup está desactivado; RMAN no conoce la base de datos (falta el DBID); el autobackup está en un ' +
        'lugar o con un nombre que no mira.',
      todo: [
        'Ejecutar SET DBID número y después RESTORE CONTROLFILE FROM AUTOBACKUP, con SET CONTROLFILE AUTOBACKUP ' +
          'FORMAT si el lugar no es el predeterminado.',
        "O indicar la pieza: RESTORE CONTROLFILE FROM 'ruta de la pieza'.",
        'En una base de datos sana, ejecutar ya CONFIGURE CONTROLFILE AUTOBACKUP ON.',
      ],
    },
  },
  {
    code: 'RMAN-06025', family: 'nothing', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'No backup of an archived log to restore',
      what: 'An archived log is needed and no backup of it is known.',
      why:
        'It was deleted before any backup; the piece that holds it is not cataloged or has expired; another ' +
        'incarnation or thread is meant.',
      todo: [
        'LIST BACKUP OF ARCHIVELOG SEQUENCE n THREAD t.',
        'CATALOG START WITH the directories of pieces and of archived logs.',
        'Ask the standby: it may still have the log.',
        'Without it, recovery can only reach the log before it: use UNTIL SEQUENCE n.',
      ],
    },
    es: {
      title: 'No hay copia de un archived log para restaurar',
      what: 'Se necesita un archived log y no se conoce ninguna copia suya.',
      why:
        'Se borró antes de copiarlo; la pieza que lo contiene no está catalogada o caducó; se trata de otra ' +
        'encarnación u otro hilo.',
      todo: [
        'Ejecutar LIST BACKUP OF ARCHIVELOG SEQUENCE n THREAD t.',
        'Ejecutar CATALOG START WITH con los directorios de piezas y de archived logs.',
        'Mirar en la standby: puede que aún tenga el log.',
        'Sin él, la recuperación solo llega hasta el log anterior: usar UNTIL SEQUENCE n.',
      ],
    },
  },
  {
    code: 'RMAN-06026', family: 'wrapper', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'Some objects to restore were not found',
      what: 'The restore was stopped before it began, because something it needs has no usable backup.',
      why: 'The next lines name each object: data files (RMAN-06023), control file (RMAN-06024) or logs (RMAN-06025).',
      todo: [
        'Read those lines and follow the advice for each code.',
        'Nothing was overwritten by this command.',
      ],
    },
    es: {
      title: 'No se encontraron algunos objetos por restaurar',
      what: 'La restauración se detuvo antes de empezar, porque algo que necesita no tiene copia utilizable.',
      why:
        'Las líneas siguientes nombran cada objeto: archivos de datos (RMAN-06023), archivo de control (RMAN-06024) ' +
        'o logs (RMAN-06025).',
      todo: [
        'Leer esas líneas y seguir el consejo de cada código.',
        'Este comando no sobrescribió nada.',
      ],
    },
  },
  {
    code: 'RMAN-06053', family: 'nothing', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'Recovery lacks an archived log',
      what: 'Media recovery cannot go on because a log is missing and has no backup.',
      why:
        'The log was deleted without backup; its piece is not known; it exists only on another node or on a standby.',
      todo: [
        'LIST BACKUP OF ARCHIVELOG for the sequence named, then RESTORE ARCHIVELOG.',
        'If the file exists somewhere, CATALOG ARCHIVELOG its path.',
        'Otherwise recover UNTIL SEQUENCE of that log, and take a full backup afterwards.',
      ],
    },
    es: {
      title: 'A la recuperación le falta un archived log',
      what: 'La recuperación no puede continuar porque falta un log y no tiene copia.',
      why: 'El log se borró sin copia; su pieza no es conocida; solo existe en otro nodo o en una standby.',
      todo: [
        'Ejecutar LIST BACKUP OF ARCHIVELOG para la secuencia indicada y después RESTORE ARCHIVELOG.',
        'Si el archivo existe en algún sitio, ejecutar CATALOG ARCHIVELOG con su ruta.',
        'Si no, recuperar UNTIL SEQUENCE de ese log y hacer después una copia completa.',
      ],
    },
  },
  {
    code: 'RMAN-06054', family: 'nothing', healsByRetry: 'no', ignorable: 'depends',
    en: {
      title: 'Recovery asks for a log nobody knows',
      what: 'Recovery applied everything it had and now asks for the next log, which is unknown.',
      why:
        'At the end of a restore from backups this is expected, because the log asked for was never archived; ' +
        'otherwise a log in the middle is missing.',
      todo: [
        'Compare the sequence asked for with the last one backed up: if it is the next one, all available redo was ' +
          'applied.',
        'Then use SET UNTIL with that sequence, so that recovery ends without error, and OPEN RESETLOGS.',
        'If logs after it exist, find the missing one: CATALOG START WITH, standby, other nodes.',
      ],
    },
    es: {
      title: 'La recuperación pide un log que nadie conoce',
      what: 'La recuperación aplicó todo lo que tenía y ahora pide el log siguiente, que es desconocido.',
      why:
        'Al final de una restauración desde copias es lo esperado, porque el log pedido nunca se archivó; si no, ' +
        'falta un log intermedio.',
      todo: [
        'Comparar la secuencia pedida con la última copiada: si es la siguiente, se aplicó todo el redo disponible.',
        'En ese caso, usar SET UNTIL con esa secuencia, para que la recuperación acabe sin error, y OPEN RESETLOGS.',
        'Si existen logs posteriores, buscar el que falta: CATALOG START WITH, standby, otros nodos.',
      ],
    },
  },
  {
    code: 'RMAN-06059', family: 'nothing', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'An archived log that RMAN expects is gone',
      what: 'RMAN knows of an archived log but its file is not there, so the backup of logs stopped.',
      why:
        'Somebody or a script removed log files with operating system commands; a file system is not mounted; on ' +
        "RAC, this node does not see the other node's logs.",
      todo: [
        "First make sure that the archive file system is mounted and, on RAC, that all nodes' logs are visible " +
          'from here.',
        'CROSSCHECK ARCHIVELOG ALL, then run the backup again.',
        'If the log had no backup, the chain of redo is broken: take a full or level 0 backup at once.',
        'Stop deleting logs outside RMAN; use DELETE ARCHIVELOG with BACKED UP n TIMES.',
      ],
    },
    es: {
      title: 'Ha desaparecido un archived log que RMAN espera',
      what: 'RMAN conoce un archived log, pero su archivo no está, así que la copia de logs se detuvo.',
      why:
        'Alguien o un script borró logs con comandos del sistema operativo; un sistema de archivos no está montado; ' +
        'en RAC, este nodo no ve los logs del otro.',
      todo: [
        'Asegurarse primero de que el sistema de archivos del archivado está montado y, en RAC, de que desde aquí ' +
          'se ven los logs de todos los nodos.',
        'Ejecutar CROSSCHECK ARCHIVELOG ALL y lanzar de nuevo la copia.',
        'Si el log no tenía copia, la cadena de redo está rota: hacer enseguida una copia completa o de nivel 0.',
        'Dejar de borrar logs fuera de RMAN; usar DELETE ARCHIVELOG con BACKED UP n TIMES.',
      ],
    },
  },
  {
    code: 'RMAN-06172', family: 'nothing', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'No autobackup was found, or the piece is not valid',
      what: 'RMAN found no control file or spfile autobackup where it looked, or the piece named is not one.',
      why:
        'A wrong DBID; the autobackups are in another place or under another format; they are older than the days ' +
        'searched; autobackup was off.',
      todo: [
        "Check SET DBID and SET CONTROLFILE AUTOBACKUP FORMAT FOR DEVICE TYPE DISK TO 'path/%F'.",
        'Search further back with FROM AUTOBACKUP MAXDAYS n.',
        "Or name the piece: RESTORE CONTROLFILE FROM 'path'. Autobackup names look like c-DBID-date-00.",
        'From a recovery area, give DB_RECOVERY_FILE_DEST and DB_NAME or DB_UNIQUE_NAME.',
      ],
    },
    es: {
      title: 'No se encontró autobackup, o la pieza no es válida',
      what:
        'RMAN no encontró un autobackup del archivo de control o del spfile donde miró, o la pieza indicada no lo ' +
        'es.',
      why:
        'Un DBID incorrecto; los autobackups están en otro sitio o con otro formato; son más antiguos que los días ' +
        'buscados; el autobackup estaba desactivado.',
      todo: [
        "Comprobar SET DBID y SET CONTROLFILE AUTOBACKUP FORMAT FOR DEVICE TYPE DISK TO 'ruta/%F'.",
        'Buscar más atrás con FROM AUTOBACKUP MAXDAYS n.',
        "O nombrar la pieza: RESTORE CONTROLFILE FROM 'ruta'. Los nombres de autobackup son del tipo c-DBID-fecha-00.",
        'Desde un área de recuperación, indicar DB_RECOVERY_FILE_DEST y DB_NAME o DB_UNIQUE_NAME.',
      ],
    },
  },
  {
    code: 'RMAN-06571', family: 'nothing', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'A data file has no copy to switch to',
      what: 'SWITCH TO COPY found no usable image copy of a data file.',
      why: 'No copy was made of a new file; the copy has another tag or was deleted or expired.',
      todo: [
        'LIST COPY OF DATAFILE n.',
        'CATALOG DATAFILECOPY its path if it exists; otherwise make one with BACKUP AS COPY.',
      ],
    },
    es: {
      title: 'Un archivo de datos no tiene copia a la que cambiar',
      what: 'SWITCH TO COPY no encontró una copia de imagen utilizable de un archivo de datos.',
      why: 'No se hizo copia de un archivo nuevo; la copia tiene otra etiqueta, se borró o caducó.',
      todo: [
        'Ejecutar LIST COPY OF DATAFILE n.',
        'Si existe, ejecutar CATALOG DATAFILECOPY con su ruta; si no, hacerla con BACKUP AS COPY.',
      ],
    },
  },
  {
    code: 'RMAN-06726', family: 'nothing', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'An archived log could not be located',
      what: 'RMAN looked for an archived log and did not find it in any place it knows.',
      why: 'The file was moved or deleted outside RMAN; its record is out of date.',
      todo: [
        'CROSSCHECK ARCHIVELOG ALL, and CATALOG START WITH if the file lies elsewhere.',
        'If it is lost without backup, take a full or level 0 backup at once.',
      ],
    },
    es: {
      title: 'No se pudo localizar un archived log',
      what: 'RMAN buscó un archived log y no lo encontró en ningún lugar que conozca.',
      why: 'El archivo se movió o borró fuera de RMAN; su registro está anticuado.',
      todo: [
        'Ejecutar CROSSCHECK ARCHIVELOG ALL, y CATALOG START WITH si el archivo está en otro sitio.',
        'Si se perdió sin copia, hacer enseguida una copia completa o de nivel 0.',
      ],
    },
  },
];
