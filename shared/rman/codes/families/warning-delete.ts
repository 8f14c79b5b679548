// Warnings of DELETE and of archived logs that RMAN kept although it was asked to delete them.
import type { CodeExplanation } from '../explanation.ts';

export const warningDeleteCodes: readonly CodeExplanation[] = [
  {
    code: 'RMAN-06207', family: 'warning', healsByRetry: 'no', ignorable: 'depends',
    en: {
      title: 'Some objects were not deleted: status does not match',
      what: 'DELETE met objects whose state on disk or tape differs from what the repository says, and left them.',
      why: 'Pieces, copies or logs were removed or moved outside RMAN.',
      todo: [
        'The objects are listed below, one per RMAN-06214 line.',
        'CROSSCHECK BACKUP, COPY and ARCHIVELOG ALL, then DELETE EXPIRED for what is really gone.',
        'Before DELETE EXPIRED, make sure the disk is mounted or the media server answers: otherwise good backups ' +
          'look lost.',
      ],
    },
    es: {
      title: 'Algunos objetos no se borraron: su estado no coincide',
      what: 'DELETE encontró objetos cuyo estado en disco o cinta difiere de lo que dice el repositorio, y los dejó.',
      why: 'Se eliminaron o movieron piezas, copias o logs fuera de RMAN.',
      todo: [
        'Los objetos se listan debajo, uno por línea RMAN-06214.',
        'Ejecutar CROSSCHECK de BACKUP, COPY y ARCHIVELOG ALL, y después DELETE EXPIRED de lo que de verdad no está.',
        'Antes de DELETE EXPIRED, comprobar que el disco está montado o que el servidor de medios responde: si no, ' +
          'copias buenas parecen perdidas.',
      ],
    },
  },
  {
    code: 'RMAN-06208', family: 'warning', healsByRetry: 'no', ignorable: 'depends',
    en: {
      title: 'Crosscheck is needed before deleting',
      what: 'This line continues RMAN-06207 and tells the remedy: bring the repository up to date.',
      why: 'Files were removed or moved outside RMAN.',
      todo: [
        'CROSSCHECK the objects listed, then DELETE EXPIRED for those that are really gone.',
      ],
    },
    es: {
      title: 'Hace falta una comprobación antes de borrar',
      what: 'Esta línea continúa RMAN-06207 y da el remedio: poner al día el repositorio.',
      why: 'Se eliminaron o movieron archivos fuera de RMAN.',
      todo: [
        'Ejecutar CROSSCHECK de los objetos listados y después DELETE EXPIRED de los que de verdad no están.',
      ],
    },
  },
  {
    code: 'RMAN-06210', family: 'warning', healsByRetry: 'no', ignorable: 'depends',
    en: {
      title: 'List of objects that do not match',
      what: 'Here begins the list of objects that DELETE left because their state differs.',
      why: 'It appears right after RMAN-06207.',
      todo: [
        'See RMAN-06207; the names are in the RMAN-06214 lines.',
      ],
    },
    es: {
      title: 'Lista de objetos que no coinciden',
      what: 'Aquí empieza la lista de objetos que DELETE dejó porque su estado difiere.',
      why: 'Aparece a continuación de RMAN-06207.',
      todo: [
        'Véase RMAN-06207; los nombres están en las líneas RMAN-06214.',
      ],
    },
  },
  {
    code: 'RMAN-06211', family: 'info', healsByRetry: 'no', ignorable: 'depends',
    en: {
      title: 'A ruling line of the list',
      what: 'This line only underlines the heading of the list of objects that do not match.',
      why: 'It belongs to the block that RMAN-06207 opens.',
      todo: [
        'See RMAN-06207.',
      ],
    },
    es: {
      title: 'Una línea de subrayado de la lista',
      what: 'Esta línea solo subraya el título de la lista de objetos que no coinciden.',
      why: 'Pertenece al bloque que abre RMAN-06207.',
      todo: [
        'Véase RMAN-06207.',
      ],
    },
  },
  {
    code: 'RMAN-06212', family: 'info', healsByRetry: 'no', ignorable: 'depends',
    en: {
      title: 'Column titles of the list',
      what: 'This line gives the column titles of the list of objects that do not match.',
      why: 'It belongs to the block that RMAN-06207 opens.',
      todo: [
        'See RMAN-06207.',
      ],
    },
    es: {
      title: 'Títulos de columna de la lista',
      what: 'Esta línea da los títulos de columna de la lista de objetos que no coinciden.',
      why: 'Pertenece al bloque que abre RMAN-06207.',
      todo: [
        'Véase RMAN-06207.',
      ],
    },
  },
  {
    code: 'RMAN-06213', family: 'info', healsByRetry: 'no', ignorable: 'depends',
    en: {
      title: 'A second ruling line of the list',
      what: 'This line only separates the column titles from the objects that do not match.',
      why: 'It belongs to the block that RMAN-06207 opens.',
      todo: [
        'See RMAN-06207.',
      ],
    },
    es: {
      title: 'Otra línea de separación de la lista',
      what: 'Esta línea solo separa los títulos de columna de los objetos que no coinciden.',
      why: 'Pertenece al bloque que abre RMAN-06207.',
      todo: [
        'Véase RMAN-06207.',
      ],
    },
  },
  {
    code: 'RMAN-06214', family: 'warning', healsByRetry: 'no', ignorable: 'depends',
    en: {
      title: 'One object whose state does not match',
      what: 'The line names a piece, copy or log that DELETE left because its state differs from the repository.',
      why: 'The file was removed or moved outside RMAN, or its device was not reachable.',
      todo: [
        'Look for the file named: if it exists, CROSSCHECK sets it right; if not, CROSSCHECK and DELETE EXPIRED.',
      ],
    },
    es: {
      title: 'Un objeto cuyo estado no coincide',
      what: 'La línea nombra una pieza, copia o log que DELETE dejó porque su estado difiere del repositorio.',
      why: 'El archivo se eliminó o movió fuera de RMAN, o no se podía llegar a su dispositivo.',
      todo: [
        'Buscar el archivo nombrado: si existe, CROSSCHECK lo corrige; si no, CROSSCHECK y DELETE EXPIRED.',
      ],
    },
  },
  {
    code: 'RMAN-08118', family: 'warning', healsByRetry: 'maybe', ignorable: 'depends',
    en: {
      title: 'An archived log could not be deleted',
      what: 'The backup went well, but a log file was not removed from disk.',
      why: 'Another process reads it; permissions; an ASM file that is open.',
      todo: [
        'The next run usually deletes it.',
        'If it stays, check the permissions of the directory and who has the file open.',
        'Watch the space of the archive destination meanwhile.',
      ],
    },
    es: {
      title: 'No se pudo borrar un archived log',
      what: 'La copia fue bien, pero un archivo de log no se eliminó del disco.',
      why: 'Otro proceso lo lee; permisos; un archivo ASM abierto.',
      todo: [
        'La siguiente ejecución suele borrarlo.',
        'Si persiste, comprobar los permisos del directorio y quién tiene abierto el archivo.',
        'Vigilar mientras tanto el espacio del destino de archivado.',
      ],
    },
  },
  {
    code: 'RMAN-08120', family: 'warning', healsByRetry: 'maybe', ignorable: 'depends',
    en: {
      title: 'A log was kept: the standby has not applied it',
      what: 'RMAN did not delete an archived log because a standby database still has to apply it.',
      why: 'The standby lags or is down; it is the deletion policy doing its work.',
      todo: [
        'Normal while the standby is a little behind.',
        'If it comes in every run, look at the lag: V$DATAGUARD_STATS on the standby, V$ARCHIVE_DEST_STATUS on the ' +
          'primary.',
        'Watch the recovery area. Do not force the deletion: the standby could not catch up.',
      ],
    },
    es: {
      title: 'Se conservó un log: la standby no lo ha aplicado',
      what: 'RMAN no borró un archived log porque una base de datos standby todavía tiene que aplicarlo.',
      why: 'La standby va retrasada o está parada; es la política de borrado haciendo su trabajo.',
      todo: [
        'Es normal mientras la standby vaya un poco por detrás.',
        'Si aparece en cada ejecución, mirar el retraso: V$DATAGUARD_STATS en la standby, V$ARCHIVE_DEST_STATUS en ' +
          'la primaria.',
        'Vigilar el área de recuperación. No forzar el borrado: la standby no podría ponerse al día.',
      ],
    },
  },
  {
    code: 'RMAN-08137', family: 'warning', healsByRetry: 'maybe', ignorable: 'depends',
    en: {
      title: 'A log was kept: somebody still needs it',
      what: 'RMAN did not delete an archived log because a standby or a capture process still needs it.',
      why:
        'The standby lags; GoldenGate, Streams or LogMiner capture has not read it yet; a capture that was abandoned ' +
        'still holds logs.',
      todo: [
        'Normal while the standby or the capture is a little behind.',
        'Query V$ARCHIVED_LOG (APPLIED) and DBA_CAPTURE (REQUIRED_CHECKPOINT_SCN).',
        'If a capture no longer exists on the other side, unregister it.',
        'Do not use FORCE unless you know nobody needs the log.',
      ],
    },
    es: {
      title: 'Se conservó un log: alguien lo necesita todavía',
      what: 'RMAN no borró un archived log porque una standby o un proceso de captura aún lo necesita.',
      why:
        'La standby va retrasada; una captura de GoldenGate, Streams o LogMiner aún no lo leyó; una captura ' +
        'abandonada retiene logs.',
      todo: [
        'Es normal mientras la standby o la captura vayan un poco por detrás.',
        'Consultar V$ARCHIVED_LOG (APPLIED) y DBA_CAPTURE (REQUIRED_CHECKPOINT_SCN).',
        'Si una captura ya no existe en el otro lado, anular su registro.',
        'No usar FORCE salvo con la certeza de que nadie necesita el log.',
      ],
    },
  },
  {
    code: 'RMAN-08138', family: 'warning', healsByRetry: 'maybe', ignorable: 'depends',
    en: {
      title: 'A log was kept: it needs more backups first',
      what: 'RMAN did not delete an archived log because the deletion policy asks for more backups of it.',
      why: 'CONFIGURE ARCHIVELOG DELETION POLICY ... BACKED UP n TIMES is not fulfilled yet, or not on that device.',
      todo: [
        'SHOW ARCHIVELOG DELETION POLICY and compare with LIST BACKUP OF ARCHIVELOG ALL.',
        'Add the missing backup, for instance to tape, or change the policy deliberately.',
      ],
    },
    es: {
      title: 'Se conservó un log: antes necesita más copias',
      what: 'RMAN no borró un archived log porque la política de borrado exige más copias de él.',
      why: 'CONFIGURE ARCHIVELOG DELETION POLICY ... BACKED UP n TIMES aún no se cumple, o no en ese dispositivo.',
      todo: [
        'Ejecutar SHOW ARCHIVELOG DELETION POLICY y comparar con LIST BACKUP OF ARCHIVELOG ALL.',
        'Añadir la copia que falta, por ejemplo a cinta, o cambiar la política de forma deliberada.',
      ],
    },
  },
  {
    code: 'RMAN-08139', family: 'warning', healsByRetry: 'maybe', ignorable: 'depends',
    en: {
      title: 'A log was kept: a guaranteed restore point needs it',
      what: 'RMAN did not delete an archived log because a guaranteed restore point could not be reached without it.',
      why: 'A guaranteed restore point was made before a change and is still there.',
      todo: [
        'Query V$RESTORE_POINT for NAME, TIME and GUARANTEE_FLASHBACK_DATABASE.',
        'DROP RESTORE POINT name once its owner confirms that nobody wants to go back to it.',
      ],
    },
    es: {
      title: 'Se conservó un log: lo necesita un punto de restauración garantizado',
      what: 'RMAN no borró un archived log porque sin él no se podría volver a un punto de restauración garantizado.',
      why: 'Se creó un punto de restauración garantizado antes de un cambio y sigue ahí.',
      todo: [
        'Consultar NAME, TIME y GUARANTEE_FLASHBACK_DATABASE en V$RESTORE_POINT.',
        'Ejecutar DROP RESTORE POINT nombre cuando su responsable confirme que nadie quiere volver a él.',
      ],
    },
  },
  {
    code: 'RMAN-08591', family: 'warning', healsByRetry: 'no', ignorable: 'depends',
    en: {
      title: 'The log deletion policy waits for a standby that is not there',
      what: 'The policy keeps archived logs for a standby, but no suitable standby destination is defined.',
      why:
        'The standby was removed, or its destination is not MANDATORY, and the policy still says APPLIED ON STANDBY.',
      todo: [
        'SHOW ARCHIVELOG DELETION POLICY, and query V$ARCHIVE_DEST (TARGET, BINDING).',
        'CONFIGURE ARCHIVELOG DELETION POLICY to what is true now.',
      ],
    },
    es: {
      title: 'La política de borrado de logs espera a una standby que no está',
      what: 'La política conserva archived logs para una standby, pero no hay definido un destino standby adecuado.',
      why: 'Se retiró la standby, o su destino no es MANDATORY, y la política sigue diciendo APPLIED ON STANDBY.',
      todo: [
        'Ejecutar SHOW ARCHIVELOG DELETION POLICY y consultar V$ARCHIVE_DEST (TARGET, BINDING).',
        'Ajustar CONFIGURE ARCHIVELOG DELETION POLICY a la situación actual.',
      ],
    },
  },
];
