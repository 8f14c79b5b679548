// The media manager: tape libraries and cloud modules behind SBT channels.
import type { CodeExplanation } from '../explanation.ts';

export const mediaCodes: readonly CodeExplanation[] = [
  {
    code: 'ORA-19506', family: 'media', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'The media manager did not create the backup file',
      what: 'A piece could not be created on the SBT device.',
      why:
        'The media server or its policy refuses; no tapes or quota left; wrong PARMS; the cloud module cannot log ' +
        'on.',
      todo: [
        "Read ORA-19511 and the vendor's text below it: that is the real message.",
        "Look at the media manager's own console and its log (sbtio.log).",
        'Test the library with sbttest and the same environment.',
      ],
    },
    es: {
      title: 'El gestor de medios no creó el archivo de copia',
      what: 'No se pudo crear una pieza en el dispositivo SBT.',
      why:
        'El servidor de medios o su política lo rechaza; no quedan cintas o cuota; PARMS incorrectos; el módulo de ' +
        'nube no puede autenticarse.',
      todo: [
        'Leer ORA-19511 y el texto del fabricante que lleva debajo: ese es el mensaje real.',
        'Mirar la consola del gestor de medios y su log (sbtio.log).',
        'Probar la biblioteca con sbttest y el mismo entorno.',
      ],
    },
  },
  {
    code: 'ORA-19507', family: 'media', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'The media manager did not return the piece',
      what: 'A piece could not be read back from the SBT device.',
      why:
        "The piece expired or was removed in the media manager; its retention is shorter than RMAN's; the client " +
        'name differs on another host.',
      todo: [
        'CROSSCHECK BACKUP DEVICE TYPE SBT to see which pieces are really there.',
        "Search the piece's handle in the media manager's catalogue.",
        "Set the retention of the media manager longer than RMAN's.",
      ],
    },
    es: {
      title: 'El gestor de medios no devolvió la pieza',
      what: 'No se pudo leer una pieza del dispositivo SBT.',
      why:
        'La pieza caducó o se eliminó en el gestor de medios; su retención es menor que la de RMAN; el nombre de ' +
        'cliente es otro en un servidor distinto.',
      todo: [
        'Ejecutar CROSSCHECK BACKUP DEVICE TYPE SBT para ver qué piezas están de verdad.',
        'Buscar el nombre de la pieza en el catálogo del gestor de medios.',
        'Poner en el gestor de medios una retención mayor que la de RMAN.',
      ],
    },
  },
  {
    code: 'ORA-19511', family: 'media', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'The media manager reports an error',
      what: 'The tape or cloud software failed and passed its own message on to RMAN.',
      why: "Whatever the vendor's lines below say: network, credentials, policy, no media, a server that is down.",
      todo: [
        "Read the indented lines that follow: they are the vendor's, not Oracle's.",
        "Search that text and code in the vendor's documentation and logs (sbtio.log in the trace directory).",
        'Check that the media server is up, then try a small backup: BACKUP DEVICE TYPE SBT SPFILE.',
      ],
    },
    es: {
      title: 'El gestor de medios comunica un error',
      what: 'El software de cinta o nube falló y pasó su propio mensaje a RMAN.',
      why:
        'Lo que digan las líneas del fabricante de debajo: red, credenciales, política, falta de medios, un servidor ' +
        'caído.',
      todo: [
        'Leer las líneas sangradas que siguen: son del fabricante, no de Oracle.',
        'Buscar ese texto y código en la documentación y los logs del fabricante (sbtio.log en el directorio de ' +
          'trazas).',
        'Comprobar que el servidor de medios está en marcha y probar una copia pequeña: BACKUP DEVICE TYPE SBT SPFILE.',
      ],
    },
  },
  {
    code: 'ORA-19554', family: 'media', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'The backup device could not be allocated',
      what: 'A channel to tape or cloud could not be opened.',
      why:
        'The library named in SBT_LIBRARY is missing or fails to load; wrong PARMS or ENV; the media server does not ' +
        'answer; credentials expired.',
      todo: [
        'Read ORA-27211, ORA-27023 or ORA-19511 below.',
        'Check the path in SBT_LIBRARY and that the account of the instance may read it.',
        'Test with sbttest, with the same environment variables.',
      ],
    },
    es: {
      title: 'No se pudo asignar el dispositivo de copia',
      what: 'No se pudo abrir un canal hacia cinta o nube.',
      why:
        'La biblioteca de SBT_LIBRARY falta o no se carga; PARMS o ENV incorrectos; el servidor de medios no ' +
        'responde; credenciales caducadas.',
      todo: [
        'Leer ORA-27211, ORA-27023 u ORA-19511 debajo.',
        'Comprobar la ruta de SBT_LIBRARY y que la cuenta de la instancia puede leerla.',
        'Probar con sbttest y las mismas variables de entorno.',
      ],
    },
  },
  {
    code: 'ORA-27211', family: 'media', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'The media library could not be loaded',
      what: 'The server did not find, or could not load, the library of the media manager.',
      why:
        'SBT_LIBRARY names a wrong path; the library is not installed on this node; a library it depends on is ' +
        'missing; 32 and 64 bits mixed.',
      todo: [
        "Check the path in PARMS 'SBT_LIBRARY=...' on the database host, on every node of a cluster.",
        'Run ldd on it as the account of the instance, and check read permission.',
        "Install or link the vendor's library (libobk.so) for this ORACLE_HOME.",
      ],
    },
    es: {
      title: 'No se pudo cargar la biblioteca de medios',
      what: 'El servidor no encontró, o no pudo cargar, la biblioteca del gestor de medios.',
      why:
        'SBT_LIBRARY indica una ruta equivocada; la biblioteca no está instalada en este nodo; falta una biblioteca ' +
        'de la que depende; se mezclan 32 y 64 bits.',
      todo: [
        "Comprobar la ruta de PARMS 'SBT_LIBRARY=...' en el servidor de la base de datos, en todos los nodos si es " +
          'un clúster.',
        'Ejecutar ldd sobre ella con la cuenta de la instancia y comprobar el permiso de lectura.',
        'Instalar o enlazar la biblioteca del fabricante (libobk.so) para este ORACLE_HOME.',
      ],
    },
  },
  {
    code: 'KBHS-01002', family: 'media', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: "Oracle's cloud backup module reports a failure",
      what: 'The module that sends backups to object storage returned an error of its own.',
      why: 'The lines next to it decide: credentials, wallet, proxy, certificate or the address of the storage.',
      todo: [
        "Read the whole text after the code, and the module's log (sbtio.log).",
        'Check the configuration file of the module (OPC_PFILE), its wallet and that the host reaches the storage ' +
          'address.',
        'Compare the date and time of the host with the real time.',
      ],
    },
    es: {
      title: 'El módulo de copia en la nube de Oracle comunica un fallo',
      what: 'El módulo que envía copias al almacenamiento de objetos devolvió un error propio.',
      why: 'Deciden las líneas contiguas: credenciales, wallet, proxy, certificado o la dirección del almacenamiento.',
      todo: [
        'Leer todo el texto que sigue al código y el log del módulo (sbtio.log).',
        'Comprobar el archivo de configuración del módulo (OPC_PFILE), su wallet y que el servidor llega a la ' +
          'dirección del almacenamiento.',
        'Comparar la fecha y hora del servidor con la real.',
      ],
    },
  },
];
