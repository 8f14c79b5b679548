// Sessions that were opened and then lost, killed, cancelled or refused for want of a slot.
import type { CodeExplanation } from '../explanation.ts';

export const connectSessionCodes: readonly CodeExplanation[] = [
  {
    code: 'ORA-03113', family: 'connect', healsByRetry: 'yes', ignorable: 'no',
    en: {
      title: 'The session with the server was cut',
      what: 'The server process that was doing the work is gone and the job stopped where it was.',
      why:
        'The instance crashed or was shut down; the server process died of an internal error; a firewall closed an ' +
        'idle connection; somebody killed the process.',
      todo: [
        'Look in the alert log at that minute for a crash, ORA-00600, ORA-07445 or a shutdown.',
        'Check that the instance is up and how long it has been: V$INSTANCE.STARTUP_TIME.',
        'If the cut comes at a constant elapsed time, set SQLNET.EXPIRE_TIME on the server or ask for the ' +
          "firewall's idle limit.",
        'Run the job again; pieces that were finished before the cut are valid, the one in progress is not.',
      ],
    },
    es: {
      title: 'Se cortó la sesión con el servidor',
      what: 'El proceso servidor que hacía el trabajo ya no existe y el trabajo se detuvo donde estaba.',
      why:
        'La instancia cayó o se detuvo; el proceso servidor murió por un error interno; un cortafuegos cerró una ' +
        'conexión inactiva; alguien mató el proceso.',
      todo: [
        'Buscar en el alert log, en ese minuto, una caída, un ORA-00600, un ORA-07445 o una parada.',
        'Comprobar que la instancia está levantada y desde cuándo: V$INSTANCE.STARTUP_TIME.',
        'Si el corte llega siempre tras el mismo tiempo, definir SQLNET.EXPIRE_TIME en el servidor o consultar el ' +
          'límite de inactividad del cortafuegos.',
        'Lanzar de nuevo el trabajo; las piezas terminadas antes del corte son válidas, la que estaba en curso no.',
      ],
    },
  },
  {
    code: 'ORA-03114', family: 'connect', healsByRetry: 'yes', ignorable: 'no',
    en: {
      title: 'There is no session any more',
      what: 'The command was sent over a connection that had already been lost.',
      why: 'An earlier ORA-03113 or ORA-03135 in the same log; the instance was stopped during the job.',
      todo: [
        'Look further up in the log for the moment when the connection broke: that is the real cause.',
        'Check that the instance is up, then run the job again.',
      ],
    },
    es: {
      title: 'Ya no hay sesión',
      what: 'El comando se envió por una conexión que ya estaba perdida.',
      why: 'Un ORA-03113 o ORA-03135 anterior en el mismo log; la instancia se detuvo durante el trabajo.',
      todo: [
        'Buscar más arriba en el log el momento en que se rompió la conexión: esa es la causa real.',
        'Comprobar que la instancia está levantada y lanzar de nuevo el trabajo.',
      ],
    },
  },
  {
    code: 'ORA-03135', family: 'connect', healsByRetry: 'yes', ignorable: 'no',
    en: {
      title: 'The connection was lost',
      what: 'The network session broke while RMAN or the server was waiting on it.',
      why: 'A firewall or VPN dropped a session that was silent for long; the host was restarted; the network failed.',
      todo: [
        "Set SQLNET.EXPIRE_TIME (minutes) in the server's sqlnet.ora so that long silences do not look idle.",
        'Run RMAN on the database host, so that the long session does not cross the network.',
        'Look in the alert log for a restart at that time.',
        'Run the job again.',
      ],
    },
    es: {
      title: 'Se perdió la conexión',
      what: 'La sesión de red se rompió mientras RMAN o el servidor esperaban en ella.',
      why:
        'Un cortafuegos o una VPN cortaron una sesión que llevaba mucho en silencio; se reinició el servidor; falló ' +
        'la red.',
      todo: [
        'Definir SQLNET.EXPIRE_TIME (minutos) en el sqlnet.ora del servidor para que los silencios largos no ' +
          'parezcan inactividad.',
        'Ejecutar RMAN en el propio servidor de la base de datos, para que la sesión larga no cruce la red.',
        'Buscar en el alert log un reinicio a esa hora.',
        'Lanzar de nuevo el trabajo.',
      ],
    },
  },
  {
    code: 'RMAN-10038', family: 'connect', healsByRetry: 'yes', ignorable: 'no',
    en: {
      title: 'The server session of a channel ended',
      what: 'A channel lost its database session in the middle of its work.',
      why:
        'The instance went down or the session was killed; the operating system ended the process (memory); the ' +
        'network was cut.',
      todo: [
        'Look in the alert log and its traces at that minute.',
        'On Linux, search the system log for the out-of-memory killer.',
        'Check resource limits of the profile and of the resource plan.',
        'Run the job again and compare where it stops.',
      ],
    },
    es: {
      title: 'Terminó la sesión de servidor de un canal',
      what: 'Un canal perdió su sesión de base de datos en mitad de su trabajo.',
      why: 'La instancia cayó o se mató la sesión; el sistema operativo terminó el proceso (memoria); se cortó la red.',
      todo: [
        'Mirar el alert log y sus trazas en ese minuto.',
        'En Linux, buscar en el log del sistema si actuó el OOM killer.',
        'Revisar los límites del perfil y del plan de recursos.',
        'Lanzar de nuevo el trabajo y comparar dónde se detiene.',
      ],
    },
  },
  {
    code: 'ORA-00028', family: 'connect', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'Somebody killed the session',
      what: 'The session of this job was ended with ALTER SYSTEM KILL SESSION.',
      why: 'A DBA or a cleaning script ended it; a resource plan kills sessions that exceed their limit.',
      todo: [
        'Ask who did it; the alert log or the audit trail may tell.',
        'Exclude the backup account from scripts and resource plan directives that kill sessions.',
        'Run the job again once it is agreed that it may run.',
      ],
    },
    es: {
      title: 'Alguien mató la sesión',
      what: 'La sesión de este trabajo se terminó con ALTER SYSTEM KILL SESSION.',
      why: 'La terminó un DBA o un script de limpieza; un plan de recursos mata las sesiones que superan su límite.',
      todo: [
        'Preguntar quién lo hizo; el alert log o la auditoría pueden decirlo.',
        'Excluir la cuenta de copias de los scripts y directivas del plan de recursos que matan sesiones.',
        'Lanzar de nuevo el trabajo cuando se acuerde que puede ejecutarse.',
      ],
    },
  },
  {
    code: 'ORA-01012', family: 'connect', healsByRetry: 'yes', ignorable: 'no',
    en: {
      title: 'The session is not logged on',
      what: 'A call arrived at the database for a session that no longer exists.',
      why: 'The connection was lost or killed before; the instance was restarted under the job.',
      todo: [
        'Look further up in the log for the first connection error.',
        'Check V$INSTANCE.STARTUP_TIME.',
        'Run the job again.',
      ],
    },
    es: {
      title: 'La sesión no está conectada',
      what: 'Llegó a la base de datos una llamada de una sesión que ya no existe.',
      why: 'La conexión se perdió o se mató antes; la instancia se reinició durante el trabajo.',
      todo: [
        'Buscar más arriba en el log el primer error de conexión.',
        'Comprobar V$INSTANCE.STARTUP_TIME.',
        'Lanzar de nuevo el trabajo.',
      ],
    },
  },
  {
    code: 'ORA-01092', family: 'connect', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'The instance was terminated',
      what: 'The instance ended while the session was working, so the session was thrown out.',
      why: 'A background process failed; a fatal error while opening the database; SHUTDOWN ABORT.',
      todo: [
        'Read the alert log from the last start to the end: the first error is the cause.',
        'Bring the instance up and let it finish its own recovery before running a backup.',
        'If it fails while opening, do not retry in a loop; note the codes and call support.',
      ],
    },
    es: {
      title: 'La instancia terminó de golpe',
      what: 'La instancia acabó mientras la sesión trabajaba y la expulsó.',
      why: 'Falló un proceso de fondo; hubo un error fatal al abrir la base de datos; se hizo SHUTDOWN ABORT.',
      todo: [
        'Leer el alert log desde el último arranque hasta el final: el primer error es la causa.',
        'Levantar la instancia y dejar que termine su propia recuperación antes de lanzar una copia.',
        'Si falla al abrir, no reintentar en bucle; anotar los códigos y acudir a soporte.',
      ],
    },
  },
  {
    code: 'ORA-01013', family: 'state', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'The operation was cancelled',
      what: 'Somebody, or a time limit, asked to stop the command that was running.',
      why: 'Ctrl-C in the session; a cancel from this application; a client time limit.',
      todo: [
        'If it was not wanted, look for who or what cancelled: a scheduler window, a wrapper with a time limit.',
        'Run the job again; pieces finished before the cancel remain valid.',
      ],
    },
    es: {
      title: 'La operación se canceló',
      what: 'Alguien, o un límite de tiempo, pidió detener el comando en curso.',
      why: 'Ctrl-C en la sesión; una cancelación desde esta aplicación; un límite de tiempo del cliente.',
      todo: [
        'Si no era lo deseado, buscar quién o qué canceló: una ventana del planificador, un envoltorio con límite ' +
          'de tiempo.',
        'Lanzar de nuevo el trabajo; las piezas terminadas antes de cancelar siguen siendo válidas.',
      ],
    },
  },
  {
    code: 'RMAN-03099', family: 'state', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'The job was cancelled by a person',
      what: 'RMAN received an interrupt and stopped the job in an orderly way.',
      why: 'Ctrl-C at the terminal, or the run was cancelled from this application.',
      todo: [
        'If it was intended, nothing is wrong, but what was not finished is not protected.',
        'Plan the next run, or start it by hand, and check that it ends well.',
      ],
    },
    es: {
      title: 'Una persona canceló el trabajo',
      what: 'RMAN recibió una interrupción y detuvo el trabajo de forma ordenada.',
      why: 'Ctrl-C en el terminal, o la ejecución se canceló desde esta aplicación.',
      todo: [
        'Si fue intencionado, no hay ningún problema, pero lo que no se terminó no queda protegido.',
        'Planificar la siguiente ejecución, o lanzarla a mano, y comprobar que acaba bien.',
      ],
    },
  },
  {
    code: 'ORA-00018', family: 'connect', healsByRetry: 'yes', ignorable: 'no',
    en: {
      title: 'The session limit is reached',
      what: 'The instance has as many sessions as SESSIONS allows and admits no more.',
      why: 'Applications that do not release sessions; many parallel processes; SESSIONS too low for the load.',
      todo: [
        'Query V$RESOURCE_LIMIT for sessions, and V$SESSION by MACHINE and PROGRAM.',
        'End idle sessions that should not be there, after asking their owner.',
        'Raise PROCESSES (SESSIONS follows it) and plan a restart.',
      ],
    },
    es: {
      title: 'Se alcanzó el límite de sesiones',
      what: 'La instancia tiene todas las sesiones que permite SESSIONS y no admite más.',
      why: 'Aplicaciones que no liberan sesiones; muchos procesos paralelos; SESSIONS demasiado bajo para la carga.',
      todo: [
        'Consultar V$RESOURCE_LIMIT para sessions, y V$SESSION por MACHINE y PROGRAM.',
        'Terminar las sesiones inactivas que no deberían estar, tras preguntar a su responsable.',
        'Aumentar PROCESSES (SESSIONS lo sigue) y planificar un reinicio.',
      ],
    },
  },
  {
    code: 'ORA-00020', family: 'connect', healsByRetry: 'yes', ignorable: 'no',
    en: {
      title: 'The process limit is reached',
      what: 'The instance has as many processes as PROCESSES allows, so nobody else can connect.',
      why: 'Connection leaks; a storm of reconnections; PROCESSES too low; too many RMAN channels.',
      todo: [
        'Query V$RESOURCE_LIMIT for processes.',
        'If not even SYSDBA gets in, stop the application that leaks, at its own host.',
        'Raise PROCESSES in the spfile and plan a restart.',
        'Run the job again when there is room.',
      ],
    },
    es: {
      title: 'Se alcanzó el límite de procesos',
      what: 'La instancia tiene todos los procesos que permite PROCESSES y nadie más puede conectar.',
      why: 'Fugas de conexiones; una tormenta de reconexiones; PROCESSES demasiado bajo; demasiados canales de RMAN.',
      todo: [
        'Consultar V$RESOURCE_LIMIT para processes.',
        'Si ni SYSDBA puede entrar, detener en su propio servidor la aplicación que pierde conexiones.',
        'Aumentar PROCESSES en el spfile y planificar un reinicio.',
        'Lanzar de nuevo el trabajo cuando haya sitio.',
      ],
    },
  },
];
