// Data Pump: creating, attaching and ending the job itself, and the rights it needs.
import type { CodeExplanation } from '../explanation.ts';

export const datapumpJobCodes: readonly CodeExplanation[] = [
  {
    code: 'ORA-31626', family: 'datapump', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'The job does not exist',
      what: 'The Data Pump job could not be created or found.',
      why: 'Rights or space for its control table are missing; an attach names a job that has ended.',
      todo: [
        'Read the next codes: ORA-31633 and ORA-31637 say why it could not be created.',
        'Query DBA_DATAPUMP_JOBS for jobs that exist.',
      ],
    },
    es: {
      title: 'El trabajo no existe',
      what: 'No se pudo crear o encontrar el trabajo de Data Pump.',
      why: 'Faltan privilegios o espacio para su tabla maestra; un attach nombra un trabajo ya terminado.',
      todo: [
        'Leer los códigos siguientes: ORA-31633 y ORA-31637 dicen por qué no se pudo crear.',
        'Consultar DBA_DATAPUMP_JOBS para ver los trabajos que existen.',
      ],
    },
  },
  {
    code: 'ORA-31631', family: 'datapump', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'Rights are missing for this job',
      what: 'The user may not do what the job asks for.',
      why: 'Exporting other schemas or the whole database needs a role; importing too.',
      todo: [
        'GRANT DATAPUMP_EXP_FULL_DATABASE (or DATAPUMP_IMP_FULL_DATABASE) to the user.',
        "Or limit the job to the user's own schema.",
      ],
    },
    es: {
      title: 'Faltan privilegios para este trabajo',
      what: 'El usuario no puede hacer lo que pide el trabajo.',
      why: 'Exportar otros esquemas o toda la base de datos exige un rol; importar también.',
      todo: [
        'Conceder DATAPUMP_EXP_FULL_DATABASE (o DATAPUMP_IMP_FULL_DATABASE) al usuario.',
        'O limitar el trabajo al esquema propio del usuario.',
      ],
    },
  },
  {
    code: 'ORA-31633', family: 'datapump', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'The control table of the job cannot be created',
      what: 'Data Pump keeps each job in a table of the user, and this one could not be created.',
      why:
        'A table of that name is left from an earlier job that ended badly (ORA-00955); no quota or CREATE TABLE ' +
        'right.',
      todo: [
        'Query DBA_DATAPUMP_JOBS: NOT RUNNING with no attached session is an orphan.',
        'If it is an orphan that nobody will restart, drop the table OWNER.JOB_NAME, after confirming it is not a ' +
          'real table.',
        'Or use another JOB_NAME.',
        'Check quota and CREATE TABLE of the user.',
      ],
    },
    es: {
      title: 'No se puede crear la tabla maestra del trabajo',
      what: 'Data Pump guarda cada trabajo en una tabla del usuario, y esta no se pudo crear.',
      why:
        'Queda una tabla con ese nombre de un trabajo anterior que acabó mal (ORA-00955); falta cuota o el ' +
        'privilegio CREATE TABLE.',
      todo: [
        'Consultar DBA_DATAPUMP_JOBS: NOT RUNNING sin sesiones conectadas es un huérfano.',
        'Si es un huérfano que nadie va a reanudar, eliminar la tabla PROPIETARIO.TRABAJO, tras confirmar que no ' +
          'es una tabla real.',
        'O usar otro JOB_NAME.',
        'Comprobar la cuota y CREATE TABLE del usuario.',
      ],
    },
  },
  {
    code: 'ORA-31637', family: 'datapump', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'The job cannot be created for this user',
      what: 'Data Pump could not set up the job; the neighbouring codes give the reason.',
      why: 'Job name in use; no quota; no rights on the table.',
      todo: [
        'Read ORA-31633 and the codes below it.',
      ],
    },
    es: {
      title: 'No se puede crear el trabajo para este usuario',
      what: 'Data Pump no pudo preparar el trabajo; los códigos contiguos dan el motivo.',
      why: 'Nombre de trabajo en uso; falta cuota; faltan privilegios sobre la tabla.',
      todo: [
        'Leer ORA-31633 y los códigos de debajo.',
      ],
    },
  },
  {
    code: 'ORA-31650', family: 'datapump', healsByRetry: 'yes', ignorable: 'no',
    en: {
      title: 'The main process of the job did not answer',
      what: 'The client waited for the process that leads the job and got no answer in time.',
      why: 'A very busy server; no free process or shared memory; STREAMS_POOL_SIZE too small.',
      todo: [
        'Query DBA_DATAPUMP_JOBS before starting it again: it may be running.',
        'Check V$RESOURCE_LIMIT for processes, the streams pool and the alert log.',
      ],
    },
    es: {
      title: 'El proceso principal del trabajo no respondió',
      what: 'El cliente esperó al proceso que dirige el trabajo y no obtuvo respuesta a tiempo.',
      why: 'Un servidor muy ocupado; no hay procesos o memoria compartida libres; STREAMS_POOL_SIZE demasiado pequeño.',
      todo: [
        'Consultar DBA_DATAPUMP_JOBS antes de lanzarlo de nuevo: puede estar en marcha.',
        'Comprobar V$RESOURCE_LIMIT para processes, el streams pool y el alert log.',
      ],
    },
  },
  {
    code: 'ORA-31694', family: 'datapump', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'The control table was not written or read',
      what:
        'The table that describes the dump could not be saved to it or loaded from it, so the dump is not usable so ' +
        'far.',
      why: "Space on disk or in the user's tablespace; part of the dump set is missing or damaged.",
      todo: [
        'Read the codes below.',
        'For an import, give all files of the set; for an export, free space and run it again.',
      ],
    },
    es: {
      title: 'La tabla maestra no se escribió o no se leyó',
      what:
        'La tabla que describe el volcado no se pudo guardar en él o cargar de él, así que el volcado no es ' +
        'utilizable por ahora.',
      why: 'Espacio en disco o en el tablespace del usuario; falta parte del juego de volcado o está dañada.',
      todo: [
        'Leer los códigos de debajo.',
        'En una importación, indicar todos los archivos del juego; en una exportación, liberar espacio y repetirla.',
      ],
    },
  },
  {
    code: 'ORA-39006', family: 'datapump', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'Internal failure of Data Pump',
      what: 'The Data Pump software ended the job on an internal error.',
      why: 'Invalid objects of SYS after a patch; a defect; memory.',
      todo: [
        'Read the codes around it.',
        'Query DBA_REGISTRY and invalid objects of SYS, and run utlrp.sql if there are any.',
      ],
    },
    es: {
      title: 'Fallo interno de Data Pump',
      what: 'El software de Data Pump terminó el trabajo por un error interno.',
      why: 'Objetos inválidos de SYS tras un parche; un defecto; memoria.',
      todo: [
        'Leer los códigos contiguos.',
        'Consultar DBA_REGISTRY y los objetos inválidos de SYS, y ejecutar utlrp.sql si los hay.',
      ],
    },
  },
  {
    code: 'ORA-39014', family: 'datapump', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'A worker of the job ended too early',
      what: 'One or more worker processes stopped before the job was done.',
      why: 'A crash named by ORA-39029 or in the alert log; memory; killed sessions.',
      todo: [
        "Read the worker's trace file and the alert log.",
        'The job can often go on: attach to it and START_JOB.',
      ],
    },
    es: {
      title: 'Un proceso de trabajo acabó antes de tiempo',
      what: 'Uno o más procesos de trabajo se detuvieron antes de acabar el trabajo.',
      why: 'Una caída que nombra ORA-39029 o el alert log; memoria; sesiones terminadas.',
      todo: [
        'Leer la traza del proceso y el alert log.',
        'A menudo el trabajo puede continuar: conectarse con attach y ejecutar START_JOB.',
      ],
    },
  },
  {
    code: 'ORA-39097', family: 'datapump', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'The job met an unexpected error',
      what: 'Data Pump reports an error that it did not foresee, with its number.',
      why: 'The number in the text is the real error: space, memory, a lost session.',
      todo: [
        'Look the number in the text up as an ORA code.',
      ],
    },
    es: {
      title: 'El trabajo encontró un error inesperado',
      what: 'Data Pump comunica un error que no preveía, con su número.',
      why: 'El número del texto es el error real: espacio, memoria, una sesión perdida.',
      todo: [
        'Buscar el número del texto como código ORA.',
      ],
    },
  },
  {
    code: 'ORA-39122', family: 'datapump', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'This remapping needs more rights',
      what: 'An ordinary user asked for a remapping that only privileged users may use.',
      why: 'REMAP_SCHEMA or REMAP_DATAFILE without the import role.',
      todo: [
        'GRANT DATAPUMP_IMP_FULL_DATABASE to the user, or run the import with one who has it.',
      ],
    },
    es: {
      title: 'Esta reasignación exige más privilegios',
      what: 'Un usuario normal pidió una reasignación que solo pueden usar los privilegiados.',
      why: 'REMAP_SCHEMA o REMAP_DATAFILE sin el rol de importación.',
      todo: [
        'Conceder DATAPUMP_IMP_FULL_DATABASE al usuario, o importar con uno que lo tenga.',
      ],
    },
  },
  {
    code: 'ORA-39161', family: 'datapump', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'A full job needs more rights',
      what: 'FULL=Y was asked for by a user without the role for it.',
      why: 'The Data Pump role for full databases was not granted.',
      todo: [
        'GRANT DATAPUMP_EXP_FULL_DATABASE (or DATAPUMP_IMP_FULL_DATABASE) to the user.',
        'Or export SCHEMAS the user may read.',
      ],
    },
    es: {
      title: 'Un trabajo completo exige más privilegios',
      what: 'Pidió FULL=Y un usuario que no tiene el rol necesario.',
      why: 'No se le concedió el rol de Data Pump para bases de datos completas.',
      todo: [
        'Conceder DATAPUMP_EXP_FULL_DATABASE (o DATAPUMP_IMP_FULL_DATABASE) al usuario.',
        'O exportar con SCHEMAS los esquemas que pueda leer.',
      ],
    },
  },
  {
    code: 'ORA-39029', family: 'datapump', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'A worker process ended before its time',
      what: 'The worker named in this line stopped while the job was running.',
      why: 'It crashed, was killed, or ran out of memory.',
      todo: [
        "Read the worker's trace file and the alert log at that minute.",
        'Attach to the job and START_JOB: it often goes on from where it was.',
      ],
    },
    es: {
      title: 'Un proceso de trabajo terminó antes de tiempo',
      what: 'El proceso de trabajo nombrado en esta línea se detuvo mientras corría el trabajo.',
      why: 'Se estrelló, lo mataron o se quedó sin memoria.',
      todo: [
        'Leer la traza del proceso y el alert log en ese minuto.',
        'Conectarse al trabajo con attach y ejecutar START_JOB: a menudo continúa desde donde estaba.',
      ],
    },
  },
];
