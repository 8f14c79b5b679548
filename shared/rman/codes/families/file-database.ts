// Files of the database itself: data files, control file copies, change tracking, ASM.
import type { CodeExplanation } from '../explanation.ts';

export const fileDatabaseCodes: readonly CodeExplanation[] = [
  {
    code: 'ORA-00245', family: 'file', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'The control file could not be copied',
      what: 'The backup of the control file, or its snapshot, failed.',
      why:
        'On RAC, the snapshot control file is on a local disk that the other instances cannot write; the path is ' +
        'full, missing or not writable.',
      todo: [
        'SHOW SNAPSHOT CONTROLFILE NAME.',
        'On RAC, CONFIGURE SNAPSHOT CONTROLFILE NAME TO a path in ASM or on a shared file system.',
        'Otherwise check space and permissions of that path on the database host.',
        'Make sure a control file backup exists afterwards: LIST BACKUP OF CONTROLFILE.',
      ],
    },
    es: {
      title: 'No se pudo copiar el archivo de control',
      what: 'Falló la copia del archivo de control, o su snapshot.',
      why:
        'En RAC, el snapshot del archivo de control está en un disco local donde las demás instancias no pueden ' +
        'escribir; la ruta está llena, falta o no admite escritura.',
      todo: [
        'Ejecutar SHOW SNAPSHOT CONTROLFILE NAME.',
        'En RAC, ejecutar CONFIGURE SNAPSHOT CONTROLFILE NAME TO una ruta en ASM o en un sistema de archivos ' +
          'compartido.',
        'Si no, comprobar espacio y permisos de esa ruta en el servidor de la base de datos.',
        'Asegurarse después de que existe una copia del archivo de control: LIST BACKUP OF CONTROLFILE.',
      ],
    },
  },
  {
    code: 'ORA-00376', family: 'file', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'A data file cannot be read now',
      what: 'A data file of the database is offline or out of reach.',
      why: 'The file was taken offline after an error; its disk is missing; it waits for recovery.',
      todo: [
        'Query V$DATAFILE (STATUS) and V$RECOVER_FILE; ORA-01110 names the file.',
        'Bring the storage back, RECOVER DATAFILE n and ALTER DATABASE DATAFILE n ONLINE.',
        'A backup that skips this file does not protect it: check when it was last backed up.',
      ],
    },
    es: {
      title: 'No se puede leer ahora un archivo de datos',
      what: 'Un archivo de datos de la base de datos está fuera de línea o es inaccesible.',
      why: 'El archivo se puso fuera de línea tras un error; falta su disco; espera una recuperación.',
      todo: [
        'Consultar V$DATAFILE (STATUS) y V$RECOVER_FILE; ORA-01110 nombra el archivo.',
        'Recuperar el almacenamiento, ejecutar RECOVER DATAFILE n y ALTER DATABASE DATAFILE n ONLINE.',
        'Una copia que omite este archivo no lo protege: comprobar cuándo se copió por última vez.',
      ],
    },
  },
  {
    code: 'ORA-01157', family: 'file', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'The database cannot open one of its data files',
      what: 'A background process failed to identify or lock a data file.',
      why:
        'The file is missing or was moved; its file system or disk group is not mounted; permissions; another ' +
        'instance holds it.',
      todo: [
        'ORA-01110 names the file: check it on the database host.',
        'If the storage is only unmounted, mount it and try again.',
        'If the file is lost, RESTORE DATAFILE n and RECOVER DATAFILE n; do not create an empty one in its place.',
      ],
    },
    es: {
      title: 'La base de datos no puede abrir uno de sus archivos de datos',
      what: 'Un proceso de fondo no pudo identificar o bloquear un archivo de datos.',
      why:
        'El archivo falta o se movió; su sistema de archivos o grupo de discos no está montado; permisos; otra ' +
        'instancia lo retiene.',
      todo: [
        'ORA-01110 nombra el archivo: comprobarlo en el servidor de la base de datos.',
        'Si solo está desmontado el almacenamiento, montarlo y reintentar.',
        'Si el archivo se perdió, ejecutar RESTORE DATAFILE n y RECOVER DATAFILE n; no crear uno vacío en su lugar.',
      ],
    },
  },
  {
    code: 'ORA-01116', family: 'file', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'A data file cannot be opened',
      what: 'The server could not open a data file that it needs.',
      why: 'The file or its mount disappeared; too many open files; permissions changed.',
      todo: [
        'Read the operating system error below and the file name in ORA-01110.',
        'Check the mount and the permissions on the database host.',
        'If the file is lost, restore and recover it.',
      ],
    },
    es: {
      title: 'No se puede abrir un archivo de datos',
      what: 'El servidor no pudo abrir un archivo de datos que necesita.',
      why: 'Desapareció el archivo o su punto de montaje; demasiados archivos abiertos; cambiaron los permisos.',
      todo: [
        'Leer el error del sistema operativo de debajo y el nombre del archivo en ORA-01110.',
        'Comprobar el montaje y los permisos en el servidor de la base de datos.',
        'Si el archivo se perdió, restaurarlo y recuperarlo.',
      ],
    },
  },
  {
    code: 'ORA-01119', family: 'file', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'A database file could not be created',
      what: 'The server could not create a data file or temporary file at the path given.',
      why:
        'The directory does not exist there; no right to write; the disk is full; a path from another host after a ' +
        'restore.',
      todo: [
        'Read the operating system error below.',
        'Create the directory on the database host, owned by the account of the instance.',
        'After a restore to another host, use SET NEWNAME or DB_CREATE_FILE_DEST.',
      ],
    },
    es: {
      title: 'No se pudo crear un archivo de la base de datos',
      what: 'El servidor no pudo crear un archivo de datos o temporal en la ruta indicada.',
      why:
        'El directorio no existe ahí; no hay permiso de escritura; el disco está lleno; una ruta de otro servidor ' +
        'tras una restauración.',
      todo: [
        'Leer el error del sistema operativo de debajo.',
        'Crear el directorio en el servidor de la base de datos, propiedad de la cuenta de la instancia.',
        'Tras restaurar en otro servidor, usar SET NEWNAME o DB_CREATE_FILE_DEST.',
      ],
    },
  },
  {
    code: 'RMAN-06056', family: 'file', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'A data file is out of reach',
      what: 'RMAN cannot read a data file that belongs to the backup.',
      why: 'The file is offline or missing; its storage is not mounted.',
      todo: [
        'Query V$DATAFILE and V$RECOVER_FILE for that file.',
        'Restore it to service before relying on this backup.',
        'SKIP INACCESSIBLE lets the rest be backed up, but leaves this file without protection.',
      ],
    },
    es: {
      title: 'Un archivo de datos es inaccesible',
      what: 'RMAN no puede leer un archivo de datos que forma parte de la copia.',
      why: 'El archivo está fuera de línea o falta; su almacenamiento no está montado.',
      todo: [
        'Consultar V$DATAFILE y V$RECOVER_FILE para ese archivo.',
        'Devolverlo al servicio antes de confiar en esta copia.',
        'SKIP INACCESSIBLE permite copiar el resto, pero deja este archivo sin protección.',
      ],
    },
  },
  {
    code: 'RMAN-06169', family: 'file', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'The header of a data file cannot be read',
      what: 'RMAN could not read the header of a data file; a reason number follows.',
      why: 'Reason 4 is the usual one: the file was not found or is offline.',
      todo: [
        'Query V$DATAFILE_HEADER (ERROR) and V$RECOVER_FILE.',
        'Check the path on the database host; restore and recover the file if it is lost.',
      ],
    },
    es: {
      title: 'No se puede leer la cabecera de un archivo de datos',
      what: 'RMAN no pudo leer la cabecera de un archivo de datos; le sigue un número de motivo.',
      why: 'El motivo 4 es el habitual: no se encontró el archivo o está fuera de línea.',
      todo: [
        'Consultar V$DATAFILE_HEADER (ERROR) y V$RECOVER_FILE.',
        'Comprobar la ruta en el servidor de la base de datos; restaurar y recuperar el archivo si se perdió.',
      ],
    },
  },
  {
    code: 'ORA-19750', family: 'file', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'The change tracking file is named here',
      what: 'This line gives the name of the block change tracking file that causes the error next to it.',
      why: 'It comes together with ORA-19755.',
      todo: [
        'See ORA-19755; the data itself is not affected.',
      ],
    },
    es: {
      title: 'Aquí se nombra el archivo de seguimiento de cambios',
      what: 'Esta línea da el nombre del archivo de seguimiento de cambios de bloques que causa el error contiguo.',
      why: 'Aparece junto a ORA-19755.',
      todo: [
        'Véase ORA-19755; los datos en sí no están afectados.',
      ],
    },
  },
  {
    code: 'ORA-19755', family: 'file', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'The change tracking file cannot be opened',
      what: 'The database cannot open the file that speeds up incremental backups.',
      why: 'After a restore or a move of the database its path does not exist; it was deleted.',
      todo: [
        'ALTER DATABASE DISABLE BLOCK CHANGE TRACKING, then ENABLE it again USING FILE with a valid path.',
        'The next incremental reads everything once; later ones are fast again.',
      ],
    },
    es: {
      title: 'No se puede abrir el archivo de seguimiento de cambios',
      what: 'La base de datos no puede abrir el archivo que acelera las copias incrementales.',
      why: 'Tras restaurar o mover la base de datos, su ruta no existe; se borró.',
      todo: [
        'Ejecutar ALTER DATABASE DISABLE BLOCK CHANGE TRACKING y volver a activarlo con ENABLE USING FILE y una ' +
          'ruta válida.',
        'El siguiente incremental lo lee todo una vez; los posteriores vuelven a ser rápidos.',
      ],
    },
  },
];
