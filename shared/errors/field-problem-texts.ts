// What can be wrong with a field of a form, said in both languages: the closed table of codes. Knows no form.

export const fieldProblemTexts = {
  'field.required': { en: 'This is needed.', es: 'Este dato es necesario.' },
  'field.wrong-type': { en: 'This value has the wrong form.', es: 'Este valor no tiene la forma esperada.' },
  'field.choice': { en: 'Choose one of: {choices}.', es: 'Elija uno de estos valores: {choices}.' },
  'field.unknown': { en: 'Unknown field: {keys}.', es: 'Campo desconocido: {keys}.' },
  'field.too-long': { en: 'At most {max} characters.', es: 'Como máximo {max} caracteres.' },
  'field.too-short': { en: 'At least {min} characters.', es: 'Al menos {min} caracteres.' },
  'field.too-big': { en: 'At most {max}.', es: 'Como máximo {max}.' },
  'field.too-small': { en: 'At least {min}.', es: 'Al menos {min}.' },
  'field.whole-number': { en: 'A whole number.', es: 'Un número entero.' },
  'text.forbidden': {
    en: 'Quotes, semicolons, “&” and control characters (such as a line break) are not allowed here: RMAN would read them as commands.',
    es: 'Aquí no se admiten comillas, punto y coma, «&» ni caracteres de control (como un salto de línea): RMAN los leería como órdenes.',
  },
  'text.control': {
    en: 'Control characters (such as a line break) are not allowed here.',
    es: 'Aquí no se admiten caracteres de control (como un salto de línea).',
  },
  'text.trimmed': { en: 'Remove the blanks at the start or end.', es: 'Quite los espacios del principio o del final.' },
  'name.taken': { en: 'Another one already has this name.', es: 'Ya existe otra con este nombre.' },
  'tag.characters': {
    en: 'A tag starts with a letter and has only capital letters A–Z, digits and “_”, for example WEEKLY_L0.',
    es: 'Una etiqueta empieza por letra y solo tiene mayúsculas A–Z, dígitos y «_», por ejemplo SEMANAL_L0.',
  },
  'tag.too-long': {
    en: 'A tag has at most 30 characters (ORA-19705); this one has {length}.',
    es: 'Una etiqueta tiene como máximo 30 caracteres (ORA-19705); esta tiene {length}.',
  },
  'format.not-unique': {
    en: 'Two pieces could get the same name. Add %U (or %u and %p; or %s, %t and %p) to the format.',
    es: 'Dos piezas podrían recibir el mismo nombre. Añada %U (o %u y %p; o %s, %t y %p) al formato.',
  },
  'format.unknown-specifier': {
    en: '“{specifier}” is not a format element for backup pieces.',
    es: '«{specifier}» no es un elemento de formato para piezas de copia.',
  },
  'format.relative': {
    en: 'Give an absolute path (or +DISKGROUP): a relative one lands in the directory of the Oracle home.',
    es: 'Dé una ruta absoluta (o +GRUPO_DE_DISCOS): una relativa acaba en el directorio del ORACLE_HOME.',
  },
  'format.environment': {
    en: 'RMAN does not expand environment variables or “~” here; write the full path.',
    es: 'RMAN no expande aquí variables de entorno ni «~»; escriba la ruta completa.',
  },
  'format.directory': {
    en: 'This names a directory. End it with a file name, for example {example}.',
    es: 'Esto nombra un directorio. Termínelo con un nombre de archivo, por ejemplo {example}.',
  },
  'format.characters': {
    en: 'A piece name cannot hold * ? < > | or #. Remove “{found}”.',
    es: 'El nombre de una pieza no puede llevar * ? < > | ni #. Quite «{found}».',
  },
  'format.too-long': {
    en: 'The names would reach {length} bytes; at most {max} are possible. Shorten the format.',
    es: 'Los nombres llegarían a {length} bytes y solo caben {max}. Acorte el formato.',
  },
  'format.copy-unique': {
    en: 'Two copies could get the same name: a data file is copied again and again. Add %U (or %u) to the format.',
    es: 'Dos copias podrían recibir el mismo nombre: un archivo de datos se copia una y otra vez. Añada %U (o %u) al formato.',
  },
  'format.autobackup': {
    en: 'The format of an autobackup needs %F: RMAN finds the file by it when no control file is left.',
    es: 'El formato de un autobackup necesita %F: por él encuentra RMAN el archivo cuando ya no queda ningún archivo de control.',
  },
  'size.form': {
    en: 'A whole number with K, M or G, for example 32G.',
    es: 'Un número entero con K, M o G, por ejemplo 32G.',
  },
  'date.form': { en: 'Give a date that exists, as 2031-12-31.', es: 'Dé una fecha que exista, como 2031-12-31.' },
  'name.form': {
    en: 'Give the name as the dictionary shows it, at most 128 characters, without quotes, commas or “;”. A tablespace of a PDB is written PDB1:USERS.',
    es: 'Dé el nombre como lo muestra el diccionario, de 128 caracteres como máximo, sin comillas, comas ni «;». Un tablespace de una PDB se escribe PDB1:USERS.',
  },
  'datafile.form': {
    en: 'Give the number of the data file, or its full name without wildcards.',
    es: 'Dé el número del archivo de datos o su nombre completo, sin comodines.',
  },
  'restore-point.form': {
    en: 'A restore point starts with a letter and has capital letters, digits, “_”, “$” or “#”.',
    es: 'Un punto de restauración empieza por letra y lleva mayúsculas, dígitos, «_», «$» o «#».',
  },
  'list.empty': { en: 'Name at least one.', es: 'Indique al menos uno.' },
  'list.twice': { en: 'This is named twice.', es: 'Esto aparece dos veces.' },
  'option.release': {
    en: 'This exists since Oracle {needed}; the database is {release}.',
    es: 'Esto existe desde Oracle {needed}; la base de datos es {release}.',
  },
  'option.sets': {
    en: 'This has no effect on backup sets.',
    es: 'Esto no tiene efecto en los juegos de copias.',
  },
  'option.copies': {
    en: 'Image copies are the files themselves, block by block: RMAN offers this for backup sets only.',
    es: 'Las copias imagen son los propios archivos, bloque a bloque: RMAN solo lo ofrece para juegos de copias.',
  },
  'option.logs': {
    en: 'Archived logs are backed up as they are: this exists for data files only.',
    es: 'Los archived logs se copian tal como están: esto solo existe para archivos de datos.',
  },
  'option.single-file': {
    en: 'A control file or spfile is one small file: this exists for data files only.',
    es: 'El archivo de control y el spfile son un único archivo pequeño: esto solo existe para archivos de datos.',
  },
  'option.recovery-area': {
    en: 'The recovery area is copied as it stands; what lies in it is not made anew.',
    es: 'El área de recuperación se copia tal como está; lo que hay en ella no se genera de nuevo.',
  },
  'option.custom-script': {
    en: 'A script of your own says everything itself: this option would have no effect.',
    es: 'Un script propio lo dice todo él mismo: esta opción no tendría efecto.',
  },
  'option.data-pump': {
    en: 'Data Pump has no such thing: this is an option of RMAN.',
    es: 'Data Pump no tiene nada así: esta es una opción de RMAN.',
  },
  'export.name': {
    en: 'A name as the dictionary shows it, without dot, colon, comma or backslash.',
    es: 'Un nombre tal como lo muestra el diccionario, sin punto, dos puntos, coma ni barra invertida.',
  },
  'export.table': {
    en: 'A table is SCHEMA.TABLE, a partition SCHEMA.TABLE:PARTITION.',
    es: 'Una tabla es ESQUEMA.TABLA; una partición, ESQUEMA.TABLA:PARTICIÓN.',
  },
  'export.directory': {
    en: 'The name of a DIRECTORY object in capitals, for example BKP_DIR; not a path.',
    es: 'El nombre de un objeto DIRECTORY en mayúsculas, por ejemplo BKP_DIR; no una ruta.',
  },
  'export.file-name': {
    en: 'Letters, digits, “_” and “-”, at most 40. The run’s id, the number and the ending come behind it.',
    es: 'Letras, dígitos, «_» y «-», como máximo 40. El id de la ejecución, el número y la extensión van detrás.',
  },
  'export.size': {
    en: 'A whole number and K, M, G or T, for example 8G.',
    es: 'Un número entero y K, M, G o T, por ejemplo 8G.',
  },
  'export.version': {
    en: 'LATEST or a release such as 12.2 or 19.0.',
    es: 'LATEST o una versión como 12.2 o 19.0.',
  },
  'export.object-path': {
    en: 'A kind of object in capitals, as TABLE, INDEX, STATISTICS or TABLE/CONSTRAINT.',
    es: 'Un tipo de objeto en mayúsculas, como TABLE, INDEX, STATISTICS o TABLE/CONSTRAINT.',
  },
  'export.fragment': {
    en: 'No double quotes, comments, semicolons, “&”, backslashes or line breaks: they would leave the expression.',
    es: 'Sin comillas dobles, comentarios, punto y coma, «&», barras invertidas ni saltos de línea: saldrían de la expresión.',
  },
  'export.fragment-quotes': {
    en: 'A single quote is not closed. Inside a text it is doubled, as in \'O\'\'Brien\'.',
    es: 'Falta cerrar una comilla simple. Dentro de un texto se escribe doble, como en \'O\'\'Brien\'.',
  },
  'export.fragment-brackets': {
    en: 'The brackets do not match.',
    es: 'Los paréntesis no casan.',
  },
  'export.condition': {
    en: 'Begin with IN, LIKE, BETWEEN, NOT or a comparison, for example IN (\'EMP\',\'DEPT\').',
    es: 'Empiece por IN, LIKE, BETWEEN, NOT o una comparación, por ejemplo IN (\'EMP\',\'DEPT\').',
  },
  'export.clause': {
    en: 'Begin with WHERE (or ORDER BY), for example WHERE created > SYSDATE - 30.',
    es: 'Empiece por WHERE (u ORDER BY), por ejemplo WHERE created > SYSDATE - 30.',
  },
  'export.schema-filter': {
    en: 'Schemas can be chosen or left out in a full export only.',
    es: 'Solo en una exportación completa se pueden elegir o excluir esquemas.',
  },
  'export.query-data': {
    en: 'A query chooses rows, and this export holds no rows.',
    es: 'Una consulta elige filas, y esta exportación no lleva filas.',
  },
  'export.query-estimate': {
    en: 'An estimate counts whole tables: Data Pump takes no query with it.',
    es: 'Una estimación cuenta tablas enteras: Data Pump no admite consultas con ella.',
  },
  'export.parallel-files': {
    en: 'Every worker needs a file of its own: with a single one the job waits or fails (ORA-39095).',
    es: 'Cada proceso necesita su propio archivo: con uno solo el trabajo espera o falla (ORA-39095).',
  },
  'export.size-files': {
    en: 'When the one file is full the job fails (ORA-39095). Allow more files, or no limit.',
    es: 'Cuando el único archivo se llena el trabajo falla (ORA-39095). Permita más archivos o quite el límite.',
  },
  'export.compression-level': {
    en: 'Only compressed rows have an algorithm.',
    es: 'Solo las filas comprimidas tienen algoritmo.',
  },
  'export.no-data': {
    en: 'This export holds no rows.',
    es: 'Esta exportación no lleva filas.',
  },
  'export.no-metadata': {
    en: 'This export holds rows only.',
    es: 'Esta exportación solo lleva filas.',
  },
  'export.estimate-data': {
    en: 'Only rows are estimated: definitions alone have no estimate.',
    es: 'Solo se estiman las filas: las definiciones solas no tienen estimación.',
  },
  'export.estimate-writes-nothing': {
    en: 'An estimate writes no dump file.',
    es: 'Una estimación no escribe ningún archivo de volcado.',
  },
  'export.columns-password': {
    en: 'Encrypted columns alone are protected by a password; the keystore is no choice here.',
    es: 'Las columnas cifradas por sí solas se protegen con contraseña; aquí no cabe el almacén de claves.',
  },
  'copy.disk': {
    en: 'Image copies exist on disk only. Choose disk, or a kind of backup that makes backup sets.',
    es: 'Las copias imagen solo existen en disco. Elija disco, o un tipo de copia que genere juegos de copias.',
  },
  'copy.tag': {
    en: 'A copy that is rolled forward needs a tag: by it RMAN knows which copy each increment belongs to.',
    es: 'Una copia que se va actualizando necesita una etiqueta: por ella sabe RMAN a qué copia pertenece cada incremental.',
  },
  'copy.scope': {
    en: 'RECOVER COPY works on the database, tablespaces or data files. Name the tablespaces of the container instead.',
    es: 'RECOVER COPY trabaja con la base de datos, tablespaces o archivos de datos. Indique los tablespaces del contenedor.',
  },
  'copy.behind': {
    en: 'Only a copy that is rolled forward can stay behind.',
    es: 'Solo una copia que se va actualizando puede quedarse atrás.',
  },
  'range.empty': {
    en: 'Give a start, an end or both; or take all archived logs.',
    es: 'Dé un comienzo, un final o ambos; o tome todos los archived logs.',
  },
  'range.order': { en: 'The end must not come before the start.', es: 'El final no puede ir antes del comienzo.' },
  'area.destination': {
    en: 'The recovery area can go to disk only with a destination of its own: a directory, or +DISKGROUP.',
    es: 'El área de recuperación solo puede ir a disco con un destino propio: un directorio o +GRUPO_DE_DISCOS.',
  },
  'area.destination-tape': {
    en: 'On tape the media manager decides the place. Remove the destination, or choose disk.',
    es: 'En cinta el lugar lo decide el gestor de medios. Quite el destino o elija disco.',
  },
  'area.directory': {
    en: 'Give the absolute path of a directory on the database server, or +DISKGROUP.',
    es: 'Dé la ruta absoluta de un directorio del servidor de la base de datos, o +GRUPO_DE_DISCOS.',
  },
  'area.format': {
    en: 'The names of these files follow the destination of the recovery area’s backup. Remove the format.',
    es: 'Los nombres de estos archivos siguen al destino de la copia del área de recuperación. Quite el formato.',
  },
  'channel.format': {
    en: 'The format of the backup outranks that of a channel: this one would never be used. Remove one of the two.',
    es: 'El formato de la copia tiene prioridad sobre el del canal: este no se usaría nunca. Quite uno de los dos.',
  },
  'channels.fewer': {
    en: 'There are options for more channels than this.',
    es: 'Hay opciones para más canales que estos.',
  },
  'control-file.sets': {
    en: 'The control file can be put into backup sets of data files or archived logs only. Choose the autobackup.',
    es: 'El archivo de control solo puede incluirse en juegos de copias de archivos de datos o archived logs. Elija el autobackup.',
  },
  'section.files-per-set': {
    en: 'With a section size every large file has a set of its own. Remove one of the two.',
    es: 'Con un tamaño de sección cada archivo grande tiene su propio juego. Quite uno de los dos.',
  },
  'section.piece-size': {
    en: 'RMAN refuses a section size together with a largest piece size. Remove one of the two.',
    es: 'RMAN rechaza el tamaño de sección junto con un tamaño máximo de pieza. Quite uno de los dos.',
  },
  'duration.plus-logs': {
    en: 'A time window cannot be given together with PLUS ARCHIVELOG. Back up the archived logs with a strategy of their own.',
    es: 'Una ventana de tiempo no puede darse junto con PLUS ARCHIVELOG. Copie los archived logs con una estrategia propia.',
  },
  'skip.logs': {
    en: 'Archived logs can only be left out when they are inaccessible.',
    es: 'Los archived logs solo pueden omitirse cuando están inaccesibles.',
  },
  'keep.recovery-area': {
    en: 'An archival backup (KEEP) may not lie in the recovery area. Give a format outside it.',
    es: 'Una copia de archivo (KEEP) no puede estar en el área de recuperación. Dé un formato fuera de ella.',
  },
  'keep.level': {
    en: 'An archival backup must be complete in itself. Choose full or level 0.',
    es: 'Una copia de archivo debe estar completa por sí misma. Elija completa o nivel 0.',
  },
  'validate.writes-nothing': {
    en: 'Validating writes no backup, so there is nothing to keep and no reason to delete.',
    es: 'La validación no escribe ninguna copia: no hay nada que conservar ni motivo para borrar.',
  },
  'delete.twice': {
    en: 'The backup itself already deletes the logs that it read. Choose one of the two.',
    es: 'La propia copia ya borra los logs que ha leído. Elija una de las dos formas.',
  },
  'obsolete.goal': {
    en: 'Deleting would leave less than the recovery goal of {goal} days. Keep at least that many, or lower the goal.',
    es: 'El borrado dejaría menos que el objetivo de recuperación de {goal} días. Conserve al menos esos, o rebaje el objetivo.',
  },
  'expired.crosscheck': {
    en: 'Only a crosscheck finds out what is gone. Switch it on as well.',
    es: 'Solo un crosscheck averigua lo que falta. Actívelo también.',
  },
  'restore.nothing': {
    en: 'What was copied from the recovery area is no backup of its own that could be tried out.',
    es: 'Lo copiado del área de recuperación no es una copia propia que se pueda probar.',
  },
  'script.empty': { en: 'Write the script.', es: 'Escriba el script.' },
  'script.character': {
    en: 'Line {at} holds a character that RMAN cannot take (a control or invisible character).',
    es: 'La línea {at} contiene un carácter que RMAN no admite (de control o invisible).',
  },
  'script.long-line': {
    en: 'Line {at} is longer than the {max} characters that RMAN reads.',
    es: 'La línea {at} supera los {max} caracteres que lee RMAN.',
  },
  'script.quote': {
    en: 'The quotation that begins on line {at} is not closed.',
    es: 'Las comillas que se abren en la línea {at} no se cierran.',
  },
  'script.brace': {
    en: 'The brace on line {at} has no partner.',
    es: 'La llave de la línea {at} no tiene pareja.',
  },
  'script.semicolon': {
    en: 'The command that begins on line {at} has no “;” at its end.',
    es: 'La orden que empieza en la línea {at} no termina en «;».',
  },
  'script.command': {
    en: 'Line {at}: “{word}” is no RMAN command.',
    es: 'Línea {at}: «{word}» no es una orden de RMAN.',
  },
  'script.inside-run': {
    en: 'Line {at}: {word} is not allowed inside RUN.',
    es: 'Línea {at}: {word} no se admite dentro de RUN.',
  },
  'script.outside-run': {
    en: 'Line {at}: {word} is allowed inside RUN only.',
    es: 'Línea {at}: {word} solo se admite dentro de RUN.',
  },
  'script.secret': {
    en: 'Line {at} holds a password. A script is kept and shown as it is: connect through the database’s login, and encrypt with a strategy of ours.',
    es: 'La línea {at} contiene una contraseña. Un script se guarda y se muestra tal cual: conéctese con el acceso de la base de datos y cifre con una estrategia nuestra.',
  },
  'script.substitution': {
    en: 'Line {at}: “&” asks for a value that nobody gives; RMAN would wait or fail.',
    es: 'Línea {at}: «&» pide un valor que nadie da; RMAN esperaría o fallaría.',
  },
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
  'file.syntax': {
    en: 'This is not JSON: look at line {line}.',
    es: 'Esto no es JSON: revise la línea {line}.',
  },
  'import.no-target': {
    en: 'Choose the database that this strategy is for.',
    es: 'Elija la base de datos a la que va esta estrategia.',
  },
  'import.name-twice': {
    en: 'The file holds this name twice for one database; only the first is taken.',
    es: 'El archivo repite este nombre para una misma base de datos; solo se toma la primera.',
  },
  'file.several': {
    en: 'This file holds {count} strategies; name one that holds a single strategy, or import the file.',
    es: 'Este archivo contiene {count} estrategias; indique uno con una sola estrategia o importe el archivo.',
  },
  'file.twice': {
    en: 'This field is given twice (line {line}). Remove one.',
    es: 'Este campo aparece dos veces (línea {line}). Quite uno.',
  },
  'file.not-strategy': {
    en: 'This is not a strategy file of Respaldo (“format” must be “respaldo.strategy”).',
    es: 'Esto no es un archivo de estrategia de Respaldo («format» debe ser «respaldo.strategy»).',
  },
  'file.version': {
    en: 'The file has format version {found}; this Respaldo reads version {known}.',
    es: 'El archivo tiene la versión de formato {found}; este Respaldo lee la {known}.',
  },
  'address.form': {
    en: 'Give one email address, as dba@example.com, without a name.',
    es: 'Dé una sola dirección de correo, como dba@example.com, sin nombre.',
  },
  'server.characters': {
    en: 'A server name has letters, digits and “. - _ : [ ]”, without a protocol or a path.',
    es: 'El nombre de un servidor tiene letras, dígitos y «. - _ : [ ]», sin protocolo ni ruta.',
  },
  'url.form': {
    en: 'Give a web address that begins with https:// or http://, without a user or password in it.',
    es: 'Dé una dirección web que empiece por https:// o http://, sin usuario ni contraseña en ella.',
  },
  'mail-password.characters': {
    en: 'A password cannot hold control characters, such as a line break.',
    es: 'Una contraseña no puede llevar caracteres de control, como un salto de línea.',
  },
  'retries.order': {
    en: 'The longest wait cannot be shorter than the first one.',
    es: 'La espera más larga no puede ser menor que la primera.',
  },
  'wall.form': {
    en: 'Give a date and time that exist, as 2026-03-29T02:30.',
    es: 'Dé una fecha y hora que existan, como 2026-03-29T02:30.',
  },
  'time.form': { en: 'Give a time of day from 00:00 to 23:59.', es: 'Dé una hora del día de 00:00 a 23:59.' },
  'schedule.order': { en: 'The end must come after the start.', es: 'El final debe ser posterior al comienzo.' },
  'zone.unknown': {
    en: '“{zone}” is not a time zone of the tz database. Examples: Europe/Madrid, America/Mexico_City, UTC.',
    es: '«{zone}» no es una zona horaria de la base de datos tz. Ejemplos: Europe/Madrid, America/Mexico_City, UTC.',
  },
  'cron.fields': {
    en: 'A cron expression has 5 fields (minute, hour, day of the month, month, weekday) or 6 (seconds first); this one has {found}.',
    es: 'Una expresión cron tiene 5 campos (minuto, hora, día del mes, mes, día de la semana) o 6 (con los segundos delante); esta tiene {found}.',
  },
  'cron.nickname': {
    en: '“{found}” is not known. There are @hourly, @daily, @midnight, @weekly, @monthly, @yearly and @annually.',
    es: '«{found}» no se conoce. Existen @hourly, @daily, @midnight, @weekly, @monthly, @yearly y @annually.',
  },
  'cron.second': {
    en: 'Seconds “{found}”: use 0–59, *, lists (0,30), ranges (10-20) and steps (*/15, 5-59/15).',
    es: 'Segundos «{found}»: use 0–59, *, listas (0,30), intervalos (10-20) y pasos (*/15, 5-59/15).',
  },
  'cron.minute': {
    en: 'Minute “{found}”: use 0–59, *, lists (0,30), ranges (10-20) and steps (*/15, 5-59/15).',
    es: 'Minuto «{found}»: use 0–59, *, listas (0,30), intervalos (10-20) y pasos (*/15, 5-59/15).',
  },
  'cron.hour': {
    en: 'Hour “{found}”: use 0–23, *, lists (2,14), ranges (8-18; past midnight as 22-23,0-4) and steps (*/6, 1-23/2).',
    es: 'Hora «{found}»: use 0–23, *, listas (2,14), intervalos (8-18; pasada la medianoche, 22-23,0-4) y pasos (*/6, 1-23/2).',
  },
  'cron.date': {
    en: 'Day of the month “{found}”: use 1–31, * or ?, lists, ranges, steps, L (last day), 15W (nearest weekday) and LW (last weekday).',
    es: 'Día del mes «{found}»: use 1–31, * o ?, listas, intervalos, pasos, L (último día), 15W (día laborable más cercano) y LW (último laborable).',
  },
  'cron.month': {
    en: 'Month “{found}”: use 1–12 or JAN–DEC, *, lists, ranges and steps.',
    es: 'Mes «{found}»: use 1–12 o JAN–DEC (en inglés), *, listas, intervalos y pasos.',
  },
  'cron.weekday': {
    en: 'Weekday “{found}”: use 0–7 (0 and 7 are Sunday) or SUN–SAT, * or ?, lists, ranges, steps, FRI#2 (second Friday) and FRI#L or 5L (last Friday).',
    es: 'Día de la semana «{found}»: use 0–7 (0 y 7 son domingo) o SUN–SAT (en inglés), * o ?, listas, intervalos, pasos, FRI#2 (segundo viernes) y FRI#L o 5L (último viernes).',
  },
} as const;
