// What the doctor finds, each with what to do about it; a part of the closed table of codes.
export const doctorCodes = {
  'doctor.grant-missing': {
    en: 'The user of the SQL connection may not read this ({code}). A DBA grants it with the statement below.',
    es: 'El usuario de la conexión SQL no puede leer esto ({code}). Un DBA lo concede con la sentencia de abajo.',
  },
  'doctor.release-since': {
    en: 'Oracle has this only from release {since} on.',
    es: 'Oracle solo lo tiene a partir de la versión {since}.',
  },
  'doctor.not-saved': {
    en: 'Only the saved SQL connection is asked. Save the database and look again.',
    es: 'Solo se consulta la conexión SQL guardada. Guarde la base de datos y vuelva a mirar.',
  },
  'doctor.sql-needed': {
    en: 'Without an answer of the SQL connection this cannot be known.',
    es: 'Sin respuesta de la conexión SQL esto no se puede saber.',
  },
  'doctor.not-reached': {
    en: 'Not tried: what is red above has to be corrected first.',
    es: 'No se ha probado: antes hay que corregir lo que arriba está en rojo.',
  },
  'doctor.log-in-refused': {
    en: 'RMAN could not log in: {code} ({detail}). Look the code up with “respaldo explain” or in a run of this database.',
    es: 'RMAN no pudo conectarse: {code} ({detail}). Consulte el código con «respaldo explain» o en una ejecución de esta base.',
  },
  'doctor.log-in-silent': {
    en: 'RMAN did not log in within {seconds} s. Try the same connection with SQL*Plus; a listener or a firewall may be silent.',
    es: 'RMAN no se conectó en {seconds} s. Pruebe la misma conexión con SQL*Plus; puede que un listener o un cortafuegos calle.',
  },
  'doctor.not-mounted': {
    en: 'RMAN reached an instance that has no database mounted ({found}). Nothing can be backed up before STARTUP MOUNT.',
    es: 'RMAN llegó a una instancia sin base montada ({found}). Nada se puede respaldar antes de STARTUP MOUNT.',
  },
  'doctor.two-databases': {
    en: 'RMAN reaches DBID {rman}, SQL reaches DBID {sql}: two different databases. Correct ORACLE_SID or one of the two connections.',
    es: 'RMAN llega al DBID {rman} y SQL al DBID {sql}: son dos bases distintas. Corrija ORACLE_SID o una de las dos conexiones.',
  },
  'doctor.client-older': {
    en: 'The RMAN client ({client}) is older than the database ({database}). Use the client of the database’s own home (RMAN-06429 otherwise).',
    es: 'El cliente RMAN ({client}) es más antiguo que la base ({database}). Use el cliente del propio ORACLE_HOME de la base (si no, RMAN-06429).',
  },
  'doctor.client-newer': {
    en: 'The RMAN client ({client}) is of another release than the database ({database}). Oracle supports it only within limits; the database’s own home is safe.',
    es: 'El cliente RMAN ({client}) es de otra versión que la base ({database}). Oracle lo admite solo con límites; el ORACLE_HOME de la base es lo seguro.',
  },
  'doctor.no-archivelog': {
    en: 'NOARCHIVELOG: only the moments of cold backups can be restored. In mount state: ALTER DATABASE ARCHIVELOG.',
    es: 'NOARCHIVELOG: solo se pueden restaurar los momentos de copias en frío. En estado mount: ALTER DATABASE ARCHIVELOG.',
  },
  'doctor.area-none': {
    en: 'There is no recovery area, but {strategy} has no destination of its own: its pieces go into the Oracle home. Set DB_RECOVERY_FILE_DEST or give a format.',
    es: 'No hay área de recuperación, pero {strategy} no tiene destino propio: sus piezas van al ORACLE_HOME. Defina DB_RECOVERY_FILE_DEST o dé un formato.',
  },
  'doctor.area-nearly-full': {
    en: 'What Oracle cannot delete by itself fills {percent} % of the limit of {limit}. Delete obsolete backups or raise DB_RECOVERY_FILE_DEST_SIZE.',
    es: 'Lo que Oracle no puede borrar por sí solo ocupa el {percent} % del límite de {limit}. Borre copias obsoletas o aumente DB_RECOVERY_FILE_DEST_SIZE.',
  },
  'doctor.area-full': {
    en: 'The recovery area is full ({percent} % of {limit}): the database stops when it cannot archive. Raise DB_RECOVERY_FILE_DEST_SIZE or delete obsolete backups now.',
    es: 'El área de recuperación está llena ({percent} % de {limit}): la base se detiene si no puede archivar. Aumente DB_RECOVERY_FILE_DEST_SIZE o borre ya copias obsoletas.',
  },
  'doctor.no-autobackup': {
    en: 'CONTROLFILE AUTOBACKUP is off and {strategy} does not back the control file up. Turn it on there, or: CONFIGURE CONTROLFILE AUTOBACKUP ON.',
    es: 'CONTROLFILE AUTOBACKUP está desactivado y {strategy} no respalda el archivo de control. Actívelo en ella o: CONFIGURE CONTROLFILE AUTOBACKUP ON.',
  },
  'doctor.edition': {
    en: '{option} needs Enterprise Edition; this is {edition}. Take it out of the strategy.',
    es: '{option} requiere Enterprise Edition; esta es {edition}. Quítelo de la estrategia.',
  },
  'doctor.edition-serial': {
    en: '{channels} channels work one after the other in {edition} (RMAN-06908). One channel says the same.',
    es: '{channels} canales trabajan uno tras otro en {edition} (RMAN-06908). Con un canal resulta lo mismo.',
  },
  'doctor.licence': {
    en: '{option} needs a licence for {licence}. No database tells whether you have it; ask before you use it.',
    es: '{option} requiere licencia de {licence}. Ninguna base dice si la tiene; pregúntelo antes de usarla.',
  },
  'doctor.no-change-tracking': {
    en: 'Level 1 reads every block, since block change tracking is off. ALTER DATABASE ENABLE BLOCK CHANGE TRACKING makes it much shorter.',
    es: 'El nivel 1 lee todos los bloques: el seguimiento de cambios está desactivado. ALTER DATABASE ENABLE BLOCK CHANGE TRACKING lo acorta mucho.',
  },
  'doctor.clock-apart': {
    en: 'The clocks are {seconds} s apart: times of runs and of the database do not fit together. Set both by NTP.',
    es: 'Los relojes difieren {seconds} s: las horas de las ejecuciones y de la base no encajan. Ajuste ambos por NTP.',
  },
  'doctor.keychain-plain': {
    en: 'This desktop has no keychain: what is stored can be read by whoever has the file. Install and unlock one (GNOME Keyring, KWallet).',
    es: 'Este escritorio no tiene llavero: lo guardado puede leerlo quien tenga el archivo. Instale y desbloquee uno (GNOME Keyring, KWallet).',
  },
  'doctor.keychain-closed': {
    en: 'The keychain of this session cannot be opened, so no run with a password can begin. Unlock it, or log in to the desktop.',
    es: 'No se puede abrir el llavero de esta sesión; ninguna ejecución con contraseña puede empezar. Desbloquéelo o inicie sesión en el escritorio.',
  },
  'doctor.too-little-room': {
    en: '{free} free at {path}; the last similar run wrote {needed}. It would end half-way. Make room or choose another destination.',
    es: '{free} libres en {path}; la última ejecución similar escribió {needed}. Se quedaría a medias. Libere espacio o elija otro destino.',
  },
  'doctor.tight-room': {
    en: '{free} free at {path}, and the last similar run wrote {needed}: it fits once, not twice.',
    es: '{free} libres en {path}, y la última ejecución similar escribió {needed}: cabe una vez, no dos.',
  },
} as const;
