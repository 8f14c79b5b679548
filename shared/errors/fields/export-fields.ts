// What can be wrong with the fields of a Data Pump export.
// A part of the closed table of field problems.

export const exportFields = {
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
} as const;
