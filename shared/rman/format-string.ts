// Judges the FORMAT strings of backup pieces before RMAN sees them; expands nothing.
import type { FieldProblemCode } from '../errors/field-problem.ts';
import type { ErrorParams } from '../errors/app-error.ts';

// reference §2.8; %b belongs to image copies only and is an error in piece formats, %f, %N, %e, %h and %a to copies,
// %F to control-file autobackups. RMAN tells %d from %D, so case matters.
const FOR_PIECES = new Set(['U', 'u', 's', 'p', 'c', 't', 'T', 'Y', 'M', 'D', 'd', 'n', 'I', '%']);

/** What is wrong with a piece format; empty when RMAN would make unique, well-placed names of it (reference §2.8). */
export function formatProblems(format: string): { code: FieldProblemCode; params: ErrorParams }[] {
  const problems: { code: FieldProblemCode; params: ErrorParams }[] = [];
  const specifiers = [...format.matchAll(/%(.?)/gsu)].map((match) => match[1] ?? '');
  const used = new Set(specifiers);
  for (const specifier of used) {
    if (!FOR_PIECES.has(specifier)) problems.push({ code: 'format.unknown-specifier', params: { specifier: `%${specifier}` } });
  }
  if (/\$|^~|%[A-Za-z_]{2,}%/.test(format)) problems.push({ code: 'format.environment', params: {} });
  else if (!/^(\/|\+|[A-Za-z]:[\\/]|\\\\)/.test(format)) problems.push({ code: 'format.relative', params: {} });
  const unique = used.has('U') || (used.has('p') && (used.has('u') || (used.has('s') && used.has('t'))));
  if (!unique) problems.push({ code: 'format.not-unique', params: {} });
  return problems;
}
