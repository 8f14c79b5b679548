// RMAN's Spanish output, brought into its English (reference §3.11; marked [K] there where no real log was seen).
import { applyRules, type Rule } from './translate-rules.ts';

/** Accented letters may arrive as cp850 seen through cp1252, or as two cp1252 characters: `.{1,3}` stands for one. */
const SPANISH: readonly Rule[] = [
  [/^Empezando (.+?) a las? (.+)$/, 'Starting $1 at $2'],
  [/^Se ha finalizado (.+?) a las? (.+)$/, 'Finished $1 at $2'],
  [
    /^conectado a la base de datos (?:de )?(?:destino|auxiliar)(?:: ([^ (]+))? ?\((.+)\)$/,
    (name, state) => spanishConnection(name!, state!),
  ],
  [
    /^se utiliza el archivo de control de la base de datos/,
    'using target database control file instead of recovery catalog',
  ],
  [/^canal (?:asignado|liberado): (\S+)$/, 'allocated channel: $1'],
  [/^usando el canal (\S+)$/, 'using channel $1'],
  [/^canal (\S+): SID=(\d+)(?: instancia=(\S+))? tipo de dispositivo=(\S+)$/, (name, sid, instance, device) =>
    `channel ${name}: SID=${sid}${instance ? ` instance=${instance}` : ''} device type=${device}`],
  [/^canal (\S+): iniciando (?:(?:la )?parte|pieza) (\d+) (?:en|a las?) (.+)$/, 'channel $1: starting piece $2 at $3'],
  [
    /^canal (\S+): (?:finalizando|finalizada|se ha finalizado) (?:la )?(?:parte|pieza) (\d+) (?:en|a las?) (.+)$/,
    'channel $1: finished piece $2 at $3',
  ],
  [
    /^canal (\S+): iniciando (?:la )?restauraci.{1,3}n de(?:l)? juego de copias de seguridad/,
    'channel $1: starting datafile backup set restore',
  ],
  [/^canal (\S+): iniciando (.*)$/, (channel, what) => spanishSet(channel!, what!)],
  [
    /^canal (\S+): juego de copias de seguridad (?:terminado|completado), tiempo transcurrido: (\S+)$/,
    'channel $1: backup set complete, elapsed time: $2',
  ],
  [
    /^canal (\S+): copia de archivo de datos (?:terminada|completada), tiempo transcurrido: (\S+)$/,
    'channel $1: datafile copy complete, elapsed time: $2',
  ],
  [
    /^canal (\S+): restauraci.{1,3}n (?:terminada|completada|finalizada), tiempo transcurrido: (\S+)$/,
    'channel $1: restore complete, elapsed time: $2',
  ],
  [
    /^canal (\S+): validaci.{1,3}n (?:terminada|completada|finalizada), tiempo transcurrido: (\S+)$/,
    'channel $1: validation complete, elapsed time: $2',
  ],
  [/^canal (\S+): restaurando archivo de datos (\d+) (?:en|a) (.+)$/, 'channel $1: restoring datafile $2 to $3'],
  [/^canal (\S+): .*copia de seguridad cancelada/, 'channel $1: backup cancelled because all files were skipped'],
  [
    /^canal (\S+): suprimiendo archive ?log|^canal (\S+): suprimiendo (?:los )?logs? archivad/,
    'channel $1: deleting archived log(s)',
  ],
  [/^n.{1,3}mero de archivo de datos de entrada=(\d+) nombre=(.+)$/, 'input datafile file number=$1 name=$2'],
  [
    /^(?:thread|hilo) de log archivado de entrada=(\d+) secuencia=(\d+) RECID=(\d+) (?:STAMP|marca)=(\d+)$/,
    'input archived log thread=$1 sequence=$2 RECID=$3 STAMP=$4',
  ],
  [
    /^log archivado de entrada thread=(\d+) secuencia=(\d+) RECID=(\d+) STAMP=(\d+)$/,
    'input archived log thread=$1 sequence=$2 RECID=$3 STAMP=$4',
  ],
  [/^incluyendo (?:el )?archivo de control/, 'including current control file in backup set'],
  [/^incluyendo (?:el )?SPFILE/i, 'including current SPFILE in backup set'],
  [/^manejador de parte=(.+?)(?: etiqueta=(.*?))? comentario=(.*)$/, (handle, tag, comment) =>
    `piece handle=${handle}${tag ? ` tag=${tag}` : ''} comment=${comment}`],
  [/^nombre de archivo de salida=(.+?)(?: etiqueta=(.*?))? RECID=(\d+) STAMP=(\d+)$/, (handle, tag, recid, stamp) =>
    `output file name=${handle}${tag ? ` tag=${tag}` : ''} RECID=${recid} STAMP=${stamp}`],
  [
    /^nombre de archivo (?:de )?log archivado=(.+) RECID=(\d+) STAMP=(\d+)$/,
    'archived log file name=$1 RECID=$2 STAMP=$3',
  ],
  [
    /^(?:omitiendo|saltando) archivos? de datos (\d+)(.*)$/,
    (file, rest) => `skipping datafile ${file}; ${spanishSkip(rest!)}`,
  ],
  [/^(?:omitiendo|saltando) (?:archive ?logs?|logs? archivados?)(.*)$/, 'skipping archived logs$1; already backed up'],
  [
    /^la especificaci.{1,3}n no (?:coincide|concuerda) con ning.{1,3}n(?:a)? (.+)$/,
    'specification does not match any $1',
  ],
  [/^no se (?:ha|han) encontrado (?:ninguna )?copias? de seguridad obsoletas?/, 'no obsolete backups found'],
  [
    /^(?:recuperaci.{1,3}n (?:del|de) medios? f.{1,3}sicos?|recuperaci.{1,3}n de medios?) (?:terminada|completada)/,
    'media recovery complete',
  ],
];

function spanishConnection(name: string, state: string): string | null {
  const dbid = /DBID=(\d+)/.exec(state)?.[1];
  const closed = /no abiert/.test(state);
  const what = /no montad/.test(state) ? 'not mounted' : /no (?:iniciad|arrancad)/.test(state) ? 'not started' : null;
  const inside = dbid ? `DBID=${dbid}${closed ? ', not open' : ''}` : what;
  return inside && `connected to target database${name ? `: ${name}` : ''} (${inside})`;
}

function spanishSet(channel: string, what: string): string | null {
  if (/copia de(?:l)? archivo de (?:datos|control)/.test(what)) return `channel ${channel}: starting datafile copy`;
  if (/validaci/.test(what)) return `channel ${channel}: starting validation of datafile`;
  if (!/juego de copias/.test(what)) return null;
  const compressed = /comprimid/.test(what) ? 'compressed ' : '';
  if (/log/.test(what)) return `channel ${channel}: starting ${compressed}archived log backup set`;
  const level = /nivel (?:incremental )?(\d)/.exec(what)?.[1] ?? /incremental.*?(\d)/.exec(what)?.[1];
  const kind = level ? `incremental level ${level} datafile` : 'full datafile';
  return `channel ${channel}: starting ${compressed}${kind} backup set`;
}

function spanishSkip(rest: string): string {
  if (/ya se ha|ya est/.test(rest)) return 'already backed up';
  return /no ha cambiado|sin cambios/.test(rest) ? 'because it has not changed' : rest.trim();
}

export function spanishToEnglish(line: string): string | null {
  return applyRules(SPANISH, line);
}
