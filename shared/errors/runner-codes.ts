// What can go wrong on the way to a runner on another machine: a part of the closed table of error codes.

export const runnerCodes = {
  'runner.client-missing': {
    en: 'The program {client} was not found on this machine. Install it, or add its directory to PATH.',
    es: 'No se encontró el programa {client} en esta máquina. Instálelo o añada su directorio a PATH.',
  },
  'runner.host-unknown': {
    en: 'The host key of {place} is not known here yet, so nothing was sent. Connect once by hand (ssh -p {port} {login}), compare the fingerprint with the one of the server, and accept it.',
    es: 'Aún no se conoce aquí la clave de host de {place}, así que no se envió nada. Conéctese una vez a mano (ssh -p {port} {login}), compare la huella con la del servidor y acéptela.',
  },
  'runner.host-changed': {
    en: 'The host key of {place} is another one than before. Either the server was set up anew or somebody is in between. Ask its administrator for the fingerprint; only then remove the old key (ssh-keygen -R) and connect by hand.',
    es: 'La clave de host de {place} no es la de antes. O se reinstaló el servidor o alguien está en medio. Pida la huella a su administrador; solo entonces quite la clave antigua (ssh-keygen -R) y conéctese a mano.',
  },
  'runner.name-unknown': {
    en: 'No address was found for {place}. Check the name and the DNS.',
    es: 'No se encontró ninguna dirección para {place}. Revise el nombre y el DNS.',
  },
  'runner.key-refused': {
    en: '{place} accepted none of the keys. Load the key into the agent (ssh-add) or name its file, and see that its public part is in authorized_keys there. A key with a passphrase works through the agent only.',
    es: '{place} no aceptó ninguna clave. Cargue la clave en el agente (ssh-add) o indique su archivo, y compruebe que su parte pública está allí en authorized_keys. Una clave con frase de paso solo sirve a través del agente.',
  },
  'runner.refused': {
    en: 'Nobody answers at {place}, port {port}: the connection was refused. Check the port and that sshd runs.',
    es: 'Nadie responde en {place}, puerto {port}: se rechazó la conexión. Revise el puerto y que sshd esté en marcha.',
  },
  'runner.timeout': {
    en: '{place} did not answer within {seconds} s. Check the network, a firewall in between, and the load of the machine.',
    es: '{place} no respondió en {seconds} s. Revise la red, un posible cortafuegos y la carga de la máquina.',
  },
  'runner.unreachable': {
    en: '{place} cannot be reached: {detail}.',
    es: 'No se puede llegar a {place}: {detail}.',
  },
  'runner.container-missing': {
    en: 'There is no {place}. Check the name, the context and, with kubectl, the namespace.',
    es: 'No existe {place}. Revise el nombre, el contexto y, con kubectl, el espacio de nombres.',
  },
  'runner.container-stopped': {
    en: '{place} is not running. Start the container.',
    es: '{place} no está en marcha. Arranque el contenedor.',
  },
  'runner.client-refused': {
    en: '{client} could not do it: {detail}.',
    es: '{client} no pudo hacerlo: {detail}.',
  },
  'runner.no-shell': {
    en: '{place} has no POSIX shell (sh), which every run needs.',
    es: '{place} no tiene un shell POSIX (sh), y toda ejecución lo necesita.',
  },
  'runner.no-setsid': {
    en: '{place} has neither setsid (package util-linux) nor a shell with job control such as bash. Without one of them a cancellation could not reach what RMAN starts, so nothing is started.',
    es: '{place} no tiene ni setsid (paquete util-linux) ni un shell con control de trabajos como bash. Sin uno de los dos, una cancelación no llegaría a lo que RMAN arranca, así que no se inicia nada.',
  },
  'runner.work-directory': {
    en: 'The work directory {path} on {place} cannot be used. It must exist, have room, and be writable by the user of the runner.',
    es: 'El directorio de trabajo {path} de {place} no se puede usar. Debe existir, tener espacio y permitir la escritura al usuario que ejecuta.',
  },
  'runner.keeper-failed': {
    en: 'The run could not be started on {place}: {detail}.',
    es: 'No se pudo iniciar la ejecución en {place}: {detail}.',
  },
  'runner.home-missing': {
    en: 'The Oracle home {path} does not exist on {place}.',
    es: 'El directorio ORACLE_HOME {path} no existe en {place}.',
  },
  'runner.binary-missing': {
    en: 'There is no RMAN at {path} on {place}. Slim container images come without it.',
    es: 'No hay ningún RMAN en {path} de {place}. Las imágenes de contenedor «slim» vienen sin él.',
  },
  'runner.binary-not-executable': {
    en: '{path} exists on {place}, but the user of the runner may not execute it. It must belong to the dba group.',
    es: '{path} existe en {place}, pero el usuario que ejecuta no puede iniciarlo. Debe pertenecer al grupo dba.',
  },
} as const;
