// Windows system error numbers, as O/S-Error lines carry them: shares, full disks, devices.
import type { OsErrorEntry } from './os-error-entry.ts';

export const windowsDeviceErrors: readonly OsErrorEntry[] = [
  {
    number: 53, symbol: 'ERROR_BAD_NETPATH', family: 'connect', healsByRetry: 'maybe',
    en: {
      title: 'The network path was not found',
      what: 'The server of a UNC path does not answer under that name.',
      why: 'The server is down; a misspelt name; DNS; a firewall that blocks file sharing.',
      todo: [
        'Open the UNC path on the database host, under the account of the service.',
        'Check name resolution and port 445.',
      ],
    },
    es: {
      title: 'No se encontró la ruta de red',
      what: 'El servidor de una ruta UNC no responde con ese nombre.',
      why: 'El servidor está caído; un nombre mal escrito; DNS; un cortafuegos que bloquea los recursos compartidos.',
      todo: [
        'Abrir la ruta UNC en el servidor de la base de datos con la cuenta del servicio.',
        'Comprobar la resolución de nombres y el puerto 445.',
      ],
    },
  },
  {
    number: 64, symbol: 'ERROR_NETNAME_DELETED', family: 'connect', healsByRetry: 'yes',
    en: {
      title: 'The connection to the share was cut',
      what: 'A network share became unavailable during the work.',
      why: 'The file server was restarted; the network broke; an idle limit.',
      todo: [
        'Try again, and look in the Windows event log of both servers.',
      ],
    },
    es: {
      title: 'Se cortó la conexión con el recurso compartido',
      what: 'Un recurso de red dejó de estar disponible durante el trabajo.',
      why: 'Se reinició el servidor de archivos; se cortó la red; un límite por inactividad.',
      todo: [
        'Reintentar y mirar el visor de eventos de ambos servidores.',
      ],
    },
  },
  {
    number: 67, symbol: 'ERROR_BAD_NET_NAME', family: 'file', healsByRetry: 'no',
    en: {
      title: 'The shared folder does not exist',
      what: 'The server answers, but has no share of that name.',
      why: 'The share was renamed or removed, or is misspelt.',
      todo: [
        'Run net view on the server, and correct the path.',
      ],
    },
    es: {
      title: 'La carpeta compartida no existe',
      what: 'El servidor responde, pero no tiene ningún recurso con ese nombre.',
      why: 'El recurso se renombró o eliminó, o está mal escrito.',
      todo: [
        'Ejecutar net view sobre el servidor y corregir la ruta.',
      ],
    },
  },
  {
    number: 80, symbol: 'ERROR_FILE_EXISTS', family: 'file', healsByRetry: 'no',
    en: {
      title: 'The file exists already',
      what: 'A file of that name is there and is not to be overwritten.',
      why: 'The FORMAT does not make names unique; a leftover of an earlier run.',
      todo: [
        'Use %U in FORMAT, or a date or %U in DUMPFILE.',
      ],
    },
    es: {
      title: 'El archivo ya existe',
      what: 'Hay un archivo con ese nombre y no se debe sobrescribir.',
      why: 'El FORMAT no produce nombres únicos; un resto de una ejecución anterior.',
      todo: [
        'Usar %U en FORMAT, o una fecha o %U en DUMPFILE.',
      ],
    },
  },
  {
    number: 112, symbol: 'ERROR_DISK_FULL', family: 'space', healsByRetry: 'maybe',
    en: {
      title: 'The disk is full',
      what: 'There is no room left on the volume; permissions have nothing to do with it.',
      why: 'Backups have outgrown the disk; old ones are not deleted; a quota of the volume.',
      todo: [
        'Check free space and quotas of the volume on the database host.',
        'Make room with RMAN: CROSSCHECK BACKUP, DELETE EXPIRED BACKUP, REPORT OBSOLETE and then DELETE OBSOLETE.',
        'Never delete the only good backup to make room for a new one.',
      ],
    },
    es: {
      title: 'El disco está lleno',
      what: 'No queda sitio en el volumen; los permisos no tienen nada que ver.',
      why: 'Las copias superan el tamaño del disco; no se borran las antiguas; una cuota del volumen.',
      todo: [
        'Comprobar el espacio libre y las cuotas del volumen en el servidor de la base de datos.',
        'Hacer sitio con RMAN: CROSSCHECK BACKUP, DELETE EXPIRED BACKUP, REPORT OBSOLETE y después DELETE OBSOLETE.',
        'No borrar nunca la única copia buena para hacer sitio a otra.',
      ],
    },
  },
  {
    number: 121, symbol: 'ERROR_SEM_TIMEOUT', family: 'connect', healsByRetry: 'yes',
    en: {
      title: 'The device or share did not answer in time',
      what: 'Windows waited for a disk or network share and gave up.',
      why: 'A slow or failing network share; a USB disk; an overloaded storage.',
      todo: [
        'Try again; if it recurs, test the speed of the destination and its cable or network.',
      ],
    },
    es: {
      title: 'El dispositivo o recurso no respondió a tiempo',
      what: 'Windows esperó a un disco o recurso de red y desistió.',
      why: 'Un recurso de red lento o que falla; un disco USB; un almacenamiento saturado.',
      todo: [
        'Reintentar; si se repite, probar la velocidad del destino y su cable o red.',
      ],
    },
  },
  {
    number: 123, symbol: 'ERROR_INVALID_NAME', family: 'file', healsByRetry: 'no',
    en: {
      title: 'The file name is not valid in Windows',
      what: 'The path holds characters that Windows does not allow in names.',
      why: 'A colon, an asterisk or a quote in FORMAT; a Unix path used on Windows.',
      todo: [
        'Correct FORMAT: letters, digits, underscore, hyphen and dot are safe.',
      ],
    },
    es: {
      title: 'El nombre de archivo no es válido en Windows',
      what: 'La ruta contiene caracteres que Windows no permite en los nombres.',
      why: 'Dos puntos, un asterisco o unas comillas en FORMAT; una ruta de Unix usada en Windows.',
      todo: [
        'Corregir FORMAT: son seguros las letras, los dígitos, el guion bajo, el guion y el punto.',
      ],
    },
  },
  {
    number: 1117, symbol: 'ERROR_IO_DEVICE', family: 'file', healsByRetry: 'maybe',
    en: {
      title: 'The device failed to read or write',
      what: 'The disk, or the path to it, returned a physical error.',
      why: 'A failing disk, cable or controller; an unplugged USB disk.',
      todo: [
        'Look in the Windows event log for disk errors at that minute.',
        'Keep older backups and have the disk checked before trying again.',
      ],
    },
    es: {
      title: 'El dispositivo falló al leer o escribir',
      what: 'El disco, o el camino hasta él, devolvió un error físico.',
      why: 'Un disco, cable o controlador que falla; un disco USB desenchufado.',
      todo: [
        'Buscar errores de disco en el visor de eventos en ese minuto.',
        'Conservar las copias anteriores y hacer revisar el disco antes de reintentar.',
      ],
    },
  },
  {
    number: 1326, symbol: 'ERROR_LOGON_FAILURE', family: 'connect', healsByRetry: 'no',
    en: {
      title: 'The share does not accept the account',
      what: 'The file server refuses the user or password with which the Oracle service connects.',
      why: 'The service runs under a local account; the password of the account has changed.',
      todo: [
        'Run OracleServiceSID under a domain account with rights on the share, and check its password in services.msc.',
      ],
    },
    es: {
      title: 'El recurso compartido no acepta la cuenta',
      what: 'El servidor de archivos rechaza el usuario o la contraseña con que conecta el servicio de Oracle.',
      why: 'El servicio corre con una cuenta local; cambió la contraseña de la cuenta.',
      todo: [
        'Ejecutar OracleServiceSID con una cuenta de dominio con permisos sobre el recurso, y comprobar su ' +
          'contraseña en services.msc.',
      ],
    },
  },
];
