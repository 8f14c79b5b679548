// Explains the causes that no Oracle code names (verdict.ts, `SyntheticCode`), in the same form as the codes of Oracle.
import type { SyntheticCode } from '../../domain/log-facts.ts';
import type { ExplanationText } from '../codes/explanation.ts';

type Bilingual = { en: ExplanationText; es: ExplanationText };

/** One explanation per cause; a new cause without texts does not compile. */
export const causes: Record<SyntheticCode, Bilingual> = {
  'client-not-found': {
    en: {
      title: 'The RMAN or Data Pump client was not found',
      what: 'The shell found no program of that name, so nothing was backed up.',
      why: 'The Oracle home is wrong, the client is not installed there, or PATH does not hold its bin directory. Slim container images carry no rman at all.',
      todo: [
        'Look whether <ORACLE_HOME>/bin/rman exists on the machine where the run starts.',
        'Correct the Oracle home of the database in its form and press Check.',
        'In a container use an image that has the full client.',
      ],
    },
    es: {
      title: 'No se encontró el cliente RMAN o Data Pump',
      what: 'El shell no halló ningún programa con ese nombre, así que no se copió nada.',
      why: 'El ORACLE_HOME es incorrecto, el cliente no está instalado ahí o PATH no incluye su directorio bin. Las imágenes de contenedor «slim» no traen rman.',
      todo: [
        'Comprobar que existe <ORACLE_HOME>/bin/rman en la máquina donde arranca la ejecución.',
        'Corregir el ORACLE_HOME de la base de datos en su formulario y pulsar Comprobar.',
        'En un contenedor, usar una imagen que traiga el cliente completo.',
      ],
    },
  },
  'client-not-executable': {
    en: {
      title: 'The client exists but may not be executed',
      what: 'The operating system refused to start the program, so nothing was backed up.',
      why: 'The user is not in the dba or backupdba group, the file lacks its execute bit, or its file system is mounted noexec.',
      todo: [
        'Run `ls -l <ORACLE_HOME>/bin/rman` as the user that makes the backups.',
        'Add that user to the OSDBA or OSBACKUPDBA group and log in again.',
        'Check the mount options of the Oracle home.',
      ],
    },
    es: {
      title: 'El cliente existe pero no se puede ejecutar',
      what: 'El sistema operativo se negó a iniciar el programa, así que no se copió nada.',
      why: 'El usuario no está en el grupo dba o backupdba, al archivo le falta el permiso de ejecución o su sistema de archivos está montado con noexec.',
      todo: [
        'Ejecutar `ls -l <ORACLE_HOME>/bin/rman` con el usuario que hace las copias.',
        'Añadir ese usuario al grupo OSDBA u OSBACKUPDBA y volver a iniciar sesión.',
        'Revisar las opciones de montaje del ORACLE_HOME.',
      ],
    },
  },
  'client-library-missing': {
    en: {
      title: 'The client started without its libraries or message files',
      what: 'The program could not load what belongs to it and ended before it reached the database.',
      why: 'ORACLE_HOME points to another installation than the program, or LD_LIBRARY_PATH leads to the libraries of another release.',
      todo: [
        'Give the exact Oracle home that the program belongs to.',
        'Look for a stray LD_LIBRARY_PATH or ORACLE_HOME in the scripts around it.',
        'Check that <ORACLE_HOME>/rdbms/mesg and <ORACLE_HOME>/lib are readable.',
      ],
    },
    es: {
      title: 'El cliente arrancó sin sus bibliotecas o archivos de mensajes',
      what: 'El programa no pudo cargar lo que le pertenece y terminó antes de llegar a la base de datos.',
      why: 'ORACLE_HOME apunta a otra instalación que el programa, o LD_LIBRARY_PATH lleva a las bibliotecas de otra versión.',
      todo: [
        'Indicar el ORACLE_HOME exacto al que pertenece el programa.',
        'Buscar un LD_LIBRARY_PATH u ORACLE_HOME sobrante en los scripts que lo envuelven.',
        'Comprobar que se pueden leer <ORACLE_HOME>/rdbms/mesg y <ORACLE_HOME>/lib.',
      ],
    },
  },
  'wrong-rman-program': {
    en: {
      title: 'Another program called rman answered',
      what: 'What ran was not Oracle’s Recovery Manager, so nothing was backed up.',
      why: 'Some Unix systems carry a manual-page tool of the same name, and it came first in PATH.',
      todo: ['Call RMAN by its absolute path, <ORACLE_HOME>/bin/rman.', 'Put <ORACLE_HOME>/bin first in PATH.'],
    },
    es: {
      title: 'Respondió otro programa llamado rman',
      what: 'Lo que se ejecutó no era el Recovery Manager de Oracle, así que no se copió nada.',
      why: 'Algunos Unix traen una herramienta de páginas de manual con el mismo nombre, y estaba antes en PATH.',
      todo: ['Llamar a RMAN por su ruta absoluta, <ORACLE_HOME>/bin/rman.', 'Poner <ORACLE_HOME>/bin al principio de PATH.'],
    },
  },
  'environment-not-set': {
    en: {
      title: 'The Oracle environment is not set',
      what: 'The client did not know its Oracle home or its instance and ended at once.',
      why: 'ORACLE_HOME or ORACLE_SID is missing or misspelt, or oraenv found no entry in /etc/oratab. Jobs of cron start with an almost empty environment.',
      todo: [
        'Set ORACLE_HOME and ORACLE_SID where the job starts; both are case-sensitive.',
        'Check the entry of the instance in /etc/oratab.',
      ],
    },
    es: {
      title: 'El entorno de Oracle no está definido',
      what: 'El cliente no conocía su ORACLE_HOME o su instancia y terminó enseguida.',
      why: 'ORACLE_HOME u ORACLE_SID falta o está mal escrito, u oraenv no encontró la entrada en /etc/oratab. Los trabajos de cron arrancan con un entorno casi vacío.',
      todo: [
        'Definir ORACLE_HOME y ORACLE_SID donde arranca el trabajo; ambos distinguen mayúsculas.',
        'Comprobar la entrada de la instancia en /etc/oratab.',
      ],
    },
  },
  'ssh-failed': {
    en: {
      title: 'The host could not be reached by ssh',
      what: 'The connection failed before RMAN could start, so nothing was backed up.',
      why: 'The host is down, its key changed, or no accepted key was offered.',
      todo: ['Try `ssh -o BatchMode=yes user@host true` as the same user.', 'Compare the host key with the administrator of the host before accepting a new one.'],
    },
    es: {
      title: 'No se pudo llegar al servidor por ssh',
      what: 'La conexión falló antes de que RMAN pudiera arrancar, así que no se copió nada.',
      why: 'El servidor está caído, cambió su clave o no se ofreció ninguna clave aceptada.',
      todo: ['Probar `ssh -o BatchMode=yes usuario@servidor true` con el mismo usuario.', 'Contrastar la clave con el administrador del servidor antes de aceptar una nueva.'],
    },
  },
  'container-failed': {
    en: {
      title: 'The container could not run the client',
      what: 'The container engine failed before RMAN could start, so nothing was backed up.',
      why: 'The container is stopped or has another name, the engine does not answer, or the image carries no rman.',
      todo: ['List the running containers and compare the name.', 'Open a shell in the container and start rman by hand.'],
    },
    es: {
      title: 'El contenedor no pudo ejecutar el cliente',
      what: 'El motor de contenedores falló antes de que RMAN pudiera arrancar, así que no se copió nada.',
      why: 'El contenedor está parado o tiene otro nombre, el motor no responde o la imagen no trae rman.',
      todo: ['Listar los contenedores en marcha y comparar el nombre.', 'Abrir un shell en el contenedor e iniciar rman a mano.'],
    },
  },
  'killed-by-signal': {
    en: {
      title: 'The process was killed from outside',
      what: 'RMAN did not end by itself; pieces that it had finished exist, the backup as a whole does not.',
      why: 'Somebody or something sent a signal: a shutdown, a job limit, or the kernel when memory ran out (signal 9).',
      todo: [
        'Look in the system log (`journalctl -k`, `dmesg`) for “Out of memory” at that time.',
        'Check V$SESSION for a left-over rman session before starting again.',
        'Run the strategy again; then remove the partial pieces with CROSSCHECK and DELETE EXPIRED or by tag.',
      ],
    },
    es: {
      title: 'El proceso fue terminado desde fuera',
      what: 'RMAN no terminó por sí mismo; las piezas que había acabado existen, la copia completa no.',
      why: 'Alguien o algo envió una señal: un apagado, un límite del trabajo o el núcleo al agotarse la memoria (señal 9).',
      todo: [
        'Buscar en el registro del sistema (`journalctl -k`, `dmesg`) «Out of memory» a esa hora.',
        'Comprobar en V$SESSION que no quede una sesión rman antes de empezar de nuevo.',
        'Ejecutar otra vez la estrategia; después, quitar las piezas parciales con CROSSCHECK y DELETE EXPIRED o por etiqueta.',
      ],
    },
  },
  'no-rman-output': {
    en: {
      title: 'Nothing in this log comes from RMAN or Data Pump',
      what: 'There is no banner and no message of the tools, so nothing proves that a backup was made.',
      why: 'The program never started, its output went elsewhere (`log=`), or this is another file.',
      todo: ['Check that the right file was opened.', 'Start the script by hand and see what it prints first.'],
    },
    es: {
      title: 'Nada en este log procede de RMAN o Data Pump',
      what: 'No hay cabecera ni mensajes de las herramientas, así que nada prueba que se hiciera una copia.',
      why: 'El programa no llegó a arrancar, su salida fue a otro sitio (`log=`) o este es otro archivo.',
      todo: ['Comprobar que se abrió el archivo correcto.', 'Iniciar el script a mano y ver qué muestra primero.'],
    },
  },
  'log-truncated': {
    en: {
      title: 'The log ends before the tool said that it had finished',
      what: 'The last lines are missing: the run was still going, was killed, or its log was cut.',
      why: 'The usual reasons are a killed process, a full disk under the log, or a copy of the file taken while the run went on.',
      todo: [
        'Look whether the rman process still lives.',
        'Check the space of the disk that holds the log.',
        'Ask V$RMAN_BACKUP_JOB_DETAILS how the session ended.',
      ],
    },
    es: {
      title: 'El log termina antes de que la herramienta dijera que había acabado',
      what: 'Faltan las últimas líneas: la ejecución seguía en marcha, la mataron o se cortó su log.',
      why: 'Lo habitual es un proceso terminado a la fuerza, un disco lleno bajo el log o una copia del archivo hecha durante la ejecución.',
      todo: [
        'Comprobar si el proceso rman sigue vivo.',
        'Comprobar el espacio del disco que guarda el log.',
        'Preguntar a V$RMAN_BACKUP_JOB_DETAILS cómo terminó la sesión.',
      ],
    },
  },
  'error-stack-cut': {
    en: {
      title: 'An error stack begins, but its text is missing',
      what: 'A command failed, and the lines that would say why were not written.',
      why: 'The log was cut at that place: full disk, killed process, or a filter between RMAN and the file.',
      todo: ['Look into V$RMAN_OUTPUT of that session while the instance still keeps it.', 'Check the disk that holds the log, then run again.'],
    },
    es: {
      title: 'Empieza una pila de errores, pero falta su texto',
      what: 'Una orden falló y no llegaron a escribirse las líneas que dirían por qué.',
      why: 'El log se cortó ahí: disco lleno, proceso terminado o un filtro entre RMAN y el archivo.',
      todo: ['Mirar V$RMAN_OUTPUT de esa sesión mientras la instancia la conserve.', 'Comprobar el disco que guarda el log y ejecutar de nuevo.'],
    },
  },
  'exit-code-without-error': {
    en: {
      title: 'The client reported failure without saying why',
      what: 'The exit code is bad, yet the log shows no error. The backup is not to be trusted.',
      why: 'Part of the output was lost, or a script around RMAN failed on its own.',
      todo: ['Read the last lines of the log and what the script does after RMAN.', 'Ask V$RMAN_BACKUP_JOB_DETAILS for the status of the session.', 'Run again and compare.'],
    },
    es: {
      title: 'El cliente indicó un fallo sin decir por qué',
      what: 'El código de salida es malo, pero el log no muestra ningún error. La copia no es de fiar.',
      why: 'Se perdió parte de la salida, o falló por su cuenta un script alrededor de RMAN.',
      todo: ['Leer las últimas líneas del log y lo que hace el script después de RMAN.', 'Preguntar a V$RMAN_BACKUP_JOB_DETAILS por el estado de la sesión.', 'Ejecutar de nuevo y comparar.'],
    },
  },
  'corrupt-blocks-found': {
    en: {
      title: 'The validation found corrupt blocks',
      what: 'Files of the database or of a backup hold blocks that do not read back as written. RMAN still exits with 0.',
      why: 'Storage, memory or firmware damaged the blocks, or they were loaded with NOLOGGING and then recovered.',
      todo: [
        'Query V$DATABASE_BLOCK_CORRUPTION for the files and blocks.',
        'Repair with RECOVER … BLOCK from a good backup (Enterprise Edition), or restore the file.',
        'Do not delete older backups: the newest may hold the damage.',
      ],
    },
    es: {
      title: 'La validación encontró bloques corruptos',
      what: 'Hay archivos de la base de datos o de una copia con bloques que no se leen como se escribieron. RMAN termina aun así con 0.',
      why: 'El almacenamiento, la memoria o el firmware dañaron los bloques, o se cargaron con NOLOGGING y después se recuperaron.',
      todo: [
        'Consultar V$DATABASE_BLOCK_CORRUPTION para ver archivos y bloques.',
        'Reparar con RECOVER … BLOCK desde una copia buena (Enterprise Edition) o restaurar el archivo.',
        'No borrar copias antiguas: la más reciente puede contener el daño.',
      ],
    },
  },
  'piece-missing': {
    en: {
      title: 'A piece of the log is not on disk',
      what: 'RMAN reported a piece that cannot be found where it should be. A restore from it would fail.',
      why: 'Something moved or deleted it right after the backup, or the path belongs to another host or container.',
      todo: ['Look for the file on the database server itself.', 'Run CROSSCHECK BACKUP and see what becomes EXPIRED.', 'Make a new backup before anything else is deleted.'],
    },
    es: {
      title: 'Una pieza del log no está en disco',
      what: 'RMAN informó de una pieza que no se encuentra donde debería. Una restauración desde ella fallaría.',
      why: 'Algo la movió o la borró justo después de la copia, o la ruta pertenece a otro servidor o contenedor.',
      todo: ['Buscar el archivo en el propio servidor de la base de datos.', 'Ejecutar CROSSCHECK BACKUP y ver qué pasa a EXPIRED.', 'Hacer una copia nueva antes de borrar nada.'],
    },
  },
  'piece-empty': {
    en: {
      title: 'A piece of the log has no bytes',
      what: 'The file exists but is empty. A restore from it would fail.',
      why: 'The disk or its quota was full, or a network file system lost the data after the write.',
      todo: ['Check space and quota of the destination.', 'Check the mount options if it is NFS.', 'Make a new backup and compare the sizes.'],
    },
    es: {
      title: 'Una pieza del log no tiene bytes',
      what: 'El archivo existe pero está vacío. Una restauración desde él fallaría.',
      why: 'El disco o su cuota estaban llenos, o un sistema de archivos de red perdió los datos tras la escritura.',
      todo: ['Comprobar el espacio y la cuota del destino.', 'Si es NFS, revisar las opciones de montaje.', 'Hacer una copia nueva y comparar los tamaños.'],
    },
  },
  'database-disputes': {
    en: {
      title: 'The database recorded this backup as failed',
      what: 'Exit code and log speak of a good end, but V$RMAN_BACKUP_JOB_DETAILS or V$RMAN_STATUS holds this job as FAILED or COMPLETED WITH ERRORS. The run does not count as a good backup.',
      why: 'Usually a command of the script failed and the error did not reach the log: output was redirected, a command ran without its errors ending the script, or the client lost its session after its last line.',
      todo: [
        'Look in V$RMAN_OUTPUT of this session for the error that the log lacks.',
        'Run the strategy again, and RESTORE … VALIDATE afterwards, before you rely on its pieces.',
        'Check that the SQL connection of the database leads to the database that RMAN backs up.',
      ],
    },
    es: {
      title: 'La base de datos registró esta copia como fallida',
      what: 'El código de salida y el log hablan de un buen final, pero V$RMAN_BACKUP_JOB_DETAILS o V$RMAN_STATUS tiene este trabajo como FAILED o COMPLETED WITH ERRORS. La ejecución no cuenta como copia buena.',
      why: 'Lo habitual es que un comando del script fallara y el error no llegara al log: la salida se redirigió, un comando se ejecutó sin que sus errores detuvieran el script, o el cliente perdió su sesión después de la última línea.',
      todo: [
        'Buscar en V$RMAN_OUTPUT de esta sesión el error que falta en el log.',
        'Volver a ejecutar la estrategia, y después RESTORE … VALIDATE, antes de confiar en sus piezas.',
        'Comprobar que la conexión SQL de la base de datos lleva a la misma base que copia RMAN.',
      ],
    },
  },
  'job-stopped': {
    en: {
      title: 'The Data Pump job was stopped',
      what: 'The job ended before everything was exported. Its dump files cannot be relied upon.',
      why: 'Somebody stopped or killed the job, or a fatal error in the server ended it.',
      todo: ['Look in DBA_DATAPUMP_JOBS for a job in state NOT RUNNING.', 'Read the ORA- lines above the closing line.', 'Attach and START_JOB to resume it, or run it again with new dump files.'],
    },
    es: {
      title: 'El trabajo de Data Pump se detuvo',
      what: 'El trabajo terminó antes de exportarlo todo. No se puede confiar en sus archivos de volcado.',
      why: 'Alguien detuvo o mató el trabajo, o lo terminó un error fatal del servidor.',
      todo: ['Buscar en DBA_DATAPUMP_JOBS un trabajo en estado NOT RUNNING.', 'Leer las líneas ORA- sobre la línea de cierre.', 'Conectarse y usar START_JOB para reanudarlo, o repetirlo con archivos de volcado nuevos.'],
    },
  },
  'job-errors': {
    en: {
      title: 'The Data Pump job ended with errors that this log does not show',
      what: 'Something was left out of the export, and the log does not say what.',
      why: 'The log was filtered or cut, or the errors went to the log file on the database server only.',
      todo: ['Read the complete log file in the DIRECTORY on the server.', 'Compare the exported tables and rows with the last good run.'],
    },
    es: {
      title: 'El trabajo de Data Pump terminó con errores que este log no muestra',
      what: 'Algo quedó fuera de la exportación, y el log no dice qué.',
      why: 'El log se filtró o se cortó, o los errores solo fueron al archivo de log del servidor.',
      todo: ['Leer el log completo en el DIRECTORY del servidor.', 'Comparar las tablas y filas exportadas con la última ejecución buena.'],
    },
  },
};
