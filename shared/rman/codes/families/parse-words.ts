// The small mistakes inside a script: characters, quotes, lengths, tags and parameter files.
import type { CodeExplanation } from '../explanation.ts';

export const parseWordsCodes: readonly CodeExplanation[] = [
  {
    code: 'RMAN-02001', family: 'parse', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'A sign in the script is not known',
      what: 'The script holds a punctuation mark that RMAN does not use.',
      why: 'Typographic quotes or dashes pasted from a document; a shell variable that was not replaced.',
      todo: [
        'Go to the line and column given and retype the sign.',
        'Look for a dollar sign or a percent sign of a variable that nobody replaced.',
      ],
    },
    es: {
      title: 'Hay un signo desconocido en el script',
      what: 'El script contiene un signo de puntuación que RMAN no usa.',
      why: 'Comillas o guiones tipográficos pegados desde un documento; una variable de shell sin sustituir.',
      todo: [
        'Ir a la línea y columna indicadas y volver a escribir el signo.',
        'Buscar un signo de dólar o de porcentaje de una variable que nadie sustituyó.',
      ],
    },
  },
  {
    code: 'RMAN-02002', family: 'parse', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'The script ends too early',
      what: 'The script ended in the middle of a command or of a quoted text.',
      why: 'A quote, a brace or the final semicolon is missing; the file was truncated when copied.',
      todo: [
        'Count opening and closing quotes and braces.',
        'Check that the last command ends with a semicolon and that the file is complete.',
      ],
    },
    es: {
      title: 'El script termina antes de tiempo',
      what: 'El script acabó en mitad de un comando o de un texto entre comillas.',
      why: 'Faltan unas comillas, una llave o el punto y coma final; el archivo se truncó al copiarlo.',
      todo: [
        'Contar las comillas y llaves de apertura y cierre.',
        'Comprobar que el último comando acaba en punto y coma y que el archivo está completo.',
      ],
    },
  },
  {
    code: 'RMAN-02003', family: 'parse', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'A character in the script is not known',
      what: 'The script holds a character that RMAN cannot read.',
      why: 'Accents or a byte order mark outside quotes; a file saved in UTF-16; invisible spaces.',
      todo: [
        'Save the script as plain ASCII or UTF-8 without byte order mark.',
        'Retype the line that the message names.',
      ],
    },
    es: {
      title: 'Hay un carácter desconocido en el script',
      what: 'El script contiene un carácter que RMAN no puede leer.',
      why: 'Acentos o una marca BOM fuera de comillas; un archivo guardado en UTF-16; espacios invisibles.',
      todo: [
        'Guardar el script como ASCII o UTF-8 sin marca BOM.',
        'Volver a escribir la línea que indica el mensaje.',
      ],
    },
  },
  {
    code: 'RMAN-02004', family: 'parse', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'A quoted text is too long',
      what: 'A text between quotes exceeds what RMAN accepts, often because it was never closed.',
      why: 'A missing closing quote; an SQL statement that is too long for one command.',
      todo: [
        'Look for the missing quote before the position given.',
        'Move long SQL to a file or to a procedure.',
      ],
    },
    es: {
      title: 'Un texto entre comillas es demasiado largo',
      what: 'Un texto entre comillas supera lo que admite RMAN, a menudo porque nunca se cerró.',
      why: 'Faltan las comillas de cierre; una sentencia SQL demasiado larga para un solo comando.',
      todo: [
        'Buscar las comillas que faltan antes de la posición indicada.',
        'Llevar el SQL largo a un archivo o a un procedimiento.',
      ],
    },
  },
  {
    code: 'RMAN-02005', family: 'parse', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'A word of the script is too long',
      what: 'One word of the script is longer than RMAN accepts.',
      why: 'Missing spaces; a path without quotes; a file that is not a script at all.',
      todo: [
        'Go to the position given and add the missing space or quotes.',
        'Check that the right file was passed as the script.',
      ],
    },
    es: {
      title: 'Una palabra del script es demasiado larga',
      what: 'Una palabra del script es más larga de lo que admite RMAN.',
      why: 'Faltan espacios; hay una ruta sin comillas; el archivo no es en realidad un script.',
      todo: [
        'Ir a la posición indicada y añadir el espacio o las comillas que faltan.',
        'Comprobar que se pasó como script el archivo correcto.',
      ],
    },
  },
  {
    code: 'RMAN-02006', family: 'parse', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'A line of the script is too long',
      what: 'One line of the script exceeds the length that RMAN reads.',
      why: 'A generated command with a very long list of files or names; line ends that were lost.',
      todo: [
        'Break the command over several lines: RMAN does not care where.',
        'Check that the file has proper line ends.',
      ],
    },
    es: {
      title: 'Una línea del script es demasiado larga',
      what: 'Una línea del script supera la longitud que lee RMAN.',
      why: 'Un comando generado con una lista muy larga de archivos o nombres; se perdieron los saltos de línea.',
      todo: [
        'Partir el comando en varias líneas: a RMAN le da igual dónde.',
        'Comprobar que el archivo tiene saltos de línea correctos.',
      ],
    },
  },
  {
    code: 'ORA-19705', family: 'parse', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'The tag is too long',
      what: 'The tag of the backup has more characters than allowed.',
      why: 'A tag over 30 characters, often one built with database name and date.',
      todo: [
        'Shorten the tag to 30 characters or fewer.',
        'Use letters, digits and underscore only.',
      ],
    },
    es: {
      title: 'La etiqueta es demasiado larga',
      what: 'La etiqueta de la copia tiene más caracteres de los permitidos.',
      why: 'Una etiqueta de más de 30 caracteres, a menudo construida con el nombre de la base de datos y la fecha.',
      todo: [
        'Acortar la etiqueta a 30 caracteres o menos.',
        'Usar solo letras, dígitos y guion bajo.',
      ],
    },
  },
  {
    code: 'LRM-00101', family: 'parse', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'A parameter name is not known',
      what: 'A tool met a parameter that it does not have.',
      why: 'A misspelt parameter in a Data Pump parameter file or in an init file; a parameter of another release.',
      todo: [
        'Correct the name that the message repeats.',
        'Check the spelling with expdp help=y, or in V$PARAMETER for instance parameters.',
      ],
    },
    es: {
      title: 'El nombre de un parámetro es desconocido',
      what: 'Una herramienta encontró un parámetro que no tiene.',
      why:
        'Un parámetro mal escrito en un archivo de parámetros de Data Pump o en un init; un parámetro de otra ' +
        'versión.',
      todo: [
        'Corregir el nombre que repite el mensaje.',
        'Comprobar cómo se escribe con expdp help=y, o en V$PARAMETER si es de la instancia.',
      ],
    },
  },
  {
    code: 'LRM-00104', family: 'parse', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'A parameter needs a whole number',
      what: 'A parameter that takes a number was given something else.',
      why: 'A unit or a word in a place for a number; a decimal; a quote too many.',
      todo: [
        'Correct the value that the message repeats.',
      ],
    },
    es: {
      title: 'Un parámetro exige un número entero',
      what: 'Un parámetro que espera un número recibió otra cosa.',
      why: 'Una unidad o una palabra donde va un número; un decimal; unas comillas de más.',
      todo: [
        'Corregir el valor que repite el mensaje.',
      ],
    },
  },
  {
    code: 'LRM-00109', family: 'parse', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'The parameter file cannot be opened',
      what: 'The instance or the tool did not find the parameter file it needs.',
      why:
        'For STARTUP, the spfile or init file of this ORACLE_SID is not in $ORACLE_HOME/dbs; for Data Pump, the path ' +
        'of parfile is wrong or not readable.',
      todo: [
        'Check that ORACLE_SID is spelt exactly as the instance, upper and lower case included.',
        'List $ORACLE_HOME/dbs (database on Windows) for spfile and init files of that name.',
        'If the spfile is lost, RMAN can start with a dummy one: STARTUP NOMOUNT, SET DBID and RESTORE SPFILE FROM ' +
          'AUTOBACKUP.',
        'For Data Pump, give an absolute path that the account may read.',
      ],
    },
    es: {
      title: 'No se puede abrir el archivo de parámetros',
      what: 'La instancia o la herramienta no encontró el archivo de parámetros que necesita.',
      why:
        'En STARTUP, el spfile o el init de este ORACLE_SID no está en $ORACLE_HOME/dbs; en Data Pump, la ruta de ' +
        'parfile es incorrecta o no se puede leer.',
      todo: [
        'Comprobar que ORACLE_SID está escrito exactamente como la instancia, mayúsculas y minúsculas incluidas.',
        'Buscar en $ORACLE_HOME/dbs («database» en Windows) los spfile e init de ese nombre.',
        'Si se perdió el spfile, RMAN puede arrancar con uno ficticio: STARTUP NOMOUNT, SET DBID y RESTORE SPFILE ' +
          'FROM AUTOBACKUP.',
        'En Data Pump, indicar una ruta absoluta que la cuenta pueda leer.',
      ],
    },
  },
  {
    code: 'LRM-00112', family: 'parse', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'A parameter was given several values',
      what: 'A parameter that takes a single value received more than one.',
      why: 'A comma inside a value without quotes; the same parameter written twice.',
      todo: [
        'Put the value in quotes, or remove the repeated parameter.',
      ],
    },
    es: {
      title: 'Un parámetro recibió varios valores',
      what: 'Un parámetro que admite un solo valor recibió más de uno.',
      why: 'Una coma dentro de un valor sin comillas; el mismo parámetro escrito dos veces.',
      todo: [
        'Poner el valor entre comillas o quitar el parámetro repetido.',
      ],
    },
  },
  {
    code: 'LRM-00116', family: 'parse', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'The parameter file has a syntax mistake',
      what: 'A tool could not read a parameter value at the place it names.',
      why: 'Unbalanced parentheses or quotes; quotes removed by the shell because no parameter file was used.',
      todo: [
        'Use a parameter file in place of command line arguments: there the shell touches nothing.',
        'Balance quotes and parentheses near the words that the message repeats.',
      ],
    },
    es: {
      title: 'El archivo de parámetros tiene un error de sintaxis',
      what: 'Una herramienta no pudo leer el valor de un parámetro en el lugar que indica.',
      why: 'Paréntesis o comillas sin cerrar; comillas eliminadas por el shell por no usar archivo de parámetros.',
      todo: [
        'Usar un archivo de parámetros en lugar de argumentos: ahí el shell no toca nada.',
        'Cerrar comillas y paréntesis cerca de las palabras que repite el mensaje.',
      ],
    },
  },
];
