// Recognises the operating system's lines below an Oracle error (reference §4.9): numbers, never their localised text.
import type { OsPlatform } from '../codes/os-errors.ts';
import { oneOf } from './patterns.ts';

export type OsError = { number: number; text: string; platform: OsPlatform };

const UNIX = /^[A-Z][\w/ .+-]{1,40} Error: (\d+): ?(.*)$/;
const WINDOWS = /\(OS (\d+)\)\s*(.*)$/;
const WINDOWS_SHORT = /^O\/S-Error: *(?:OS )?(\d+)\)?[:.]? ?(.*)$/;

/** Reads `Linux-x86_64 Error: 28: No space left on device` or `O/S-Error: (OS 112) There is not enough space ...`. */
export function readOsError(text: string): OsError | null {
  if (!text.includes('Error') && !text.includes('(OS ')) return null;
  const unix = UNIX.exec(text);
  const found = unix ?? WINDOWS.exec(text) ?? WINDOWS_SHORT.exec(text);
  if (!found) return null;
  const platform = unix === null ? 'windows' : text.startsWith('Linux') ? 'linux' : 'unix';
  return { number: Number(found[1]), text: found[2]!.trim(), platform };
}

const DETAIL = oneOf(
  /^(?:Additional information|Información adicional|Informaci.{1,2}n adicional|Informations? (?:suppl|compl))/i,
  /^(?:Zus.{1,2}tzliche Info|Informações adicionais|Informazioni aggiuntive|附加信息|其他信息|追加情報)/i,
  /^(?:Process ID|Session ID|Serial number|Help: https?:|RMAN (?:Client|Server) Diagnostic)/i,
);

/** A line that only makes sense below an error: additional information, process ids, help links. */
export function isErrorDetail(text: string): boolean {
  return DETAIL.test(text) || readOsError(text) !== null || /^OSD-\d{5}/.test(text);
}
