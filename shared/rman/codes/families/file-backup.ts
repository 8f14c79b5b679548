// Backup files that cannot be created, written, found or read on disk.
import type { CodeExplanation } from '../explanation.ts';

export const fileBackupCodes: readonly CodeExplanation[] = [
  {
    code: 'ORA-19502', family: 'file', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'Writing a backup file failed',
      what: 'A backup piece or copy could not be written to its end, so it is unusable.',
      why: 'The disk is full, by far the most common; a quota; an NFS server that stopped; a failing disk.',
      todo: [
        'Read the operating system error below: 28 is a full disk, 5 a failing one.',
        'Run df -h on the destination, on the database host, and check quotas.',
        'Make room with RMAN: CROSSCHECK BACKUP, DELETE EXPIRED BACKUP, REPORT OBSOLETE and then DELETE OBSOLETE.',
        'Or write to a larger destination, or compress the backup.',
      ],
    },
    es: {
      title: 'Falló la escritura de un archivo de copia',
      what: 'Una pieza o una copia no se pudo escribir hasta el final, así que no sirve.',
      why:
        'El disco está lleno, con mucho lo más frecuente; una cuota; un servidor NFS que dejó de responder; un disco ' +
        'que falla.',
      todo: [
        'Leer el error del sistema operativo de debajo: 28 es disco lleno, 5 un disco que falla.',
        'Ejecutar df -h sobre el destino, en el servidor de la base de datos, y comprobar las cuotas.',
        'Hacer sitio con RMAN: CROSSCHECK BACKUP, DELETE EXPIRED BACKUP, REPORT OBSOLETE y después DELETE OBSOLETE.',
        'O escribir en un destino mayor, o comprimir la copia.',
      ],
    },
  },
  {
    code: 'ORA-19504', family: 'file', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'A backup file could not be created',
      what: 'The server could not create the piece or copy at the path that FORMAT gives.',
      why:
        "The directory does not exist on the database host; the database's account may not write there; the name " +
        'exists already; the disk is full.',
      todo: [
        'Read the lines below: ORA-27040 with error 2 is a missing directory, 13 missing rights, ORA-27038 a name ' +
          'already taken.',
        'Create the directory on the database host and give it to the account that runs the instance (on Windows, ' +
          'the account of OracleServiceSID).',
        'Use %U in FORMAT so that names are unique.',
        'On Windows, use UNC paths: mapped drives do not exist for a service.',
      ],
    },
    es: {
      title: 'No se pudo crear un archivo de copia',
      what: 'El servidor no pudo crear la pieza o copia en la ruta que indica FORMAT.',
      why:
        'El directorio no existe en el servidor de la base de datos; la cuenta de la base de datos no puede escribir ' +
        'ahí; el nombre ya existe; el disco está lleno.',
      todo: [
        'Leer las líneas de debajo: ORA-27040 con error 2 es un directorio que falta, 13 falta de permisos, ' +
          'ORA-27038 un nombre ya ocupado.',
        'Crear el directorio en el servidor de la base de datos y darlo a la cuenta que ejecuta la instancia (en ' +
          'Windows, la de OracleServiceSID).',
        'Usar %U en FORMAT para que los nombres sean únicos.',
        'En Windows, usar rutas UNC: las unidades asignadas no existen para un servicio.',
      ],
    },
  },
  {
    code: 'ORA-19505', family: 'file', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'A file that is to be read cannot be found or opened',
      what: 'The server could not open a file it was going to read: a piece, a log or a copy.',
      why: 'It was moved or deleted outside RMAN; the mount is missing; permissions; on RAC, another node holds it.',
      todo: [
        'Read the file name and the operating system error in the lines below.',
        'If it is gone, CROSSCHECK BACKUP, COPY or ARCHIVELOG ALL so that the repository knows.',
        'If it was moved, CATALOG START WITH its new directory.',
      ],
    },
    es: {
      title: 'No se encuentra o no se abre un archivo que se iba a leer',
      what: 'El servidor no pudo abrir un archivo que iba a leer: una pieza, un log o una copia.',
      why: 'Se movió o borró fuera de RMAN; falta el punto de montaje; permisos; en RAC, lo tiene otro nodo.',
      todo: [
        'Leer el nombre del archivo y el error del sistema operativo en las líneas de debajo.',
        'Si ya no existe, ejecutar CROSSCHECK de BACKUP, COPY o ARCHIVELOG ALL para que el repositorio lo sepa.',
        'Si se movió, ejecutar CATALOG START WITH con su directorio nuevo.',
      ],
    },
  },
  {
    code: 'ORA-19510', family: 'file', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'The file could not be given its size',
      what: 'The server could not extend a file to the number of blocks it needs.',
      why: 'The file system or disk group is full; a quota or file size limit (ulimit -f).',
      todo: [
        'Check free space at the destination and quotas.',
        'Check ulimit -f of the account that runs the instance.',
      ],
    },
    es: {
      title: 'No se pudo dar su tamaño al archivo',
      what: 'El servidor no pudo extender un archivo hasta el número de bloques que necesita.',
      why:
        'El sistema de archivos o el grupo de discos está lleno; una cuota o un límite de tamaño de archivo (ulimit ' +
        '-f).',
      todo: [
        'Comprobar el espacio libre y las cuotas del destino.',
        'Comprobar ulimit -f de la cuenta que ejecuta la instancia.',
      ],
    },
  },
  {
    code: 'ORA-19501', family: 'file', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'Reading a file failed',
      what: 'A data file, log or piece could not be read at some block.',
      why: 'A failing disk or storage path; an NFS or SAN interruption; a file that was truncated.',
      todo: [
        'Read the file, the block and the operating system error in the message.',
        'Look in the system log of the host for disk errors at that minute.',
        'Once storage is healthy, VALIDATE that file and run the backup again.',
      ],
    },
    es: {
      title: 'Falló la lectura de un archivo',
      what: 'Un archivo de datos, un log o una pieza no se pudo leer en algún bloque.',
      why: 'Un disco o camino de almacenamiento que falla; un corte de NFS o SAN; un archivo truncado.',
      todo: [
        'Leer en el mensaje el archivo, el bloque y el error del sistema operativo.',
        'Buscar errores de disco en el log del sistema del servidor en ese minuto.',
        'Con el almacenamiento sano, ejecutar VALIDATE sobre ese archivo y lanzar de nuevo la copia.',
      ],
    },
  },
  {
    code: 'ORA-19625', family: 'file', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'A file that should be backed up is not there',
      what: 'RMAN has a record of the file, but the server cannot open it.',
      why:
        'An archived log was deleted or moved outside RMAN; on RAC, this node does not see it; a data file is ' +
        'missing.',
      todo: [
        'Read the file name in this line.',
        'For archived logs: CROSSCHECK ARCHIVELOG ALL, then back up again; if a log is really lost, take a full or ' +
          'level 0 backup at once.',
        'For a data file, treat it as an emergency: query V$RECOVER_FILE.',
      ],
    },
    es: {
      title: 'No está un archivo que debería copiarse',
      what: 'RMAN tiene registrado el archivo, pero el servidor no puede abrirlo.',
      why: 'Un archived log se borró o movió fuera de RMAN; en RAC, este nodo no lo ve; falta un archivo de datos.',
      todo: [
        'Leer el nombre del archivo en esta línea.',
        'Con archived logs: ejecutar CROSSCHECK ARCHIVELOG ALL y copiar de nuevo; si un log se perdió de verdad, ' +
          'hacer enseguida una copia completa o de nivel 0.',
        'Con un archivo de datos, tratarlo como una emergencia: consultar V$RECOVER_FILE.',
      ],
    },
  },
  {
    code: 'ORA-19606', family: 'file', healsByRetry: 'no', ignorable: 'depends',
    en: {
      title: 'The snapshot control file cannot be deleted or replaced',
      what: 'RMAN was asked to copy over, or delete, the file it uses as its own snapshot control file.',
      why:
        'A DELETE of obsolete or expired copies meets the snapshot control file in its list, after it was cataloged ' +
        'as a copy.',
      todo: [
        'The backups themselves are fine.',
        'Set another name: CONFIGURE SNAPSHOT CONTROLFILE NAME TO a new path, run the DELETE, then set the old ' +
          'name again.',
        "Or CHANGE CONTROLFILECOPY 'name' UNCATALOG.",
      ],
    },
    es: {
      title: 'No se puede borrar ni reemplazar el snapshot del archivo de control',
      what: 'Se pidió a RMAN sobrescribir o borrar el archivo que usa como su propio snapshot del archivo de control.',
      why:
        'Un DELETE de copias obsoletas o caducadas encuentra en su lista ese snapshot, porque se catalogó como ' +
        'copia.',
      todo: [
        'Las copias en sí están bien.',
        'Definir otro nombre con CONFIGURE SNAPSHOT CONTROLFILE NAME TO una ruta nueva, ejecutar el DELETE y ' +
          'volver al nombre anterior.',
        "O ejecutar CHANGE CONTROLFILECOPY 'nombre' UNCATALOG.",
      ],
    },
  },
  {
    code: 'RMAN-06160', family: 'file', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'A piece of the backup set is not available',
      what: 'The backup set cannot be used because one of its pieces is missing or marked as not available.',
      why: 'The piece was deleted or moved; CROSSCHECK marked it EXPIRED; it is on tape that is not reachable.',
      todo: [
        'LIST BACKUPSET key shows the piece and its status.',
        'If the file is back or elsewhere, CATALOG BACKUPPIECE its path, or CROSSCHECK BACKUPSET key.',
        'If it is lost, take a new backup now: this one cannot be restored.',
      ],
    },
    es: {
      title: 'Una pieza del juego de copias no está disponible',
      what: 'El juego de copias no se puede usar porque una de sus piezas falta o está marcada como no disponible.',
      why: 'La pieza se borró o movió; CROSSCHECK la marcó EXPIRED; está en una cinta a la que no se llega.',
      todo: [
        'LIST BACKUPSET clave muestra la pieza y su estado.',
        'Si el archivo ha vuelto o está en otro sitio, ejecutar CATALOG BACKUPPIECE con su ruta, o CROSSCHECK ' +
          'BACKUPSET clave.',
        'Si se perdió, hacer ahora una copia nueva: esta no se puede restaurar.',
      ],
    },
  },
  {
    code: 'ORA-19615', family: 'file', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'Some files are not in this backup set',
      what: 'The set that is being restored does not hold all the files asked for.',
      why: 'The pieces given belong to another set; a manual restore names the wrong piece; records out of date.',
      todo: [
        'LIST BACKUP OF DATAFILE n to find the right set.',
        'CROSSCHECK BACKUP, then let RMAN choose the pieces itself.',
      ],
    },
    es: {
      title: 'Algunos archivos no están en este juego de copias',
      what: 'El juego que se restaura no contiene todos los archivos pedidos.',
      why:
        'Las piezas indicadas son de otro juego; una restauración manual nombra la pieza equivocada; registros ' +
        'anticuados.',
      todo: [
        'Ejecutar LIST BACKUP OF DATAFILE n para encontrar el juego correcto.',
        'Ejecutar CROSSCHECK BACKUP y dejar que RMAN elija las piezas.',
      ],
    },
  },
];
