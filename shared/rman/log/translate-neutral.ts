// Reads RMAN output in languages whose words we do not know, by what RMAN never translates (reference §3.11): the
// `=` values of handles and files, operation names, channel names, elapsed times. It yields RMAN's English.

const OPERATION =
  '(Control File and SPFILE Autobackup|Control File Autobackup|Duplicate Db|backup|restore|recover|validate)';
const PRINTED_DATE =
  /\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|\d{1,2}[-. ][^\W\d_]{3,5}\.?[-. ]\d{2,4}|\d{1,2}-\d{1,2}月 ?-\d{2}|\d{8}/u;
const STEP = new RegExp(`(?:^|[^\\w/=\\\\])${OPERATION}(?![\\w=./])`);
const CONNECTION = /([\w$#:]+)?\s*[(（]DBID=(\d+)([^)）]*)[)）]/;
const SID = /([A-Za-z][\w$#]*)\s?[:：]\s*SID=(\d+)(?:,? [^=\s]+=(\S+?))?,? [^=]+=(\S+)$/;
const PIECE = /^([^=:]{1,48})=(\S.*?)(?:,? ([^\s=]{1,24})=(.*?))?,? ([^\s=]{1,24})=(NONE|API .*|.*MMS.*)$/;
const COPY = /^([^=]{1,48})=(\S.*?),? ([^\s=]{1,24})=(\S+?),? RECID=(\d+),? STAMP=(\d+)$/;
const OBJECT = /^([^=]{1,60})=(\S.*?),? RECID=(\d+),? STAMP=(\d+)$/;
const INPUT_FILE = /^([^=]{1,60})=(\d{5,}),? ([^\s=]{1,24})=(\S.*)$/;
const INPUT_LOG = /^([^=]{1,60})=(\d+),? ([^\s=]{1,24})=(\d+),? RECID=(\d+),? STAMP=(\d+)$/i;
const CROSSCHECK = /'(AVAILABLE|EXPIRED|UNAVAILABLE)'\D*$/;
const ELAPSED = /(\d+:\d{2}:\d{2})\s*$/;
const RESTORED = /restau|wiederherg|ripristin|リストア|还原|還原|복원|восстановл/i;
const VALIDATED = /valid|検証|验证|驗證|검증|проверк/i;
const MEDIA_RECOVERED = new RegExp(
  '(?:mat.{1,2}rielle|Media[- ]Recovery|メディア・リカバリ|介质恢复|매체 복구|m.{1,2}dias?|носител).*' +
    '(?:termin|abgeschl|完了|完成|完毕|conclu|complet|완료|завершен)',
  'i',
);
const DELETED = /suprimid|supprim|gel.{1,2}scht|削除|exclu.{1,2}d|eliminat|удален|삭제/i;

/** `channels`: names that the session has seen, by which a line is attributed. Null: nothing that counts. */
export function neutralToEnglish(line: string, channels: readonly string[]): string | null {
  const english = line.includes('=') ? readValues(line) : null;
  if (english !== null) return english;
  const crosscheck = CROSSCHECK.exec(line);
  if (crosscheck) return `crosschecked backup piece: found to be '${crosscheck[1]}'`;
  const connection = CONNECTION.exec(line);
  if (connection) {
    const closed = /\p{L}/u.test(connection[3] ?? '') ? ', not open' : '';
    return `connected to target database: ${connection[1] ?? '?'} (DBID=${connection[2]}${closed})`;
  }
  const channel = channels.find((name) => line.includes(name));
  if (channel !== undefined) return readChannelLine(line, channel);
  if (MEDIA_RECOVERED.test(line)) return 'media recovery complete';
  if (DELETED.test(line) && line.length < 60 && !/[\d:]/.test(line)) {
    return /log|archiv|ログ/i.test(line) ? 'deleted archived log' : 'deleted backup piece';
  }
  return readStep(line);
}

function readValues(line: string): string | null {
  const log = INPUT_LOG.exec(line);
  if (log) return `input archived log thread=${log[2]} sequence=${log[4]} RECID=${log[5]} STAMP=${log[6]}`;
  const copy = COPY.exec(line);
  if (copy) return `output file name=${copy[2]} tag=${copy[4]} RECID=${copy[5]} STAMP=${copy[6]}`;
  const object = OBJECT.exec(line);
  if (object) return `backup piece handle=${object[2]} RECID=${object[3]} STAMP=${object[4]}`;
  const piece = PIECE.exec(line);
  if (piece) return `piece handle=${piece[2]}${piece[3] ? ` tag=${piece[4]}` : ''} comment=${piece[6]}`;
  const input = INPUT_FILE.exec(line);
  if (input) return `input datafile file number=${input[2]} name=${input[4]}`;
  const sid = SID.exec(line);
  if (!sid) return null;
  return `channel ${sid[1]}: SID=${sid[2]}${sid[3] ? ` instance=${sid[3]}` : ''} device type=${sid[4]}`;
}

function readChannelLine(line: string, channel: string): string {
  const elapsed = ELAPSED.exec(line);
  if (!elapsed) return `channel ${channel}: -`;
  const what = RESTORED.test(line) ? 'restore' : VALIDATED.test(line) ? 'validation' : 'work';
  return `channel ${channel}: ${what} complete, elapsed time: ${elapsed[1]}`;
}

/** Steps have no words for start and end that we read: the session turns the second one of a kind into its end. */
function readStep(line: string): string | null {
  if (line.length > 140 || line.includes('=') || line.includes("'") || line.includes('"')) return null;
  const operation = STEP.exec(line);
  const date = PRINTED_DATE.exec(line);
  if (!operation || !date) return null;
  const time = line.slice(date.index).replace(/[)）。.]+\s*(?:[^\d\s].*)?$/, '').trim();
  return `Step ${operation[1]} at ${time}`;
}
