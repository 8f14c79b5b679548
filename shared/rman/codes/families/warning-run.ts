// Warnings about what a run left out or could not do as asked, while the run itself goes on.
import type { CodeExplanation } from '../explanation.ts';

export const warningRunCodes: readonly CodeExplanation[] = [
  {
    code: 'RMAN-06060', family: 'warning', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'A data file was left out of the backup',
      what: 'A SKIP clause left a data file out, so its tablespace cannot be recovered from this backup.',
      why: 'The file is offline, read-only or out of reach, and the script says to skip such files.',
      todo: [
        'See which file: the line names the tablespace.',
        'Query V$DATAFILE and V$RECOVER_FILE: see whether it was meant to be offline.',
        'Read-only files need one good backup made since they became read-only: LIST BACKUP OF TABLESPACE.',
        'If it should be protected, bring it back and back it up on its own.',
      ],
    },
    es: {
      title: 'Un archivo de datos quedó fuera de la copia',
      what:
        'Una cláusula SKIP dejó fuera un archivo de datos, así que su tablespace no se puede recuperar con esta ' +
        'copia.',
      why: 'El archivo está fuera de línea, en solo lectura o inaccesible, y el script indica omitir esos archivos.',
      todo: [
        'Ver de qué archivo se trata: la línea nombra el tablespace.',
        'Consultar V$DATAFILE y V$RECOVER_FILE: ver si debía estar fuera de línea.',
        'Los archivos de solo lectura necesitan una copia buena hecha desde que lo son: LIST BACKUP OF TABLESPACE.',
        'Si debe estar protegido, devolverlo al servicio y copiarlo aparte.',
      ],
    },
  },
  {
    code: 'RMAN-06061', family: 'warning', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'An archived log was left out of the backup',
      what: 'SKIP INACCESSIBLE left out an archived log that could not be read, so recovery cannot cross that point.',
      why: 'The file is gone or unreadable; on RAC, this node does not see it.',
      todo: [
        'Look for the file: another destination, another node, the standby.',
        'CROSSCHECK ARCHIVELOG ALL.',
        'If it is lost, take a full or level 0 backup at once.',
      ],
    },
    es: {
      title: 'Un archived log quedó fuera de la copia',
      what:
        'SKIP INACCESSIBLE dejó fuera un archived log que no se pudo leer, así que la recuperación no puede pasar de ' +
        'ese punto.',
      why: 'El archivo no está o no se puede leer; en RAC, este nodo no lo ve.',
      todo: [
        'Buscar el archivo: otro destino, otro nodo, la standby.',
        'Ejecutar CROSSCHECK ARCHIVELOG ALL.',
        'Si se perdió, hacer enseguida una copia completa o de nivel 0.',
      ],
    },
  },
  {
    code: 'RMAN-06497', family: 'warning', healsByRetry: 'no', ignorable: 'depends',
    en: {
      title: 'No control file autobackup: the control file is not current',
      what: 'The automatic backup of the control file was left out because the control file is not the current one.',
      why: 'The job runs on a standby, or after restoring a backup control file.',
      todo: [
        'On a standby this is normal: back up the control file on the primary.',
        'Check a recent one exists: LIST BACKUP OF CONTROLFILE.',
      ],
    },
    es: {
      title: 'Sin autobackup del archivo de control: no es el actual',
      what: 'Se omitió la copia automática del archivo de control porque este no es el actual.',
      why: 'El trabajo se ejecuta en una standby, o tras restaurar un archivo de control de copia.',
      todo: [
        'En una standby es normal: copiar el archivo de control en la primaria.',
        'Comprobar que hay una reciente: LIST BACKUP OF CONTROLFILE.',
      ],
    },
  },
  {
    code: 'RMAN-06525', family: 'warning', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'There is no retention policy',
      what: 'The retention policy is set to NONE, so RMAN regards no backup as obsolete and no file as needing one.',
      why: 'CONFIGURE RETENTION POLICY TO NONE was run.',
      todo: [
        'Nothing is deleted by DELETE OBSOLETE and REPORT NEED BACKUP says nothing: disks fill up.',
        'CONFIGURE RETENTION POLICY TO RECOVERY WINDOW OF n DAYS, or set the retention in the strategy.',
        'Look at REPORT OBSOLETE before the first deletion under a new policy.',
      ],
    },
    es: {
      title: 'No hay política de retención',
      what:
        'La política de retención es NONE, así que RMAN no considera obsoleta ninguna copia ni ve archivos que la ' +
        'necesiten.',
      why: 'Se ejecutó CONFIGURE RETENTION POLICY TO NONE.',
      todo: [
        'DELETE OBSOLETE no borra nada y REPORT NEED BACKUP no dice nada: los discos se llenan.',
        'Ejecutar CONFIGURE RETENTION POLICY TO RECOVERY WINDOW OF n DAYS, o fijar la retención en la estrategia.',
        'Mirar REPORT OBSOLETE antes del primer borrado con una política nueva.',
      ],
    },
  },
  {
    code: 'RMAN-06820', family: 'warning', healsByRetry: 'no', ignorable: 'depends',
    en: {
      title: "The primary's current log could not be archived",
      what:
        'The backup on the standby goes on, but without the very latest redo, because the primary could not be ' +
        'reached to switch its log.',
      why: 'RMAN was connected with / (operating system login), and the call to the primary needs a password.',
      todo: [
        'Connect RMAN to the standby with a SYSBACKUP or SYSDBA user and password valid on both sides.',
        "Check the password file of the standby is a copy of the primary's.",
        'The ORA codes under this line belong to the warning; they are no failure of the backup.',
      ],
    },
    es: {
      title: 'No se pudo archivar el log actual de la primaria',
      what:
        'La copia en la standby continúa, pero sin el redo más reciente, porque no se pudo llegar a la primaria para ' +
        'cambiar su log.',
      why: 'RMAN se conectó con / (acceso por sistema operativo), y la llamada a la primaria necesita contraseña.',
      todo: [
        'Conectar RMAN con la standby mediante un usuario SYSBACKUP o SYSDBA con contraseña válida en ambos lados.',
        'Comprobar que el archivo de contraseñas de la standby es copia del de la primaria.',
        'Los códigos ORA de debajo pertenecen al aviso; no son un fallo de la copia.',
      ],
    },
  },
  {
    code: 'RMAN-06900', family: 'info', healsByRetry: 'no', ignorable: 'yes',
    en: {
      title: 'The status row of the job was not written',
      what: 'RMAN could not record part of its progress in V$RMAN_STATUS or V$RMAN_OUTPUT.',
      why: 'The view is full (ORA-19921), or the session that writes it had a problem.',
      todo: [
        'The backup itself is not affected; monitoring views may lack rows.',
        'Judge this run by its log and its pieces.',
      ],
    },
    es: {
      title: 'No se escribió la fila de estado del trabajo',
      what: 'RMAN no pudo registrar parte de su avance en V$RMAN_STATUS o V$RMAN_OUTPUT.',
      why: 'La vista está llena (ORA-19921), o la sesión que la escribe tuvo un problema.',
      todo: [
        'La copia en sí no se ve afectada; puede que falten filas en las vistas de monitorización.',
        'Juzgar esta ejecución por su log y sus piezas.',
      ],
    },
  },
  {
    code: 'RMAN-06901', family: 'info', healsByRetry: 'no', ignorable: 'yes',
    en: {
      title: 'The output rows of the job are no longer written',
      what: 'RMAN stopped copying its output to the database views for this session.',
      why: 'It follows RMAN-06900 and has the same reason.',
      todo: [
        'Nothing has to be done for the backup: the log of the run is complete.',
      ],
    },
    es: {
      title: 'Ya no se escriben las filas de salida del trabajo',
      what: 'RMAN dejó de copiar su salida a las vistas de la base de datos en esta sesión.',
      why: 'Sigue a RMAN-06900 y tiene el mismo motivo.',
      todo: [
        'No hay que hacer nada por la copia: el log de la ejecución está completo.',
      ],
    },
  },
  {
    code: 'RMAN-06908', family: 'warning', healsByRetry: 'no', ignorable: 'yes',
    en: {
      title: 'This edition does not work in parallel',
      what: 'Several channels were asked for, but this edition of the database uses them one after the other.',
      why: 'Standard Edition, XE and Free do not run channels in parallel.',
      todo: [
        'The backup is valid, only slower: use one channel in the strategy.',
      ],
    },
    es: {
      title: 'Esta edición no trabaja en paralelo',
      what: 'Se pidieron varios canales, pero esta edición de la base de datos los usa uno tras otro.',
      why: 'Standard Edition, XE y Free no ejecutan canales en paralelo.',
      todo: [
        'La copia es válida, solo más lenta: usar un canal en la estrategia.',
      ],
    },
  },
  {
    code: 'RMAN-06909', family: 'warning', healsByRetry: 'no', ignorable: 'yes',
    en: {
      title: 'The channels work one after the other',
      what: 'This line belongs to RMAN-06908: parallelism needs the Enterprise Edition.',
      why: 'More than one channel was allocated or configured in an edition without parallelism.',
      todo: [
        'Use one channel, or CONFIGURE DEVICE TYPE DISK PARALLELISM 1.',
      ],
    },
    es: {
      title: 'Los canales trabajan uno tras otro',
      what: 'Esta línea pertenece a RMAN-06908: el paralelismo exige Enterprise Edition.',
      why: 'Se asignó o configuró más de un canal en una edición sin paralelismo.',
      todo: [
        'Usar un canal, o CONFIGURE DEVICE TYPE DISK PARALLELISM 1.',
      ],
    },
  },
  {
    code: 'RMAN-06755', family: 'warning', healsByRetry: 'no', ignorable: 'yes',
    en: {
      title: 'An incremental starts from the checkpoint instead',
      what: "The start point asked for is later than the file's own checkpoint, so RMAN used the checkpoint.",
      why: 'The data file has not changed since, often because it is read-only.',
      todo: [
        'Usually nothing has to be done: there is little or nothing to back up in that file.',
      ],
    },
    es: {
      title: 'Un incremental parte del checkpoint',
      what: 'El punto de partida pedido es posterior al checkpoint del propio archivo, así que RMAN usó el checkpoint.',
      why: 'El archivo de datos no ha cambiado desde entonces, a menudo porque es de solo lectura.',
      todo: [
        'Normalmente no hay que hacer nada: en ese archivo hay poco o nada que copiar.',
      ],
    },
  },
  {
    code: 'RMAN-07553', family: 'warning', healsByRetry: 'no', ignorable: 'depends',
    en: {
      title: 'RMAN remarks on the retention while looking for obsolete backups',
      what: 'While it applied the retention policy, RMAN printed a warning; the report itself was made.',
      why: 'It is seen with a recovery window longer than CONTROL_FILE_RECORD_KEEP_TIME covers.',
      todo: [
        'Compare SHOW RETENTION POLICY with SHOW PARAMETER control_file_record_keep_time.',
        'Make the keep time longer than the window plus the interval between full backups, or use a catalog.',
      ],
    },
    es: {
      title: 'RMAN hace una observación sobre la retención al buscar copias obsoletas',
      what: 'Al aplicar la política de retención, RMAN imprimió un aviso; el informe en sí se hizo.',
      why: 'Se ve con una ventana de recuperación mayor que la que cubre CONTROL_FILE_RECORD_KEEP_TIME.',
      todo: [
        'Comparar SHOW RETENTION POLICY con SHOW PARAMETER control_file_record_keep_time.',
        'Poner ese tiempo por encima de la ventana más el intervalo entre copias completas, o usar un catálogo.',
      ],
    },
  },
  {
    code: 'RMAN-07554', family: 'info', healsByRetry: 'no', ignorable: 'yes',
    en: {
      title: 'The control file keeps its records for very long',
      what: 'CONTROL_FILE_RECORD_KEEP_TIME is larger than RMAN thinks sensible for this retention.',
      why:
        'The parameter was raised well above the recovery window; the control file grows and queries on it get ' +
        'slower.',
      todo: [
        'No backup is at risk.',
        'If listings are slow, lower the parameter towards the recovery window plus some days.',
      ],
    },
    es: {
      title: 'El archivo de control conserva sus registros mucho tiempo',
      what: 'CONTROL_FILE_RECORD_KEEP_TIME es mayor de lo que RMAN considera sensato para esta retención.',
      why:
        'El parámetro se subió muy por encima de la ventana de recuperación; el archivo de control crece y sus ' +
        'consultas se vuelven lentas.',
      todo: [
        'Ninguna copia está en riesgo.',
        'Si los listados van lentos, bajar el parámetro hacia la ventana de recuperación más unos días.',
      ],
    },
  },
];
