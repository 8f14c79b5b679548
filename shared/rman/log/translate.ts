// Brings RMAN output in other languages into the English form that the session reader understands (reference §3.11).
// Spanish and Chinese by their words; every other language by what RMAN never translates. It keeps no state.

/** Two-letter codes; `und` is a language that is not English and that we do not name. */
export type Language = string;

const LANGUAGE_MARKS: readonly [RegExp, Language][] = [
  [/^(?:connected to (?:target|auxiliary|recovery)|Starting (?:backup|restore|recover|validate|Control) ?.* at |allocated channel:|using target database control|Recovery Manager complete)/, 'en'],
  [/conectado a (?:la )?base de datos|^Empezando |^Se ha finalizado|canal asignado|^canal liberado|en lugar del cat|usando el canal|manejador de parte/, 'es'],
  [/恢复管理器|目标数据库|启动 |分配的通道|通道 /, 'zh'],
  [/復原管理程式|目標資料庫|復原目錄/, 'zh'],
  [/ターゲット・データベース|チャネル|ピースハンドル|Recovery Managerが/, 'ja'],
  [/대상 데이터베이스|채널|복구 관리자/, 'ko'],
  [/connect. . la base de donn|base de donn.{1,3}es cible|canal affect|canal allou|descripteur d'.l.ment/i, 'fr'],
  [/Zieldatenbank|zugewiesener Kanal|Kanal \S+:|Datensatz|Handle von Piece/, 'de'],
  [/banco de dados de destino|canal alocado|Iniciando \S+ em|Finalizado \S+ em/, 'pt'],
  [/database (?:di )?destinazione|canale allocato|canale \S+:|Avvio di /, 'it'],
  [/целев\S+ баз|канал \S+:|распределен канал/, 'ru'],
];

/** The language a line gives away; null when it gives away nothing. */
export function languageOf(line: string): Language | null {
  for (const [mark, language] of LANGUAGE_MARKS) if (mark.test(line)) return language;
  return null;
}

/** The line in RMAN's English, or null when it says nothing that counts. */
export function toEnglish(line: string, language: Language, channels: readonly string[]): string | null {
  if (language === 'es') return spanishToEnglish(line) ?? neutralToEnglish(line, channels);
  if (language === 'zh') return chineseToEnglish(line) ?? neutralToEnglish(line, channels);
  return neutralToEnglish(line, channels);
}

type Rule = readonly [RegExp, string | ((...groups: string[]) => string | null)];

function applyRules(rules: readonly Rule[], line: string): string | null {
  for (const [pattern, form] of rules) {
    const found = pattern.exec(line);
    if (!found) continue;
    if (typeof form === 'string') return line.replace(pattern, form);
    const made = form(...found.slice(1).map((group) => group ?? ''));
    if (made !== null) return made;
  }
  return null;
}

/** Accented letters may arrive as cp850 seen through cp1252, or as two cp1252 characters: `.{1,3}` stands for one. */
const SPANISH: readonly Rule[] = [
  [/^Empezando (.+?) a las? (.+)$/, 'Starting $1 at $2'],
  [/^Se ha finalizado (.+?) a las? (.+)$/, 'Finished $1 at $2'],
  [/^conectado a la base de datos (?:de )?(?:destino|auxiliar)(?:: ([^ (]+))? ?\((.+)\)$/, (name, state) => spanishConnection(name!, state!)],
  [/^se utiliza el archivo de control de la base de datos/, 'using target database control file instead of recovery catalog'],
  [/^canal (?:asignado|liberado): (\S+)$/, 'allocated channel: $1'],
  [/^usando el canal (\S+)$/, 'using channel $1'],
  [/^canal (\S+): SID=(\d+)(?: instancia=(\S+))? tipo de dispositivo=(\S+)$/, (name, sid, instance, device) =>
    `channel ${name}: SID=${sid}${instance ? ` instance=${instance}` : ''} device type=${device}`],
  [/^canal (\S+): iniciando (?:(?:la )?parte|pieza) (\d+) (?:en|a las?) (.+)$/, 'channel $1: starting piece $2 at $3'],
  [/^canal (\S+): (?:finalizando|finalizada|se ha finalizado) (?:la )?(?:parte|pieza) (\d+) (?:en|a las?) (.+)$/, 'channel $1: finished piece $2 at $3'],
  [/^canal (\S+): iniciando (?:la )?restauraci.{1,3}n de(?:l)? juego de copias de seguridad/, 'channel $1: starting datafile backup set restore'],
  [/^canal (\S+): iniciando (.*)$/, (channel, what) => spanishSet(channel!, what!)],
  [/^canal (\S+): juego de copias de seguridad (?:terminado|completado), tiempo transcurrido: (\S+)$/, 'channel $1: backup set complete, elapsed time: $2'],
  [/^canal (\S+): copia de archivo de datos (?:terminada|completada), tiempo transcurrido: (\S+)$/, 'channel $1: datafile copy complete, elapsed time: $2'],
  [/^canal (\S+): restauraci.{1,3}n (?:terminada|completada|finalizada), tiempo transcurrido: (\S+)$/, 'channel $1: restore complete, elapsed time: $2'],
  [/^canal (\S+): validaci.{1,3}n (?:terminada|completada|finalizada), tiempo transcurrido: (\S+)$/, 'channel $1: validation complete, elapsed time: $2'],
  [/^canal (\S+): restaurando archivo de datos (\d+) (?:en|a) (.+)$/, 'channel $1: restoring datafile $2 to $3'],
  [/^canal (\S+): .*copia de seguridad cancelada/, 'channel $1: backup cancelled because all files were skipped'],
  [/^canal (\S+): suprimiendo archive ?log|^canal (\S+): suprimiendo (?:los )?logs? archivad/, 'channel $1: deleting archived log(s)'],
  [/^n.{1,3}mero de archivo de datos de entrada=(\d+) nombre=(.+)$/, 'input datafile file number=$1 name=$2'],
  [/^(?:thread|hilo) de log archivado de entrada=(\d+) secuencia=(\d+) RECID=(\d+) (?:STAMP|marca)=(\d+)$/, 'input archived log thread=$1 sequence=$2 RECID=$3 STAMP=$4'],
  [/^log archivado de entrada thread=(\d+) secuencia=(\d+) RECID=(\d+) STAMP=(\d+)$/, 'input archived log thread=$1 sequence=$2 RECID=$3 STAMP=$4'],
  [/^incluyendo (?:el )?archivo de control/, 'including current control file in backup set'],
  [/^incluyendo (?:el )?SPFILE/i, 'including current SPFILE in backup set'],
  [/^manejador de parte=(.+?)(?: etiqueta=(.*?))? comentario=(.*)$/, (handle, tag, comment) =>
    `piece handle=${handle}${tag ? ` tag=${tag}` : ''} comment=${comment}`],
  [/^nombre de archivo de salida=(.+?)(?: etiqueta=(.*?))? RECID=(\d+) STAMP=(\d+)$/, (handle, tag, recid, stamp) =>
    `output file name=${handle}${tag ? ` tag=${tag}` : ''} RECID=${recid} STAMP=${stamp}`],
  [/^nombre de archivo (?:de )?log archivado=(.+) RECID=(\d+) STAMP=(\d+)$/, 'archived log file name=$1 RECID=$2 STAMP=$3'],
  [/^(?:omitiendo|saltando) archivos? de datos (\d+)(.*)$/, (file, rest) => `skipping datafile ${file}; ${spanishSkip(rest!)}`],
  [/^(?:omitiendo|saltando) (?:archive ?logs?|logs? archivados?)(.*)$/, 'skipping archived logs$1; already backed up'],
  [/^la especificaci.{1,3}n no (?:coincide|concuerda) con ning.{1,3}n(?:a)? (.+)$/, 'specification does not match any $1'],
  [/^no se (?:ha|han) encontrado (?:ninguna )?copias? de seguridad obsoletas?/, 'no obsolete backups found'],
  [/^(?:recuperaci.{1,3}n (?:del|de) medios? f.{1,3}sicos?|recuperaci.{1,3}n de medios?) (?:terminada|completada)/, 'media recovery complete'],
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

function spanishToEnglish(line: string): string | null {
  return applyRules(SPANISH, line);
}

const CHINESE: readonly Rule[] = [
  [/^(?:启动|啟動) (.+?) 于 (.+)$/, 'Starting $1 at $2'],
  [/^完成 (.+?) 于 (.+)$/, 'Finished $1 at $2'],
  [/^(?:连接到|已连接到)(?:目标|辅助)数据库(?:: ?([^ (]+))? ?[(（](.+)[)）]$/, (name, state) => chineseConnection(name!, state!)],
  [/^使用目标数据库控制文件/, 'using target database control file instead of recovery catalog'],
  [/^(?:分配的通道|释放的通道): (\S+)$/, 'allocated channel: $1'],
  [/^使用通道 (\S+)$/, 'using channel $1'],
  [/^通道 (\S+): SID=(\d+)(?: 实例=(\S+))? 设备类型=(\S+)$/, (name, sid, instance, device) =>
    `channel ${name}: SID=${sid}${instance ? ` instance=${instance}` : ''} device type=${device}`],
  [/^通道 (\S+): 正在启动段 (\d+) 于 (.+)$/, 'channel $1: starting piece $2 at $3'],
  [/^通道 (\S+): 已完成段 (\d+) 于 (.+)$/, 'channel $1: finished piece $2 at $3'],
  [/^通道 (\S+): (?:正在启动|正在开始|启动)(.*备份集.*)$/, (channel, what) => chineseSet(channel!, what!)],
  [/^通道 (\S+): 启动数据文件副本$/, 'channel $1: starting datafile copy'],
  [/^通道 (\S+): 备份集已完成, ?经过时间: ?(\S+)$/, 'channel $1: backup set complete, elapsed time: $2'],
  [/^通道 (\S+): 还原完成, ?(?:用时|经过时间): ?(\S+)$/, 'channel $1: restore complete, elapsed time: $2'],
  [/^通道 (\S+): 将数据文件 (\d+) 还原到 (.+)$/, 'channel $1: restoring datafile $2 to $3'],
  [/^输入数据文件: ?文件号=(\d+) 名称=(.+)$/, 'input datafile file number=$1 name=$2'],
  [/^输入归档日志线程=(\d+) 序列=(\d+) RECID=(\d+) STAMP=(\d+)$/i, 'input archived log thread=$1 sequence=$2 RECID=$3 STAMP=$4'],
  [/^备份集内包括当前控制文件/, 'including current control file in backup set'],
  [/^备份集内包括当前的? ?SPFILE/i, 'including current SPFILE in backup set'],
  [/^段句柄=(.+?)(?: 标记=(.*?))? 注释=(.*)$/, (handle, tag, comment) =>
    `piece handle=${handle}${tag ? ` tag=${tag}` : ''} comment=${comment}`],
  [/^输出文件名=(.+?)(?: 标记=(.*?))? RECID=(\d+) STAMP=(\d+)$/, (handle, tag, recid, stamp) =>
    `output file name=${handle}${tag ? ` tag=${tag}` : ''} RECID=${recid} STAMP=${stamp}`],
  [/^(?:介质恢复完成|完成介质恢复)/, 'media recovery complete'],
];

function chineseConnection(name: string, state: string): string | null {
  const dbid = /DBID=(\d+)/.exec(state)?.[1];
  const what = /未装载|未加载/.test(state) ? 'not mounted' : /未启动/.test(state) ? 'not started' : null;
  const inside = dbid ? `DBID=${dbid}${/未打开/.test(state) ? ', not open' : ''}` : what;
  return inside && `connected to target database${name ? `: ${name}` : ''} (${inside})`;
}

function chineseSet(channel: string, what: string): string | null {
  if (/还原|恢复/.test(what)) return `channel ${channel}: starting datafile backup set restore`;
  const compressed = /压缩/.test(what) ? 'compressed ' : '';
  if (/归档|日志/.test(what)) return `channel ${channel}: starting ${compressed}archived log backup set`;
  const level = /(\d) ?级|级别 ?(\d)/.exec(what);
  const kind = level ? `incremental level ${level[1] ?? level[2]} datafile` : 'full datafile';
  return `channel ${channel}: starting ${compressed}${kind} backup set`;
}

function chineseToEnglish(line: string): string | null {
  return applyRules(CHINESE, line);
}

const OPERATION = '(Control File and SPFILE Autobackup|Control File Autobackup|Duplicate Db|backup|restore|recover|validate)';
const PRINTED_DATE =
  /\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|\d{1,2}[-. ][^\W\d_]{3,5}\.?[-. ]\d{2,4}|\d{1,2}-\d{1,2}月 ?-\d{2}|\d{8}/u;
const NEUTRAL_STEP = new RegExp(`(?:^|[^\\w/=\\\\])${OPERATION}(?![\\w=./])`);
const NEUTRAL_CONNECTION = /([\w$#:]+)?\s*[(（]DBID=(\d+)([^)）]*)[)）]/;
const NEUTRAL_SID = /([A-Za-z][\w$#]*)\s?[:：]\s?SID=(\d+)(?: [^=\s]+=(\S+?))? [^=]+=(\S+)$/;
const NEUTRAL_PIECE = /^([^=:]{1,48})=(\S.*?)(?: ([^\s=]{1,24})=(.*?))? ([^\s=]{1,24})=(NONE|API .*|.*MMS.*)$/;
const NEUTRAL_COPY = /^([^=]{1,48})=(\S.*?) ([^\s=]{1,24})=(\S+) RECID=(\d+) STAMP=(\d+)$/;
const NEUTRAL_INPUT = /^([^=]{1,60})=(\d{5,}) ([^\s=]{1,24})=(\S.*)$/;
const NEUTRAL_INPUT_LOG = /^([^=]{1,60})=(\d+) ([^\s=]{1,24})=(\d+) RECID=(\d+) STAMP=(\d+)$/i;
const NEUTRAL_ELAPSED = /(\d+:\d{2}:\d{2})$/;

/** Steps have no start and end words that we read: the session turns the second one of a kind into its end. */
function neutralToEnglish(line: string, channels: readonly string[]): string | null {
  const inputLog = NEUTRAL_INPUT_LOG.exec(line);
  if (inputLog) {
    const [, , thread, , sequence, recid, stamp] = inputLog;
    return `input archived log thread=${thread} sequence=${sequence} RECID=${recid} STAMP=${stamp}`;
  }
  const copy = NEUTRAL_COPY.exec(line);
  if (copy) return `output file name=${copy[2]} tag=${copy[4]} RECID=${copy[5]} STAMP=${copy[6]}`;
  const piece = NEUTRAL_PIECE.exec(line);
  if (piece) return `piece handle=${piece[2]}${piece[3] ? ` tag=${piece[4]}` : ''} comment=${piece[6]}`;
  const input = NEUTRAL_INPUT.exec(line);
  if (input) return `input datafile file number=${input[2]} name=${input[4]}`;
  const sid = NEUTRAL_SID.exec(line);
  if (sid) return `channel ${sid[1]}: SID=${sid[2]}${sid[3] ? ` instance=${sid[3]}` : ''} device type=${sid[4]}`;
  const connection = NEUTRAL_CONNECTION.exec(line);
  if (connection) {
    const closed = /\p{L}/u.test(connection[3] ?? '') ? ', not open' : '';
    return `connected to target database: ${connection[1] ?? '?'} (DBID=${connection[2]}${closed})`;
  }
  const channel = channels.find((name) => line.includes(name));
  if (channel !== undefined) {
    const elapsed = NEUTRAL_ELAPSED.exec(line);
    return elapsed ? `channel ${channel}: work complete, elapsed time: ${elapsed[1]}` : `channel ${channel}: -`;
  }
  return neutralStep(line);
}

function neutralStep(line: string): string | null {
  if (line.length > 140 || line.includes('=') || line.includes("'") || line.includes('"')) return null;
  const operation = NEUTRAL_STEP.exec(line);
  const date = PRINTED_DATE.exec(line);
  if (!operation || !date) return null;
  const time = line.slice(date.index).replace(/[)）。.]+\s*(?:[^\d\s].*)?$/, '').trim();
  return `Step ${operation[1]} at ${time}`;
}
