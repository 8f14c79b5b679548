// What can be wrong with the way to a database: runner, login, SQL connection.
// A part of the closed table of field problems.

export const connectionFields = {
  'path.absolute': { en: 'Give an absolute path.', es: 'Dé una ruta absoluta.' },
  'path.unix': {
    en: 'Give an absolute path of that machine, such as /u01/app.',
    es: 'Dé una ruta absoluta de esa máquina, como /u01/app.',
  },
  'runner.characters': {
    en: 'Letters, digits and the usual signs of a name only; it may not start with “-”.',
    es: 'Solo letras, dígitos y los signos habituales de un nombre; no puede empezar por «-».',
  },
  'runner.not-of-client': {
    en: '{client} has no such thing. Leave it empty.',
    es: '{client} no tiene nada así. Déjelo vacío.',
  },
  'sid.characters': {
    en: 'A SID has letters, digits, “_”, “$” or “#”, at most 30.',
    es: 'Un SID tiene letras, dígitos, «_», «$» o «#», como máximo 30.',
  },
  'connect.characters': {
    en: 'A connect identifier has no blanks, quotes, “;”, “&” or “@”.',
    es: 'Un identificador de conexión no lleva espacios, comillas, «;», «&» ni «@».',
  },
  'host.characters': {
    en: 'A host is a name or an IP address: letters, digits and “. - _ :”, without brackets, a protocol or a port.',
    es: 'Un host es un nombre o una dirección IP: letras, dígitos y «. - _ :», sin corchetes, protocolo ni puerto.',
  },
  'service.characters': {
    en: 'A service name has letters, digits and “_ . $ # -”. “lsnrctl services” on the server lists them.',
    es: 'Un nombre de servicio tiene letras, dígitos y «_ . $ # -». «lsnrctl services» los muestra en el servidor.',
  },
  'tns-alias.characters': {
    en: 'A name of tnsnames.ora has letters, digits and “_ . -”.',
    es: 'Un nombre de tnsnames.ora tiene letras, dígitos y «_ . -».',
  },
  'descriptor.form': {
    en: 'Give one whole descriptor: it begins with (DESCRIPTION= and every bracket that opens is closed.',
    es: 'Dé un descriptor completo: empieza por (DESCRIPTION= y cierra todos los paréntesis que abre.',
  },
  'sql-password.characters': {
    en: 'Oracle takes no double quote and no control character in a password.',
    es: 'Oracle no admite comillas dobles ni caracteres de control en una contraseña.',
  },
  'username.characters': {
    en: 'A user name has letters, digits, “_”, “$” or “#” (C##NAME for a common user).',
    es: 'Un nombre de usuario tiene letras, dígitos, «_», «$» o «#» (C##NOMBRE si es común).',
  },
  'password.characters': {
    en: 'RMAN cannot take a password with a double quote, a control character, or “&” followed by a digit.',
    es: 'RMAN no admite una contraseña con comillas dobles, caracteres de control ni «&» seguido de un dígito.',
  },
  'alias.characters': {
    en: 'The alias of an external password store has letters, digits and “_ . : / -”.',
    es: 'El alias de un almacén externo de contraseñas tiene letras, dígitos y «_ . : / -».',
  },
  'privilege.release': {
    en: 'SYSBACKUP exists since 12.1. For {release} choose SYSDBA.',
    es: 'SYSBACKUP existe desde la 12.1. Para {release} elija SYSDBA.',
  },
  'failure.characters': {
    en: 'The name of a rehearsed failure has small letters, digits and “-”, for example disk-full.',
    es: 'El nombre de un fallo ensayado tiene minúsculas, dígitos y «-», por ejemplo disk-full.',
  },
  'command-id.characters': {
    en: 'A command id has letters, digits, “_” and “-”, at most 30.',
    es: 'Un identificador de orden tiene letras, dígitos, «_» y «-», como máximo 30.',
  },
} as const;
