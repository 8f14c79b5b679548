// Data Pump: what an export could not take along, or took along in another way.
import type { CodeExplanation } from '../explanation.ts';

export const datapumpExportCodes: readonly CodeExplanation[] = [
  {
    code: 'ORA-31693', family: 'datapump', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'One table failed, the job went on',
      what: 'The rows of the table named were not exported or imported; the rest of the job continued.',
      why: 'The code below tells: undo overwritten (ORA-01555), a closed keystore (ORA-28365), damaged blocks, space.',
      todo: [
        'Read the code below and act on it.',
        'Run the job again for this table alone: TABLES=owner.table.',
        'Until then this dump is incomplete.',
      ],
    },
    es: {
      title: 'Falló una tabla, el trabajo continuó',
      what: 'Las filas de la tabla indicada no se exportaron o importaron; el resto del trabajo continuó.',
      why:
        'Lo dice el código de debajo: undo sobrescrito (ORA-01555), almacén de claves cerrado (ORA-28365), bloques ' +
        'dañados, espacio.',
      todo: [
        'Leer el código de debajo y actuar según él.',
        'Repetir el trabajo solo para esta tabla: TABLES=propietario.tabla.',
        'Hasta entonces, este volcado está incompleto.',
      ],
    },
  },
  {
    code: 'ORA-02354', family: 'wrapper', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'Error while rows were exported or imported',
      what: 'The line introduces the reason why the rows of a table failed.',
      why: 'The next code is the reason.',
      todo: [
        'Read the next code and act on it.',
      ],
    },
    es: {
      title: 'Error al exportar o importar filas',
      what: 'La línea introduce el motivo por el que fallaron las filas de una tabla.',
      why: 'El código siguiente es el motivo.',
      todo: [
        'Leer el código siguiente y actuar según él.',
      ],
    },
  },
  {
    code: 'ORA-31642', family: 'datapump', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'A statement of the job itself failed',
      what: 'An SQL statement that Data Pump ran for itself failed; the text shows it.',
      why: 'A FLASHBACK_TIME or FLASHBACK_SCN that cannot be used; an invalid package of SYS.',
      todo: [
        'Read the statement and the code below it.',
        'Try FLASHBACK_TIME=SYSTIMESTAMP, and compare an SCN given by hand with V$DATABASE.CURRENT_SCN.',
      ],
    },
    es: {
      title: 'Falló una sentencia del propio trabajo',
      what: 'Falló una sentencia SQL que Data Pump ejecutó para sí mismo; el texto la muestra.',
      why: 'Un FLASHBACK_TIME o FLASHBACK_SCN que no se puede usar; un paquete inválido de SYS.',
      todo: [
        'Leer la sentencia y el código de debajo.',
        'Probar FLASHBACK_TIME=SYSTIMESTAMP, y comparar un SCN indicado a mano con V$DATABASE.CURRENT_SCN.',
      ],
    },
  },
  {
    code: 'ORA-31655', family: 'datapump', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'Nothing was selected for the job',
      what: 'The filters of the job match no object, so there is nothing to export or import.',
      why: 'A misspelt schema or table; INCLUDE or EXCLUDE that leaves nothing; the wrong PDB.',
      todo: [
        'Check names in upper case and the container that is connected.',
        'Look at INCLUDE, EXCLUDE and QUERY in the parameter file.',
      ],
    },
    es: {
      title: 'No se seleccionó nada para el trabajo',
      what: 'Los filtros del trabajo no coinciden con ningún objeto, así que no hay nada que exportar o importar.',
      why: 'Un esquema o tabla mal escritos; INCLUDE o EXCLUDE que no dejan nada; la PDB es otra.',
      todo: [
        'Comprobar los nombres en mayúsculas y el contenedor conectado.',
        'Revisar INCLUDE, EXCLUDE y QUERY en el archivo de parámetros.',
      ],
    },
  },
  {
    code: 'ORA-39165', family: 'datapump', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'The schema was not found',
      what: 'A schema named in the job does not exist here, or not in the dump.',
      why: 'A misspelt name; the wrong PDB; the user may not see other schemas.',
      todo: [
        'Query DBA_USERS in that container.',
        'Check that the user has the Data Pump role.',
      ],
    },
    es: {
      title: 'No se encontró el esquema',
      what: 'Un esquema nombrado en el trabajo no existe aquí, o no está en el volcado.',
      why: 'Un nombre mal escrito; la PDB es otra; el usuario no puede ver otros esquemas.',
      todo: [
        'Consultar DBA_USERS en ese contenedor.',
        'Comprobar que el usuario tiene el rol de Data Pump.',
      ],
    },
  },
  {
    code: 'ORA-39166', family: 'datapump', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'The object was not found',
      what: 'A table or other object named in the job does not exist here, or not in the dump.',
      why: 'A misspelt name; lower case names without quotes; the object was dropped; no right to see it.',
      todo: [
        'Query DBA_OBJECTS for owner and name.',
        'For names in lower case, put them in double quotes inside the parameter file.',
      ],
    },
    es: {
      title: 'No se encontró el objeto',
      what: 'Una tabla u otro objeto nombrado en el trabajo no existe aquí, o no está en el volcado.',
      why:
        'Un nombre mal escrito; nombres en minúsculas sin comillas; el objeto se eliminó; falta el privilegio para ' +
        'verlo.',
      todo: [
        'Consultar propietario y nombre en DBA_OBJECTS.',
        'Si el nombre está en minúsculas, ponerlo entre comillas dobles dentro del archivo de parámetros.',
      ],
    },
  },
  {
    code: 'ORA-39170', family: 'datapump', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'The schema expression matches no schema',
      what: 'The value of SCHEMAS does not stand for any schema of this database.',
      why: 'A misspelt name; an expression that matches nothing; the wrong PDB.',
      todo: [
        'Compare the value of SCHEMAS with DBA_USERS in that container.',
      ],
    },
    es: {
      title: 'La expresión de esquemas no coincide con ninguno',
      what: 'El valor de SCHEMAS no corresponde a ningún esquema de esta base de datos.',
      why: 'Un nombre mal escrito; una expresión que no coincide con nada; la PDB es otra.',
      todo: [
        'Comparar el valor de SCHEMAS con DBA_USERS en ese contenedor.',
      ],
    },
  },
  {
    code: 'ORA-39171', family: 'datapump', healsByRetry: 'yes', ignorable: 'depends',
    en: {
      title: 'The job waits for space',
      what: 'The job is suspended until there is room, and then goes on by itself.',
      why: 'A tablespace or the undo or temporary space is full; the code below names it.',
      todo: [
        'Read the code below (ORA-01653, ORA-01691, ORA-30036) and make room.',
        'Query DBA_RESUMABLE to see what waits and since when.',
        'If every wait was resumed, no data is missing, although the job ends with a count of errors.',
      ],
    },
    es: {
      title: 'El trabajo espera espacio',
      what: 'El trabajo está suspendido hasta que haya sitio y entonces continúa por sí solo.',
      why: 'Está lleno un tablespace, o el espacio de undo o temporal; lo nombra el código de debajo.',
      todo: [
        'Leer el código de debajo (ORA-01653, ORA-01691, ORA-30036) y hacer sitio.',
        'Consultar DBA_RESUMABLE para ver qué espera y desde cuándo.',
        'Si todas las esperas se reanudaron, no faltan datos, aunque el trabajo acabe con un recuento de errores.',
      ],
    },
  },
  {
    code: 'ORA-39173', family: 'datapump', healsByRetry: 'no', ignorable: 'depends',
    en: {
      title: 'Encrypted data was written unencrypted to the dump',
      what: 'Data that is encrypted in the database lies in clear in the dump file.',
      why: 'ENCRYPTION was not given for the export.',
      todo: [
        'Protect or delete this dump according to your rules for such data.',
        'Use ENCRYPTION with a password or the keystore next time (Advanced Security).',
      ],
    },
    es: {
      title: 'Se escribieron en claro en el volcado datos que estaban cifrados',
      what: 'Datos que en la base de datos están cifrados quedan en claro en el archivo de volcado.',
      why: 'No se indicó ENCRYPTION en la exportación.',
      todo: [
        'Proteger o borrar este volcado según las normas aplicables a esos datos.',
        'Usar la próxima vez ENCRYPTION con contraseña o almacén de claves (Advanced Security).',
      ],
    },
  },
  {
    code: 'ORA-39181', family: 'datapump', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'Only part of the table may be exported',
      what: 'The table has row or column policies, so this user exports only the rows visible to it.',
      why: 'Fine grained access control (VPD) applies to the user of the job.',
      todo: [
        'Export with a user that has EXEMPT ACCESS POLICY.',
        'Until then the dump of this table is incomplete.',
      ],
    },
    es: {
      title: 'Solo se puede exportar parte de la tabla',
      what: 'La tabla tiene políticas de filas o columnas, así que este usuario exporta solo lo que puede ver.',
      why: 'Al usuario del trabajo se le aplica control de acceso detallado (VPD).',
      todo: [
        'Exportar con un usuario que tenga EXEMPT ACCESS POLICY.',
        'Hasta entonces, el volcado de esta tabla está incompleto.',
      ],
    },
  },
  {
    code: 'ORA-39357', family: 'datapump', healsByRetry: 'no', ignorable: 'depends',
    en: {
      title: 'The job is connected to the root of the CDB',
      what: 'Data Pump works in CDB$ROOT or the seed, where there is usually nothing of yours.',
      why: 'The connect string leads to the CDB, or ORACLE_SID was used without naming the PDB.',
      todo: [
        'Connect to the service of the PDB, for instance user@host:port/pdb.',
        'Check that the dump holds the schemas expected: it probably does not.',
      ],
    },
    es: {
      title: 'El trabajo está conectado a la raíz de la CDB',
      what: 'Data Pump trabaja en CDB$ROOT o en la semilla, donde normalmente no hay datos propios.',
      why: 'La cadena de conexión lleva a la CDB, o se usó ORACLE_SID sin indicar la PDB.',
      todo: [
        'Conectar con el servicio de la PDB, por ejemplo usuario@host:puerto/pdb.',
        'Comprobar que el volcado contiene los esquemas esperados: probablemente no.',
      ],
    },
  },
];
