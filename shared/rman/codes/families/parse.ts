// Scripts and command lines that RMAN did not understand.
import type { CodeExplanation } from '../explanation.ts';

export const parseCodes: readonly CodeExplanation[] = [
  {
    code: 'RMAN-00552', family: 'parse', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'RMAN does not understand its command line',
      what: 'An argument on the rman command line is wrong, so the client did nothing.',
      why:
        'A misspelt argument; quotes lost on the way through a shell; a path or password with spaces or special ' +
        'characters.',
      todo: [
        'Read the position in RMAN-01007 and compare it with the command line.',
        'Move commands to a command file and pass it with cmdfile=.',
        'Check how the shell or the service passes quotes.',
      ],
    },
    es: {
      title: 'RMAN no entiende su línea de comandos',
      what: 'Un argumento de la línea de comandos de rman es incorrecto, y el cliente no hizo nada.',
      why:
        'Un argumento mal escrito; comillas perdidas al pasar por un shell; una ruta o contraseña con espacios o ' +
        'caracteres especiales.',
      todo: [
        'Leer la posición en RMAN-01007 y compararla con la línea de comandos.',
        'Pasar los comandos a un archivo de comandos e indicarlo con cmdfile=.',
        'Comprobar cómo transmite las comillas el shell o el servicio.',
      ],
    },
  },
  {
    code: 'RMAN-00556', family: 'parse', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'The command file cannot be opened',
      what: 'RMAN could not read the script it was told to run.',
      why:
        'The path is wrong or relative to another directory; the file is on another host than the one where RMAN ' +
        'runs; the account may not read it.',
      todo: [
        'Check the path on the host where rman runs.',
        'Use an absolute path and check that the account that runs the job may read it.',
        'With containers, check that the directory is mounted inside.',
      ],
    },
    es: {
      title: 'No se puede abrir el archivo de comandos',
      what: 'RMAN no pudo leer el script que se le pidió ejecutar.',
      why:
        'La ruta es incorrecta o relativa a otro directorio; el archivo está en un servidor distinto de aquel donde ' +
        'corre RMAN; la cuenta no puede leerlo.',
      todo: [
        'Comprobar la ruta en el servidor donde se ejecuta rman.',
        'Usar una ruta absoluta y comprobar que la cuenta que ejecuta el trabajo puede leerla.',
        'Con contenedores, comprobar que el directorio está montado dentro.',
      ],
    },
  },
  {
    code: 'RMAN-00557', family: 'parse', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'The log file cannot be opened',
      what: 'RMAN could not create or write the log file named on its command line.',
      why: 'The directory does not exist or is not writable for the account; the disk is full.',
      todo: [
        'Check that the directory exists on the host where rman runs and that the account may write there.',
        'Check free space and inodes of that file system.',
      ],
    },
    es: {
      title: 'No se puede abrir el archivo de log',
      what: 'RMAN no pudo crear o escribir el archivo de log indicado en su línea de comandos.',
      why: 'El directorio no existe o la cuenta no puede escribir en él; el disco está lleno.',
      todo: [
        'Comprobar que el directorio existe en el servidor donde se ejecuta rman y que la cuenta puede escribir en él.',
        'Comprobar el espacio libre y los inodos de ese sistema de archivos.',
      ],
    },
  },
  {
    code: 'RMAN-00558', family: 'wrapper', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'There is a mistake in the script',
      what:
        'RMAN read the script and found something it does not understand; with a command file, nothing was executed.',
      why: 'The next lines say which word is wrong and at which line and column.',
      todo: [
        'Read RMAN-01009 for the word and RMAN-01007 for line and column.',
        'Correct the script and check it first with rman checksyntax.',
      ],
    },
    es: {
      title: 'Hay un error en el script',
      what: 'RMAN leyó el script y encontró algo que no entiende; con archivo de comandos, no se ejecutó nada.',
      why: 'Las líneas siguientes dicen qué palabra es incorrecta y en qué línea y columna está.',
      todo: [
        'Leer la palabra en RMAN-01009, y la línea y columna en RMAN-01007.',
        'Corregir el script y comprobarlo antes con rman checksyntax.',
      ],
    },
  },
  {
    code: 'RMAN-01005', family: 'parse', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'A word is not expected here',
      what: 'RMAN, in an old release, met a word that does not fit at that point of the command.',
      why:
        'A misspelt keyword, a clause in the wrong place, a missing semicolon, or a clause that this release does ' +
        'not have.',
      todo: [
        'Go to the line and column of RMAN-01007; the mistake is there or just before.',
        'Compare with the list of words the message would accept.',
        'Check that the clause exists in this release of RMAN.',
      ],
    },
    es: {
      title: 'Una palabra no encaja aquí',
      what: 'RMAN, en una versión antigua, encontró una palabra que no encaja en ese punto del comando.',
      why:
        'Una palabra clave mal escrita, una cláusula fuera de sitio, un punto y coma que falta, o una cláusula que ' +
        'esta versión no tiene.',
      todo: [
        'Ir a la línea y columna de RMAN-01007; el error está ahí o justo antes.',
        'Comparar con la lista de palabras que el mensaje aceptaría.',
        'Comprobar que la cláusula existe en esta versión de RMAN.',
      ],
    },
  },
  {
    code: 'RMAN-01009', family: 'parse', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'A word is not expected here',
      what: 'RMAN met a word or sign that does not fit at that point of the command.',
      why:
        'A misspelt keyword; a clause in the wrong place; a missing semicolon or brace; a reserved word used as a ' +
        'name without quotes; a clause newer than this client.',
      todo: [
        'Go to the line and column of RMAN-01007; the mistake is there or just before.',
        'Compare with the list of words the message would accept there.',
        'Put quotes around tags and names that are also keywords, such as full or log.',
        'Check the corrected script with rman checksyntax before running it.',
      ],
    },
    es: {
      title: 'Una palabra no encaja aquí',
      what: 'RMAN encontró una palabra o un signo que no encaja en ese punto del comando.',
      why:
        'Una palabra clave mal escrita; una cláusula fuera de sitio; un punto y coma o una llave que falta; una ' +
        'palabra reservada usada como nombre sin comillas; una cláusula posterior a esta versión del cliente.',
      todo: [
        'Ir a la línea y columna de RMAN-01007; el error está ahí o justo antes.',
        'Comparar con la lista de palabras que el mensaje aceptaría en ese punto.',
        'Poner entre comillas las etiquetas y nombres que también son palabras clave, como full o log.',
        'Comprobar el script corregido con rman checksyntax antes de ejecutarlo.',
      ],
    },
  },
  {
    code: 'RMAN-01006', family: 'parse', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'The script could not be read to its end',
      what: 'RMAN could not even cut the script into words.',
      why: 'A quote that is never closed; a strange character pasted from a document; a line that is too long.',
      todo: [
        'Read the RMAN-0200x code below: it says which of these it is.',
        'Retype the quotes by hand and look for characters outside plain ASCII.',
      ],
    },
    es: {
      title: 'No se pudo leer el script hasta el final',
      what: 'RMAN ni siquiera pudo dividir el script en palabras.',
      why: 'Unas comillas que no se cierran; un carácter extraño pegado desde un documento; una línea demasiado larga.',
      todo: [
        'Leer el código RMAN-0200x que aparece debajo: dice de cuál de ellos se trata.',
        'Reescribir las comillas a mano y buscar caracteres que no sean ASCII.',
      ],
    },
  },
  {
    code: 'RMAN-01007', family: 'wrapper', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'Where the mistake in the script is',
      what: 'This line gives the line, the column and the file of the mistake reported above it.',
      why: 'It always comes with the error that it locates.',
      todo: [
        'Open the script at that line and column.',
        'If the file is command line arguments, the mistake is in how rman was called.',
      ],
    },
    es: {
      title: 'Dónde está el error del script',
      what: 'Esta línea da la línea, la columna y el archivo del error indicado encima.',
      why: 'Siempre acompaña al error cuya posición señala.',
      todo: [
        'Abrir el script en esa línea y columna.',
        'Si el archivo es «command line arguments», el error está en la forma de llamar a rman.',
      ],
    },
  },
  {
    code: 'RMAN-01008', family: 'parse', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'A name stands where a keyword was expected',
      what: 'RMAN took a word for a name because it is none of its keywords.',
      why: 'A misspelt keyword, or a name or tag that needs quotes.',
      todo: [
        'Look at the word the message repeats and correct its spelling.',
        'If it is meant as a name, put it in quotes.',
      ],
    },
    es: {
      title: 'Hay un nombre donde se esperaba una palabra clave',
      what: 'RMAN tomó una palabra por un nombre porque no es ninguna de sus palabras clave.',
      why: 'Una palabra clave mal escrita, o un nombre o etiqueta que necesita comillas.',
      todo: [
        'Mirar la palabra que repite el mensaje y corregirla.',
        'Si es un nombre, ponerlo entre comillas.',
      ],
    },
  },
];
