// The recovery catalog: reaching it, its schema, and databases registered in it.
import type { CodeExplanation } from '../explanation.ts';

export const repositoryCatalogCodes: readonly CodeExplanation[] = [
  {
    code: 'RMAN-03008', family: 'repository', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'The catalog could not be brought up to date',
      what: 'The automatic resynchronisation with the recovery catalog failed.',
      why:
        'The catalog is out of reach or out of space; the snapshot control file cannot be written, on RAC because it ' +
        'is not shared.',
      todo: [
        'Read the codes below: ORA-00245 points to the snapshot control file, connection codes to the catalog.',
        'RESYNC CATALOG by hand once it is solved.',
        'Backups are still recorded in the control file; resynchronise before those records age out.',
      ],
    },
    es: {
      title: 'No se pudo poner al día el catálogo',
      what: 'Falló la resincronización automática con el catálogo de recuperación.',
      why:
        'El catálogo es inaccesible o no tiene espacio; no se puede escribir el snapshot del archivo de control, en ' +
        'RAC porque no es compartido.',
      todo: [
        'Leer los códigos de debajo: ORA-00245 apunta al snapshot del archivo de control, los de conexión al catálogo.',
        'Ejecutar RESYNC CATALOG a mano cuando esté resuelto.',
        'Las copias siguen registradas en el archivo de control; resincronizar antes de que esos registros caduquen.',
      ],
    },
  },
  {
    code: 'RMAN-03014', family: 'repository', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'An implicit catalog resync failed',
      what: 'Before or after a command RMAN wanted to update the recovery catalog and could not.',
      why: 'The catalog database or its network is down; its tablespace is full; the snapshot control file fails.',
      todo: [
        'Read the codes below and act on them.',
        'RESYNC CATALOG by hand afterwards.',
      ],
    },
    es: {
      title: 'Falló una resincronización implícita del catálogo',
      what: 'Antes o después de un comando, RMAN quiso actualizar el catálogo de recuperación y no pudo.',
      why:
        'La base de datos del catálogo o su red están caídas; su tablespace está lleno; falla el snapshot del ' +
        'archivo de control.',
      todo: [
        'Leer los códigos de debajo y actuar según ellos.',
        'Ejecutar después RESYNC CATALOG a mano.',
      ],
    },
  },
  {
    code: 'RMAN-06004', family: 'repository', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'The catalog database returned an error',
      what: 'A query or update in the recovery catalog failed.',
      why: 'The ORA code in the same line decides: space, undo, a lost connection, an invalid package.',
      todo: [
        'Read that ORA code.',
        'Check space and invalid objects of the catalog schema.',
      ],
    },
    es: {
      title: 'La base de datos del catálogo devolvió un error',
      what: 'Falló una consulta o actualización en el catálogo de recuperación.',
      why: 'Decide el código ORA de la misma línea: espacio, undo, una conexión perdida, un paquete inválido.',
      todo: [
        'Leer ese código ORA.',
        'Comprobar el espacio y los objetos inválidos del esquema del catálogo.',
      ],
    },
  },
  {
    code: 'RMAN-06428', family: 'repository', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'There is no recovery catalog in that schema',
      what: 'The user connected as catalog does not own a recovery catalog.',
      why: 'The wrong user; CREATE CATALOG was never run; a virtual catalog not created.',
      todo: [
        'Check user and service of the catalog connection.',
        'If it is really new, connect as the catalog owner and CREATE CATALOG.',
      ],
    },
    es: {
      title: 'No hay catálogo de recuperación en ese esquema',
      what: 'El usuario conectado como catálogo no es propietario de un catálogo de recuperación.',
      why: 'Usuario equivocado; nunca se ejecutó CREATE CATALOG; un catálogo virtual sin crear.',
      todo: [
        'Comprobar el usuario y el servicio de la conexión al catálogo.',
        'Si de verdad es nuevo, conectar como propietario del catálogo y ejecutar CREATE CATALOG.',
      ],
    },
  },
  {
    code: 'RMAN-06429', family: 'repository', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'RMAN and the catalog or database differ too much in version',
      what: 'The versions of the client, the catalog and the database do not work together.',
      why:
        'A client newer or older than the catalog schema; the database was patched or upgraded and the catalog was ' +
        'not.',
      todo: [
        "Use the rman of the target's own ORACLE_HOME.",
        'With a newer client, UPGRADE CATALOG (asked twice), after backing up the catalog database.',
      ],
    },
    es: {
      title: 'RMAN y el catálogo o la base de datos tienen versiones incompatibles',
      what: 'Las versiones del cliente, del catálogo y de la base de datos no funcionan juntas.',
      why:
        'Un cliente más nuevo o más antiguo que el esquema del catálogo; se parcheó o actualizó la base de datos y ' +
        'no el catálogo.',
      todo: [
        'Usar el rman del ORACLE_HOME de la propia base de datos.',
        'Con un cliente más nuevo, ejecutar UPGRADE CATALOG (lo pide dos veces), tras copiar la base de datos del ' +
          'catálogo.',
      ],
    },
  },
  {
    code: 'RMAN-06445', family: 'repository', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'The catalog cannot be connected after NOCATALOG',
      what: 'This session already worked without a catalog and cannot change its mind.',
      why: 'The script starts with NOCATALOG, or ran a command before CONNECT CATALOG.',
      todo: [
        'Start a new session and connect the catalog before any other command.',
      ],
    },
    es: {
      title: 'No se puede conectar el catálogo tras usar NOCATALOG',
      what: 'Esta sesión ya trabajó sin catálogo y no puede cambiar.',
      why: 'El script empieza con NOCATALOG, o ejecutó un comando antes de CONNECT CATALOG.',
      todo: [
        'Iniciar una sesión nueva y conectar el catálogo antes que cualquier otro comando.',
      ],
    },
  },
  {
    code: 'RMAN-06613', family: 'repository', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'No connect identifier for that database',
      what: 'RMAN does not know how to reach another database of the Data Guard configuration.',
      why: 'CONFIGURE DB_UNIQUE_NAME ... CONNECT IDENTIFIER was not set for it.',
      todo: [
        "CONFIGURE DB_UNIQUE_NAME name CONNECT IDENTIFIER 'alias', with the catalog connected.",
        'LIST DB_UNIQUE_NAME OF DATABASE shows what is known.',
      ],
    },
    es: {
      title: 'No hay identificador de conexión para esa base de datos',
      what: 'RMAN no sabe cómo llegar a otra base de datos de la configuración de Data Guard.',
      why: 'No se definió CONFIGURE DB_UNIQUE_NAME ... CONNECT IDENTIFIER para ella.',
      todo: [
        "Ejecutar CONFIGURE DB_UNIQUE_NAME nombre CONNECT IDENTIFIER 'alias', con el catálogo conectado.",
        'LIST DB_UNIQUE_NAME OF DATABASE muestra lo que se conoce.',
      ],
    },
  },
  {
    code: 'RMAN-07539', family: 'repository', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'The user may not create or upgrade the catalog',
      what: 'The catalog user lacks the rights to build or upgrade the recovery catalog.',
      why: 'The RECOVERY_CATALOG_OWNER role was not granted, or extra grants of a newer release are missing.',
      todo: [
        'GRANT RECOVERY_CATALOG_OWNER to the user.',
        'For newer releases, run the script in $ORACLE_HOME/rdbms/admin that grants what the release needs ' +
          '(dbmsrmansys.sql).',
      ],
    },
    es: {
      title: 'El usuario no puede crear ni actualizar el catálogo',
      what: 'El usuario del catálogo no tiene privilegios para crear o actualizar el catálogo de recuperación.',
      why: 'No se le concedió el rol RECOVERY_CATALOG_OWNER, o faltan privilegios de una versión más nueva.',
      todo: [
        'Conceder RECOVERY_CATALOG_OWNER al usuario.',
        'En versiones nuevas, ejecutar el script de $ORACLE_HOME/rdbms/admin que concede lo necesario ' +
          '(dbmsrmansys.sql).',
      ],
    },
  },
  {
    code: 'RMAN-20001', family: 'repository', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'The database is not registered in the catalog',
      what: 'The recovery catalog does not know this database.',
      why: 'A new database or a clone with a new DBID; the wrong catalog; it was unregistered.',
      todo: [
        'Check that this is the catalog that should hold it: query RC_DATABASE.',
        'Run REGISTER DATABASE once.',
      ],
    },
    es: {
      title: 'La base de datos no está registrada en el catálogo',
      what: 'El catálogo de recuperación no conoce esta base de datos.',
      why: 'Una base de datos nueva o un clon con otro DBID; un catálogo equivocado; se anuló su registro.',
      todo: [
        'Comprobar que este es el catálogo que debería contenerla: consultar RC_DATABASE.',
        'Ejecutar una vez REGISTER DATABASE.',
      ],
    },
  },
  {
    code: 'RMAN-20002', family: 'repository', healsByRetry: 'no', ignorable: 'yes',
    en: {
      title: 'The database is already registered',
      what: 'REGISTER DATABASE was run for a database that the catalog already knows.',
      why: 'The script registers on every run.',
      todo: [
        'Nothing has to be done; take REGISTER out of the script.',
      ],
    },
    es: {
      title: 'La base de datos ya está registrada',
      what: 'Se ejecutó REGISTER DATABASE para una base de datos que el catálogo ya conoce.',
      why: 'El script la registra en cada ejecución.',
      todo: [
        'No hay que hacer nada; quitar REGISTER del script.',
      ],
    },
  },
];
