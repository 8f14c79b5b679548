// The single calls to the media library (SBT) and what each one refused; the vendor's text says why.
import type { CodeExplanation } from '../explanation.ts';

export const mediaCallsCodes: readonly CodeExplanation[] = [
  {
    code: 'ORA-27023', family: 'media', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'The media library and the database do not understand each other',
      what: 'The media library answered in a way the server did not expect when it was initialised.',
      why:
        'Wrong or missing configuration of the library; credentials or wallet of a cloud module; a version that does ' +
        'not fit.',
      todo: [
        "Read ORA-19511 and the vendor's text below.",
        'Check the configuration file named in PARMS, its wallet and its expiry.',
        "Compare the library's version with the release of the database.",
      ],
    },
    es: {
      title: 'La biblioteca de medios y la base de datos no se entienden',
      what: 'La biblioteca de medios respondió al iniciarse de un modo que el servidor no esperaba.',
      why:
        'Configuración incorrecta o ausente; credenciales o wallet de un módulo de nube; una versión que no ' +
        'corresponde.',
      todo: [
        'Leer ORA-19511 y el texto del fabricante debajo.',
        'Comprobar el archivo de configuración nombrado en PARMS, su wallet y su caducidad.',
        'Comparar la versión de la biblioteca con la de la base de datos.',
      ],
    },
  },
  {
    code: 'ORA-27028', family: 'media', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'The media manager refused to start a backup',
      what: 'The call that opens a new piece in the media manager returned an error.',
      why: 'No media, policy or quota; the media server is down; a client that is not registered there.',
      todo: [
        "Read the vendor's text under ORA-19511.",
        "Check the job in the media manager's console.",
      ],
    },
    es: {
      title: 'El gestor de medios no quiso iniciar una copia',
      what: 'La llamada que abre una pieza nueva en el gestor de medios devolvió un error.',
      why: 'Falta de medios, política o cuota; servidor de medios caído; un cliente sin registrar.',
      todo: [
        'Leer el texto del fabricante bajo ORA-19511.',
        'Comprobar el trabajo en la consola del gestor de medios.',
      ],
    },
  },
  {
    code: 'ORA-27029', family: 'media', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'The media manager refused to start a restore',
      what: 'The call that opens a piece for reading in the media manager returned an error.',
      why: "The piece is no longer there; a tape is off-site; this host may not restore another client's backups.",
      todo: [
        "Read the vendor's text under ORA-19511.",
        'CROSSCHECK the piece, and look for its handle in the media manager.',
        'For a restore on another host, set the client name in ENV of the channel.',
      ],
    },
    es: {
      title: 'El gestor de medios no quiso iniciar una restauración',
      what: 'La llamada que abre una pieza para lectura en el gestor de medios devolvió un error.',
      why: 'La pieza ya no está; la cinta está fuera; este servidor no puede restaurar copias de otro cliente.',
      todo: [
        'Leer el texto del fabricante bajo ORA-19511.',
        'Ejecutar CROSSCHECK de la pieza y buscarla en el gestor de medios.',
        'Para restaurar en otro servidor, definir el nombre de cliente en ENV del canal.',
      ],
    },
  },
  {
    code: 'ORA-27030', family: 'media', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'Writing to the media manager failed',
      what: 'The media manager reported an error while data was being sent to it.',
      why: 'Network trouble to the media server; a medium full or faulty; the media server restarted.',
      todo: [
        "Read the vendor's text under ORA-19511.",
        'Run the job again after checking the media server.',
      ],
    },
    es: {
      title: 'Falló la escritura en el gestor de medios',
      what: 'El gestor de medios comunicó un error mientras se le enviaban datos.',
      why:
        'Problemas de red hacia el servidor de medios; un medio lleno o defectuoso; reinicio del servidor de medios.',
      todo: [
        'Leer el texto del fabricante bajo ORA-19511.',
        'Lanzar de nuevo el trabajo tras revisar el servidor de medios.',
      ],
    },
  },
  {
    code: 'ORA-27191', family: 'media', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'The media manager gave no information on a piece',
      what: 'The server asked the media manager about a piece and got an error.',
      why: 'The piece is unknown there; the media server does not answer.',
      todo: [
        'CROSSCHECK BACKUP DEVICE TYPE SBT.',
        'Check the media server and the client name of the channel.',
      ],
    },
    es: {
      title: 'El gestor de medios no informó sobre una pieza',
      what: 'El servidor preguntó al gestor de medios por una pieza y obtuvo un error.',
      why: 'La pieza es desconocida ahí; el servidor de medios no responde.',
      todo: [
        'Ejecutar CROSSCHECK BACKUP DEVICE TYPE SBT.',
        'Comprobar el servidor de medios y el nombre de cliente del canal.',
      ],
    },
  },
  {
    code: 'ORA-27192', family: 'media', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'The media manager could not close the piece',
      what: 'The piece was written but closing it failed, so it cannot be trusted.',
      why: 'Network or media trouble at the end of the piece; a time limit in the media manager.',
      todo: [
        "Read the vendor's text under ORA-19511, and its own job log.",
        'Run the backup again; consider smaller pieces with MAXPIECESIZE.',
      ],
    },
    es: {
      title: 'El gestor de medios no pudo cerrar la pieza',
      what: 'La pieza se escribió, pero falló su cierre, así que no es de fiar.',
      why: 'Problemas de red o de medios al final de la pieza; un límite de tiempo del gestor de medios.',
      todo: [
        'Leer el texto del fabricante bajo ORA-19511 y su propio log del trabajo.',
        'Lanzar de nuevo la copia; valorar piezas menores con MAXPIECESIZE.',
      ],
    },
  },
  {
    code: 'ORA-27206', family: 'media', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'The piece is unknown to the media manager',
      what: "The media manager's catalogue does not hold the piece asked for.",
      why: 'It expired or was deleted there; it was written under another client name.',
      todo: [
        'CROSSCHECK BACKUP DEVICE TYPE SBT, so that RMAN stops counting on it.',
        "Make the media manager's retention longer than RMAN's.",
        'Take a new backup if this piece was needed.',
      ],
    },
    es: {
      title: 'El gestor de medios no conoce la pieza',
      what: 'El catálogo del gestor de medios no contiene la pieza pedida.',
      why: 'Caducó o se borró ahí; se escribió con otro nombre de cliente.',
      todo: [
        'Ejecutar CROSSCHECK BACKUP DEVICE TYPE SBT para que RMAN deje de contar con ella.',
        'Poner en el gestor de medios una retención mayor que la de RMAN.',
        'Hacer una copia nueva si esta pieza era necesaria.',
      ],
    },
  },
];
