// Which lines of a log F8 stops at: one for every command or channel that failed. Pure.
import type { SessionVerdict } from '../../shared/domain/verdict.ts';

/** 0-based and ascending; `null` when the verdict did not keep all stacks, so that the log must be asked itself. */
export function errorLines({ stacks, rootCause, omitted }: SessionVerdict): number[] | null {
  if (omitted.stacks > 0) return null;
  const lines = stacks.flatMap((stack) => {
    if (stack.groups.length > 0) return stack.groups.map((group) => group.lineNumber - 1);
    return [(stack.rootCause?.lineNumber ?? stack.lineNumber) - 1];
  });
  const all = rootCause?.lineNumber == null ? lines : [...lines, rootCause.lineNumber - 1];
  return [...new Set(all)].sort((a, b) => a - b);
}
