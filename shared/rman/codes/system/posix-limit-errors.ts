// errno of Unix: the common numbers from 16 on, about names, limits and full or read-only disks.
import type { OsErrorEntry } from './os-error-entry.ts';

export const posixLimitErrors: readonly OsErrorEntry[] = [
  {
    number: 16, symbol: 'EBUSY', family: 'file', healsByRetry: 'yes',
    en: {
      title: 'The device or file is in use',
      what: 'Another process uses the device or file exclusively.',
      why: 'A tape drive, a volume that is being unmounted, a file held by another program.',
      todo: [
        'Find the user of it with fuser or lsof, then try again.',
      ],
    },
    es: {
      title: 'El dispositivo o archivo está en uso',
      what: 'Otro proceso usa en exclusiva el dispositivo o archivo.',
      why: 'Una unidad de cinta, un volumen que se está desmontando, un archivo retenido por otro programa.',
      todo: [
        'Averiguar quién lo usa con fuser o lsof y reintentar.',
      ],
    },
  },
  {
    number: 17, symbol: 'EEXIST', family: 'file', healsByRetry: 'no',
    en: {
      title: 'The file exists already',
      what: 'A file of that name is there and is not to be overwritten.',
      why: 'The FORMAT does not make names unique; a leftover of an earlier run.',
      todo: [
        'Use %U in FORMAT.',
        'Move the old file away only when you know what it is; if RMAN knows it, delete it with RMAN.',
      ],
    },
    es: {
      title: 'El archivo ya existe',
      what: 'Hay un archivo con ese nombre y no se debe sobrescribir.',
      why: 'El FORMAT no produce nombres únicos; un resto de una ejecución anterior.',
      todo: [
        'Usar %U en FORMAT.',
        'Retirar el archivo antiguo solo si se sabe qué es; si RMAN lo conoce, borrarlo con RMAN.',
      ],
    },
  },
  {
    number: 20, symbol: 'ENOTDIR', family: 'file', healsByRetry: 'no',
    en: {
      title: 'Part of the path is not a directory',
      what: 'A name in the middle of the path is a file.',
      why: 'A misspelt path; a file that has the name of the directory.',
      todo: [
        'Run ls -ld on each part of the path, and correct it.',
      ],
    },
    es: {
      title: 'Una parte de la ruta no es un directorio',
      what: 'Un nombre en mitad de la ruta es un archivo.',
      why: 'Una ruta mal escrita; un archivo con el nombre del directorio.',
      todo: [
        'Ejecutar ls -ld sobre cada parte de la ruta y corregirla.',
      ],
    },
  },
  {
    number: 21, symbol: 'EISDIR', family: 'file', healsByRetry: 'no',
    en: {
      title: 'The path is a directory',
      what: 'A file was expected and the path names a directory.',
      why: 'The FORMAT or DUMPFILE ends at the directory, without a file name.',
      todo: [
        'Add a file name to the path, with %U for backup pieces.',
      ],
    },
    es: {
      title: 'La ruta es un directorio',
      what: 'Se esperaba un archivo y la ruta nombra un directorio.',
      why: 'El FORMAT o DUMPFILE termina en el directorio, sin nombre de archivo.',
      todo: [
        'Añadir un nombre de archivo a la ruta, con %U para las piezas de copia.',
      ],
    },
  },
  {
    number: 22, symbol: 'EINVAL', family: 'file', healsByRetry: 'no',
    en: {
      title: 'An argument is not valid for this file system',
      what: 'The operating system rejects the request for this kind of file or file system.',
      why:
        'Direct or asynchronous input and output on a file system that does not offer it; a device of odd block ' +
        'size; mount options.',
      todo: [
        'Check FILESYSTEMIO_OPTIONS and the mount options.',
        'Try another destination to tell the file system from the database.',
      ],
    },
    es: {
      title: 'Un argumento no es válido para este sistema de archivos',
      what: 'El sistema operativo rechaza la petición para este tipo de archivo o sistema de archivos.',
      why:
        'E/S directa o asíncrona sobre un sistema de archivos que no la ofrece; un dispositivo con tamaño de bloque ' +
        'inusual; opciones de montaje.',
      todo: [
        'Comprobar FILESYSTEMIO_OPTIONS y las opciones de montaje.',
        'Probar otro destino para distinguir el sistema de archivos de la base de datos.',
      ],
    },
  },
  {
    number: 23, symbol: 'ENFILE', family: 'space', healsByRetry: 'maybe',
    en: {
      title: 'Too many files are open on the host',
      what: 'The whole host has reached its limit of open files.',
      why: 'fs.file-max is too low for the databases on the host.',
      todo: [
        'Compare /proc/sys/fs/file-nr with fs.file-max and raise it.',
      ],
    },
    es: {
      title: 'Hay demasiados archivos abiertos en el servidor',
      what: 'El servidor entero alcanzó su límite de archivos abiertos.',
      why: 'fs.file-max es demasiado bajo para las bases de datos del servidor.',
      todo: [
        'Comparar /proc/sys/fs/file-nr con fs.file-max y aumentarlo.',
      ],
    },
  },
  {
    number: 24, symbol: 'EMFILE', family: 'space', healsByRetry: 'maybe',
    en: {
      title: 'The process has too many files open',
      what: 'The process has reached its own limit of open files.',
      why: 'ulimit -n of the account is too low for the number of data files.',
      todo: [
        'Raise nofile in limits.conf for the account and restart the instance.',
        'Lower MAXOPENFILES or FILESPERSET meanwhile.',
      ],
    },
    es: {
      title: 'El proceso tiene demasiados archivos abiertos',
      what: 'El proceso alcanzó su propio límite de archivos abiertos.',
      why: 'ulimit -n de la cuenta es demasiado bajo para el número de archivos de datos.',
      todo: [
        'Aumentar nofile en limits.conf para la cuenta y reiniciar la instancia.',
        'Mientras tanto, bajar MAXOPENFILES o FILESPERSET.',
      ],
    },
  },
  {
    number: 27, symbol: 'EFBIG', family: 'space', healsByRetry: 'no',
    en: {
      title: 'The file would be too large',
      what: 'The file exceeds the largest size allowed for the account or the file system.',
      why: 'ulimit -f; a FAT or old NFS file system.',
      todo: [
        'Set MAXPIECESIZE on the channel.',
        'Raise fsize in limits.conf, or use another file system.',
      ],
    },
    es: {
      title: 'El archivo sería demasiado grande',
      what: 'El archivo supera el tamaño máximo permitido para la cuenta o el sistema de archivos.',
      why: 'ulimit -f; un sistema FAT o un NFS antiguo.',
      todo: [
        'Definir MAXPIECESIZE en el canal.',
        'Aumentar fsize en limits.conf, o usar otro sistema de archivos.',
      ],
    },
  },
  {
    number: 28, symbol: 'ENOSPC', family: 'space', healsByRetry: 'maybe',
    en: {
      title: 'The disk is full',
      what: 'There is no room left on the file system; permissions have nothing to do with it.',
      why:
        'The backups have outgrown the disk; old backups are not deleted; another program filled it; no free inodes.',
      todo: [
        'Run df -h and df -i on the destination, on the database host.',
        'Make room with RMAN: CROSSCHECK BACKUP, DELETE EXPIRED BACKUP, REPORT OBSOLETE and then DELETE OBSOLETE.',
        'Never delete the only good backup to make room for a new one: add space or another destination first.',
      ],
    },
    es: {
      title: 'El disco está lleno',
      what: 'No queda sitio en el sistema de archivos; los permisos no tienen nada que ver.',
      why:
        'Las copias superan el tamaño del disco; no se borran las antiguas; otro programa lo llenó; no quedan ' +
        'inodos.',
      todo: [
        'Ejecutar df -h y df -i sobre el destino, en el servidor de la base de datos.',
        'Hacer sitio con RMAN: CROSSCHECK BACKUP, DELETE EXPIRED BACKUP, REPORT OBSOLETE y después DELETE OBSOLETE.',
        'No borrar nunca la única copia buena para hacer sitio a otra: antes, añadir espacio u otro destino.',
      ],
    },
  },
  {
    number: 30, symbol: 'EROFS', family: 'file', healsByRetry: 'no',
    en: {
      title: 'The file system is read-only',
      what: 'The destination is mounted so that nobody may write to it.',
      why:
        'It was mounted with ro; Linux made it read-only after disk errors; a snapshot or an export without write ' +
        'access.',
      todo: [
        'Run mount and look at the options of that file system.',
        'Look in dmesg for disk errors before mounting it rw again.',
      ],
    },
    es: {
      title: 'El sistema de archivos es de solo lectura',
      what: 'El destino está montado de forma que nadie puede escribir en él.',
      why:
        'Se montó con ro; Linux lo pasó a solo lectura tras errores de disco; un snapshot o una exportación sin ' +
        'escritura.',
      todo: [
        'Ejecutar mount y ver las opciones de ese sistema de archivos.',
        'Buscar errores de disco en dmesg antes de volver a montarlo rw.',
      ],
    },
  },
];
