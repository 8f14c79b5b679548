// Oracle Net: transport, hosts and adapters, and an instance that the listener keeps blocked.
import type { CodeExplanation } from '../explanation.ts';

export const connectNetworkCodes: readonly CodeExplanation[] = [
  {
    code: 'ORA-12528', family: 'connect', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'The listener blocks new connections to this instance',
      what: 'The instance is started but not open, so the listener refuses remote connections to it.',
      why:
        'The instance is in NOMOUNT or being restarted; a duplicate or restore is working on it; the service is ' +
        'registered dynamically only.',
      todo: [
        'Query V$INSTANCE.STATUS locally to see which state it is in.',
        'Add a static entry for the instance to listener.ora (SID_LIST) and reload the listener.',
        'Or add (UR=A) to the CONNECT_DATA of the alias.',
        'If it should be open, open it.',
      ],
    },
    es: {
      title: 'El listener bloquea las conexiones nuevas a esta instancia',
      what: 'La instancia está arrancada pero no abierta, y por eso el listener rechaza las conexiones remotas.',
      why:
        'La instancia está en NOMOUNT o reiniciándose; un duplicado o una restauración trabaja sobre ella; el ' +
        'servicio solo está registrado de forma dinámica.',
      todo: [
        'Consultar V$INSTANCE.STATUS en local para saber en qué estado está.',
        'Añadir una entrada estática de la instancia en listener.ora (SID_LIST) y recargar el listener.',
        'O bien añadir (UR=A) al CONNECT_DATA del alias.',
        'Si debería estar abierta, abrirla.',
      ],
    },
  },
  {
    code: 'ORA-12535', family: 'connect', healsByRetry: 'yes', ignorable: 'no',
    en: {
      title: 'The network operation timed out',
      what: 'The connection attempt or an established session got no answer in time.',
      why:
        'A firewall dropped the session or the packets; the host is unreachable or hung; the network was ' +
        'interrupted.',
      todo: [
        'Test the port from the machine that runs the backup.',
        'Look at the listener log and the alert log around that time.',
        'If long sessions die after a fixed time, set SQLNET.EXPIRE_TIME on the server or ENABLE=BROKEN in the alias.',
      ],
    },
    es: {
      title: 'La operación de red agotó su tiempo',
      what: 'El intento de conexión, o una sesión ya abierta, no obtuvo respuesta a tiempo.',
      why:
        'Un cortafuegos cortó la sesión o descartó los paquetes; el servidor está inaccesible o colgado; hubo un ' +
        'corte de red.',
      todo: [
        'Probar el puerto desde la máquina que lanza la copia.',
        'Mirar el log del listener y el alert log alrededor de esa hora.',
        'Si las sesiones largas mueren siempre tras el mismo tiempo, definir SQLNET.EXPIRE_TIME en el servidor o ' +
          'ENABLE=BROKEN en el alias.',
      ],
    },
  },
  {
    code: 'ORA-12537', family: 'connect', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'The other side closed the connection',
      what: 'The server or the listener hung up while the connection was being made.',
      why:
        "The server process could not start (limits, memory, permissions of the oracle binary); the client's address " +
        'is not in the list of invited nodes; the listener was restarting.',
      todo: [
        'Look at the listener log at that instant for the reason.',
        "Check TCP.INVITED_NODES and TCP.VALIDNODE_CHECKING in the server's sqlnet.ora.",
        'Check ulimit of the oracle user and the permissions of $ORACLE_HOME/bin/oracle (6751).',
      ],
    },
    es: {
      title: 'El otro extremo cerró la conexión',
      what: 'El servidor o el listener colgaron mientras se establecía la conexión.',
      why:
        'El proceso servidor no pudo arrancar (límites, memoria, permisos del binario oracle); la dirección del ' +
        'cliente no está entre los nodos invitados; el listener se estaba reiniciando.',
      todo: [
        'Mirar el motivo en el log del listener en ese instante.',
        'Revisar TCP.INVITED_NODES y TCP.VALIDNODE_CHECKING en el sqlnet.ora del servidor.',
        'Comprobar ulimit del usuario oracle y los permisos de $ORACLE_HOME/bin/oracle (6751).',
      ],
    },
  },
  {
    code: 'ORA-12541', family: 'connect', healsByRetry: 'yes', ignorable: 'no',
    en: {
      title: 'Nothing listens at that address',
      what: 'The host answers, but no listener is working on that port.',
      why:
        'The listener is stopped or still starting; the port or host in the connect string is wrong; the listener ' +
        'moved to another node or address.',
      todo: [
        'Run lsnrctl status on the database host.',
        'Start it with lsnrctl start, or srvctl start listener in Grid Infrastructure.',
        'Compare host and port of the connect string with listener.ora and LOCAL_LISTENER.',
      ],
    },
    es: {
      title: 'No hay nada escuchando en esa dirección',
      what: 'El servidor responde, pero ningún listener atiende en ese puerto.',
      why:
        'El listener está parado o todavía arrancando; el puerto o el host de la cadena de conexión son incorrectos; ' +
        'el listener se movió a otro nodo o dirección.',
      todo: [
        'Ejecutar lsnrctl status en el servidor de la base de datos.',
        'Arrancarlo con lsnrctl start, o con srvctl start listener si hay Grid Infrastructure.',
        'Comparar host y puerto de la cadena de conexión con listener.ora y LOCAL_LISTENER.',
      ],
    },
  },
  {
    code: 'ORA-12543', family: 'connect', healsByRetry: 'yes', ignorable: 'no',
    en: {
      title: 'The host cannot be reached',
      what: 'The network has no route to the database host, or a device refuses to pass the traffic.',
      why: 'The host is down; a firewall rejects the connection; the VPN or the network segment is not available.',
      todo: [
        'Ping the host and test the listener port from the machine that runs the backup.',
        "Check the VPN, the route and the host's local firewall (firewalld, Windows Defender).",
        'Check the address in the connect string.',
      ],
    },
    es: {
      title: 'No se puede llegar al servidor',
      what: 'La red no tiene ruta hasta el servidor de la base de datos, o algún equipo rechaza el tráfico.',
      why:
        'El servidor está caído; un cortafuegos rechaza la conexión; la VPN o el segmento de red no están ' +
        'disponibles.',
      todo: [
        'Hacer ping al servidor y probar el puerto del listener desde la máquina que lanza la copia.',
        'Comprobar la VPN, la ruta y el cortafuegos local del servidor (firewalld, Windows Defender).',
        'Comprobar la dirección de la cadena de conexión.',
      ],
    },
  },
  {
    code: 'ORA-12545', family: 'connect', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'The host name cannot be resolved',
      what: 'The client does not know the host named in the connect string, or cannot reach it.',
      why:
        'The host name is misspelt; DNS or /etc/hosts does not know it; in a cluster, the listener sends the client ' +
        'to a node name it cannot resolve.',
      todo: [
        'Run nslookup or getent hosts with the exact name, on the machine that runs the backup.',
        'Use the full name with its domain, or the address.',
        'In RAC, check that the SCAN and VIP names of every node resolve from this machine.',
      ],
    },
    es: {
      title: 'No se puede resolver el nombre del servidor',
      what: 'El cliente no conoce el servidor que aparece en la cadena de conexión, o no puede llegar a él.',
      why:
        'El nombre está mal escrito; ni el DNS ni /etc/hosts lo conocen; en un clúster, el listener redirige al ' +
        'cliente a un nombre de nodo que no sabe resolver.',
      todo: [
        'Ejecutar nslookup o getent hosts con el nombre exacto, en la máquina que lanza la copia.',
        'Usar el nombre completo con dominio, o la dirección.',
        'En RAC, comprobar que los nombres SCAN y VIP de todos los nodos se resuelven desde esta máquina.',
      ],
    },
  },
  {
    code: 'ORA-12547', family: 'connect', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'Contact with the server was lost while connecting',
      what: 'The server process disappeared before the connection was complete.',
      why:
        'A wrong ORACLE_HOME for that ORACLE_SID; wrong permissions on the oracle binary; kernel limits or memory ' +
        'exhausted.',
      todo: [
        'Check that ORACLE_HOME is exactly the one in oratab for this instance.',
        'Check the permissions of $ORACLE_HOME/bin/oracle (6751, owner oracle).',
        'Look for core files and at ulimit of the account that runs the job.',
      ],
    },
    es: {
      title: 'Se perdió el contacto con el servidor al conectar',
      what: 'El proceso servidor desapareció antes de completar la conexión.',
      why:
        'Un ORACLE_HOME que no corresponde a ese ORACLE_SID; permisos incorrectos en el binario oracle; límites del ' +
        'kernel o memoria agotados.',
      todo: [
        'Comprobar que ORACLE_HOME es exactamente el que figura en oratab para esta instancia.',
        'Comprobar los permisos de $ORACLE_HOME/bin/oracle (6751, propietario oracle).',
        'Buscar archivos core y revisar ulimit de la cuenta que ejecuta el trabajo.',
      ],
    },
  },
  {
    code: 'ORA-12560', family: 'connect', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'The local connection could not be opened',
      what: 'The client could not even start talking to the database on this machine.',
      why:
        'On Windows, the service OracleServiceSID is stopped or ORACLE_SID is not set; on Unix, ORACLE_SID or ' +
        'ORACLE_HOME is wrong.',
      todo: [
        'On Windows, run sc query OracleService followed by the SID, and start the service if it is stopped.',
        'Set ORACLE_SID in the environment of the job, spelt as in the service name.',
        'Check that the rman in use belongs to the ORACLE_HOME of this database.',
        'Or connect through the listener with a connect string.',
      ],
    },
    es: {
      title: 'No se pudo abrir la conexión local',
      what: 'El cliente ni siquiera pudo empezar a hablar con la base de datos de esta máquina.',
      why:
        'En Windows, el servicio OracleServiceSID está parado o ORACLE_SID no está definido; en Unix, ORACLE_SID u ' +
        'ORACLE_HOME son incorrectos.',
      todo: [
        'En Windows, ejecutar sc query OracleService seguido del SID y arrancar el servicio si está parado.',
        'Definir ORACLE_SID en el entorno del trabajo, escrito igual que en el nombre del servicio.',
        'Comprobar que el rman utilizado pertenece al ORACLE_HOME de esta base de datos.',
        'O bien conectar a través del listener con una cadena de conexión.',
      ],
    },
  },
  {
    code: 'ORA-12571', family: 'connect', healsByRetry: 'yes', ignorable: 'no',
    en: {
      title: 'The network connection broke while sending',
      what: 'A packet could not be sent because the session was cut.',
      why:
        'A firewall, antivirus or network device closed the connection; the server process died; the network card or ' +
        'VPN dropped.',
      todo: [
        'Look at the alert log for a crashed server process at that time.',
        'Check firewalls and antivirus between client and server.',
        'Run the job again; if it recurs at the same elapsed time, look for an idle timeout.',
      ],
    },
    es: {
      title: 'La conexión de red se cortó durante el envío',
      what: 'No se pudo enviar un paquete porque la sesión quedó cortada.',
      why:
        'Un cortafuegos, un antivirus o un equipo de red cerró la conexión; el proceso servidor murió; la tarjeta de ' +
        'red o la VPN se cayeron.',
      todo: [
        'Buscar en el alert log un proceso servidor caído a esa hora.',
        'Revisar cortafuegos y antivirus entre cliente y servidor.',
        'Lanzar de nuevo el trabajo; si se repite siempre al mismo tiempo de ejecución, buscar un límite por ' +
          'inactividad.',
      ],
    },
  },
];
