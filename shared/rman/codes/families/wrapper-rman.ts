// RMAN lines that say where a failure happened; the cause stands in the lines below them.
import type { CodeExplanation } from '../explanation.ts';

export const wrapperRmanCodes: readonly CodeExplanation[] = [
  {
    code: 'RMAN-00569', family: 'wrapper', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'An error stack begins here',
      what: 'This header announces the errors of a command that failed.',
      why: 'It is printed whenever an RMAN command fails, in every language.',
      todo: [
        'Read the lines below it from the last one upwards: the deepest meaningful code is the cause.',
      ],
    },
    es: {
      title: 'Aquí empieza una pila de errores',
      what: 'Esta cabecera anuncia los errores de un comando que falló.',
      why: 'Se imprime siempre que falla un comando de RMAN, en cualquier idioma.',
      todo: [
        'Leer las líneas de debajo desde la última hacia arriba: el código más profundo con significado es la causa.',
      ],
    },
  },
  {
    code: 'RMAN-00571', family: 'wrapper', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'A line that frames an error stack',
      what: 'This line of signs frames the header of an error stack.',
      why: 'It is printed above and below RMAN-00569.',
      todo: [
        'Read the codes that follow it.',
      ],
    },
    es: {
      title: 'Una línea que enmarca la pila de errores',
      what: 'Esta línea de signos enmarca la cabecera de una pila de errores.',
      why: 'Se imprime encima y debajo de RMAN-00569.',
      todo: [
        'Leer los códigos que la siguen.',
      ],
    },
  },
  {
    code: 'RMAN-03002', family: 'wrapper', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'A command failed',
      what: 'The command named in this line ended with an error at the time shown.',
      why: 'The lines below it say why; this one only tells which command and when.',
      todo: [
        'Read down to the deepest ORA code, and act on that one.',
        'Check which pieces were finished before: they may be valid, but the set as a whole is not protected.',
      ],
    },
    es: {
      title: 'Falló un comando',
      what: 'El comando nombrado en esta línea terminó con error a la hora indicada.',
      why: 'Las líneas de debajo dicen por qué; esta solo indica qué comando y cuándo.',
      todo: [
        'Bajar hasta el código ORA más profundo y actuar según él.',
        'Comprobar qué piezas terminaron antes: pueden ser válidas, pero el conjunto no está protegido.',
      ],
    },
  },
  {
    code: 'RMAN-03009', family: 'wrapper', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'A command failed on a channel',
      what: 'The channel named in this line could not finish its part of the command.',
      why: 'The lines below it say why; with several channels each failure has its own group of lines.',
      todo: [
        'Read the ORA codes under it.',
        'If the line after it says that the work goes on another channel, see how the run ended before worrying.',
        'Compare with other channels: one alone failing points to its destination or node.',
      ],
    },
    es: {
      title: 'Falló un comando en un canal',
      what: 'El canal nombrado en esta línea no pudo terminar su parte del comando.',
      why: 'Las líneas de debajo dicen por qué; con varios canales, cada fallo tiene su propio grupo de líneas.',
      todo: [
        'Leer los códigos ORA que lleva debajo.',
        'Si la línea siguiente dice que el trabajo continúa en otro canal, mirar cómo acabó la ejecución antes de ' +
          'preocuparse.',
        'Comparar con los demás canales: si falla uno solo, la causa está en su destino o nodo.',
      ],
    },
  },
  {
    code: 'RMAN-03015', family: 'wrapper', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'A stored or generated script failed',
      what: 'An error occurred inside a script that RMAN keeps or has generated, as DUPLICATE does.',
      why: 'The lines below say which step of it failed and why.',
      todo: [
        'Read the script printed above the stack and the codes below this line.',
      ],
    },
    es: {
      title: 'Falló un script almacenado o generado',
      what: 'Se produjo un error dentro de un script que RMAN guarda o ha generado, como hace DUPLICATE.',
      why: 'Las líneas de debajo dicen qué paso falló y por qué.',
      todo: [
        'Leer el script impreso encima de la pila y los códigos de debajo de esta línea.',
      ],
    },
  },
  {
    code: 'RMAN-05501', family: 'wrapper', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'The duplication was aborted',
      what: 'DUPLICATE stopped before the copy of the database was usable.',
      why: 'The next lines give the reason: connection, space, file names, or missing backups.',
      todo: [
        'Act on the next code.',
        'Start over with the auxiliary in NOMOUNT; RMAN reuses data files that were already restored.',
      ],
    },
    es: {
      title: 'El duplicado se abortó',
      what: 'DUPLICATE se detuvo antes de que la copia de la base de datos fuera utilizable.',
      why: 'Las líneas siguientes dan el motivo: conexión, espacio, nombres de archivo o copias que faltan.',
      todo: [
        'Actuar según el código siguiente.',
        'Volver a empezar con la auxiliar en NOMOUNT; RMAN aprovecha los archivos de datos ya restaurados.',
      ],
    },
  },
  {
    code: 'RMAN-06003', family: 'wrapper', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'The target database returned an error',
      what: 'A call that RMAN made to the target database failed.',
      why: 'The ORA code in the line or below it decides.',
      todo: [
        'Read that ORA code and act on it.',
      ],
    },
    es: {
      title: 'La base de datos de destino devolvió un error',
      what: 'Falló una llamada de RMAN a la base de datos de destino.',
      why: 'Decide el código ORA de la línea o de debajo.',
      todo: [
        'Leer ese código ORA y actuar según él.',
      ],
    },
  },
  {
    code: 'RMAN-06136', family: 'wrapper', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'The auxiliary database returned an error',
      what: 'A call that RMAN made to the auxiliary instance failed.',
      why: 'The ORA code in the line or below it decides.',
      todo: [
        'Read that ORA code and the alert log of the auxiliary instance.',
      ],
    },
    es: {
      title: 'La base de datos auxiliar devolvió un error',
      what: 'Falló una llamada de RMAN a la instancia auxiliar.',
      why: 'Decide el código ORA de la línea o de debajo.',
      todo: [
        'Leer ese código ORA y el alert log de la instancia auxiliar.',
      ],
    },
  },
  {
    code: 'RMAN-10031', family: 'wrapper', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'A server call ended with an error',
      what: 'A call from RMAN to a database package raised an error.',
      why: 'The ORA code in the text of the line is the reason.',
      todo: [
        'Look that ORA code up, and read the lines around it.',
      ],
    },
    es: {
      title: 'Una llamada al servidor terminó con error',
      what: 'Una llamada de RMAN a un paquete de la base de datos produjo un error.',
      why: 'El código ORA que aparece en el texto de la línea es el motivo.',
      todo: [
        'Buscar ese código ORA y leer las líneas contiguas.',
      ],
    },
  },
  {
    code: 'RMAN-10035', family: 'wrapper', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'A server call raised an exception',
      what: 'A database package that RMAN called ended with an exception.',
      why: 'The ORA code in the text or in the next lines is the reason.',
      todo: [
        'Read that ORA code and act on it.',
      ],
    },
    es: {
      title: 'Una llamada al servidor provocó una excepción',
      what: 'Un paquete de la base de datos llamado por RMAN acabó con una excepción.',
      why: 'El código ORA del texto o de las líneas siguientes es el motivo.',
      todo: [
        'Leer ese código ORA y actuar según él.',
      ],
    },
  },
  {
    code: 'RMAN-11003', family: 'wrapper', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'An SQL statement failed',
      what: 'An SQL statement of the script, or one that RMAN runs by itself, was refused by the database.',
      why: 'The ORA code below says why; the text quotes the statement.',
      todo: [
        'Read the ORA code below.',
        'Run the statement by hand in SQL*Plus to see it alone.',
      ],
    },
    es: {
      title: 'Falló una sentencia SQL',
      what: 'La base de datos rechazó una sentencia SQL del script, o una que RMAN ejecuta por sí mismo.',
      why: 'El código ORA de debajo dice por qué; el texto cita la sentencia.',
      todo: [
        'Leer el código ORA de debajo.',
        'Ejecutar la sentencia a mano en SQL*Plus para verla aislada.',
      ],
    },
  },
];
