// Small words of the findings: counts and lists, in both languages.
import type { Language } from '../domain/settings.ts';

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** `1 day`, `7 days`; whole days, at least one. */
export function days(count: number, language: Language): string {
  const whole = Math.max(1, Math.round(count));
  return language === 'es' ? plural(whole, 'día', 'días') : plural(whole, 'day', 'days');
}

/** Of days with fractions: `6 hours`, from two days on `3 days`. */
export function timeSpan(inDays: number, language: Language): string {
  if (inDays >= 2) return days(inDays, language);
  const hours = Math.max(1, Math.round(inDays * 24));
  return language === 'es' ? plural(hours, 'hora', 'horas') : plural(hours, 'hour', 'hours');
}

/** As many names as fit into a sentence. */
export function names(all: readonly string[], language: Language, most = 3): string {
  const shown = all.slice(0, most).map((name) => (language === 'es' ? `«${name}»` : `“${name}”`));
  const rest = all.length - shown.length;
  if (rest > 0) shown.push(language === 'es' ? plural(rest, 'más', 'más') : `${rest} more`);
  if (shown.length < 2) return shown.join('');
  return `${shown.slice(0, -1).join(', ')} ${language === 'es' ? 'y' : 'and'} ${shown.at(-1)}`;
}
