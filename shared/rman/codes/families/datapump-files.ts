// Data Pump: dump files, log files and directories on the database host.
import type { CodeExplanation } from '../explanation.ts';

export const datapumpFilesCodes: readonly CodeExplanation[] = [
  {
    code: 'ORA-39000', family: 'datapump', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'The dump file given cannot be used',
      what: 'Data Pump rejects the dump file specification; the next lines say why.',
      why:
        'The file exists already for an export, or does not exist for an import; the directory is wrong or not ' +
        'writable.',
      todo: [
        'Read ORA-31640 or ORA-31641 and ORA-27038, ORA-27037 or ORA-27040 below.',
        'Check DIRECTORY and DUMPFILE; the files live on the database host, not on this machine.',
      ],
    },
    es: {
      title: 'No se puede usar el archivo de volcado indicado',
      what: 'Data Pump rechaza la especificación del archivo de volcado; las líneas siguientes dicen por qué.',
      why:
        'El archivo ya existe en una exportación, o no existe en una importación; el directorio es incorrecto o no ' +
        'admite escritura.',
      todo: [
        'Leer ORA-31640 u ORA-31641 y ORA-27038, ORA-27037 u ORA-27040 debajo.',
        'Comprobar DIRECTORY y DUMPFILE; los archivos están en el servidor de la base de datos, no en esta máquina.',
      ],
    },
  },
  {
    code: 'ORA-39001', family: 'datapump', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'A parameter value is not valid',
      what: 'Data Pump rejects one of the values it was given, so the job did not start.',
      why: 'A wrong dump file, directory, schema or version; the next lines name it.',
      todo: [
        'Read the codes below: ORA-39000, ORA-39070, ORA-39087 and the like.',
        'Correct that value in the parameter file.',
      ],
    },
    es: {
      title: 'El valor de un parámetro no es válido',
      what: 'Data Pump rechaza uno de los valores recibidos, así que el trabajo no empezó.',
      why: 'Un archivo de volcado, directorio, esquema o versión incorrectos; lo nombran las líneas siguientes.',
      todo: [
        'Leer los códigos de debajo: ORA-39000, ORA-39070, ORA-39087 y similares.',
        'Corregir ese valor en el archivo de parámetros.',
      ],
    },
  },
  {
    code: 'ORA-39002', family: 'datapump', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'The job was not valid',
      what: 'Data Pump gave up before it started, because of the errors in the next lines.',
      why: 'Most often the log file cannot be opened: ORA-39070 with ORA-29283.',
      todo: [
        'Read the next lines and act on them.',
        "Check that the path of the DIRECTORY exists on the database host and that the instance's account may " +
          'write there.',
      ],
    },
    es: {
      title: 'La operación no es válida',
      what: 'Data Pump desistió antes de empezar, por los errores de las líneas siguientes.',
      why: 'Lo más frecuente es que no pueda abrir el archivo de log: ORA-39070 con ORA-29283.',
      todo: [
        'Leer las líneas siguientes y actuar según ellas.',
        'Comprobar que la ruta del DIRECTORY existe en el servidor de la base de datos y que la cuenta de la ' +
          'instancia puede escribir ahí.',
      ],
    },
  },
  {
    code: 'ORA-39070', family: 'datapump', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'The log file cannot be opened',
      what: 'Data Pump could not create its log file in the directory given.',
      why:
        "The path of the directory object does not exist on the database host; the instance's account may not write " +
        'there; the disk is full.',
      todo: [
        'Query DBA_DIRECTORIES for the path, and look at it on the database host.',
        'Create it and give it to the account of the instance (chown oracle).',
        'In RAC, use a shared path or CLUSTER=N.',
      ],
    },
    es: {
      title: 'No se puede abrir el archivo de log',
      what: 'Data Pump no pudo crear su archivo de log en el directorio indicado.',
      why:
        'La ruta del objeto directorio no existe en el servidor de la base de datos; la cuenta de la instancia no ' +
        'puede escribir ahí; el disco está lleno.',
      todo: [
        'Consultar la ruta en DBA_DIRECTORIES y mirarla en el servidor de la base de datos.',
        'Crearla y darla a la cuenta de la instancia (chown oracle).',
        'En RAC, usar una ruta compartida o CLUSTER=N.',
      ],
    },
  },
  {
    code: 'ORA-39087', family: 'datapump', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'The directory name is not valid for this user',
      what: 'The directory object does not exist, or this user may not use it.',
      why: 'A misspelt name; no READ and WRITE grant; the directory belongs to another container.',
      todo: [
        'Query DBA_DIRECTORIES in the same PDB.',
        'GRANT READ, WRITE ON DIRECTORY name TO the user.',
        'DATA_PUMP_DIR is not usable by ordinary users of a PDB until it is granted.',
      ],
    },
    es: {
      title: 'El nombre del directorio no es válido para este usuario',
      what: 'El objeto directorio no existe, o este usuario no puede usarlo.',
      why: 'Un nombre mal escrito; falta el privilegio READ y WRITE; el directorio es de otro contenedor.',
      todo: [
        'Consultar DBA_DIRECTORIES en la misma PDB.',
        'Ejecutar GRANT READ, WRITE ON DIRECTORY nombre TO el usuario.',
        'DATA_PUMP_DIR no sirve a los usuarios normales de una PDB hasta que se les concede.',
      ],
    },
  },
  {
    code: 'ORA-29283', family: 'datapump', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'The server could not open or write a file',
      what: 'A file operation of the database in a directory failed.',
      why: "The path does not exist on the database host, or the instance's account may not write there.",
      todo: [
        'Query DBA_DIRECTORIES for the path and check it on the database host, as the account of the instance.',
        'If the account was just added to a group, restart the instance and the listener so that they see it.',
      ],
    },
    es: {
      title: 'El servidor no pudo abrir o escribir un archivo',
      what: 'Falló una operación de archivo de la base de datos en un directorio.',
      why: 'La ruta no existe en el servidor de la base de datos, o la cuenta de la instancia no puede escribir ahí.',
      todo: [
        'Consultar la ruta en DBA_DIRECTORIES y comprobarla en el servidor con la cuenta de la instancia.',
        'Si se acaba de añadir la cuenta a un grupo, reiniciar la instancia y el listener para que lo vean.',
      ],
    },
  },
  {
    code: 'ORA-31640', family: 'datapump', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'The dump file cannot be opened for reading',
      what: 'An import could not open the dump file.',
      why:
        'It is not on the database host or not in that directory; wrong name or case; permissions; part of the set ' +
        'is missing.',
      todo: [
        'List the directory on the database host and compare names, including case.',
        "Copy all files of the set there and make them readable for the instance's account.",
      ],
    },
    es: {
      title: 'No se puede abrir el archivo de volcado para lectura',
      what: 'Una importación no pudo abrir el archivo de volcado.',
      why:
        'No está en el servidor de la base de datos o en ese directorio; nombre o mayúsculas incorrectos; permisos; ' +
        'falta parte del juego.',
      todo: [
        'Listar el directorio en el servidor de la base de datos y comparar los nombres, mayúsculas incluidas.',
        'Copiar ahí todos los archivos del juego y hacerlos legibles para la cuenta de la instancia.',
      ],
    },
  },
  {
    code: 'ORA-31641', family: 'datapump', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'The dump file cannot be created',
      what: 'An export could not create its dump file.',
      why:
        'A file of that name exists already (ORA-27038); the directory is missing or not writable; the disk is full.',
      todo: [
        'Read ORA-27038 or ORA-27040 below.',
        'Use %U or a date in DUMPFILE; REUSE_DUMPFILES=Y destroys the older dump.',
      ],
    },
    es: {
      title: 'No se puede crear el archivo de volcado',
      what: 'Una exportación no pudo crear su archivo de volcado.',
      why:
        'Ya existe un archivo con ese nombre (ORA-27038); el directorio falta o no admite escritura; el disco está ' +
        'lleno.',
      todo: [
        'Leer ORA-27038 u ORA-27040 debajo.',
        'Usar %U o una fecha en DUMPFILE; REUSE_DUMPFILES=Y destruye el volcado anterior.',
      ],
    },
  },
  {
    code: 'ORA-31617', family: 'datapump', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'The dump file cannot be opened for writing',
      what: 'Data Pump could not write to a dump file.',
      why: 'The disk is full; permissions; the file was removed while the job ran.',
      todo: [
        'Check space and permissions of the directory on the database host.',
        'Start the export again with new file names.',
      ],
    },
    es: {
      title: 'No se puede abrir el archivo de volcado para escritura',
      what: 'Data Pump no pudo escribir en un archivo de volcado.',
      why: 'El disco está lleno; permisos; se eliminó el archivo mientras corría el trabajo.',
      todo: [
        'Comprobar espacio y permisos del directorio en el servidor de la base de datos.',
        'Lanzar de nuevo la exportación con nombres de archivo nuevos.',
      ],
    },
  },
  {
    code: 'ORA-31619', family: 'datapump', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'The dump file is not valid',
      what: 'The file given is not a usable Data Pump dump.',
      why:
        'It was damaged in transfer, for instance by FTP in text mode; it is truncated; it is a dump of the old exp ' +
        'tool.',
      todo: [
        'Compare size and checksum with the original and copy it again in binary mode.',
        'If it was made with exp, load it with imp.',
      ],
    },
    es: {
      title: 'El archivo de volcado no es válido',
      what: 'El archivo indicado no es un volcado de Data Pump utilizable.',
      why:
        'Se dañó en la transferencia, por ejemplo por FTP en modo texto; está truncado; es un volcado de la antigua ' +
        'herramienta exp.',
      todo: [
        'Comparar tamaño y suma de comprobación con el original y copiarlo de nuevo en modo binario.',
        'Si se hizo con exp, cargarlo con imp.',
      ],
    },
  },
  {
    code: 'ORA-39095', family: 'datapump', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'There is no dump file left to write to',
      what: 'The export has filled or occupied all dump files it was given and has no further one.',
      why: 'PARALLEL is larger than the number of files; FILESIZE without %U; the disk is full.',
      todo: [
        'Use %U or %L in DUMPFILE, so that there are always enough files.',
        'Or lower PARALLEL to the number of files.',
        'A stopped job may go on: attach, ADD_FILE=name_%U.dmp, START_JOB.',
      ],
    },
    es: {
      title: 'No queda archivo de volcado donde escribir',
      what: 'La exportación llenó u ocupó todos los archivos de volcado que recibió y no tiene otro.',
      why: 'PARALLEL es mayor que el número de archivos; FILESIZE sin %U; el disco está lleno.',
      todo: [
        'Usar %U o %L en DUMPFILE para que siempre haya archivos suficientes.',
        'O bajar PARALLEL al número de archivos.',
        'Un trabajo detenido puede continuar: attach, ADD_FILE=nombre_%U.dmp, START_JOB.',
      ],
    },
  },
];
