// The fast recovery area, the archive destinations and ASM disk groups, when they are full or out of reach.
import type { CodeExplanation } from '../explanation.ts';

export const spaceRecoveryAreaCodes: readonly CodeExplanation[] = [
  {
    code: 'ORA-19804', family: 'space', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'The recovery area cannot give the space asked for',
      what: 'The fast recovery area has no room for the next file; the message tells how many bytes were wanted.',
      why:
        'The area is too small for the retention asked for; archived logs were not backed up and deleted; flashback ' +
        'logs or a guaranteed restore point hold space.',
      todo: [
        'Query V$RECOVERY_FILE_DEST and V$RECOVERY_AREA_USAGE to see what fills it and what is reclaimable.',
        'If the disk has room, ALTER SYSTEM SET db_recovery_file_dest_size = a larger value.',
        'Back up archived logs, to another destination if need be, and delete those already backed up: DELETE ' +
          'ARCHIVELOG ALL BACKED UP 1 TIMES TO DEVICE TYPE DISK, after looking at LIST ARCHIVELOG ALL.',
        'CROSSCHECK, then REPORT OBSOLETE before DELETE OBSOLETE.',
        'Query V$RESTORE_POINT and drop guaranteed restore points nobody needs.',
      ],
    },
    es: {
      title: 'El área de recuperación no puede dar el espacio pedido',
      what:
        'El área de recuperación rápida (FRA) no tiene sitio para el siguiente archivo; el mensaje dice cuántos ' +
        'bytes se pedían.',
      why:
        'El área es pequeña para la retención deseada; los archived logs no se copiaron ni se borraron; los logs de ' +
        'flashback o un punto de restauración garantizado retienen espacio.',
      todo: [
        'Consultar V$RECOVERY_FILE_DEST y V$RECOVERY_AREA_USAGE para ver qué la llena y qué se puede reclamar.',
        'Si el disco tiene sitio, ALTER SYSTEM SET db_recovery_file_dest_size = un valor mayor.',
        'Copiar los archived logs, a otro destino si hace falta, y borrar los ya copiados: DELETE ARCHIVELOG ALL ' +
          'BACKED UP 1 TIMES TO DEVICE TYPE DISK, tras mirar LIST ARCHIVELOG ALL.',
        'Ejecutar CROSSCHECK, y REPORT OBSOLETE antes de DELETE OBSOLETE.',
        'Consultar V$RESTORE_POINT y eliminar los puntos de restauración garantizados que nadie necesite.',
      ],
    },
  },
  {
    code: 'ORA-19809', family: 'space', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'The recovery area is full',
      what: 'The fast recovery area has reached the size it is allowed, and nothing more can be written there.',
      why:
        'Archived logs or backups pile up; deletion of obsolete files does not run; DB_RECOVERY_FILE_DEST_SIZE is ' +
        'too small; a guaranteed restore point keeps logs.',
      todo: [
        'Act soon: when no archived log can be written, the database stops accepting changes (ORA-00257).',
        'Query V$RECOVERY_AREA_USAGE for what fills it and V$RECOVERY_FILE_DEST for the limit.',
        'If the disk has room, enlarge db_recovery_file_dest_size; it takes effect at once.',
        'Back up archived logs to another destination, then delete only those already backed up; never remove ' +
          'files with operating system commands.',
        'REPORT OBSOLETE, look at the list, then DELETE OBSOLETE.',
      ],
    },
    es: {
      title: 'El área de recuperación está llena',
      what: 'El área de recuperación rápida (FRA) alcanzó el tamaño permitido y no se puede escribir nada más en ella.',
      why:
        'Se acumulan archived logs o copias; no se borra lo obsoleto; DB_RECOVERY_FILE_DEST_SIZE es demasiado ' +
        'pequeño; un punto de restauración garantizado retiene logs.',
      todo: [
        'Actuar pronto: si no se puede escribir ningún archived log, la base de datos deja de admitir cambios ' +
          '(ORA-00257).',
        'Consultar V$RECOVERY_AREA_USAGE para ver qué la llena y V$RECOVERY_FILE_DEST para ver el límite.',
        'Si el disco tiene sitio, aumentar db_recovery_file_dest_size; surte efecto de inmediato.',
        'Copiar los archived logs a otro destino y borrar solo los ya copiados; no eliminar nunca archivos con ' +
          'comandos del sistema operativo.',
        'Ejecutar REPORT OBSOLETE, revisar la lista y después DELETE OBSOLETE.',
      ],
    },
  },
  {
    code: 'ORA-19815', family: 'warning', healsByRetry: 'maybe', ignorable: 'depends',
    en: {
      title: 'The recovery area is nearly full',
      what: 'The database warns that the fast recovery area is above its alarm level.',
      why: 'The same as for a full area: logs and backups grow faster than they are removed.',
      todo: [
        'Query V$RECOVERY_AREA_USAGE: a high PERCENT_SPACE_RECLAIMABLE means Oracle can still make room by itself.',
        'Otherwise enlarge the area, or back up and delete archived logs, before it fills.',
      ],
    },
    es: {
      title: 'El área de recuperación está casi llena',
      what: 'La base de datos avisa de que el área de recuperación rápida supera su nivel de alarma.',
      why: 'Lo mismo que con el área llena: los logs y las copias crecen más deprisa de lo que se eliminan.',
      todo: [
        'Consultar V$RECOVERY_AREA_USAGE: un PERCENT_SPACE_RECLAIMABLE alto significa que Oracle aún puede hacer ' +
          'sitio por sí mismo.',
        'Si no, ampliar el área, o copiar y borrar archived logs antes de que se llene.',
      ],
    },
  },
  {
    code: 'ORA-19802', family: 'state', healsByRetry: 'no', ignorable: 'no',
    en: {
      title: 'The recovery area has no size',
      what: 'The recovery area cannot be used because its size limit was not set.',
      why: 'DB_RECOVERY_FILE_DEST was set before, or without, DB_RECOVERY_FILE_DEST_SIZE.',
      todo: [
        'Set db_recovery_file_dest_size first, then db_recovery_file_dest.',
      ],
    },
    es: {
      title: 'El área de recuperación no tiene tamaño',
      what: 'El área de recuperación no se puede usar porque no se definió su límite de tamaño.',
      why: 'Se definió DB_RECOVERY_FILE_DEST antes que, o sin, DB_RECOVERY_FILE_DEST_SIZE.',
      todo: [
        'Definir primero db_recovery_file_dest_size y después db_recovery_file_dest.',
      ],
    },
  },
  {
    code: 'ORA-00257', family: 'space', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'The database waits for room to archive',
      what: 'Archiving is stuck, so changes are stopped and only administrators can connect until there is room.',
      why: 'The recovery area or the archive file system is full; a mandatory remote destination fails.',
      todo: [
        'This is urgent: users are stopped right now.',
        'Query V$RECOVERY_AREA_USAGE and V$ARCHIVE_DEST (STATUS, ERROR) as SYSDBA.',
        'Quickest: enlarge db_recovery_file_dest_size if the disk has room.',
        'Else back up archived logs to another place with DELETE INPUT; do not remove logs that have no backup.',
        'Check afterwards that the job that deletes backed-up logs runs.',
      ],
    },
    es: {
      title: 'La base de datos espera sitio para archivar',
      what:
        'El archivado está detenido, así que los cambios se paran y solo pueden conectar los administradores hasta ' +
        'que haya sitio.',
      why:
        'El área de recuperación o el sistema de archivos del archivado está lleno; falla un destino remoto ' +
        'obligatorio.',
      todo: [
        'Es urgente: los usuarios están detenidos ahora mismo.',
        'Consultar V$RECOVERY_AREA_USAGE y V$ARCHIVE_DEST (STATUS, ERROR) como SYSDBA.',
        'Lo más rápido: aumentar db_recovery_file_dest_size si el disco tiene sitio.',
        'Si no, copiar los archived logs a otro lugar con DELETE INPUT; no eliminar logs que no tengan copia.',
        'Comprobar después que funciona el trabajo que borra los logs ya copiados.',
      ],
    },
  },
  {
    code: 'ORA-16014', family: 'space', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'A log was not archived: no destination works',
      what: 'A redo log could not be archived because no destination is usable.',
      why: 'All archive destinations are full, disabled or wrong.',
      todo: [
        'Query V$ARCHIVE_DEST for STATUS and ERROR.',
        'Free or add space at the destination, or set another one, then ALTER SYSTEM ARCHIVE LOG ALL.',
      ],
    },
    es: {
      title: 'Un log no se archivó: no hay destino que funcione',
      what: 'No se pudo archivar un redo log porque ningún destino es utilizable.',
      why: 'Todos los destinos de archivado están llenos, deshabilitados o mal definidos.',
      todo: [
        'Consultar STATUS y ERROR en V$ARCHIVE_DEST.',
        'Liberar o añadir espacio en el destino, o definir otro, y después ejecutar ALTER SYSTEM ARCHIVE LOG ALL.',
      ],
    },
  },
  {
    code: 'ORA-16038', family: 'space', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'A redo log cannot be archived',
      what: 'An online redo log waits to be archived and cannot be, so it cannot be reused either.',
      why: 'The archive destination or recovery area is full; the log itself cannot be read.',
      todo: [
        'Read the lines below: ORA-19809 means the recovery area is full, ORA-00312 names the log.',
        'Make room, then ALTER SYSTEM ARCHIVE LOG ALL.',
        'If the log is damaged, take a full backup first; clearing it UNARCHIVED breaks the chain of redo.',
      ],
    },
    es: {
      title: 'No se puede archivar un redo log',
      what: 'Un redo log en línea espera a ser archivado y no puede, así que tampoco se puede reutilizar.',
      why: 'El destino de archivado o el área de recuperación está lleno; el propio log no se puede leer.',
      todo: [
        'Leer las líneas de debajo: ORA-19809 indica área de recuperación llena, ORA-00312 nombra el log.',
        'Hacer sitio y después ejecutar ALTER SYSTEM ARCHIVE LOG ALL.',
        'Si el log está dañado, hacer antes una copia completa; limpiarlo con UNARCHIVED rompe la cadena de redo.',
      ],
    },
  },
  {
    code: 'ORA-00255', family: 'space', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'Archiving a redo log failed',
      what: 'An error occurred while a redo log was being copied to its archive destination.',
      why: 'The destination is full, unreachable or not writable.',
      todo: [
        'Read the codes below for the operating system error.',
        'Query V$ARCHIVE_DEST and correct space, path or permissions.',
      ],
    },
    es: {
      title: 'Falló el archivado de un redo log',
      what: 'Se produjo un error al copiar un redo log a su destino de archivado.',
      why: 'El destino está lleno, inaccesible o sin permiso de escritura.',
      todo: [
        'Leer en los códigos de debajo el error del sistema operativo.',
        'Consultar V$ARCHIVE_DEST y corregir espacio, ruta o permisos.',
      ],
    },
  },
  {
    code: 'ORA-15041', family: 'space', healsByRetry: 'maybe', ignorable: 'no',
    en: {
      title: 'The ASM disk group is full',
      what: 'The disk group has no room for the file, or not evenly on all its disks.',
      why: 'Data grew; one disk is fuller than the rest; mirrored groups need twice or three times the size.',
      todo: [
        'Query V$ASM_DISKGROUP for FREE_MB and USABLE_FILE_MB, and V$ASM_DISK for a single full disk.',
        'Add disks, or ALTER DISKGROUP name REBALANCE if one disk is full.',
        'Delete obsolete backups with RMAN after REPORT OBSOLETE.',
      ],
    },
    es: {
      title: 'El grupo de discos ASM está lleno',
      what: 'El grupo de discos no tiene sitio para el archivo, o no lo tiene repartido en todos sus discos.',
      why:
        'Crecieron los datos; un disco está más lleno que los demás; los grupos con espejo necesitan el doble o el ' +
        'triple.',
      todo: [
        'Consultar FREE_MB y USABLE_FILE_MB en V$ASM_DISKGROUP, y en V$ASM_DISK si hay un solo disco lleno.',
        'Añadir discos, o ALTER DISKGROUP nombre REBALANCE si hay un disco lleno.',
        'Borrar con RMAN las copias obsoletas, tras REPORT OBSOLETE.',
      ],
    },
  },
  {
    code: 'ORA-15028', family: 'file', healsByRetry: 'yes', ignorable: 'depends',
    en: {
      title: 'The ASM file is still open and was not deleted',
      what: 'RMAN wanted to delete a file that another process still uses.',
      why: 'An archived log that is being read by a standby transport, a recovery or another backup.',
      todo: [
        'The next deletion usually gets it: nothing to do at once.',
        'If it stays for days, look for the process that holds it in V$ASM_CLIENT and among the sessions.',
      ],
    },
    es: {
      title: 'El archivo ASM sigue abierto y no se borró',
      what: 'RMAN quiso borrar un archivo que otro proceso todavía usa.',
      why: 'Un archived log que está leyendo el envío a una standby, una recuperación u otra copia.',
      todo: [
        'El siguiente borrado suele lograrlo: no hay que hacer nada de inmediato.',
        'Si sigue así varios días, buscar en V$ASM_CLIENT y entre las sesiones el proceso que lo retiene.',
      ],
    },
  },
];
