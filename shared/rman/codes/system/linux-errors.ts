// errno of Linux alone: above 34 every Unix has numbers of its own.
import type { OsErrorEntry } from './os-error-entry.ts';

export const linuxErrors: readonly OsErrorEntry[] = [
  {
    number: 110, symbol: 'ETIMEDOUT', family: 'connect', healsByRetry: 'yes',
    en: {
      title: 'The network or storage did not answer in time',
      what: 'The operating system waited for a remote host and gave up.',
      why: 'An NFS server or a network share that does not answer; a firewall; an overloaded network.',
      todo: [
        'Check that the server answers and that the mount works (ls on it).',
        'Try again later.',
      ],
    },
    es: {
      title: 'La red o el almacenamiento no respondió a tiempo',
      what: 'El sistema operativo esperó a un servidor remoto y desistió.',
      why: 'Un servidor NFS o un recurso compartido que no responde; un cortafuegos; una red saturada.',
      todo: [
        'Comprobar que el servidor responde y que el montaje funciona (ls sobre él).',
        'Reintentar más tarde.',
      ],
    },
  },
  {
    number: 111, symbol: 'ECONNREFUSED', family: 'connect', healsByRetry: 'yes',
    en: {
      title: 'The remote host refuses the connection',
      what: 'The host answers, but nothing listens on the port asked for.',
      why: 'The remote service is stopped or still starting; a wrong port.',
      todo: [
        'Start the service, or correct the port, and try again.',
      ],
    },
    es: {
      title: 'El servidor remoto rechaza la conexión',
      what: 'El servidor responde, pero nada escucha en el puerto pedido.',
      why: 'El servicio remoto está parado o todavía arrancando; un puerto equivocado.',
      todo: [
        'Arrancar el servicio o corregir el puerto, y reintentar.',
      ],
    },
  },
  {
    number: 113, symbol: 'EHOSTUNREACH', family: 'connect', healsByRetry: 'yes',
    en: {
      title: 'There is no route to the host',
      what: 'The network cannot reach the remote host now.',
      why: 'The host is down; the network or VPN is down; a firewall rejects it.',
      todo: [
        'Ping the host and check route, VPN and firewall; then try again.',
      ],
    },
    es: {
      title: 'No hay ruta hasta el servidor',
      what: 'La red no puede llegar ahora al servidor remoto.',
      why: 'El servidor está caído; la red o la VPN están caídas; un cortafuegos lo rechaza.',
      todo: [
        'Hacer ping al servidor y comprobar la ruta, la VPN y el cortafuegos; después, reintentar.',
      ],
    },
  },
  {
    number: 116, symbol: 'ESTALE', family: 'file', healsByRetry: 'maybe',
    en: {
      title: 'The NFS mount has lost its file',
      what: 'The handle this host has for an NFS file or directory is no longer valid on the server.',
      why: 'The NFS server was restarted, failed over or its export was recreated.',
      todo: [
        'Unmount and mount the share again, with nobody using it.',
        'Then run CROSSCHECK for the backups on it.',
      ],
    },
    es: {
      title: 'El montaje NFS ha perdido su archivo',
      what: 'La referencia que este servidor tiene de un archivo o directorio NFS ya no es válida en el servidor NFS.',
      why: 'El servidor NFS se reinició, conmutó a otro nodo o se volvió a crear su exportación.',
      todo: [
        'Desmontar y montar de nuevo el recurso, sin que nadie lo use.',
        'Ejecutar después CROSSCHECK de las copias que contiene.',
      ],
    },
  },
  {
    number: 122, symbol: 'EDQUOT', family: 'space', healsByRetry: 'maybe',
    en: {
      title: 'The disk quota is used up',
      what: 'The account, or the shared volume, has reached its quota, although the disk may have room.',
      why: 'A quota for the user, group, project or volume of the NFS server.',
      todo: [
        "Run quota as the account of the instance, or look at the volume's quota on the storage.",
        'Make room with RMAN (REPORT OBSOLETE, then DELETE OBSOLETE) or have the quota raised.',
      ],
    },
    es: {
      title: 'Se agotó la cuota de disco',
      what: 'La cuenta, o el volumen compartido, alcanzó su cuota, aunque el disco pueda tener sitio.',
      why: 'Una cuota de usuario, grupo, proyecto o volumen del servidor NFS.',
      todo: [
        'Ejecutar quota con la cuenta de la instancia, o mirar la cuota del volumen en el almacenamiento.',
        'Hacer sitio con RMAN (REPORT OBSOLETE y después DELETE OBSOLETE) o pedir que se amplíe la cuota.',
      ],
    },
  },
];
