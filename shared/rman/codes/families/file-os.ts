// The operating system layer of the server: what a path, a right or a device refused.
import type { CodeExplanation } from '../explanation.ts';

export const fileOsCodes: readonly CodeExplanation[] = [
  {
    code: 'ORA-27037', family: 'file', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'The server cannot see the file',
      what: 'The operating system reports no such file, or no access to it.',
      why:
        'The file was deleted or moved; the file system is not mounted; a directory on the way is closed to the ' +
        'account of the instance.',
      todo: [
        'Run ls -l on the exact path as the account that runs the instance, on the database host.',
        'Check the mount (df) and the permissions of every directory on the way.',
        'If it was a backup or an archived log, run CROSSCHECK for that kind of file.',
      ],
    },
    es: {
      title: 'El servidor no ve el archivo',
      what: 'El sistema operativo indica que el archivo no existe o que no hay acceso a él.',
      why:
        'El archivo se borró o movió; el sistema de archivos no está montado; un directorio del camino está cerrado ' +
        'para la cuenta de la instancia.',
      todo: [
        'Ejecutar ls -l sobre la ruta exacta con la cuenta que ejecuta la instancia, en el servidor de la base de ' +
          'datos.',
        'Comprobar el montaje (df) y los permisos de todos los directorios del camino.',
        'Si era una copia o un archived log, ejecutar CROSSCHECK de ese tipo de archivo.',
      ],
    },
  },
  {
    code: 'ORA-27038', family: 'file', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'A file of that name exists already',
      what: 'The server refuses to overwrite a file that is already there.',
      why: 'FORMAT does not make names unique; a Data Pump dump of the same name is left from an earlier run.',
      todo: [
        'Use %U in FORMAT, or %s, %t and %p together, with %c for several copies.',
        'For Data Pump, put a date or %U in DUMPFILE; REUSE_DUMPFILES=Y overwrites the older dump for good.',
      ],
    },
    es: {
      title: 'Ya existe un archivo con ese nombre',
      what: 'El servidor se niega a sobrescribir un archivo que ya está ahí.',
      why:
        'FORMAT no produce nombres únicos; queda un volcado de Data Pump con el mismo nombre de una ejecución ' +
        'anterior.',
      todo: [
        'Usar %U en FORMAT, o %s, %t y %p juntos, con %c si hay varias copias.',
        'En Data Pump, poner una fecha o %U en DUMPFILE; REUSE_DUMPFILES=Y sobrescribe sin remedio el volcado ' +
          'anterior.',
      ],
    },
  },
  {
    code: 'ORA-27040', family: 'file', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'The file could not be created',
      what: 'The operating system did not let the server create the file.',
      why:
        'By its number: 2, the directory is missing; 13, no right to write; 28, the disk is full; 30, mounted ' +
        'read-only.',
      todo: [
        'Read the operating system line below for the number.',
        'On the database host, as the account that runs the instance, try touch in that directory.',
        'Correct directory, owner, space or mount accordingly.',
      ],
    },
    es: {
      title: 'No se pudo crear el archivo',
      what: 'El sistema operativo no dejó que el servidor creara el archivo.',
      why:
        'Según su número: 2, falta el directorio; 13, sin permiso de escritura; 28, el disco está lleno; 30, montado ' +
        'en solo lectura.',
      todo: [
        'Leer el número en la línea del sistema operativo de debajo.',
        'En el servidor de la base de datos, con la cuenta que ejecuta la instancia, probar touch en ese directorio.',
        'Corregir el directorio, el propietario, el espacio o el montaje según el caso.',
      ],
    },
  },
  {
    code: 'ORA-27041', family: 'file', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'The file could not be opened',
      what: 'The operating system refused to open the file.',
      why: 'By its number: 2, missing; 13, no permission; 23 or 24, too many open files; another process locks it.',
      todo: [
        'Read the operating system line below for the number.',
        'Check existence and permissions as the account that runs the instance.',
        'For too many open files, raise ulimit -n of that account.',
      ],
    },
    es: {
      title: 'No se pudo abrir el archivo',
      what: 'El sistema operativo se negó a abrir el archivo.',
      why:
        'Según su número: 2, no existe; 13, sin permiso; 23 o 24, demasiados archivos abiertos; otro proceso lo ' +
        'bloquea.',
      todo: [
        'Leer el número en la línea del sistema operativo de debajo.',
        'Comprobar su existencia y permisos con la cuenta que ejecuta la instancia.',
        'Si hay demasiados archivos abiertos, aumentar ulimit -n de esa cuenta.',
      ],
    },
  },
  {
    code: 'ORA-27044', family: 'file', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'The header of a file could not be written',
      what: 'The server created a file but could not write its first block.',
      why: 'The disk is full or failing; an NFS export that does not allow writing.',
      todo: [
        'Read the operating system line below.',
        'Check free space and write a test file there as the account that runs the instance.',
      ],
    },
    es: {
      title: 'No se pudo escribir la cabecera de un archivo',
      what: 'El servidor creó un archivo, pero no pudo escribir su primer bloque.',
      why: 'El disco está lleno o falla; una exportación NFS que no permite escribir.',
      todo: [
        'Leer la línea del sistema operativo de debajo.',
        'Comprobar el espacio libre y escribir ahí un archivo de prueba con la cuenta que ejecuta la instancia.',
      ],
    },
  },
  {
    code: 'ORA-27054', family: 'file', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'The NFS mount has the wrong options',
      what: 'Oracle refuses to use this NFS file system with the options it is mounted with.',
      why: 'Missing mount options such as hard, rsize, wsize, tcp or noac for this kind of file.',
      todo: [
        'Look at the current options with mount or nfsstat -m.',
        'Mount with the options Oracle asks for on this platform: at the least rw, hard, tcp, rsize and wsize of ' +
          '32768 or more.',
        'Or enable Direct NFS for that server.',
      ],
    },
    es: {
      title: 'El montaje NFS tiene opciones incorrectas',
      what: 'Oracle se niega a usar este sistema NFS con las opciones con que está montado.',
      why: 'Faltan opciones de montaje como hard, rsize, wsize, tcp o noac para este tipo de archivo.',
      todo: [
        'Ver las opciones actuales con mount o nfsstat -m.',
        'Montar con las opciones que pide Oracle en esta plataforma: como mínimo rw, hard, tcp, y rsize y wsize de ' +
          '32768 o más.',
        'O habilitar Direct NFS para ese servidor.',
      ],
    },
  },
  {
    code: 'ORA-27061', family: 'file', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'Waiting for asynchronous writes failed',
      what: 'The operating system reported an error for a write that was under way.',
      why: 'A full disk; an NFS or SAN failure; a storage driver problem.',
      todo: [
        'Read the operating system line below: 28 is a full disk, 5 a device error.',
        'Look in the system log of the host at that minute.',
      ],
    },
    es: {
      title: 'Falló la espera de escrituras asíncronas',
      what: 'El sistema operativo comunicó un error en una escritura que estaba en curso.',
      why: 'Un disco lleno; un fallo de NFS o SAN; un problema del controlador de almacenamiento.',
      todo: [
        'Leer la línea del sistema operativo de debajo: 28 es disco lleno, 5 un error del dispositivo.',
        'Mirar el log del sistema del servidor en ese minuto.',
      ],
    },
  },
  {
    code: 'ORA-27063', family: 'file', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'Fewer bytes were read or written than asked',
      what: 'The operating system transferred only part of the data.',
      why: 'The disk filled up during the write; a file was truncated; NFS trouble.',
      todo: [
        'Check free space and quotas of the destination.',
        'If it was a read, compare the size of the file with what is expected, and restore it if it is truncated.',
      ],
    },
    es: {
      title: 'Se leyeron o escribieron menos bytes de los pedidos',
      what: 'El sistema operativo transfirió solo una parte de los datos.',
      why: 'El disco se llenó durante la escritura; un archivo quedó truncado; problemas de NFS.',
      todo: [
        'Comprobar el espacio libre y las cuotas del destino.',
        'Si fue una lectura, comparar el tamaño del archivo con el esperado y restaurarlo si está truncado.',
      ],
    },
  },
  {
    code: 'ORA-27072', family: 'file', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'Reading or writing a file failed',
      what: 'An input or output operation of the server ended with an error.',
      why: 'The disk is full (28), often seen on backup destinations; a device error (5); storage or NFS unavailable.',
      todo: [
        'Read the operating system error in the log and act on it.',
        'Check free space of the destination on the database host.',
        'With error 5, look at the system log and the storage before trying again.',
      ],
    },
    es: {
      title: 'Falló la lectura o escritura de un archivo',
      what: 'Una operación de entrada o salida del servidor terminó con error.',
      why:
        'El disco está lleno (28), frecuente en los destinos de copia; un error del dispositivo (5); almacenamiento ' +
        'o NFS no disponible.',
      todo: [
        'Leer en el log el error del sistema operativo y actuar según él.',
        'Comprobar el espacio libre del destino en el servidor de la base de datos.',
        'Con el error 5, revisar el log del sistema y el almacenamiento antes de reintentar.',
      ],
    },
  },
  {
    code: 'ORA-27086', family: 'file', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'The file could not be locked',
      what: 'The server could not take the lock it needs on a file.',
      why:
        'NFS locking does not work or keeps a lock after a crash; another instance uses the same file; a container ' +
        'volume without locks.',
      todo: [
        'Make sure no other instance opens this database.',
        'On NFS, check the lock services (rpc.statd, or use NFSv4) and clear stale locks after a crash.',
      ],
    },
    es: {
      title: 'No se pudo bloquear el archivo',
      what: 'El servidor no pudo tomar el bloqueo que necesita sobre un archivo.',
      why:
        'El bloqueo de NFS no funciona o conserva un bloqueo tras una caída; otra instancia usa el mismo archivo; un ' +
        'volumen de contenedor sin bloqueos.',
      todo: [
        'Asegurarse de que ninguna otra instancia abre esta base de datos.',
        'En NFS, comprobar los servicios de bloqueo (rpc.statd, o usar NFSv4) y limpiar los bloqueos que queden ' +
          'tras una caída.',
      ],
    },
  },
  {
    code: 'OSD-04002', family: 'file', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'Windows could not open the file',
      what: 'The Windows layer of the server reports that a file could not be opened.',
      why:
        'The path does not exist for the service account; a mapped drive; access denied; another program holds the ' +
        'file.',
      todo: [
        'Read the O/S-Error number in the next line: 3 is a missing path, 5 access denied, 32 in use, 112 a full disk.',
        'Use a local or UNC path that the account of OracleServiceSID may write to.',
      ],
    },
    es: {
      title: 'Windows no pudo abrir el archivo',
      what: 'La capa de Windows del servidor indica que no se pudo abrir un archivo.',
      why:
        'La ruta no existe para la cuenta del servicio; es una unidad asignada; acceso denegado; otro programa ' +
        'retiene el archivo.',
      todo: [
        'Leer el número de O/S-Error en la línea siguiente: 3 es ruta inexistente, 5 acceso denegado, 32 en uso, ' +
          '112 disco lleno.',
        'Usar una ruta local o UNC en la que pueda escribir la cuenta de OracleServiceSID.',
      ],
    },
  },
];
