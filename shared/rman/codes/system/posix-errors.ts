// errno of Unix: the numbers that Linux, AIX, Solaris and HP-UX have in common (1 to 34), files and devices.
import type { OsErrorEntry } from './os-error-entry.ts';

export const posixErrors: readonly OsErrorEntry[] = [
  {
    number: 1, symbol: 'EPERM', family: 'file', healsByRetry: 'no',
    en: {
      title: 'The operation is not permitted',
      what: 'The operating system forbids this operation to the account, whatever the permissions of the file.',
      why: 'The account is not the owner; an immutable file; SELinux or AppArmor; a restricted container.',
      todo: [
        'Check owner and attributes (ls -l, lsattr) as the account that runs the instance.',
        'Look for denials in the audit log if SELinux is enforcing.',
      ],
    },
    es: {
      title: 'La operación no está permitida',
      what: 'El sistema operativo prohíbe esta operación a la cuenta, sean cuales sean los permisos del archivo.',
      why: 'La cuenta no es la propietaria; un archivo inmutable; SELinux o AppArmor; un contenedor restringido.',
      todo: [
        'Comprobar propietario y atributos (ls -l, lsattr) con la cuenta que ejecuta la instancia.',
        'Buscar denegaciones en el log de auditoría si SELinux está en modo enforcing.',
      ],
    },
  },
  {
    number: 2, symbol: 'ENOENT', family: 'file', healsByRetry: 'no',
    en: {
      title: 'The file or directory does not exist',
      what: 'A directory of the path, or the file itself, is not there on the database host.',
      why:
        'The directory was never created or is misspelt; the file system is not mounted; the file was deleted or ' +
        'moved.',
      todo: [
        'Run ls -ld on each part of the path, on the host where the database runs.',
        'Run df on it: a file system that is not mounted leaves an empty directory.',
        'Create the directory for the account of the instance, or correct FORMAT.',
      ],
    },
    es: {
      title: 'El archivo o directorio no existe',
      what: 'Un directorio de la ruta, o el propio archivo, no está en el servidor de la base de datos.',
      why:
        'El directorio nunca se creó o está mal escrito; el sistema de archivos no está montado; el archivo se borró ' +
        'o movió.',
      todo: [
        'Ejecutar ls -ld sobre cada parte de la ruta, en el servidor donde corre la base de datos.',
        'Ejecutar df sobre ella: un sistema de archivos sin montar deja un directorio vacío.',
        'Crear el directorio para la cuenta de la instancia, o corregir FORMAT.',
      ],
    },
  },
  {
    number: 5, symbol: 'EIO', family: 'file', healsByRetry: 'maybe',
    en: {
      title: 'The device failed to read or write',
      what: 'The disk, or the path to it, returned a physical error.',
      why: 'A failing disk or controller; a broken SAN path; an NFS or cloud volume that dropped.',
      todo: [
        'Look in the system log (dmesg, journalctl) at that minute.',
        'Do not delete older backups; have the storage checked.',
        'Once it is healthy, VALIDATE CHECK LOGICAL DATABASE and run the backup again.',
      ],
    },
    es: {
      title: 'El dispositivo falló al leer o escribir',
      what: 'El disco, o el camino hasta él, devolvió un error físico.',
      why: 'Un disco o controlador que falla; un camino SAN roto; un volumen NFS o de nube que se cayó.',
      todo: [
        'Mirar el log del sistema (dmesg, journalctl) en ese minuto.',
        'No borrar copias anteriores; hacer revisar el almacenamiento.',
        'Cuando esté sano, ejecutar VALIDATE CHECK LOGICAL DATABASE y lanzar de nuevo la copia.',
      ],
    },
  },
  {
    number: 6, symbol: 'ENXIO', family: 'file', healsByRetry: 'maybe',
    en: {
      title: 'The device does not exist or does not answer',
      what: 'The operating system has no device behind that name now.',
      why: 'A disk or LUN was removed; a tape drive is off; multipath lost all its paths.',
      todo: [
        'Check that the device is present (lsblk, multipath -ll) and powered.',
      ],
    },
    es: {
      title: 'El dispositivo no existe o no responde',
      what: 'El sistema operativo no tiene ahora ningún dispositivo detrás de ese nombre.',
      why: 'Se retiró un disco o LUN; una unidad de cinta está apagada; multipath perdió todos sus caminos.',
      todo: [
        'Comprobar que el dispositivo está presente (lsblk, multipath -ll) y encendido.',
      ],
    },
  },
  {
    number: 11, symbol: 'EAGAIN', family: 'file', healsByRetry: 'yes',
    en: {
      title: 'A resource is busy for the moment',
      what: 'The operating system could not give the resource now; a later try may succeed.',
      why: 'A lock on the file, often on NFS; the limit of processes or of asynchronous requests.',
      todo: [
        'Try again later.',
        'If it recurs, check ulimit -u and fs.aio-max-nr, and locks on NFS.',
      ],
    },
    es: {
      title: 'Un recurso está ocupado por el momento',
      what: 'El sistema operativo no pudo dar el recurso ahora; un intento posterior puede lograrlo.',
      why: 'Un bloqueo sobre el archivo, a menudo en NFS; el límite de procesos o de peticiones asíncronas.',
      todo: [
        'Reintentar más tarde.',
        'Si se repite, comprobar ulimit -u y fs.aio-max-nr, y los bloqueos de NFS.',
      ],
    },
  },
  {
    number: 12, symbol: 'ENOMEM', family: 'space', healsByRetry: 'maybe',
    en: {
      title: 'There is not enough memory',
      what: 'The operating system has no memory for the process.',
      why: 'The host is out of memory or swap; a limit of the container or of the account; missing huge pages.',
      todo: [
        'Check memory and swap (free -m) and the limits of the container.',
        'Use fewer channels, or run the backup at another hour.',
      ],
    },
    es: {
      title: 'No hay memoria suficiente',
      what: 'El sistema operativo no tiene memoria para el proceso.',
      why: 'El servidor se quedó sin memoria o swap; un límite del contenedor o de la cuenta; faltan huge pages.',
      todo: [
        'Comprobar la memoria y el swap (free -m) y los límites del contenedor.',
        'Usar menos canales, o hacer la copia a otra hora.',
      ],
    },
  },
  {
    number: 13, symbol: 'EACCES', family: 'file', healsByRetry: 'no',
    en: {
      title: 'Permission denied',
      what: 'The account that runs the database may not write or read there; free space has nothing to do with it.',
      why:
        'The directory belongs to another user; a parent directory cannot be entered; NFS maps root or the user ' +
        'away; SELinux.',
      todo: [
        'As the account of the instance (usually oracle), try touch in that directory on the database host.',
        'Correct owner and mode: chown oracle:oinstall and chmod 750 on the directory.',
        "On NFS, check the export's root_squash and user mapping.",
      ],
    },
    es: {
      title: 'Permiso denegado',
      what:
        'La cuenta que ejecuta la base de datos no puede escribir o leer ahí; el espacio libre no tiene nada que ' +
        'ver.',
      why:
        'El directorio es de otro usuario; no se puede entrar en un directorio superior; NFS traduce el usuario a ' +
        'otro; SELinux.',
      todo: [
        'Con la cuenta de la instancia (normalmente oracle), probar touch en ese directorio del servidor de la ' +
          'base de datos.',
        'Corregir propietario y permisos: chown oracle:oinstall y chmod 750 sobre el directorio.',
        'En NFS, revisar root_squash y la correspondencia de usuarios de la exportación.',
      ],
    },
  },
];
