// Compares two scripts line by line. Pure.

export type DiffLine = { text: string; change?: 'added' | 'removed' };

/** The lines of both texts in order: common ones plain, others as removed from `before` or added by `after`. */
export function lineDiff(before: string, after: string): DiffLine[] {
  const a = linesOf(before);
  const b = linesOf(after);
  const common = commonLengths(a, b);
  const lines: DiffLine[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const left = a[i];
    const right = b[j];
    if (left !== undefined && left === right) {
      lines.push({ text: left });
      i += 1;
      j += 1;
    } else if (left !== undefined && (right === undefined || at(common, i + 1, j) >= at(common, i, j + 1))) {
      lines.push({ text: left, change: 'removed' });
      i += 1;
    } else if (right !== undefined) {
      lines.push({ text: right, change: 'added' });
      j += 1;
    }
  }
  return lines;
}

const linesOf = (text: string): string[] => text.replace(/\n$/, '').split('\n');

/** Length of the longest common subsequence of `a` from `i` and `b` from `j`, at `[i][j]`. Scripts are short. */
function commonLengths(a: readonly string[], b: readonly string[]): number[][] {
  const lengths = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const row = lengths[i];
      if (!row) continue;
      row[j] = a[i] === b[j] ? at(lengths, i + 1, j + 1) + 1 : Math.max(at(lengths, i + 1, j), at(lengths, i, j + 1));
    }
  }
  return lengths;
}

const at = (lengths: readonly number[][], i: number, j: number): number => lengths[i]?.[j] ?? 0;
