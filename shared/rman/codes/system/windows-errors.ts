// Windows system error numbers, as O/S-Error lines carry them: files and access.
import type { OsErrorEntry } from './os-error-entry.ts';

export const windowsErrors: readonly OsErrorEntry[] = [
  {
    number: 2, symbol: 'ERROR_FILE_NOT_FOUND', family: 'file', healsByRetry: 'no',
    en: {
      title: 'The file does not exist',
      what: 'Windows does not find the file on the database host.',
      why: 'It was moved or deleted; the name or extension is wrong.',
      todo: [
        'Look for it with dir on the database host.',
        'If it was a backup or a log, run CROSSCHECK for that kind of file.',
      ],
    },
    es: {
      title: 'El archivo no existe',
      what: 'Windows no encuentra el archivo en el servidor de la base de datos.',
      why: 'Se movió o borró; el nombre o la extensión son incorrectos.',
      todo: [
        'Buscarlo con dir en el servidor de la base de datos.',
        'Si era una copia o un log, ejecutar CROSSCHECK de ese tipo de archivo.',
      ],
    },
  },
  {
    number: 3, symbol: 'ERROR_PATH_NOT_FOUND', family: 'file', healsByRetry: 'no',
    en: {
      title: 'The path does not exist',
      what: 'A folder or drive of the path is not there for the account of the Oracle service.',
      why: 'The folder was never created; it is on a mapped drive, which services cannot see.',
      todo: [
        'Create the folder on the database host.',
        'Use a local drive or a UNC path (\\\\server\\share) that the account of OracleServiceSID may use.',
      ],
    },
    es: {
      title: 'La ruta no existe',
      what: 'Una carpeta o unidad de la ruta no existe para la cuenta del servicio de Oracle.',
      why: 'La carpeta nunca se creó; está en una unidad asignada, que los servicios no ven.',
      todo: [
        'Crear la carpeta en el servidor de la base de datos.',
        'Usar una unidad local o una ruta UNC (\\\\servidor\\recurso) accesible para la cuenta de OracleServiceSID.',
      ],
    },
  },
  {
    number: 5, symbol: 'ERROR_ACCESS_DENIED', family: 'file', healsByRetry: 'no',
    en: {
      title: 'Access denied',
      what: 'The account of the Oracle service may not read or write there; free space has nothing to do with it.',
      why:
        'The folder or share gives no rights to that account; the file is read-only or open in another program; ' +
        'antivirus.',
      todo: [
        'See under which account OracleServiceSID runs (services.msc) and give it Modify rights on folder and share.',
        'For a share, a local virtual account appears as the computer: grant DOMAIN\\COMPUTER$ or use a domain ' +
          'account.',
        'Exclude the backup folder from the antivirus.',
      ],
    },
    es: {
      title: 'Acceso denegado',
      what: 'La cuenta del servicio de Oracle no puede leer o escribir ahí; el espacio libre no tiene nada que ver.',
      why:
        'La carpeta o el recurso compartido no da permisos a esa cuenta; el archivo es de solo lectura o lo tiene ' +
        'abierto otro programa; antivirus.',
      todo: [
        'Ver con qué cuenta corre OracleServiceSID (services.msc) y darle permiso de modificación en la carpeta y ' +
          'el recurso.',
        'En un recurso compartido, una cuenta virtual local se presenta como el equipo: dar permiso a ' +
          'DOMINIO\\EQUIPO$ o usar una cuenta de dominio.',
        'Excluir del antivirus la carpeta de copias.',
      ],
    },
  },
  {
    number: 19, symbol: 'ERROR_WRITE_PROTECT', family: 'file', healsByRetry: 'no',
    en: {
      title: 'The medium is write-protected',
      what: 'The disk does not accept writes.',
      why: 'A removable disk with its lock set; a disk set read-only in Disk Management.',
      todo: [
        'Remove the protection, or use another destination.',
      ],
    },
    es: {
      title: 'El medio está protegido contra escritura',
      what: 'El disco no admite escrituras.',
      why: 'Un disco extraíble con el bloqueo puesto; un disco en solo lectura en Administración de discos.',
      todo: [
        'Quitar la protección, o usar otro destino.',
      ],
    },
  },
  {
    number: 21, symbol: 'ERROR_NOT_READY', family: 'file', healsByRetry: 'maybe',
    en: {
      title: 'The drive is not ready',
      what: 'Windows sees the drive, but it does not answer.',
      why: 'A removable or USB disk is disconnected; a locked BitLocker volume; a failing disk.',
      todo: [
        'Connect or unlock the drive and check it in Disk Management.',
      ],
    },
    es: {
      title: 'La unidad no está lista',
      what: 'Windows ve la unidad, pero no responde.',
      why: 'Un disco extraíble o USB desconectado; un volumen BitLocker bloqueado; un disco que falla.',
      todo: [
        'Conectar o desbloquear la unidad y comprobarla en Administración de discos.',
      ],
    },
  },
  {
    number: 23, symbol: 'ERROR_CRC', family: 'file', healsByRetry: 'no',
    en: {
      title: 'The disk returned damaged data',
      what: 'A read ended with a checksum error of the disk.',
      why: 'A failing disk or cable.',
      todo: [
        'Keep all older backups and have the disk checked.',
        'VALIDATE CHECK LOGICAL DATABASE once the storage is healthy.',
      ],
    },
    es: {
      title: 'El disco devolvió datos dañados',
      what: 'Una lectura terminó con un error de comprobación del disco.',
      why: 'Un disco o cable que falla.',
      todo: [
        'Conservar todas las copias anteriores y hacer revisar el disco.',
        'Ejecutar VALIDATE CHECK LOGICAL DATABASE cuando el almacenamiento esté sano.',
      ],
    },
  },
  {
    number: 32, symbol: 'ERROR_SHARING_VIOLATION', family: 'file', healsByRetry: 'yes',
    en: {
      title: 'Another program uses the file',
      what: 'Windows refused to open the file because another process holds it.',
      why: 'Antivirus, a file backup agent or a file viewer has it open.',
      todo: [
        'Exclude the backup and database folders from antivirus and file backup.',
        'Find the holder with Resource Monitor, then try again.',
      ],
    },
    es: {
      title: 'Otro programa usa el archivo',
      what: 'Windows no abrió el archivo porque otro proceso lo retiene.',
      why: 'Lo tiene abierto el antivirus, un agente de copia de archivos o un visor.',
      todo: [
        'Excluir del antivirus y de la copia de archivos las carpetas de copias y de la base de datos.',
        'Localizar quién lo retiene con el Monitor de recursos y reintentar.',
      ],
    },
  },
  {
    number: 33, symbol: 'ERROR_LOCK_VIOLATION', family: 'file', healsByRetry: 'yes',
    en: {
      title: 'Part of the file is locked',
      what: 'Another process has locked the part of the file that was wanted.',
      why: 'Antivirus or a file backup agent reads it at this moment.',
      todo: [
        'Exclude these folders there, then try again.',
      ],
    },
    es: {
      title: 'Una parte del archivo está bloqueada',
      what: 'Otro proceso ha bloqueado la parte del archivo que se pedía.',
      why: 'El antivirus o un agente de copia de archivos lo lee en ese momento.',
      todo: [
        'Excluir ahí estas carpetas y reintentar.',
      ],
    },
  },
  {
    number: 39, symbol: 'ERROR_HANDLE_DISK_FULL', family: 'space', healsByRetry: 'maybe',
    en: {
      title: 'The disk is full',
      what: 'There is no room left on the volume; permissions have nothing to do with it.',
      why: 'Backups have outgrown the disk, or old ones are not deleted.',
      todo: [
        'Check free space of the volume on the database host.',
        'Make room with RMAN: CROSSCHECK BACKUP, DELETE EXPIRED BACKUP, REPORT OBSOLETE and then DELETE OBSOLETE.',
      ],
    },
    es: {
      title: 'El disco está lleno',
      what: 'No queda sitio en el volumen; los permisos no tienen nada que ver.',
      why: 'Las copias superan el tamaño del disco, o no se borran las antiguas.',
      todo: [
        'Comprobar el espacio libre del volumen en el servidor de la base de datos.',
        'Hacer sitio con RMAN: CROSSCHECK BACKUP, DELETE EXPIRED BACKUP, REPORT OBSOLETE y después DELETE OBSOLETE.',
      ],
    },
  },
];
