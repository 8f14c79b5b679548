// What is no log is refused with its reason, and no log is taken for something else.
import { gzipSync } from 'node:zlib';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { binaryKind, LARGEST, refusalOf } from '../../../../renderer/features/explain/refusal.ts';

const folder = new URL('../../../fixtures/logs/', import.meta.url);

test.each(readdirSync(folder).filter((name) => name.endsWith('.log')))('%s is a log', async (name) => {
  expect(await refusalOf(new Blob([readFileSync(new URL(name, folder))]), false)).toBeNull();
});

describe('text of any clothing is let through', () => {
  const text = 'Recovery Manager complete.\r\n';
  test.each([
    ['UTF-16', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['a log whose start was zeroed', Buffer.concat([Buffer.alloc(5000), Buffer.from(text)])],
    ['cp1252', Buffer.from('copia de archivo n\xfamero 1\n', 'latin1')],
    ['terminal colours', Buffer.from('\x1b[31mRMAN\x1b[0m\x07\n'.repeat(50))],
  ])('%s', (_name, bytes) => {
    expect(binaryKind(bytes)).toBeNull();
  });
});

describe('refused', () => {
  const big = { size: LARGEST + 1, slice: () => new Blob() } as unknown as Blob;
  const gone = { size: 10, slice: () => ({ arrayBuffer: () => Promise.reject(new Error('not found')) }) } as unknown as Blob;

  test('a folder, an empty file, one too large, one that cannot be read', async () => {
    expect(await refusalOf(new Blob(['x']), true)).toEqual({ why: 'folder' });
    expect(await refusalOf(new Blob([]), false)).toEqual({ why: 'empty' });
    expect(await refusalOf(big, false)).toEqual({ why: 'too-large', size: LARGEST + 1 });
    expect(await refusalOf(gone, false)).toEqual({ why: 'unreadable', reason: 'not found' });
  });

  test('compressed and binary content', () => {
    expect(binaryKind(gzipSync('RMAN'))).toBe('gzip');
    expect(binaryKind(Uint8Array.from([0x50, 0x4b, 3, 4, 0]))).toBe('zip');
    expect(binaryKind(Uint8Array.from({ length: 4096 }, (_, at) => (at * 7919) % 256))).toBe('other');
    // The first block of a backup piece: a few bytes among zeros.
    const piece = new Uint8Array(8192);
    piece.set([0, 0xa2, 0, 0, 1, 2, 3, 0x7d]);
    expect(binaryKind(piece)).toBe('other');
  });
});
