// Data Pump: its workers' inner failures, versions that do not fit, and the expdp and impdp clients.
import type { CodeExplanation } from '../explanation.ts';

export const datapumpClientCodes: readonly CodeExplanation[] = [
  {
    code: 'ORA-39125', family: 'datapump', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'A worker failed while handling an object',
      what: 'A worker process met an unexpected fatal error; the object is named in the text.',
      why: 'Damaged or unusual definitions in the dictionary; a defect; memory.',
      todo: [
        'Read the codes below and the object.',
        'Leave that object out with EXCLUDE to save the rest, and look for a patch.',
      ],
    },
    es: {
      title: 'Un proceso de trabajo falló al tratar un objeto',
      what: 'Un proceso de trabajo encontró un error fatal inesperado; el texto nombra el objeto.',
      why: 'Definiciones dañadas o inusuales en el diccionario; un defecto; memoria.',
      todo: [
        'Leer los códigos de debajo y el objeto.',
        'Dejar fuera ese objeto con EXCLUDE para salvar el resto, y buscar un parche.',
      ],
    },
  },
  {
    code: 'ORA-39126', family: 'datapump', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'A worker failed while reading definitions',
      what: 'A worker process met an unexpected fatal error in the metadata of an object.',
      why: 'Invalid packages of SYS; statistics or definitions it cannot read; a defect.',
      todo: [
        'Read the codes below.',
        'Try EXCLUDE=STATISTICS, which solves a frequent case.',
        'Check DBA_REGISTRY and invalid objects of SYS, and look for a patch.',
      ],
    },
    es: {
      title: 'Un proceso de trabajo falló al leer definiciones',
      what: 'Un proceso de trabajo encontró un error fatal inesperado en los metadatos de un objeto.',
      why: 'Paquetes inválidos de SYS; estadísticas o definiciones que no puede leer; un defecto.',
      todo: [
        'Leer los códigos de debajo.',
        'Probar EXCLUDE=STATISTICS, que resuelve un caso frecuente.',
        'Revisar DBA_REGISTRY y los objetos inválidos de SYS, y buscar un parche.',
      ],
    },
  },
  {
    code: 'ORA-39127', family: 'datapump', healsByRetry: 'no', ignorable: 'depends',
    en: {
      title: 'A package called by Data Pump failed',
      what: 'A database component was asked for its export data and returned an error.',
      why: 'A component is invalid or half removed; the next code names the call.',
      todo: [
        'Read the call and the code below.',
        'Check that component in DBA_REGISTRY.',
        'The rest of the export is usually complete: check what the component should have added.',
      ],
    },
    es: {
      title: 'Falló un paquete llamado por Data Pump',
      what: 'Se pidieron a un componente de la base de datos sus datos de exportación y devolvió un error.',
      why: 'Un componente es inválido o se eliminó a medias; el código siguiente nombra la llamada.',
      todo: [
        'Leer la llamada y el código de debajo.',
        'Comprobar ese componente en DBA_REGISTRY.',
        'El resto de la exportación suele estar completo: ver qué debía aportar el componente.',
      ],
    },
  },
  {
    code: 'ORA-39142', family: 'datapump', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'The dump is of a version that does not fit',
      what: 'This database cannot read the dump, because it was written for a newer version.',
      why: 'The dump comes from a newer release, or with a higher COMPATIBLE.',
      todo: [
        'Export again with VERSION set to the release of the target.',
        'Or import with a database of the newer release.',
      ],
    },
    es: {
      title: 'El volcado es de una versión incompatible',
      what: 'Esta base de datos no puede leer el volcado porque se escribió para una versión más nueva.',
      why: 'El volcado viene de una versión más nueva, o con un COMPATIBLE mayor.',
      todo: [
        'Exportar de nuevo con VERSION igual a la versión de destino.',
        'O importar con una base de datos de la versión más nueva.',
      ],
    },
  },
  {
    code: 'ORA-39143', family: 'datapump', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'The file may be a dump of the old exp tool',
      what: 'Data Pump does not recognise the file as one of its own.',
      why: 'It was made with exp and not expdp; it is damaged or not a dump at all.',
      todo: [
        'If it was made with exp, load it with imp.',
        'Otherwise copy it again from its source in binary mode and compare checksums.',
      ],
    },
    es: {
      title: 'El archivo puede ser un volcado de la antigua exp',
      what: 'Data Pump no reconoce el archivo como suyo.',
      why: 'Se hizo con exp y no con expdp; está dañado o no es un volcado.',
      todo: [
        'Si se hizo con exp, cargarlo con imp.',
        'Si no, copiarlo de nuevo desde su origen en modo binario y comparar las sumas de comprobación.',
      ],
    },
  },
  {
    code: 'ORA-39405', family: 'datapump', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'The dump needs newer time zone files',
      what: 'The source used newer time zone data than this database has, so the import is refused.',
      why: "The target's time zone file is older than the source's.",
      todo: [
        'Compare V$TIMEZONE_FILE of both databases.',
        'Update the time zone file of the target, or import into one that has it.',
      ],
    },
    es: {
      title: 'El volcado necesita archivos de zona horaria más nuevos',
      what:
        'El origen usaba datos de zona horaria más nuevos que los de esta base de datos, y se rechaza la ' +
        'importación.',
      why: 'El archivo de zonas horarias de destino es más antiguo que el de origen.',
      todo: [
        'Comparar V$TIMEZONE_FILE en ambas bases de datos.',
        'Actualizar el archivo de zonas horarias del destino, o importar en una que lo tenga.',
      ],
    },
  },
  {
    code: 'UDE-00008', family: 'wrapper', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'The client met a database error',
      what: 'The Data Pump client reports a database error by its number.',
      why: 'The ORA code in the text or the next lines is the reason; often the connection was lost.',
      todo: [
        'Read that ORA code.',
        'Query DBA_DATAPUMP_JOBS: the job may go on in the server without its client.',
      ],
    },
    es: {
      title: 'El cliente encontró un error de la base de datos',
      what: 'El cliente de Data Pump comunica un error de la base de datos por su número.',
      why: 'El código ORA del texto o de las líneas siguientes es el motivo; a menudo se perdió la conexión.',
      todo: [
        'Leer ese código ORA.',
        'Consultar DBA_DATAPUMP_JOBS: el trabajo puede seguir en el servidor sin su cliente.',
      ],
    },
  },
  {
    code: 'UDE-00010', family: 'parse', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'More than one job mode was given',
      what: 'Only one of FULL, SCHEMAS, TABLES, TABLESPACES and TRANSPORT_TABLESPACES may be used.',
      why: 'Two of these parameters stand in the parameter file or on the command line.',
      todo: [
        'Keep one of them and remove the others.',
      ],
    },
    es: {
      title: 'Se indicó más de un modo de trabajo',
      what: 'Solo se puede usar uno entre FULL, SCHEMAS, TABLES, TABLESPACES y TRANSPORT_TABLESPACES.',
      why: 'Hay dos de estos parámetros en el archivo de parámetros o en la línea de comandos.',
      todo: [
        'Conservar uno y quitar los demás.',
      ],
    },
  },
  {
    code: 'UDE-00011', family: 'parse', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'Two parameters exclude each other',
      what: 'Two parameters were given that cannot be used together.',
      why: 'For instance INCLUDE with EXCLUDE before 21c, or NOLOGFILE with LOGFILE.',
      todo: [
        'Remove one of the two that the message names.',
      ],
    },
    es: {
      title: 'Dos parámetros se excluyen entre sí',
      what: 'Se indicaron dos parámetros que no se pueden usar juntos.',
      why: 'Por ejemplo INCLUDE con EXCLUDE antes de 21c, o NOLOGFILE con LOGFILE.',
      todo: [
        'Quitar uno de los dos que nombra el mensaje.',
      ],
    },
  },
  {
    code: 'UDE-00014', family: 'parse', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'The value of a parameter is not valid',
      what: 'The Data Pump client does not accept the value of the parameter named.',
      why: 'A word that is not among the allowed ones; a misspelling.',
      todo: [
        'Correct it after looking at expdp help=y or impdp help=y.',
      ],
    },
    es: {
      title: 'El valor de un parámetro no es válido',
      what: 'El cliente de Data Pump no admite el valor del parámetro indicado.',
      why: 'Una palabra que no está entre las permitidas; una errata.',
      todo: [
        'Corregirlo tras consultar expdp help=y o impdp help=y.',
      ],
    },
  },
  {
    code: 'UDE-00018', family: 'datapump', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'The client does not fit the database version',
      what: 'The expdp or impdp in use is of a version this database does not accept.',
      why: 'The PATH leads to another ORACLE_HOME; the client is older or newer than the server.',
      todo: [
        "Use the client of the database's own ORACLE_HOME.",
      ],
    },
    es: {
      title: 'El cliente no corresponde a la versión de la base de datos',
      what: 'El expdp o impdp utilizado es de una versión que esta base de datos no admite.',
      why: 'El PATH lleva a otro ORACLE_HOME; el cliente es más antiguo o más nuevo que el servidor.',
      todo: [
        'Usar el cliente del ORACLE_HOME de la propia base de datos.',
      ],
    },
  },
];
