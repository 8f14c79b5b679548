// Jobs of the database scheduler, and the statements with which a backup is logged in tables.
import type { CodeExplanation } from '../explanation.ts';

export const jobSchedulerCodes: readonly CodeExplanation[] = [
  {
    code: 'ORA-27369', family: 'wrapper', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'A script started by the database scheduler failed',
      what: 'The scheduler ran an external program or backup script, and it ended with the exit code shown.',
      why: 'The program failed by itself; the operating system account of the job has no rights or environment.',
      todo: [
        'Query DBA_SCHEDULER_JOB_RUN_DETAILS: ADDITIONAL_INFO, OUTPUT and ERRORS.',
        'Check the credential of the job and ORACLE_HOME, ORACLE_SID in its environment.',
        'Run the script by hand as that account.',
      ],
    },
    es: {
      title: 'Falló un script lanzado por el planificador de la base de datos',
      what:
        'El planificador ejecutó un programa externo o un script de copia, que terminó con el código de salida ' +
        'mostrado.',
      why: 'El programa falló por sí mismo; la cuenta del sistema operativo del trabajo no tiene permisos o entorno.',
      todo: [
        'Consultar DBA_SCHEDULER_JOB_RUN_DETAILS: ADDITIONAL_INFO, OUTPUT y ERRORS.',
        'Comprobar la credencial del trabajo y ORACLE_HOME y ORACLE_SID en su entorno.',
        'Ejecutar el script a mano con esa cuenta.',
      ],
    },
  },
  {
    code: 'ORA-27486', family: 'state', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'The user may not do this with scheduler jobs',
      what: 'The account lacks a privilege of the database scheduler.',
      why:
        'CREATE JOB, CREATE EXTERNAL JOB or CREATE CREDENTIAL was not granted, or the job belongs to another schema.',
      todo: [
        'GRANT what is missing: CREATE JOB, CREATE EXTERNAL JOB, CREATE CREDENTIAL.',
        'Check the owner of the job in DBA_SCHEDULER_JOBS.',
      ],
    },
    es: {
      title: 'El usuario no puede hacer esto con trabajos del planificador',
      what: 'A la cuenta le falta un privilegio del planificador de la base de datos.',
      why: 'No se concedió CREATE JOB, CREATE EXTERNAL JOB o CREATE CREDENTIAL, o el trabajo es de otro esquema.',
      todo: [
        'Conceder lo que falte: CREATE JOB, CREATE EXTERNAL JOB, CREATE CREDENTIAL.',
        'Comprobar el propietario del trabajo en DBA_SCHEDULER_JOBS.',
      ],
    },
  },
  {
    code: 'ORA-00001', family: 'state', healsByRetry: 'no', ignorable: 'depends',
    en: {
      title: 'The row exists already',
      what: 'An insert was refused because a row with the same unique key is there.',
      why: 'The same run was already written to the log tables; an import adds rows to a table that has them.',
      todo: [
        'In the log tables it means already synchronised: nothing is lost.',
        'In an import, decide on TABLE_EXISTS_ACTION, or DATA_OPTIONS=SKIP_CONSTRAINT_ERRORS.',
      ],
    },
    es: {
      title: 'La fila ya existe',
      what: 'Se rechazó una inserción porque ya hay una fila con la misma clave única.',
      why:
        'La misma ejecución ya estaba escrita en las tablas de la bitácora; una importación añade filas a una tabla ' +
        'que ya las tiene.',
      todo: [
        'En las tablas de la bitácora significa ya sincronizada: no se pierde nada.',
        'En una importación, decidir TABLE_EXISTS_ACTION, o DATA_OPTIONS=SKIP_CONSTRAINT_ERRORS.',
      ],
    },
  },
  {
    code: 'ORA-00942', family: 'state', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'The table or view is not visible',
      what: 'The object does not exist for this user, or the user may not see it.',
      why:
        'The log tables were not created in this schema; a grant or synonym is missing; the wrong PDB; on a standby, ' +
        'RMAN without a password login.',
      todo: [
        'Check the schema, the container (SHOW CON_NAME) and ALL_OBJECTS.',
        'Grant SELECT on it, or SELECT_CATALOG_ROLE for views of the dictionary.',
        'Under RMAN-06820 it is part of a warning: connect RMAN with a password user.',
      ],
    },
    es: {
      title: 'La tabla o vista no es visible',
      what: 'El objeto no existe para este usuario, o el usuario no puede verlo.',
      why:
        'Las tablas de la bitácora no se crearon en este esquema; falta un privilegio o sinónimo; la PDB es otra; en ' +
        'una standby, RMAN sin acceso por contraseña.',
      todo: [
        'Comprobar el esquema, el contenedor (SHOW CON_NAME) y ALL_OBJECTS.',
        'Conceder SELECT sobre ella, o SELECT_CATALOG_ROLE para las vistas del diccionario.',
        'Bajo RMAN-06820 forma parte de un aviso: conectar RMAN con un usuario con contraseña.',
      ],
    },
  },
  {
    code: 'ORA-12899', family: 'state', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'A value does not fit in its column',
      what: 'A text is longer than the column allows.',
      why:
        "In an import, characters that take more bytes in the target's character set; a column that is narrower " +
        'there.',
      todo: [
        'The message names table, column and both lengths.',
        'Compare NLS_DATABASE_PARAMETERS of both databases, and widen the column or define it in characters.',
      ],
    },
    es: {
      title: 'Un valor no cabe en su columna',
      what: 'Un texto es más largo de lo que admite la columna.',
      why:
        'En una importación, caracteres que ocupan más bytes en el juego de caracteres de destino; una columna allí ' +
        'más estrecha.',
      todo: [
        'El mensaje nombra la tabla, la columna y ambas longitudes.',
        'Comparar NLS_DATABASE_PARAMETERS de ambas bases de datos, y ampliar la columna o definirla en caracteres.',
      ],
    },
  },
  {
    code: 'ORA-00955', family: 'state', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'The name is already taken',
      what: 'An object could not be created because another one of that name is there.',
      why: 'A Data Pump job of that name left its control table behind; a script that creates a table ran twice.',
      todo: [
        'For Data Pump, query DBA_DATAPUMP_JOBS and use another JOB_NAME; see ORA-31633 before dropping anything.',
        'Otherwise look at the existing object in DBA_OBJECTS and decide whether it is the one wanted.',
      ],
    },
    es: {
      title: 'El nombre ya está ocupado',
      what: 'No se pudo crear un objeto porque ya hay otro con ese nombre.',
      why:
        'Un trabajo de Data Pump con ese nombre dejó su tabla maestra; un script que crea una tabla se ejecutó dos ' +
        'veces.',
      todo: [
        'En Data Pump, consultar DBA_DATAPUMP_JOBS y usar otro JOB_NAME; véase ORA-31633 antes de eliminar nada.',
        'Si no, mirar el objeto existente en DBA_OBJECTS y decidir si es el deseado.',
      ],
    },
  },
  {
    code: 'ORA-00959', family: 'state', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'The tablespace does not exist',
      what: 'The command names a tablespace that this database does not have.',
      why: 'An import from a database with other tablespaces; a misspelt or dropped tablespace.',
      todo: [
        'In an import, use REMAP_TABLESPACE=old:new.',
        'Otherwise compare with DBA_TABLESPACES in the right container.',
      ],
    },
    es: {
      title: 'El tablespace no existe',
      what: 'El comando nombra un tablespace que esta base de datos no tiene.',
      why: 'Una importación desde una base de datos con otros tablespaces; un tablespace mal escrito o eliminado.',
      todo: [
        'En una importación, usar REMAP_TABLESPACE=antiguo:nuevo.',
        'Si no, comparar con DBA_TABLESPACES en el contenedor correcto.',
      ],
    },
  },
  {
    code: 'ORA-01918', family: 'state', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'The user does not exist',
      what: 'The command names a user that this database or container does not have.',
      why: 'An import into a database where the schema was not created; the wrong PDB; a misspelt name.',
      todo: [
        'Create the user, or use REMAP_SCHEMA=old:new.',
        'Check the container with SHOW CON_NAME.',
      ],
    },
    es: {
      title: 'El usuario no existe',
      what: 'El comando nombra un usuario que esta base de datos o contenedor no tiene.',
      why: 'Una importación en una base de datos donde no se creó el esquema; la PDB es otra; un nombre mal escrito.',
      todo: [
        'Crear el usuario, o usar REMAP_SCHEMA=antiguo:nuevo.',
        'Comprobar el contenedor con SHOW CON_NAME.',
      ],
    },
  },
];
