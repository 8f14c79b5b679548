// Lines with a code that report no problem, or only explain something.
import type { CodeExplanation } from '../explanation.ts';

export const infoCodes: readonly CodeExplanation[] = [
  {
    code: 'RMAN-00572', family: 'info', healsByRetry: 'no', ignorable: 'yes',
    en: {
      title: 'RMAN waits for commands through a pipe',
      what: 'The client was started with the PIPE option and waits for input from the database.',
      why: 'It is how RMAN works when a program drives it through DBMS_PIPE.',
      todo: [
        'Nothing has to be done; if nobody sends commands, end the client.',
      ],
    },
    es: {
      title: 'RMAN espera comandos por una tubería',
      what: 'El cliente se inició con la opción PIPE y espera entrada desde la base de datos.',
      why: 'Así trabaja RMAN cuando un programa lo dirige mediante DBMS_PIPE.',
      todo: [
        'No hay que hacer nada; si nadie envía comandos, terminar el cliente.',
      ],
    },
  },
  {
    code: 'RMAN-05026', family: 'info', healsByRetry: 'no', ignorable: 'depends',
    en: {
      title: 'RMAN assumes which tablespaces hold undo',
      what: 'A point-in-time recovery states which tablespaces it takes for those with undo segments.',
      why: 'The recovery catalog does not record them for that time.',
      todo: [
        'Check the list: if it is wrong, name them with the UNDO TABLESPACE clause.',
      ],
    },
    es: {
      title: 'RMAN supone qué tablespaces tienen undo',
      what: 'Una recuperación a un punto en el tiempo indica qué tablespaces considera con segmentos de undo.',
      why: 'El catálogo de recuperación no los registra para ese momento.',
      todo: [
        'Revisar la lista: si no es correcta, nombrarlos con la cláusula UNDO TABLESPACE.',
      ],
    },
  },
  {
    code: 'RMAN-05158', family: 'warning', healsByRetry: 'no', ignorable: 'depends',
    en: {
      title: 'A file name of the copy is also a name in the source',
      what: 'During DUPLICATE, a file of the auxiliary has the same path as a file of the source database.',
      why: 'The same directories are used on both hosts, with NOFILENAMECHECK.',
      todo: [
        'On two different hosts or disk groups it is harmless.',
        "On the same host or shared storage, stop: the source's files could be overwritten. Convert the names.",
      ],
    },
    es: {
      title: 'Un nombre de archivo de la copia existe también en el origen',
      what: 'Durante DUPLICATE, un archivo de la auxiliar tiene la misma ruta que uno de la base de datos de origen.',
      why: 'Se usan los mismos directorios en ambos servidores, con NOFILENAMECHECK.',
      todo: [
        'En dos servidores o grupos de discos distintos es inofensivo.',
        'En el mismo servidor o almacenamiento compartido, detenerse: se podrían sobrescribir los archivos del ' +
          'origen. Convertir los nombres.',
      ],
    },
  },
  {
    code: 'RMAN-05529', family: 'info', healsByRetry: 'no', ignorable: 'yes',
    en: {
      title: 'ASM names were shortened to the disk group',
      what: 'Converted names were not valid in ASM, so only the disk group was kept and Oracle makes the names.',
      why: 'DB_FILE_NAME_CONVERT produced full ASM file names, which nobody may choose.',
      todo: [
        'Nothing has to be done; Oracle names the files itself.',
      ],
    },
    es: {
      title: 'Los nombres de ASM se redujeron al grupo de discos',
      what:
        'Los nombres convertidos no eran válidos en ASM, así que solo se mantuvo el grupo de discos y Oracle crea ' +
        'los nombres.',
      why: 'DB_FILE_NAME_CONVERT produjo nombres ASM completos, que nadie puede elegir.',
      todo: [
        'No hay que hacer nada; Oracle nombra los archivos por sí mismo.',
      ],
    },
  },
  {
    code: 'RMAN-05538', family: 'info', healsByRetry: 'no', ignorable: 'yes',
    en: {
      title: "File names are converted with the instance's parameter",
      what: 'DUPLICATE uses DB_FILE_NAME_CONVERT of the auxiliary, though the command does not mention it.',
      why: "The parameter is set in the auxiliary's parameter file.",
      todo: [
        'Check the resulting names in the log; otherwise nothing has to be done.',
      ],
    },
    es: {
      title: 'Los nombres se convierten con el parámetro de la instancia',
      what: 'DUPLICATE usa el DB_FILE_NAME_CONVERT de la auxiliar, aunque el comando no lo menciona.',
      why: 'El parámetro está definido en el archivo de parámetros de la auxiliar.',
      todo: [
        'Comprobar en el log los nombres resultantes; por lo demás, no hay que hacer nada.',
      ],
    },
  },
  {
    code: 'RMAN-06134', family: 'info', healsByRetry: 'no', ignorable: 'yes',
    en: {
      title: 'The HOST command ended well',
      what: 'The operating system command of the script has finished.',
      why: 'It is printed after every HOST command that succeeds.',
      todo: [
        'Nothing has to be done.',
      ],
    },
    es: {
      title: 'El comando HOST acabó bien',
      what: 'El comando del sistema operativo incluido en el script ha terminado.',
      why: 'Se imprime tras cada comando HOST que termina bien.',
      todo: [
        'No hay que hacer nada.',
      ],
    },
  },
  {
    code: 'RMAN-06193', family: 'info', healsByRetry: 'no', ignorable: 'yes',
    en: {
      title: 'Connected, but the database is not mounted',
      what: 'RMAN reached the instance, which has no database open or mounted yet.',
      why: 'The instance is stopped, starting or in NOMOUNT; normal before STARTUP or a restore.',
      todo: [
        'If the job needs the database, mount or open it first.',
      ],
    },
    es: {
      title: 'Conectado, pero la base de datos no está montada',
      what: 'RMAN llegó a la instancia, que aún no tiene ninguna base de datos abierta ni montada.',
      why: 'La instancia está parada, arrancando o en NOMOUNT; es normal antes de STARTUP o de una restauración.',
      todo: [
        'Si el trabajo necesita la base de datos, montarla o abrirla antes.',
      ],
    },
  },
  {
    code: 'RMAN-06196', family: 'info', healsByRetry: 'no', ignorable: 'yes',
    en: {
      title: 'The instance was started',
      what: 'STARTUP in the script brought the instance up.',
      why: 'It is printed by every STARTUP.',
      todo: [
        'Nothing has to be done.',
      ],
    },
    es: {
      title: 'La instancia se arrancó',
      what: 'El STARTUP del script levantó la instancia.',
      why: 'Lo imprime todo STARTUP.',
      todo: [
        'No hay que hacer nada.',
      ],
    },
  },
  {
    code: 'RMAN-06199', family: 'info', healsByRetry: 'no', ignorable: 'yes',
    en: {
      title: 'The database was mounted',
      what: 'The script brought the database to the mounted state.',
      why: 'It is printed by STARTUP MOUNT and ALTER DATABASE MOUNT.',
      todo: [
        'Nothing has to be done.',
      ],
    },
    es: {
      title: 'La base de datos se montó',
      what: 'El script llevó la base de datos al estado montado.',
      why: 'Lo imprimen STARTUP MOUNT y ALTER DATABASE MOUNT.',
      todo: [
        'No hay que hacer nada.',
      ],
    },
  },
  {
    code: 'RMAN-06400', family: 'info', healsByRetry: 'no', ignorable: 'yes',
    en: {
      title: 'The database was opened',
      what: 'The script opened the database.',
      why: 'It is printed when the database opens.',
      todo: [
        'Nothing has to be done.',
      ],
    },
    es: {
      title: 'La base de datos se abrió',
      what: 'El script abrió la base de datos.',
      why: 'Se imprime cuando se abre la base de datos.',
      todo: [
        'No hay que hacer nada.',
      ],
    },
  },
  {
    code: 'RMAN-06402', family: 'info', healsByRetry: 'no', ignorable: 'depends',
    en: {
      title: 'The instance was shut down',
      what: 'The script stopped the instance.',
      why: 'It is printed by SHUTDOWN in the script, as in a consistent backup.',
      todo: [
        'Make sure the script starts the database again, and that it is open after the run.',
      ],
    },
    es: {
      title: 'La instancia se detuvo',
      what: 'El script detuvo la instancia.',
      why: 'Lo imprime el SHUTDOWN del script, como en una copia consistente.',
      todo: [
        'Asegurarse de que el script vuelve a arrancar la base de datos, y de que queda abierta tras la ejecución.',
      ],
    },
  },
];
