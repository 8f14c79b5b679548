// Oracle Net: names, listener and services, as far as the connection never reached an instance.
import type { CodeExplanation } from '../explanation.ts';

export const connectListenerCodes: readonly CodeExplanation[] = [
  {
    code: 'ORA-12154', family: 'connect', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'The connect alias is unknown',
      what: 'The client cannot turn the connect name into an address, so nothing was even tried over the network.',
      why:
        'The alias is missing or misspelt in tnsnames.ora; TNS_ADMIN points to another directory for the account ' +
        'that runs the job; a connect string with slashes or parentheses was cut by the shell.',
      todo: [
        'Run tnsping with the same alias, as the same operating system user that runs the backup.',
        'Check TNS_ADMIN and the tnsnames.ora it leads to, and that the alias has no missing parenthesis.',
        'Look at NAMES.DIRECTORY_PATH in sqlnet.ora: TNSNAMES or EZCONNECT must be in it.',
        'Try the long form host:port/service in place of the alias.',
      ],
    },
    es: {
      title: 'El alias de conexión es desconocido',
      what:
        'El cliente no puede convertir el nombre de conexión en una dirección, así que ni siquiera se intentó la ' +
        'conexión por red.',
      why:
        'El alias falta o está mal escrito en tnsnames.ora; TNS_ADMIN apunta a otro directorio para la cuenta que ' +
        'ejecuta el trabajo; el shell cortó una cadena de conexión con barras o paréntesis.',
      todo: [
        'Ejecutar tnsping con el mismo alias y con el mismo usuario del sistema operativo que lanza la copia.',
        'Comprobar TNS_ADMIN y el tnsnames.ora al que conduce, y que al alias no le falte ningún paréntesis.',
        'Revisar NAMES.DIRECTORY_PATH en sqlnet.ora: debe incluir TNSNAMES o EZCONNECT.',
        'Probar con la forma larga host:puerto/servicio en lugar del alias.',
      ],
    },
  },
  {
    code: 'ORA-12162', family: 'connect', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'No database was named for the connection',
      what: 'The client was asked to connect locally, but neither an instance nor a service name was set.',
      why:
        'ORACLE_SID is not set in the environment of the job; a scheduler starts the job without the profile of the ' +
        'oracle user.',
      todo: [
        "Set ORACLE_SID and ORACLE_HOME explicitly in the target's settings, or in the job's environment.",
        'Or connect through the listener, with a connect string in place of /.',
        'Check that TWO_TASK (LOCAL on Windows) is not set to an empty or wrong value.',
      ],
    },
    es: {
      title: 'No se indicó a qué base de datos conectar',
      what: 'Se pidió una conexión local, pero no hay definida ninguna instancia ni nombre de servicio.',
      why:
        'ORACLE_SID no está definido en el entorno del trabajo; un planificador lo lanza sin el perfil del usuario ' +
        'oracle.',
      todo: [
        'Definir ORACLE_SID y ORACLE_HOME de forma explícita en la ficha de la base de datos o en el entorno del ' +
          'trabajo.',
        'O bien conectar a través del listener, con una cadena de conexión en lugar de /.',
        'Comprobar que TWO_TASK (LOCAL en Windows) no tenga un valor vacío o equivocado.',
      ],
    },
  },
  {
    code: 'ORA-12170', family: 'connect', healsByRetry: 'yes', ignorable: 'no',
    en: {
      title: 'The connection timed out',
      what: 'The host did not answer within the time allowed, so the session was never opened.',
      why:
        'A firewall drops the packets silently; the host is down or overloaded; the address or port is wrong; a VPN ' +
        'was not up at that hour.',
      todo: [
        'Test the port from the machine that runs the backup, for instance with nc -vz host port or ' +
          'Test-NetConnection.',
        'Check the host is up and the firewall allows the listener port in that direction.',
        "If it happens only at busy hours, look at the host's load and raise SQLNET.OUTBOUND_CONNECT_TIMEOUT.",
      ],
    },
    es: {
      title: 'Se agotó el tiempo de conexión',
      what: 'El servidor no respondió en el tiempo permitido y la sesión no llegó a abrirse.',
      why:
        'Un cortafuegos descarta los paquetes en silencio; el servidor está caído o saturado; la dirección o el ' +
        'puerto son incorrectos; la VPN no estaba levantada a esa hora.',
      todo: [
        'Probar el puerto desde la máquina que lanza la copia, por ejemplo con nc -vz host puerto o ' +
          'Test-NetConnection.',
        'Comprobar que el servidor está levantado y que el cortafuegos permite el puerto del listener en ese sentido.',
        'Si solo ocurre en horas punta, revisar la carga del servidor y aumentar SQLNET.OUTBOUND_CONNECT_TIMEOUT.',
      ],
    },
  },
  {
    code: 'ORA-12505', family: 'connect', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'The listener does not know this SID',
      what: 'The listener answered, but no instance with that SID is registered with it.',
      why:
        'The SID is wrong, or it is really a service name; the instance is down and has no static entry; the ' +
        'instance registers with another listener or port.',
      todo: [
        'Run lsnrctl status on the host and compare the list with the connect string.',
        'Use SERVICE_NAME (host:port/service) in place of SID when connecting to a PDB or a cluster.',
        'If the instance is down, start it; if it must be reached while down, add it to SID_LIST in listener.ora.',
        'Check LOCAL_LISTENER and run ALTER SYSTEM REGISTER.',
      ],
    },
    es: {
      title: 'El listener no conoce este SID',
      what: 'El listener respondió, pero no tiene registrada ninguna instancia con ese SID.',
      why:
        'El SID es incorrecto o en realidad es un nombre de servicio; la instancia está parada y no tiene entrada ' +
        'estática; la instancia se registra en otro listener o puerto.',
      todo: [
        'Ejecutar lsnrctl status en el servidor y comparar la lista con la cadena de conexión.',
        'Usar SERVICE_NAME (host:puerto/servicio) en lugar de SID para conectar con una PDB o un clúster.',
        'Si la instancia está parada, arrancarla; si hay que alcanzarla estando parada, añadirla a SID_LIST en ' +
          'listener.ora.',
        'Comprobar LOCAL_LISTENER y ejecutar ALTER SYSTEM REGISTER.',
      ],
    },
  },
  {
    code: 'ORA-12514', family: 'connect', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'The listener does not know this service',
      what: 'The listener answered, but nobody has registered the service that was asked for.',
      why:
        'The instance or the PDB is closed; the instance has just started and has not registered yet; the service ' +
        'name is misspelt or lacks its domain; the database is only mounted.',
      todo: [
        'Run lsnrctl services and look for the exact service name, domain included.',
        'Check V$INSTANCE.STATUS and, for a PDB, V$PDBS.OPEN_MODE; open what is closed.',
        'Run ALTER SYSTEM REGISTER and check LOCAL_LISTENER.',
        'For jobs that restart or mount the database, add a static entry to listener.ora and use it.',
      ],
    },
    es: {
      title: 'El listener no conoce este servicio',
      what: 'El listener respondió, pero nadie ha registrado el servicio solicitado.',
      why:
        'La instancia o la PDB están cerradas; la instancia acaba de arrancar y aún no se ha registrado; el nombre ' +
        'del servicio está mal escrito o le falta el dominio; la base de datos solo está montada.',
      todo: [
        'Ejecutar lsnrctl services y buscar el nombre exacto del servicio, dominio incluido.',
        'Comprobar V$INSTANCE.STATUS y, si es una PDB, V$PDBS.OPEN_MODE; abrir lo que esté cerrado.',
        'Ejecutar ALTER SYSTEM REGISTER y revisar LOCAL_LISTENER.',
        'Para trabajos que reinician o montan la base de datos, añadir una entrada estática en listener.ora y usarla.',
      ],
    },
  },
  {
    code: 'ORA-12516', family: 'connect', healsByRetry: 'yes', ignorable: 'no',
    en: {
      title: 'No free handler for a new session',
      what: 'The listener found the instance, but the instance accepts no further connection of this kind now.',
      why:
        'The PROCESSES limit is nearly reached; a burst of connections; the listener has stale load figures for up ' +
        'to a few minutes.',
      todo: [
        'Query V$RESOURCE_LIMIT for processes and sessions and compare CURRENT_UTILIZATION with LIMIT_VALUE.',
        'Find who holds them: V$SESSION grouped by MACHINE and PROGRAM.',
        'Raise PROCESSES (needs a restart) or repair the application pool that leaks sessions.',
        'Let the job try again some minutes later.',
      ],
    },
    es: {
      title: 'No hay ningún manejador libre para una sesión nueva',
      what: 'El listener encontró la instancia, pero ahora mismo esta no acepta más conexiones de ese tipo.',
      why:
        'El límite PROCESSES está casi alcanzado; hubo una ráfaga de conexiones; el listener tiene cifras de carga ' +
        'anticuadas durante unos minutos.',
      todo: [
        'Consultar V$RESOURCE_LIMIT para processes y sessions y comparar CURRENT_UTILIZATION con LIMIT_VALUE.',
        'Averiguar quién las ocupa: V$SESSION agrupado por MACHINE y PROGRAM.',
        'Aumentar PROCESSES (exige reiniciar) o corregir el pool de la aplicación que pierde sesiones.',
        'Dejar que el trabajo se reintente unos minutos después.',
      ],
    },
  },
  {
    code: 'ORA-12518', family: 'connect', healsByRetry: 'yes', ignorable: 'no',
    en: {
      title: 'The listener could not hand the connection over',
      what: 'The listener accepted the call, but the server process for it could not be started.',
      why:
        'PROCESSES is exhausted; the operating system is out of memory or of processes for the oracle user; in ' +
        'shared server mode, the dispatchers are full.',
      todo: [
        'Look at the listener log: the line below the error carries the operating system reason.',
        'Check memory, swap and ulimit -u of the oracle user on the host.',
        'Query V$RESOURCE_LIMIT for processes.',
      ],
    },
    es: {
      title: 'El listener no pudo entregar la conexión',
      what: 'El listener aceptó la llamada, pero no se pudo arrancar el proceso servidor que la atendería.',
      why:
        'PROCESSES está agotado; el sistema operativo no tiene memoria o procesos disponibles para el usuario ' +
        'oracle; en modo servidor compartido, los dispatchers están llenos.',
      todo: [
        'Mirar el log del listener: la línea siguiente al error lleva el motivo del sistema operativo.',
        'Comprobar la memoria, el swap y ulimit -u del usuario oracle en el servidor.',
        'Consultar V$RESOURCE_LIMIT para processes.',
      ],
    },
  },
  {
    code: 'ORA-12519', family: 'connect', healsByRetry: 'yes', ignorable: 'no',
    en: {
      title: 'No suitable handler was found by the listener',
      what: 'The instance is known, but it has no room for another connection at this moment.',
      why: 'PROCESSES or SESSIONS is at its limit, usually because of connections that an application does not close.',
      todo: [
        'Query V$RESOURCE_LIMIT for processes and sessions.',
        'Group V$SESSION by MACHINE and PROGRAM to find the leak.',
        'Raise PROCESSES in the spfile and plan a restart.',
        'Try the backup again once sessions have been freed.',
      ],
    },
    es: {
      title: 'El listener no encontró un manejador adecuado',
      what: 'La instancia es conocida, pero en este momento no tiene sitio para otra conexión.',
      why: 'PROCESSES o SESSIONS están al límite, normalmente por conexiones que una aplicación no cierra.',
      todo: [
        'Consultar V$RESOURCE_LIMIT para processes y sessions.',
        'Agrupar V$SESSION por MACHINE y PROGRAM para localizar la fuga.',
        'Aumentar PROCESSES en el spfile y planificar un reinicio.',
        'Reintentar la copia cuando se hayan liberado sesiones.',
      ],
    },
  },
  {
    code: 'ORA-12520', family: 'connect', healsByRetry: 'yes', ignorable: 'no',
    en: {
      title: 'No handler for the requested type of server',
      what: 'The listener cannot offer a server of the type asked for, dedicated or shared, right now.',
      why:
        'The instance is out of processes; the connect string asks for a dedicated server that the service does not ' +
        'offer.',
      todo: [
        'Query V$RESOURCE_LIMIT for processes.',
        'Use SERVER=DEDICATED in the alias: RMAN needs dedicated servers.',
        'Run lsnrctl services and look at the handlers of the service.',
      ],
    },
    es: {
      title: 'No hay manejador para el tipo de servidor pedido',
      what: 'El listener no puede ofrecer ahora un servidor del tipo solicitado, dedicado o compartido.',
      why:
        'La instancia se quedó sin procesos; la cadena de conexión pide un servidor dedicado que el servicio no ' +
        'ofrece.',
      todo: [
        'Consultar V$RESOURCE_LIMIT para processes.',
        'Usar SERVER=DEDICATED en el alias: RMAN necesita servidores dedicados.',
        'Ejecutar lsnrctl services y revisar los manejadores del servicio.',
      ],
    },
  },
  {
    code: 'ORA-12526', family: 'connect', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'The instance only admits restricted sessions',
      what: 'The instance is in restricted mode and the listener turns ordinary connections away.',
      why: 'Somebody opened it with STARTUP RESTRICT or ALTER SYSTEM ENABLE RESTRICTED SESSION for maintenance.',
      todo: [
        'Ask whether maintenance is going on before touching anything.',
        'Query V$INSTANCE.LOGINS; when the work is over, run ALTER SYSTEM DISABLE RESTRICTED SESSION.',
        'To back up meanwhile, connect locally as SYSBACKUP or SYSDBA.',
      ],
    },
    es: {
      title: 'La instancia solo admite sesiones restringidas',
      what: 'La instancia está en modo restringido y el listener rechaza las conexiones normales.',
      why: 'Alguien la abrió con STARTUP RESTRICT o con ALTER SYSTEM ENABLE RESTRICTED SESSION para mantenimiento.',
      todo: [
        'Preguntar si hay un mantenimiento en curso antes de tocar nada.',
        'Consultar V$INSTANCE.LOGINS; al terminar el trabajo, ejecutar ALTER SYSTEM DISABLE RESTRICTED SESSION.',
        'Para hacer la copia mientras tanto, conectar en local como SYSBACKUP o SYSDBA.',
      ],
    },
  },
];
