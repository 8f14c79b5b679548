// Credentials, rights and accounts: the database answered and said no.
import type { CodeExplanation } from '../explanation.ts';

export const connectLoginCodes: readonly CodeExplanation[] = [
  {
    code: 'ORA-01017', family: 'connect', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'User name or password is not accepted',
      what: 'The database refuses the user name and password it was given.',
      why:
        'A wrong or changed password; the password file does not hold this user for SYSDBA or SYSBACKUP; on a ' +
        'standby, the password file was not copied after the last change; AS SYSBACKUP or AS SYSDBA is missing.',
      todo: [
        'Try the same user, alias and role with sqlplus.',
        'Query V$PWFILE_USERS: the user must be listed with the right that is used.',
        'On a standby, copy the password file of the primary again.',
        "Save the new password in the target's settings; repeated attempts may lock the account.",
      ],
    },
    es: {
      title: 'Usuario o contraseña no aceptados',
      what: 'La base de datos rechaza el usuario y la contraseña recibidos.',
      why:
        'La contraseña es incorrecta o cambió; el archivo de contraseñas no incluye a este usuario como SYSDBA o ' +
        'SYSBACKUP; en una standby, no se copió el archivo de contraseñas tras el último cambio; falta AS SYSBACKUP ' +
        'o AS SYSDBA.',
      todo: [
        'Probar el mismo usuario, alias y privilegio con sqlplus.',
        'Consultar V$PWFILE_USERS: el usuario debe aparecer con el privilegio utilizado.',
        'En una standby, copiar de nuevo el archivo de contraseñas de la primaria.',
        'Guardar la contraseña nueva en la ficha de la base de datos; repetir intentos puede bloquear la cuenta.',
      ],
    },
  },
  {
    code: 'ORA-01031', family: 'connect', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'The account lacks the right to do this',
      what: 'The session was refused, or a statement was, because the account does not hold the privilege.',
      why:
        'The operating system user is not in the dba or backupdba group; on Windows, not in ORA_DBA; the user has no ' +
        'SYSBACKUP or SYSDBA grant; the password file is missing.',
      todo: [
        'Run id (whoami /groups on Windows) as the account that runs the job and look for the dba group.',
        'GRANT SYSBACKUP to the user and check V$PWFILE_USERS.',
        'Check REMOTE_LOGIN_PASSWORDFILE and that the password file exists.',
        'On Windows, check SQLNET.AUTHENTICATION_SERVICES=(NTS) in sqlnet.ora.',
      ],
    },
    es: {
      title: 'La cuenta no tiene privilegio para esto',
      what: 'Se rechazó la sesión, o una sentencia, porque la cuenta no tiene el privilegio necesario.',
      why:
        'El usuario del sistema operativo no está en el grupo dba o backupdba; en Windows, no está en ORA_DBA; el ' +
        'usuario no tiene SYSBACKUP ni SYSDBA; falta el archivo de contraseñas.',
      todo: [
        'Ejecutar id (whoami /groups en Windows) con la cuenta que lanza el trabajo y buscar el grupo dba.',
        'Conceder SYSBACKUP al usuario y comprobar V$PWFILE_USERS.',
        'Comprobar REMOTE_LOGIN_PASSWORDFILE y que exista el archivo de contraseñas.',
        'En Windows, comprobar SQLNET.AUTHENTICATION_SERVICES=(NTS) en sqlnet.ora.',
      ],
    },
  },
  {
    code: 'ORA-01045', family: 'connect', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'The user may not open a session',
      what: 'The password is right, but the user has no CREATE SESSION privilege.',
      why: 'A new user was created without grants; a role that carried the privilege was revoked.',
      todo: [
        'GRANT CREATE SESSION to the user.',
        'In a PDB, check the grant was made in that container: query CDB_SYS_PRIVS.',
        'For RMAN, connect AS SYSBACKUP, which needs no CREATE SESSION.',
      ],
    },
    es: {
      title: 'El usuario no puede abrir sesión',
      what: 'La contraseña es correcta, pero el usuario no tiene el privilegio CREATE SESSION.',
      why: 'Se creó un usuario nuevo sin privilegios; se revocó un rol que lo aportaba.',
      todo: [
        'Conceder CREATE SESSION al usuario.',
        'En una PDB, comprobar que se concedió en ese contenedor: consultar CDB_SYS_PRIVS.',
        'Para RMAN, conectar AS SYSBACKUP, que no necesita CREATE SESSION.',
      ],
    },
  },
  {
    code: 'ORA-28000', family: 'connect', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'The account is locked',
      what: 'The account exists, but the database has locked it and accepts no session from it.',
      why:
        'Too many attempts with an old password, often from a forgotten job; an administrator locked it; the profile ' +
        'locks idle accounts.',
      todo: [
        'Query DBA_USERS for ACCOUNT_STATUS and LOCK_DATE.',
        'Find who keeps failing (DBA_AUDIT_TRAIL or UNIFIED_AUDIT_TRAIL with return code 1017) and correct that first.',
        'Run ALTER USER name ACCOUNT UNLOCK.',
      ],
    },
    es: {
      title: 'La cuenta está bloqueada',
      what: 'La cuenta existe, pero la base de datos la ha bloqueado y no acepta sesiones suyas.',
      why:
        'Demasiados intentos con una contraseña antigua, a menudo de un trabajo olvidado; un administrador la ' +
        'bloqueó; el perfil bloquea cuentas inactivas.',
      todo: [
        'Consultar ACCOUNT_STATUS y LOCK_DATE en DBA_USERS.',
        'Localizar quién sigue fallando (DBA_AUDIT_TRAIL o UNIFIED_AUDIT_TRAIL con código de retorno 1017) y ' +
          'corregirlo primero.',
        'Ejecutar ALTER USER nombre ACCOUNT UNLOCK.',
      ],
    },
  },
  {
    code: 'ORA-28001', family: 'connect', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'The password has expired',
      what: "The account's password is past its lifetime and must be changed before it can be used.",
      why: 'The profile sets PASSWORD_LIFE_TIME and nobody changed the password in time.',
      todo: [
        "Change the password with ALTER USER name IDENTIFIED BY, and save the new one in the target's settings.",
        'Give service accounts a profile whose PASSWORD_LIFE_TIME suits an unattended job.',
        'On a standby configuration, copy the password file if SYS or SYSBACKUP users changed.',
      ],
    },
    es: {
      title: 'La contraseña ha caducado',
      what: 'La contraseña de la cuenta superó su vigencia y hay que cambiarla antes de poder usarla.',
      why: 'El perfil define PASSWORD_LIFE_TIME y nadie cambió la contraseña a tiempo.',
      todo: [
        'Cambiar la contraseña con ALTER USER nombre IDENTIFIED BY y guardar la nueva en la ficha de la base de datos.',
        'Asignar a las cuentas de servicio un perfil cuyo PASSWORD_LIFE_TIME convenga a un trabajo desatendido.',
        'Si hay standby, copiar el archivo de contraseñas cuando cambien SYS o usuarios SYSBACKUP.',
      ],
    },
  },
  {
    code: 'ORA-28002', family: 'warning', healsByRetry: 'no', ignorable: 'depends',
    en: {
      title: 'The password expires soon',
      what: 'The session was opened, with a notice that the password will expire in a few days.',
      why: 'The account is in the grace period of its profile.',
      todo: [
        'Nothing failed yet: change the password before the day the message names.',
        "Save the new password in the target's settings at the same moment.",
        'Consider a profile without expiry for the backup account.',
      ],
    },
    es: {
      title: 'La contraseña caduca pronto',
      what: 'La sesión se abrió, con el aviso de que la contraseña caducará en unos días.',
      why: 'La cuenta está en el periodo de gracia de su perfil.',
      todo: [
        'Todavía no ha fallado nada: cambiar la contraseña antes del día que indica el mensaje.',
        'Guardar a la vez la contraseña nueva en la ficha de la base de datos.',
        'Valorar un perfil sin caducidad para la cuenta de copias.',
      ],
    },
  },
  {
    code: 'ORA-28009', family: 'connect', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'SYS must say as what it connects',
      what: 'A session as SYS was asked for without AS SYSDBA or AS SYSBACKUP.',
      why: 'The connect string or the tool does not pass the role along.',
      todo: [
        'Add AS SYSBACKUP (or AS SYSDBA on 11.2) to the connection.',
        'Better, use a dedicated user with SYSBACKUP in place of SYS.',
      ],
    },
    es: {
      title: 'SYS debe indicar con qué privilegio conecta',
      what: 'Se pidió una sesión como SYS sin AS SYSDBA ni AS SYSBACKUP.',
      why: 'La cadena de conexión o la herramienta no transmiten el privilegio.',
      todo: [
        'Añadir AS SYSBACKUP (o AS SYSDBA en 11.2) a la conexión.',
        'Mejor aún, usar un usuario dedicado con SYSBACKUP en lugar de SYS.',
      ],
    },
  },
  {
    code: 'ORA-28040', family: 'connect', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'Client and server share no login protocol',
      what: 'Client and server do not agree on a way to check the password.',
      why:
        'An old client meets a newer server, or SQLNET.ALLOWED_LOGON_VERSION_SERVER is stricter than the client can ' +
        'follow.',
      todo: [
        'Use an RMAN client of the same release as the database.',
        'Check SQLNET.ALLOWED_LOGON_VERSION_SERVER and _CLIENT in both sqlnet.ora files; lowering them weakens ' +
          'security.',
        'After such a change, set the password again so that its verifier matches.',
      ],
    },
    es: {
      title: 'Cliente y servidor no comparten protocolo de autenticación',
      what: 'El cliente y el servidor no se ponen de acuerdo en cómo verificar la contraseña.',
      why:
        'Un cliente antiguo conecta con un servidor más nuevo, o SQLNET.ALLOWED_LOGON_VERSION_SERVER exige más de lo ' +
        'que el cliente admite.',
      todo: [
        'Usar un cliente RMAN de la misma versión que la base de datos.',
        'Revisar SQLNET.ALLOWED_LOGON_VERSION_SERVER y _CLIENT en ambos sqlnet.ora; rebajarlos debilita la seguridad.',
        'Tras ese cambio, volver a asignar la contraseña para que su verificador corresponda.',
      ],
    },
  },
  {
    code: 'ORA-12578', family: 'connect', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'The password wallet cannot be opened',
      what: 'The client is configured to take the password from a wallet, and it cannot open it.',
      why:
        'WALLET_LOCATION names another directory; the account that runs the job may not read cwallet.sso; the wallet ' +
        'is not auto-login.',
      todo: [
        'Check WALLET_LOCATION in the sqlnet.ora in use, and TNS_ADMIN.',
        'As the account that runs the job, test with mkstore -wrl directory -listCredential.',
        'Check owner and mode of cwallet.sso.',
      ],
    },
    es: {
      title: 'No se puede abrir el wallet de contraseñas',
      what: 'El cliente está configurado para tomar la contraseña de un wallet y no puede abrirlo.',
      why:
        'WALLET_LOCATION indica otro directorio; la cuenta que ejecuta el trabajo no puede leer cwallet.sso; el ' +
        'wallet no es de apertura automática.',
      todo: [
        'Comprobar WALLET_LOCATION en el sqlnet.ora utilizado, y TNS_ADMIN.',
        'Con la cuenta que ejecuta el trabajo, probar mkstore -wrl directorio -listCredential.',
        'Comprobar propietario y permisos de cwallet.sso.',
      ],
    },
  },
  {
    code: 'ORA-12638', family: 'connect', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'The operating system login could not be used',
      what: 'The client could not obtain the credentials of the current Windows or Kerberos session.',
      why: 'SQLNET.AUTHENTICATION_SERVICES=(NTS) while the job runs under a service account or across domains.',
      todo: [
        'Run the job under an account of the domain that is a member of ORA_DBA.',
        'Or set SQLNET.AUTHENTICATION_SERVICES=(NONE) for this client and connect with a password.',
      ],
    },
    es: {
      title: 'No se pudo usar el inicio de sesión del sistema operativo',
      what: 'El cliente no pudo obtener las credenciales de la sesión actual de Windows o Kerberos.',
      why:
        'SQLNET.AUTHENTICATION_SERVICES=(NTS) mientras el trabajo corre con una cuenta de servicio o entre dominios.',
      todo: [
        'Ejecutar el trabajo con una cuenta del dominio que sea miembro de ORA_DBA.',
        'O bien definir SQLNET.AUTHENTICATION_SERVICES=(NONE) en este cliente y conectar con contraseña.',
      ],
    },
  },
  {
    code: 'ORA-02396', family: 'connect', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'The session was idle too long',
      what: "The profile's IDLE_TIME ended the session, and the next command found it closed.",
      why: 'The backup account has a profile with IDLE_TIME, and the session waited on a long step.',
      todo: [
        "Query DBA_PROFILES for IDLE_TIME of the account's profile.",
        'Give the backup account a profile with IDLE_TIME UNLIMITED.',
      ],
    },
    es: {
      title: 'La sesión estuvo inactiva demasiado tiempo',
      what: 'El IDLE_TIME del perfil terminó la sesión y el comando siguiente la encontró cerrada.',
      why: 'La cuenta de copias tiene un perfil con IDLE_TIME y la sesión esperó en un paso largo.',
      todo: [
        'Consultar en DBA_PROFILES el IDLE_TIME del perfil de la cuenta.',
        'Asignar a la cuenta de copias un perfil con IDLE_TIME UNLIMITED.',
      ],
    },
  },
  {
    code: 'ORA-02399', family: 'connect', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'The session exceeded its connect time',
      what: "The profile's CONNECT_TIME was used up and the session was closed in the middle of the job.",
      why: 'The profile of the backup account limits how long a session may last, and the backup takes longer.',
      todo: [
        "Query DBA_PROFILES for CONNECT_TIME of the account's profile.",
        'Give the backup account a profile with CONNECT_TIME UNLIMITED.',
      ],
    },
    es: {
      title: 'La sesión superó su tiempo de conexión',
      what: 'Se agotó el CONNECT_TIME del perfil y la sesión se cerró en mitad del trabajo.',
      why: 'El perfil de la cuenta de copias limita cuánto puede durar una sesión, y la copia tarda más.',
      todo: [
        'Consultar en DBA_PROFILES el CONNECT_TIME del perfil de la cuenta.',
        'Asignar a la cuenta de copias un perfil con CONNECT_TIME UNLIMITED.',
      ],
    },
  },
];
