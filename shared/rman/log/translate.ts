// Brings RMAN output in other languages into the English form that the session reader understands (reference §3.11).
// Spanish and Chinese by their words; every other language by what RMAN never translates. It keeps no state.
import { oneOf } from './patterns.ts';
import { chineseToEnglish } from './translate-chinese.ts';
import { neutralToEnglish } from './translate-neutral.ts';
import { spanishToEnglish } from './translate-spanish.ts';

/** Two-letter codes; `und` is a language that is not English and that we do not name. */
export type Language = string;

const LANGUAGE_MARKS: readonly [RegExp, Language][] = [
  [
    oneOf(
      /^(?:connected to (?:target|auxiliary|recovery)|allocated channel:|using target database control)/,
      /^Starting (?:backup|restore|recover|validate|Control) ?.* at |^Recovery Manager complete/,
    ),
    'en',
  ],
  [
    oneOf(
      /conectado a (?:la )?base de datos|^Empezando |^Se ha finalizado|manejador de parte/,
      /canal asignado|^canal liberado|usando el canal|en lugar del cat/,
    ),
    'es',
  ],
  [/恢复管理器|目标数据库|启动 |分配的通道|通道 |的 (?:backup|restore) 开始/, 'zh'],
  [/復原管理程式|目標資料庫|復原目錄/, 'zh'],
  [/ターゲット・データベース|チャネル|ピースハンドル|Recovery Managerが/, 'ja'],
  [/대상 데이터베이스|채널|복구 관리자/, 'ko'],
  [
    oneOf(
      /base de donn.{1,3}es cible|canal affect|canal allou|descripteur d'.{1,2}l.{1,2}ment/i,
      /^D.{1,2}marrage de \S+ dans /i,
    ),
    'fr',
  ],
  [/Zieldatenbank|[Zz]ugewiesener Kanal|Kanal \S+:|Piece Handle=| wird gestartet bei /, 'de'],
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
