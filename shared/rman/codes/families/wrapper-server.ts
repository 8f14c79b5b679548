// Server lines that only frame or name something: the object, the piece, the place in PL/SQL.
import type { CodeExplanation } from '../explanation.ts';

export const wrapperServerCodes: readonly CodeExplanation[] = [
  {
    code: 'ORA-00283', family: 'wrapper', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'Recovery was stopped by errors',
      what: 'The recovery session ended because of the error in the next lines.',
      why: 'A missing log, a damaged file, or a file that recovery may not touch now.',
      todo: [
        'Read the next code and act on it; recovery can go on afterwards from where it was.',
      ],
    },
    es: {
      title: 'La recuperación se detuvo por errores',
      what: 'La sesión de recuperación terminó por el error de las líneas siguientes.',
      why: 'Un log que falta, un archivo dañado, o un archivo que la recuperación no puede tocar ahora.',
      todo: [
        'Leer el código siguiente y actuar según él; después la recuperación puede continuar desde donde estaba.',
      ],
    },
  },
  {
    code: 'ORA-00312', family: 'wrapper', healsByRetry: 'no', ignorable: 'depends',
    en: {
      title: 'This is the redo log in question',
      what: 'The line names the online redo log, its group and thread, that the neighbouring error is about.',
      why: 'It accompanies errors such as ORA-00313, ORA-00353 and ORA-16038.',
      todo: [
        'Use the group and the path to find the file; act on the other code.',
      ],
    },
    es: {
      title: 'Este es el redo log en cuestión',
      what: 'La línea nombra el redo log en línea, con su grupo e hilo, al que se refiere el error contiguo.',
      why: 'Acompaña a errores como ORA-00313, ORA-00353 y ORA-16038.',
      todo: [
        'Usar el grupo y la ruta para localizar el archivo; actuar según el otro código.',
      ],
    },
  },
  {
    code: 'ORA-00604', family: 'wrapper', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'An internal statement failed',
      what: 'A statement that the database ran on its own behalf ended with an error.',
      why: 'The next code is the reason; often space in SYSTEM or SYSAUX, or a trigger on logon.',
      todo: [
        'Read the next code and act on it.',
      ],
    },
    es: {
      title: 'Falló una sentencia interna',
      what: 'Terminó con error una sentencia que la base de datos ejecutó por su cuenta.',
      why: 'El código siguiente es el motivo; a menudo espacio en SYSTEM o SYSAUX, o un trigger de conexión.',
      todo: [
        'Leer el código siguiente y actuar según él.',
      ],
    },
  },
  {
    code: 'ORA-01110', family: 'wrapper', healsByRetry: 'no', ignorable: 'depends',
    en: {
      title: 'This is the data file in question',
      what: 'The line gives number and name of the data file that the neighbouring error is about.',
      why: 'It never comes alone, always beside another code.',
      todo: [
        'Note number and path, and act on the code above it.',
      ],
    },
    es: {
      title: 'Este es el archivo de datos en cuestión',
      what: 'La línea da el número y el nombre del archivo de datos al que se refiere el error contiguo.',
      why: 'Nunca aparece solo, siempre junto a otro código.',
      todo: [
        'Anotar el número y la ruta, y actuar según el código de encima.',
      ],
    },
  },
  {
    code: 'ORA-06512', family: 'wrapper', healsByRetry: 'maybe', ignorable: 'depends',
    en: {
      title: 'Where in PL/SQL it happened',
      what: 'The line tells at which line of which PL/SQL unit the error above it passed.',
      why: 'Any error inside a package, procedure or block adds such lines.',
      todo: [
        'Ignore these lines and act on the first other code above them.',
      ],
    },
    es: {
      title: 'Dónde ocurrió en PL/SQL',
      what: 'La línea dice por qué línea de qué unidad PL/SQL pasó el error de encima.',
      why: 'Cualquier error dentro de un paquete, procedimiento o bloque añade estas líneas.',
      todo: [
        'Pasar por alto estas líneas y actuar según el primer código distinto de encima.',
      ],
    },
  },
  {
    code: 'ORA-17500', family: 'wrapper', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'The disk manager layer reports an error',
      what: "The file layer of the server (ODM, Direct NFS or a vendor's library) returned an error of its own.",
      why: 'Storage or NFS not reachable, permissions, or a full disk; the text tells.',
      todo: [
        'Read the text and the codes around it.',
        "With Direct NFS, check oranfstab and the server's export.",
      ],
    },
    es: {
      title: 'La capa de gestión de disco comunica un error',
      what:
        'La capa de archivos del servidor (ODM, Direct NFS o la biblioteca de un fabricante) devolvió un error ' +
        'propio.',
      why: 'Almacenamiento o NFS inaccesible, permisos, o un disco lleno; lo dice el texto.',
      todo: [
        'Leer el texto y los códigos contiguos.',
        'Con Direct NFS, revisar oranfstab y la exportación del servidor.',
      ],
    },
  },
  {
    code: 'ORA-17503', family: 'wrapper', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'A managed file could not be opened',
      what: 'The server failed to create or open a file whose name or place it manages itself, in ASM or as OMF.',
      why:
        'The codes below say why: ORA-15012, a missing file; ORA-15041, no room; ORA-15001, a disk group not ' +
        'mounted.',
      todo: [
        'Read the ORA-15xxx or ORA-27xxx code below and act on it.',
      ],
    },
    es: {
      title: 'No se pudo abrir un archivo gestionado',
      what: 'El servidor no pudo crear o abrir un archivo cuyo nombre o lugar gestiona él mismo, en ASM o como OMF.',
      why:
        'Los códigos de debajo dicen por qué: ORA-15012, falta el archivo; ORA-15041, no hay sitio; ORA-15001, grupo ' +
        'de discos sin montar.',
      todo: [
        'Leer el código ORA-15xxx u ORA-27xxx de debajo y actuar según él.',
      ],
    },
  },
  {
    code: 'ORA-19583', family: 'wrapper', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'The work of a channel was cut short by an error',
      what: 'A backup or restore conversation with the server ended because of another error.',
      why: 'The codes next to it say which.',
      todo: [
        'Read the other codes of the stack and act on the deepest one.',
      ],
    },
    es: {
      title: 'Un error interrumpió el trabajo de un canal',
      what: 'Una conversación de copia o restauración con el servidor terminó por otro error.',
      why: 'Los códigos contiguos dicen cuál.',
      todo: [
        'Leer los demás códigos de la pila y actuar según el más profundo.',
      ],
    },
  },
  {
    code: 'ORA-19587', family: 'wrapper', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'Reading a file stopped at a block',
      what: 'The server could not read a block of the file named, for the reason given below.',
      why: 'A damaged or truncated file, or storage that failed.',
      todo: [
        'Read the next codes: ORA-27072 and an operating system number, or a corruption.',
      ],
    },
    es: {
      title: 'La lectura de un archivo se detuvo en un bloque',
      what: 'El servidor no pudo leer un bloque del archivo indicado, por el motivo de debajo.',
      why: 'Un archivo dañado o truncado, o un almacenamiento que falló.',
      todo: [
        'Leer los códigos siguientes: ORA-27072 con un número del sistema operativo, o una corrupción.',
      ],
    },
  },
  {
    code: 'ORA-19624', family: 'wrapper', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'The operation failed, another try may follow',
      what: 'A step failed in a way after which RMAN can try again by itself.',
      why: 'The other codes of the stack give the reason.',
      todo: [
        'See whether RMAN went on by itself; otherwise act on the other codes.',
      ],
    },
    es: {
      title: 'La operación falló, puede haber otro intento',
      what: 'Un paso falló de un modo tras el cual RMAN puede intentarlo de nuevo por sí mismo.',
      why: 'Los demás códigos de la pila dan el motivo.',
      todo: [
        'Ver si RMAN continuó por sí solo; si no, actuar según los demás códigos.',
      ],
    },
  },
  {
    code: 'ORA-19870', family: 'wrapper', healsByRetry: 'maybe', ignorable: 'depends',
    en: {
      title: 'A backup piece could not be restored',
      what: 'Reading the piece named in this line for a restore failed.',
      why: 'The codes below say why: a missing file (ORA-19505), a password (ORA-19913), damage (ORA-19599).',
      todo: [
        'Read the codes below.',
        'If "failover to previous backup" follows, RMAN goes on with an older backup: see how the run ended.',
        'Either way this piece needs attention: CROSSCHECK BACKUP and VALIDATE BACKUPSET key.',
      ],
    },
    es: {
      title: 'No se pudo restaurar una pieza de copia',
      what: 'Falló la lectura, para restaurar, de la pieza nombrada en esta línea.',
      why:
        'Los códigos de debajo dicen por qué: falta el archivo (ORA-19505), una contraseña (ORA-19913), daño ' +
        '(ORA-19599).',
      todo: [
        'Leer los códigos de debajo.',
        'Si sigue «failover to previous backup», RMAN continúa con una copia anterior: ver cómo acabó la ejecución.',
        'En todo caso, esta pieza necesita atención: CROSSCHECK BACKUP y VALIDATE BACKUPSET clave.',
      ],
    },
  },
];
