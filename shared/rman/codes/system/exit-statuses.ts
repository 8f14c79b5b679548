// Exit statuses of rman, expdp and what starts them, and what each one says.
import type { ExitStatusEntry } from './exit-entry.ts';

export const exitStatuses: readonly ExitStatusEntry[] = [
  {
    status: 0, origin: 'rman', healsByRetry: 'no',
    en: {
      title: 'The program says that it succeeded',
      what: 'The process ended with status 0, which alone proves nothing about the backup.',
      why: 'RMAN ends with 0 after warnings too, and a script that pipes its output can hide a failure.',
      todo: [
        'Look at the verdict: it weighs log, pieces and status together.',
      ],
    },
    es: {
      title: 'El programa dice que acabó bien',
      what: 'El proceso terminó con estado 0, que por sí solo no demuestra nada sobre la copia.',
      why:
        'RMAN también termina con 0 si hubo avisos, y un script que redirige su salida por una tubería puede ocultar ' +
        'un fallo.',
      todo: [
        'Mirar el veredicto: pondera juntos el log, las piezas y el estado.',
      ],
    },
  },
  {
    status: 1, origin: 'rman', healsByRetry: 'maybe',
    en: {
      title: 'The program reports a failure',
      what: 'At least one command of the session failed.',
      why: 'The error stack in the log gives the reason; with no stack, the script around RMAN failed.',
      todo: [
        'Go to the error stack of the log and read its deepest code.',
        'If there is none, read the last lines: the client may not have started.',
      ],
    },
    es: {
      title: 'El programa comunica un fallo',
      what: 'Falló al menos un comando de la sesión.',
      why: 'La pila de errores del log da el motivo; si no hay pila, falló el script que rodea a RMAN.',
      todo: [
        'Ir a la pila de errores del log y leer su código más profundo.',
        'Si no hay ninguna, leer las últimas líneas: puede que el cliente no llegara a arrancar.',
      ],
    },
  },
  {
    status: 5, origin: 'datapump', healsByRetry: 'maybe',
    en: {
      title: 'Data Pump completed with errors',
      what: 'The export or import reached its end, but some objects or rows are missing or were reported.',
      why: 'Tables that failed, objects that exist already, or waits for space that were resumed.',
      todo: [
        'Count the groups of errors: missing data (ORA-31693, ORA-39083) matters, waits (ORA-39171) that resumed ' +
          'do not.',
      ],
    },
    es: {
      title: 'Data Pump terminó con errores',
      what: 'La exportación o importación llegó al final, pero faltan objetos o filas, o hubo incidencias.',
      why: 'Tablas que fallaron, objetos que ya existían, o esperas de espacio que se reanudaron.',
      todo: [
        'Revisar los grupos de errores: importan los datos que faltan (ORA-31693, ORA-39083), no las esperas ' +
          '(ORA-39171) reanudadas.',
      ],
    },
  },
  {
    status: 125, origin: 'infra', healsByRetry: 'no',
    en: {
      title: 'The container program itself failed',
      what: 'Docker or Podman could not carry out the request, so RMAN was not started.',
      why: 'The container does not exist or is stopped; the daemon is not running; a wrong option.',
      todo: [
        "Run docker ps on that host and check the container's name and state.",
      ],
    },
    es: {
      title: 'Falló el propio programa de contenedores',
      what: 'Docker o Podman no pudo realizar la petición, así que RMAN no se inició.',
      why: 'El contenedor no existe o está parado; el servicio no está en marcha; una opción incorrecta.',
      todo: [
        'Ejecutar docker ps en ese servidor y comprobar el nombre y estado del contenedor.',
      ],
    },
  },
  {
    status: 126, origin: 'infra', healsByRetry: 'no',
    en: {
      title: 'The program could not be executed',
      what: 'The program was found, but the system may not run it.',
      why: 'No execute permission; a file system mounted noexec; a program for another platform.',
      todo: [
        'Run ls -l on $ORACLE_HOME/bin/rman as the account that runs the job.',
        'Check that the account belongs to the group of the Oracle software.',
      ],
    },
    es: {
      title: 'No se pudo ejecutar el programa',
      what: 'Se encontró el programa, pero el sistema no puede ejecutarlo.',
      why: 'Falta el permiso de ejecución; un sistema de archivos montado con noexec; un programa de otra plataforma.',
      todo: [
        'Ejecutar ls -l sobre $ORACLE_HOME/bin/rman con la cuenta que lanza el trabajo.',
        'Comprobar que la cuenta pertenece al grupo del software de Oracle.',
      ],
    },
  },
  {
    status: 127, origin: 'infra', healsByRetry: 'no',
    en: {
      title: 'The program was not found',
      what: 'The shell did not find rman, expdp or another program of the script.',
      why: 'ORACLE_HOME or PATH is wrong; a client without RMAN; slim container images have no rman.',
      todo: [
        'Check that $ORACLE_HOME/bin/rman exists there, in the container if one is used.',
        "Set ORACLE_HOME explicitly in the target's settings.",
      ],
    },
    es: {
      title: 'No se encontró el programa',
      what: 'El shell no encontró rman, expdp u otro programa del script.',
      why: 'ORACLE_HOME o PATH son incorrectos; un cliente sin RMAN; las imágenes de contenedor slim no traen rman.',
      todo: [
        'Comprobar que $ORACLE_HOME/bin/rman existe ahí, dentro del contenedor si se usa uno.',
        'Definir ORACLE_HOME de forma explícita en la ficha de la base de datos.',
      ],
    },
  },
  {
    status: 255, origin: 'infra', healsByRetry: 'yes',
    en: {
      title: 'The remote connection failed',
      what: 'With ssh, this status means that ssh itself failed, before or during the work.',
      why: "The host does not answer; the key or the host's identity is not accepted; the connection dropped.",
      todo: [
        'Try ssh with BatchMode=yes by hand, as the same user.',
        'If it dropped during a long run, look on the host whether RMAN still runs before starting it again.',
      ],
    },
    es: {
      title: 'Falló la conexión remota',
      what: 'Con ssh, este estado significa que falló el propio ssh, antes o durante el trabajo.',
      why: 'El servidor no responde; no se acepta la clave o la identidad del servidor; se cayó la conexión.',
      todo: [
        'Probar a mano ssh con BatchMode=yes y el mismo usuario.',
        'Si se cayó durante una ejecución larga, ver en el servidor si RMAN sigue en marcha antes de lanzarla de ' +
          'nuevo.',
      ],
    },
  },
  {
    status: 3221225786, origin: 'windows', healsByRetry: 'no',
    en: {
      title: 'The console was closed or Ctrl-C was pressed',
      what: 'Windows ended the program because of Ctrl-C, a closed window or a logoff (0xC000013A).',
      why: 'Somebody closed the console or logged off; the job was cancelled.',
      todo: [
        'Run backups as a service or a task that does not need a user to be logged on.',
      ],
    },
    es: {
      title: 'Se cerró la consola o se pulsó Ctrl-C',
      what: 'Windows terminó el programa por Ctrl-C, por cerrar la ventana o por cerrar la sesión (0xC000013A).',
      why: 'Alguien cerró la consola o su sesión; se canceló el trabajo.',
      todo: [
        'Ejecutar las copias como servicio o tarea que no necesite una sesión de usuario abierta.',
      ],
    },
  },
  {
    status: 3221225781, origin: 'windows', healsByRetry: 'no',
    en: {
      title: 'A library of the program is missing',
      what: 'Windows could not start the program because a DLL was not found (0xC0000135).',
      why: 'PATH does not lead to the bin folder of the right ORACLE_HOME; an incomplete client.',
      todo: [
        'Put the bin folder of that ORACLE_HOME first in PATH of the job.',
      ],
    },
    es: {
      title: 'Falta una biblioteca del programa',
      what: 'Windows no pudo iniciar el programa porque no encontró una DLL (0xC0000135).',
      why: 'PATH no lleva a la carpeta bin del ORACLE_HOME correcto; un cliente incompleto.',
      todo: [
        'Poner primero en el PATH del trabajo la carpeta bin de ese ORACLE_HOME.',
      ],
    },
  },
  {
    status: 3221225477, origin: 'windows', healsByRetry: 'maybe',
    en: {
      title: 'The program crashed',
      what: 'Windows ended the program because of an illegal memory access (0xC0000005).',
      why: 'A defect of the client or of a library it loads; mixed versions in PATH.',
      todo: [
        'Look in the Windows event log for the faulting module.',
        "Use the client of the database's own ORACLE_HOME, with the latest patches.",
      ],
    },
    es: {
      title: 'El programa se estrelló',
      what: 'Windows terminó el programa por un acceso ilegal a memoria (0xC0000005).',
      why: 'Un defecto del cliente o de una biblioteca que carga; versiones mezcladas en PATH.',
      todo: [
        'Buscar en el visor de eventos el módulo que falló.',
        'Usar el cliente del ORACLE_HOME de la propia base de datos, con los últimos parches.',
      ],
    },
  },
];
