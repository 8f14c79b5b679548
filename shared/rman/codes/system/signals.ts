// Signals that end a client, and what ending in that way means for the backup.
import type { SignalEntry } from './exit-entry.ts';

export const signals: readonly SignalEntry[] = [
  {
    number: 1, name: 'SIGHUP', healsByRetry: 'yes',
    en: {
      title: 'The terminal or connection went away',
      what: 'The program was told that its terminal or ssh session has ended.',
      why: 'An ssh session that dropped; a terminal that was closed.',
      todo: [
        'Run long jobs detached from the session that starts them.',
        'Look whether anything still runs on the host, then start the job again.',
      ],
    },
    es: {
      title: 'Desapareció el terminal o la conexión',
      what: 'Se avisó al programa de que su terminal o su sesión ssh había terminado.',
      why: 'Una sesión ssh que se cayó; un terminal que se cerró.',
      todo: [
        'Ejecutar los trabajos largos desligados de la sesión que los lanza.',
        'Ver si algo sigue en marcha en el servidor y lanzar de nuevo el trabajo.',
      ],
    },
  },
  {
    number: 2, name: 'SIGINT', healsByRetry: 'no',
    en: {
      title: 'The program was interrupted',
      what: 'Somebody asked the program to stop, as with Ctrl-C; RMAN then cancels in an orderly way.',
      why: 'A cancel from this application or at the keyboard.',
      todo: [
        'If it was intended, plan the next run: what was not finished is not protected.',
      ],
    },
    es: {
      title: 'El programa se interrumpió',
      what: 'Alguien pidió al programa que parara, como con Ctrl-C; RMAN cancela entonces de forma ordenada.',
      why: 'Una cancelación desde esta aplicación o desde el teclado.',
      todo: [
        'Si fue intencionado, planificar la siguiente ejecución: lo que no se terminó no queda protegido.',
      ],
    },
  },
  {
    number: 3, name: 'SIGQUIT', healsByRetry: 'no',
    en: {
      title: 'The program was told to quit',
      what: 'The program received the signal that Ctrl-\\ sends and stopped.',
      why: 'Somebody at the keyboard, or a script.',
      todo: [
        'Find out who stopped it, then run the job again.',
      ],
    },
    es: {
      title: 'Se ordenó salir al programa',
      what: 'El programa recibió la señal que envía Ctrl-\\ y se detuvo.',
      why: 'Alguien desde el teclado, o un script.',
      todo: [
        'Averiguar quién lo detuvo y lanzar de nuevo el trabajo.',
      ],
    },
  },
  {
    number: 6, name: 'SIGABRT', healsByRetry: 'maybe',
    en: {
      title: 'The program gave up by itself',
      what: 'The program met a condition it could not survive and aborted.',
      why: 'A defect of the client or a broken installation.',
      todo: [
        'Look for a core file and the last lines of the log.',
        "Use the client of the database's own ORACLE_HOME with the latest patches.",
      ],
    },
    es: {
      title: 'El programa abortó por sí mismo',
      what: 'El programa se encontró una situación a la que no podía sobrevivir y abortó.',
      why: 'Un defecto del cliente o una instalación dañada.',
      todo: [
        'Buscar un archivo core y las últimas líneas del log.',
        'Usar el cliente del ORACLE_HOME de la propia base de datos con los últimos parches.',
      ],
    },
  },
  {
    number: 9, name: 'SIGKILL', healsByRetry: 'maybe',
    en: {
      title: 'The program was killed',
      what: 'The program was ended at once, without a chance to tidy up.',
      why:
        'The kernel ended it for lack of memory; a container over its limit; somebody used kill -9; the last step of ' +
        'a cancel.',
      todo: [
        'Search the system log for the out-of-memory killer, and check the limits of the container.',
        'Look for server sessions of rman that stayed behind: V$SESSION.',
        'The piece in progress is not valid: CROSSCHECK BACKUP, then run the job again.',
      ],
    },
    es: {
      title: 'Se mató el programa',
      what: 'El programa se terminó de golpe, sin posibilidad de ordenar nada.',
      why:
        'El kernel lo terminó por falta de memoria; un contenedor por encima de su límite; alguien usó kill -9; el ' +
        'último paso de una cancelación.',
      todo: [
        'Buscar en el log del sistema si actuó el OOM killer y comprobar los límites del contenedor.',
        'Buscar sesiones de rman que hayan quedado en el servidor: V$SESSION.',
        'La pieza en curso no es válida: ejecutar CROSSCHECK BACKUP y lanzar de nuevo el trabajo.',
      ],
    },
  },
  {
    number: 11, name: 'SIGSEGV', healsByRetry: 'maybe',
    en: {
      title: 'The program crashed',
      what: 'The program touched memory that is not its own and was stopped.',
      why: 'A defect of the client or of a library it loads; a mix of versions in the library path.',
      todo: [
        'Check LD_LIBRARY_PATH and ORACLE_HOME.',
        "Use the client of the database's own ORACLE_HOME with the latest patches.",
      ],
    },
    es: {
      title: 'El programa se estrelló',
      what: 'El programa tocó memoria que no era suya y fue detenido.',
      why: 'Un defecto del cliente o de una biblioteca que carga; una mezcla de versiones en la ruta de bibliotecas.',
      todo: [
        'Comprobar LD_LIBRARY_PATH y ORACLE_HOME.',
        'Usar el cliente del ORACLE_HOME de la propia base de datos con los últimos parches.',
      ],
    },
  },
  {
    number: 13, name: 'SIGPIPE', healsByRetry: 'yes',
    en: {
      title: "The program's output had nowhere to go",
      what: "The reader of the program's output ended before the program did.",
      why: 'A pipe to another program that stopped; a connection that dropped.',
      todo: [
        'Write the log to a file and not through a pipe.',
      ],
    },
    es: {
      title: 'La salida del programa no tenía destino',
      what: 'Quien leía la salida del programa terminó antes que él.',
      why: 'Una tubería hacia otro programa que se detuvo; una conexión que se cayó.',
      todo: [
        'Escribir el log en un archivo y no a través de una tubería.',
      ],
    },
  },
  {
    number: 15, name: 'SIGTERM', healsByRetry: 'maybe',
    en: {
      title: 'The program was asked to end',
      what: 'The program was told to end, by a person or by the system.',
      why: 'A cancel; a host or container that was shutting down; a service manager with a time limit.',
      todo: [
        'Look whether the host or container was restarted at that time.',
        'The piece in progress is not valid: run the job again.',
      ],
    },
    es: {
      title: 'Se pidió al programa que terminara',
      what: 'Una persona o el sistema ordenó al programa que terminara.',
      why:
        'Una cancelación; un servidor o contenedor que se estaba parando; un gestor de servicios con límite de ' +
        'tiempo.',
      todo: [
        'Ver si el servidor o contenedor se reinició a esa hora.',
        'La pieza en curso no es válida: lanzar de nuevo el trabajo.',
      ],
    },
  },
];
