// Bytes to lines: encodings, splits, line ends, and lines that are too long.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LONGEST_LINE, createLogReader } from '../../../../../shared/rman/log/log-reader.ts';
import { bytesOf } from './support.ts';

function linesOf(bytes: Uint8Array, sizes: readonly number[] = [bytes.length || 1]): string[] {
  const reader = createLogReader();
  const lines: string[] = [];
  for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
    const size = sizes[turn % sizes.length]!;
    lines.push(...reader.push(bytes.subarray(at, at + size)));
    at += size;
  }
  return [...lines, ...reader.end()];
}

describe('the log reader', () => {
  it('gives lines without their ends, and the last one even when it is not closed', () => {
    expect(linesOf(bytesOf('uno\r\ndos\n\ntres'))).toEqual(['uno', 'dos', '', 'tres']);
    expect(linesOf(bytesOf('uno\n'))).toEqual(['uno']);
    expect(linesOf(bytesOf(''))).toEqual([]);
    expect(linesOf(bytesOf('x'))).toEqual(['x']);
  });

  it('reads a line that is no UTF-8 as cp1252, and only that line', () => {
    const mixed = new Uint8Array([...bytesOf('catálogo\n'), 0x63, 0xe1, 0x80, 0x0a, ...bytesOf('número\n')]);
    expect(linesOf(mixed)).toEqual(['catálogo', 'cá€', 'número']);
  });

  it('reads UTF-16 by its BOM, and removes every other BOM', () => {
    const text = 'canal asignado: ñ\nfin';
    const utf16 = new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
    expect(linesOf(utf16, [1])).toEqual(['canal asignado: ñ', 'fin']);
    expect(linesOf(bytesOf('\ufeffuno\n\ufeffdos\n'))).toEqual(['uno', 'dos']);
  });

  it('makes UTF-16 readable that was appended to an 8-bit file', () => {
    const appended = new Uint8Array([...bytesOf('uno\n'), ...Buffer.from('\ufeffRMAN> exit\r\nfin\r\n', 'utf16le')]);
    expect(linesOf(appended).map((line) => line.trim())).toEqual(['uno', 'RMAN> exit', 'fin', '']);
  });

  it('keeps the start of a line that is too long, whole characters only', () => {
    const long = 'ñ'.repeat(LONGEST_LINE * 4);
    expect(linesOf(bytesOf(`${long}\nfin\n`))).toEqual(['ñ'.repeat(LONGEST_LINE), 'fin']);
    expect(linesOf(bytesOf(`${long}\nfin\n`), [1000])).toEqual(['ñ'.repeat(LONGEST_LINE), 'fin']);
  });

  it('gives the same lines for any split', () => {
    const piece = fc.oneof(fc.string(), fc.constantFrom('\n', '\r\n', 'ñ', '日本'));
    const bytes = fc.oneof(
      fc.array(piece).map((parts) => bytesOf(parts.join(''))),
      fc.uint8Array({ maxLength: 300 }),
      fc.array(piece).map((parts) => new Uint8Array(Buffer.from(`\ufeff${parts.join('')}`, 'utf16le'))),
    );
    fc.assert(
      fc.property(bytes, fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }), (whole, sizes) => {
        expect(linesOf(whole, sizes)).toEqual(linesOf(whole));
      }),
      { numRuns: 400 },
    );
  });
});
