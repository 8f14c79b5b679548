// What can be wrong with the options of an RMAN backup.
// A part of the closed table of field problems.

export const backupFields = {
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
} as const;
