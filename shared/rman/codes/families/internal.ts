// Failures inside RMAN or the server that only their traces or Oracle Support explain.
import type { CodeExplanation } from '../explanation.ts';

export const internalCodes: readonly CodeExplanation[] = [
  {
    code: 'RMAN-00567', family: 'internal', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'RMAN cannot show its own messages',
      what: 'The client could not find the texts of its messages.',
      why: 'ORACLE_HOME is wrong or not set; the message files of the installation are missing or unreadable.',
      todo: [
        'Check ORACLE_HOME and that rman comes from its bin directory.',
        'Check that $ORACLE_HOME/rdbms/mesg holds files that the account may read.',
      ],
    },
    es: {
      title: 'RMAN no puede mostrar sus propios mensajes',
      what: 'El cliente no encontró los textos de sus mensajes.',
      why:
        'ORACLE_HOME es incorrecto o no está definido; faltan los archivos de mensajes de la instalación o no se ' +
        'pueden leer.',
      todo: [
        'Comprobar ORACLE_HOME y que rman proviene de su directorio bin.',
        'Comprobar que $ORACLE_HOME/rdbms/mesg contiene archivos que la cuenta puede leer.',
      ],
    },
  },
  {
    code: 'RMAN-00600', family: 'internal', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'Internal failure in RMAN',
      what: 'The RMAN client met a situation its own code does not foresee.',
      why: 'A defect, often tied to the arguments shown and to differing versions of client, catalog and database.',
      todo: [
        'Note the arguments in brackets, the versions and the whole log.',
        "Use the rman of the target's ORACLE_HOME and the latest release update.",
        'Search the first argument in Oracle Support, or open a service request.',
      ],
    },
    es: {
      title: 'Fallo interno de RMAN',
      what: 'El cliente RMAN se encontró una situación que su propio código no prevé.',
      why:
        'Un defecto, a menudo ligado a los argumentos mostrados y a versiones distintas de cliente, catálogo y base ' +
        'de datos.',
      todo: [
        'Anotar los argumentos entre corchetes, las versiones y el log entero.',
        'Usar el rman del ORACLE_HOME de la base de datos y la última actualización.',
        'Buscar el primer argumento en Oracle Support, o abrir una petición de servicio.',
      ],
    },
  },
  {
    code: 'RMAN-00601', family: 'internal', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'RMAN ended with a fatal error',
      what: 'The client could not go on, nearly always because its session with the database was lost.',
      why: 'The instance was stopped or crashed; the network was cut; the server process was killed.',
      todo: [
        'Look for ORA-03113, ORA-03114 or RMAN-10038 next to it.',
        'Check the alert log at that minute and that the instance is up.',
        'Run the job again.',
      ],
    },
    es: {
      title: 'RMAN terminó con un error fatal',
      what: 'El cliente no pudo continuar, casi siempre porque perdió su sesión con la base de datos.',
      why: 'La instancia se detuvo o cayó; se cortó la red; se mató el proceso servidor.',
      todo: [
        'Buscar al lado ORA-03113, ORA-03114 o RMAN-10038.',
        'Comprobar el alert log en ese minuto y que la instancia está levantada.',
        'Lanzar de nuevo el trabajo.',
      ],
    },
  },
  {
    code: 'RMAN-03004', family: 'internal', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'A fatal error stopped the command',
      what: 'An old release of RMAN gave up in the middle of a command.',
      why: 'The session with the database was lost, as the codes around it show.',
      todo: [
        'Treat it as a lost session: alert log, network, state of the instance.',
        'Run the job again; pieces finished before remain valid.',
      ],
    },
    es: {
      title: 'Un error fatal detuvo el comando',
      what: 'Una versión antigua de RMAN abandonó en mitad de un comando.',
      why: 'Se perdió la sesión con la base de datos, como muestran los códigos contiguos.',
      todo: [
        'Tratarlo como una sesión perdida: alert log, red, estado de la instancia.',
        'Lanzar de nuevo el trabajo; las piezas terminadas antes siguen siendo válidas.',
      ],
    },
  },
  {
    code: 'RMAN-03010', family: 'internal', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'RMAN could not load its packages from the database',
      what: 'RMAN failed while it prepared the database packages it works with.',
      why: 'The database is not usable or is being upgraded; packages are invalid or of another version.',
      todo: [
        'Read the codes below.',
        'Query DBA_OBJECTS for DBMS_RCVMAN and DBMS_BACKUP_RESTORE with STATUS INVALID, and DBA_REGISTRY.',
        "Use the rman of the target's ORACLE_HOME.",
      ],
    },
    es: {
      title: 'RMAN no pudo cargar sus paquetes de la base de datos',
      what: 'RMAN falló al preparar los paquetes de la base de datos con los que trabaja.',
      why: 'La base de datos no es utilizable o se está actualizando; hay paquetes inválidos o de otra versión.',
      todo: [
        'Leer los códigos de debajo.',
        'Consultar en DBA_OBJECTS si DBMS_RCVMAN y DBMS_BACKUP_RESTORE están INVALID, y DBA_REGISTRY.',
        'Usar el rman del ORACLE_HOME de la base de datos.',
      ],
    },
  },
  {
    code: 'ORA-00600', family: 'internal', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'Internal failure of the database',
      what: 'The server met a condition that its own code does not foresee.',
      why: 'A defect in the software, damaged data, or faulty hardware; the first argument in brackets tells where.',
      todo: [
        'Read the trace file that the alert log names.',
        'Look the first argument up in Oracle Support.',
        'If it happens while reading a data file, run VALIDATE CHECK LOGICAL on it.',
        'Keep older backups until the cause is known.',
      ],
    },
    es: {
      title: 'Fallo interno de la base de datos',
      what: 'El servidor se encontró una condición que su propio código no prevé.',
      why:
        'Un defecto del software, datos dañados o hardware defectuoso; el primer argumento entre corchetes dice ' +
        'dónde.',
      todo: [
        'Leer el archivo de traza que nombra el alert log.',
        'Buscar el primer argumento en Oracle Support.',
        'Si ocurre al leer un archivo de datos, ejecutar VALIDATE CHECK LOGICAL sobre él.',
        'Conservar las copias anteriores hasta conocer la causa.',
      ],
    },
  },
  {
    code: 'ORA-07445', family: 'internal', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'A server process crashed',
      what: 'A process of the database ended because of an error the operating system caught.',
      why: 'A defect in the software or in a library it loads, such as a media library; memory or hardware faults.',
      todo: [
        'Read the trace file that the alert log names; the function in brackets tells where.',
        'If it is in the media library, ask its vendor.',
        "Look it up in Oracle Support with the function's name.",
      ],
    },
    es: {
      title: 'Un proceso servidor se estrelló',
      what: 'Un proceso de la base de datos terminó por un error que detectó el sistema operativo.',
      why: 'Un defecto del software o de una biblioteca que carga, como la de medios; fallos de memoria o hardware.',
      todo: [
        'Leer el archivo de traza que nombra el alert log; la función entre corchetes dice dónde.',
        'Si está en la biblioteca de medios, preguntar a su fabricante.',
        'Buscarlo en Oracle Support con el nombre de la función.',
      ],
    },
  },
  {
    code: 'ORA-00603', family: 'internal', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'The session was ended by a fatal error',
      what: 'The server ended the session because it could not go on safely.',
      why: 'An earlier error in the same session, usually internal, or storage that failed.',
      todo: [
        'Read the codes next to it and the trace file named in the alert log.',
        'Solve that cause, then run the job again.',
      ],
    },
    es: {
      title: 'Un error fatal terminó la sesión',
      what: 'El servidor cerró la sesión porque no podía continuar con seguridad.',
      why: 'Un error anterior de la misma sesión, normalmente interno, o un almacenamiento que falló.',
      todo: [
        'Leer los códigos contiguos y el archivo de traza nombrado en el alert log.',
        'Resolver esa causa y lanzar de nuevo el trabajo.',
      ],
    },
  },
  {
    code: 'ORA-19921', family: 'info', healsByRetry: 'no', ignorable: 'yes',
    en: {
      title: "The database keeps no more lines of RMAN's output",
      what: "The view that mirrors RMAN's output has reached its limit of rows.",
      why: 'V$RMAN_OUTPUT holds a limited number of rows in memory; very long outputs exceed it.',
      todo: [
        'The backup is not affected: the log of the run is complete.',
        'Shorten outputs, such as LIST in every run, if the view matters to you.',
      ],
    },
    es: {
      title: 'La base de datos no guarda más líneas de la salida de RMAN',
      what: 'La vista que refleja la salida de RMAN alcanzó su límite de filas.',
      why: 'V$RMAN_OUTPUT conserva en memoria un número limitado de filas; las salidas muy largas lo superan.',
      todo: [
        'La copia no se ve afectada: el log de la ejecución está completo.',
        'Si esa vista importa, acortar salidas, como un LIST en cada ejecución.',
      ],
    },
  },
];
