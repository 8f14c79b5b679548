// Explanatory lines of CATALOG, of recovery and of the recovery area.
import type { CodeExplanation } from '../explanation.ts';

export const infoCatalogCodes: readonly CodeExplanation[] = [
  {
    code: 'RMAN-07517', family: 'info', healsByRetry: 'no', ignorable: 'depends',
    en: {
      title: 'A file was not cataloged: its header is damaged',
      what: 'CATALOG left a file out because its header is not that of a file RMAN knows.',
      why: 'The file is something else, such as a text or log file; or a piece that is damaged or incomplete.',
      todo: [
        'If it is a piece that you need, copy it again from its source and compare sizes or checksums.',
        'Otherwise ignore it.',
      ],
    },
    es: {
      title: 'Un archivo no se catalogó: su cabecera está dañada',
      what: 'CATALOG dejó fuera un archivo porque su cabecera no es la de un archivo que RMAN conozca.',
      why: 'El archivo es otra cosa, como un texto o un log; o una pieza dañada o incompleta.',
      todo: [
        'Si es una pieza necesaria, copiarla de nuevo desde su origen y comparar tamaños o sumas de comprobación.',
        'Si no, no tenerlo en cuenta.',
      ],
    },
  },
  {
    code: 'RMAN-07518', family: 'info', healsByRetry: 'no', ignorable: 'depends',
    en: {
      title: 'A file was not cataloged: it is of another database',
      what: 'CATALOG left a file out because it carries the identifier of another database.',
      why: 'The directory holds files of several databases, or the database is not yet the one that is being restored.',
      todo: [
        'Compare the DBID in the line with V$DATABASE.DBID.',
        'When restoring elsewhere, SET DBID and restore the control file first, then catalog.',
      ],
    },
    es: {
      title: 'Un archivo no se catalogó: es de otra base de datos',
      what: 'CATALOG dejó fuera un archivo porque lleva el identificador de otra base de datos.',
      why: 'El directorio contiene archivos de varias bases de datos, o la base de datos aún no es la que se restaura.',
      todo: [
        'Comparar el DBID de la línea con V$DATABASE.DBID.',
        'Al restaurar en otro sitio, ejecutar SET DBID y restaurar antes el archivo de control; después, catalogar.',
      ],
    },
  },
  {
    code: 'RMAN-07529', family: 'info', healsByRetry: 'no', ignorable: 'yes',
    en: {
      title: 'A file was not cataloged: its kind is not supported',
      what: 'CATALOG left a file out because that kind of file does not belong in the repository.',
      why: 'Change tracking files, online logs, temporary files and the like lie in the same directory.',
      todo: [
        'Nothing has to be done.',
      ],
    },
    es: {
      title: 'Un archivo no se catalogó: su tipo no está admitido',
      what: 'CATALOG dejó fuera un archivo porque ese tipo de archivo no va en el repositorio.',
      why: 'En el mismo directorio hay archivos de seguimiento de cambios, redo logs en línea, temporales o similares.',
      todo: [
        'No hay que hacer nada.',
      ],
    },
  },
  {
    code: 'RMAN-08132', family: 'info', healsByRetry: 'no', ignorable: 'yes',
    en: {
      title: 'The list of reclaimable files was not refreshed',
      what: 'RMAN could not update which files of the recovery area may be removed to make room.',
      why: 'The database was busy or not open at that moment.',
      todo: [
        'Nothing has to be done: it is updated at the next occasion.',
        'If it comes in every run, check V$RECOVERY_AREA_USAGE and the alert log.',
      ],
    },
    es: {
      title: 'No se actualizó la lista de archivos reclamables',
      what: 'RMAN no pudo actualizar qué archivos del área de recuperación se pueden eliminar para hacer sitio.',
      why: 'La base de datos estaba ocupada o sin abrir en ese momento.',
      todo: [
        'No hay que hacer nada: se actualiza en la siguiente ocasión.',
        'Si aparece en cada ejecución, revisar V$RECOVERY_AREA_USAGE y el alert log.',
      ],
    },
  },
  {
    code: 'RMAN-08187', family: 'info', healsByRetry: 'no', ignorable: 'yes',
    en: {
      title: 'Recovery stopped where it was told to',
      what: 'An incomplete recovery reached the SCN asked for and ended there.',
      why: 'It is the intended end of a recovery with UNTIL.',
      todo: [
        'Check the data is as expected (OPEN READ ONLY), before OPEN RESETLOGS.',
      ],
    },
    es: {
      title: 'La recuperación se detuvo donde se indicó',
      what: 'Una recuperación incompleta llegó al SCN pedido y terminó ahí.',
      why: 'Es el final previsto de una recuperación con UNTIL.',
      todo: [
        'Comprobar que los datos son los esperados (OPEN READ ONLY) antes de OPEN RESETLOGS.',
      ],
    },
  },
];
