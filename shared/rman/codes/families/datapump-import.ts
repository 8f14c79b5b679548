// Data Pump: objects that an import skipped, could not create or had to change.
import type { CodeExplanation } from '../explanation.ts';

export const datapumpImportCodes: readonly CodeExplanation[] = [
  {
    code: 'ORA-31684', family: 'datapump', healsByRetry: 'no', ignorable: 'depends',
    en: {
      title: 'The object exists already',
      what: 'The import left an object as it is, because one of that name is there.',
      why: 'Users, roles, tablespaces or sequences exist before the import, which is common.',
      todo: [
        'Harmless for users and tablespaces made beforehand.',
        'If it should be replaced, drop it first, after making sure it is backed up.',
      ],
    },
    es: {
      title: 'El objeto ya existe',
      what: 'La importación dejó un objeto como está, porque ya hay uno con ese nombre.',
      why: 'Existen antes de importar usuarios, roles, tablespaces o secuencias, lo que es habitual.',
      todo: [
        'Es inofensivo para usuarios y tablespaces creados de antemano.',
        'Si debe reemplazarse, eliminarlo antes, tras asegurarse de que tiene copia.',
      ],
    },
  },
  {
    code: 'ORA-31685', family: 'datapump', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'An object was not created for lack of rights',
      what: 'The import could not create an object because the user of the job lacks the privilege.',
      why: 'The importing user has no import role, or a grant in the dump needs SYSDBA.',
      todo: [
        'Read the failing statement in the log.',
        'GRANT DATAPUMP_IMP_FULL_DATABASE, or run the statement by hand as a privileged user.',
      ],
    },
    es: {
      title: 'Un objeto no se creó por falta de privilegios',
      what: 'La importación no pudo crear un objeto porque el usuario del trabajo no tiene el privilegio.',
      why: 'El usuario que importa no tiene el rol de importación, o una concesión del volcado exige SYSDBA.',
      todo: [
        'Leer en el log la sentencia que falla.',
        'Conceder DATAPUMP_IMP_FULL_DATABASE, o ejecutar la sentencia a mano con un usuario privilegiado.',
      ],
    },
  },
  {
    code: 'ORA-39082', family: 'datapump', healsByRetry: 'no', ignorable: 'depends',
    en: {
      title: 'An object was created with compilation errors',
      what: 'The object exists, but it is invalid for now.',
      why: 'It refers to objects that come later, are missing, or belong to schemas not imported.',
      todo: [
        "Run utlrp.sql, then query DBA_OBJECTS with STATUS = 'INVALID'.",
        'What stays invalid lacks an object or a grant: SHOW ERRORS tells which.',
      ],
    },
    es: {
      title: 'Un objeto se creó con errores de compilación',
      what: 'El objeto existe, pero por ahora es inválido.',
      why: 'Se refiere a objetos que llegan después, que faltan o que son de esquemas no importados.',
      todo: [
        "Ejecutar utlrp.sql y después consultar DBA_OBJECTS con STATUS = 'INVALID'.",
        'A lo que siga inválido le falta un objeto o un privilegio: SHOW ERRORS dice cuál.',
      ],
    },
  },
  {
    code: 'ORA-39083', family: 'datapump', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'An object could not be created',
      what: 'The import could not create an object; the next code says why and the statement follows.',
      why: 'A missing tablespace, user, role or type; a name in use; an option this database does not have.',
      todo: [
        'Read the code below and the failing statement.',
        'Use REMAP_TABLESPACE or REMAP_SCHEMA, or create what is missing, then import that object again.',
      ],
    },
    es: {
      title: 'No se pudo crear un objeto',
      what: 'La importación no pudo crear un objeto; el código siguiente dice por qué y después aparece la sentencia.',
      why: 'Falta un tablespace, usuario, rol o tipo; un nombre en uso; una opción que esta base de datos no tiene.',
      todo: [
        'Leer el código de debajo y la sentencia que falla.',
        'Usar REMAP_TABLESPACE o REMAP_SCHEMA, o crear lo que falta, e importar de nuevo ese objeto.',
      ],
    },
  },
  {
    code: 'ORA-39112', family: 'datapump', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'A dependent object was skipped',
      what: 'An index, grant or constraint was not created, because the object it belongs to could not be created.',
      why: 'An ORA-39083 earlier in the log.',
      todo: [
        'Solve the failure of the base object, then import it with its dependents.',
      ],
    },
    es: {
      title: 'Se omitió un objeto dependiente',
      what: 'No se creó un índice, privilegio o restricción, porque no se pudo crear el objeto al que pertenece.',
      why: 'Un ORA-39083 anterior en el log.',
      todo: [
        'Resolver el fallo del objeto base e importarlo después con sus dependientes.',
      ],
    },
  },
  {
    code: 'ORA-39117', family: 'datapump', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'A type that the table needs is not in the job',
      what: 'The table could not be created, because an object type it uses was left out.',
      why: 'A table import does not take types along; EXCLUDE=TYPE; the type belongs to another schema.',
      todo: [
        'Create or import the type first, then the table.',
        'Or import the whole schema.',
      ],
    },
    es: {
      title: 'Un tipo que necesita la tabla no está en el trabajo',
      what: 'No se pudo crear la tabla porque quedó fuera un tipo de objeto que utiliza.',
      why: 'Una importación por tablas no incluye los tipos; EXCLUDE=TYPE; el tipo es de otro esquema.',
      todo: [
        'Crear o importar antes el tipo y después la tabla.',
        'O importar el esquema completo.',
      ],
    },
  },
  {
    code: 'ORA-39151', family: 'datapump', healsByRetry: 'no', ignorable: 'depends',
    en: {
      title: 'The table exists and was skipped',
      what: 'The table is there already, so its rows and dependents were not imported.',
      why: 'TABLE_EXISTS_ACTION is SKIP, which is the default.',
      todo: [
        'Decide what is wanted: APPEND adds rows; TRUNCATE and REPLACE destroy the rows that are there, so back ' +
          'them up first.',
        'Run the import again for these tables.',
      ],
    },
    es: {
      title: 'La tabla existe y se omitió',
      what: 'La tabla ya está, así que no se importaron sus filas ni sus dependientes.',
      why: 'TABLE_EXISTS_ACTION es SKIP, el valor predeterminado.',
      todo: [
        'Decidir qué se quiere: APPEND añade filas; TRUNCATE y REPLACE destruyen las existentes, así que conviene ' +
          'copiarlas antes.',
        'Repetir la importación para estas tablas.',
      ],
    },
  },
  {
    code: 'ORA-39346', family: 'datapump', healsByRetry: 'no', ignorable: 'depends',
    en: {
      title: 'Characters were lost in conversion',
      what: 'The text of an object contained characters the target database cannot hold.',
      why: "The character sets differ, and the target's is smaller.",
      todo: [
        'Compare NLS_CHARACTERSET in NLS_DATABASE_PARAMETERS of both databases.',
        'Check the object named: comments are harmless, code and data may not be.',
        'Import into a database with AL32UTF8.',
      ],
    },
    es: {
      title: 'Se perdieron caracteres en la conversión',
      what: 'El texto de un objeto contenía caracteres que la base de datos de destino no puede representar.',
      why: 'Los juegos de caracteres difieren y el de destino es menor.',
      todo: [
        'Comparar NLS_CHARACTERSET en NLS_DATABASE_PARAMETERS de ambas bases de datos.',
        'Revisar el objeto indicado: en un comentario es inofensivo, en código o datos puede no serlo.',
        'Importar en una base de datos con AL32UTF8.',
      ],
    },
  },
  {
    code: 'KUP-11007', family: 'datapump', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'Rows could not be converted while loading',
      what: 'Rows of the table named were rejected because a value could not be stored.',
      why: 'Values that are too long after a change of character set (ORA-12899); data types that differ.',
      todo: [
        'Read the ORA code and the row shown next to it.',
        'Widen the column, or define it in characters, and import the table again.',
      ],
    },
    es: {
      title: 'No se pudieron convertir filas durante la carga',
      what: 'Se rechazaron filas de la tabla indicada porque un valor no se pudo guardar.',
      why: 'Valores demasiado largos tras cambiar el juego de caracteres (ORA-12899); tipos de datos distintos.',
      todo: [
        'Leer el código ORA y la fila que aparecen al lado.',
        'Ampliar la columna, o definirla en caracteres, e importar de nuevo la tabla.',
      ],
    },
  },
  {
    code: 'ORA-29913', family: 'datapump', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'Reading through an external table failed',
      what: 'The method by which Data Pump reads or writes rows reported an error.',
      why: 'The codes below tell: a conversion (KUP-11007), a missing file, damaged data.',
      todo: [
        'Read the KUP and ORA codes below.',
        'Try the table alone with ACCESS_METHOD=DIRECT_PATH.',
      ],
    },
    es: {
      title: 'Falló la lectura a través de una tabla externa',
      what: 'El método con el que Data Pump lee o escribe filas comunicó un error.',
      why: 'Lo dicen los códigos de debajo: una conversión (KUP-11007), un archivo que falta, datos dañados.',
      todo: [
        'Leer los códigos KUP y ORA de debajo.',
        'Probar la tabla sola con ACCESS_METHOD=DIRECT_PATH.',
      ],
    },
  },
];
