// A file's lines are the lines of the log reader, whatever the encoding, the chunks and the place that is read.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createLogReader } from '../../../../shared/rman/log/log-reader.ts';
import { createFileIndexer, MARK_EVERY, type FileIndex } from '../../../../renderer/log-view/file-index.ts';
import { createFileSource, readLines } from '../../../../renderer/log-view/file-source.ts';

function naiveLines(bytes: Uint8Array): string[] {
  const reader = createLogReader();
  return [...reader.push(bytes), ...reader.end()];
}

/** Indexes the bytes cut at the given places. */
function indexOf(bytes: Uint8Array, cuts: readonly number[] = []): FileIndex {
  const indexer = createFileIndexer();
  const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  places.slice(1).forEach((end, at) => indexer.push(bytes.slice(places[at], end)));
  return indexer.end();
}

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(2 + text.length * 2);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xfeff, littleEndian);
  for (let at = 0; at < text.length; at += 1) view.setUint16(2 + at * 2, text.charCodeAt(at), littleEndian);
  return bytes;
}

// Characters whose UTF-16 bytes hold a 0x0a that is no line end are among them.
const texts = fc.string({ unit: fc.constantFrom('a', 'é', '\n', '\n', '\r\n', '\0', '\u0a0a', '\u010a', '恢'), maxLength: 60 });
const files = fc.oneof(
  texts.map((text) => new TextEncoder().encode(text)),
  texts.map((text) => utf16(text, true)),
  texts.map((text) => utf16(text, false)),
  fc.uint8Array({ maxLength: 80 }),
  texts.map((text) => Uint8Array.from([0xef, 0xbb, 0xbf, ...new TextEncoder().encode(text), 0xe9, 0x0a])),
);

describe('the index', () => {
  test('counts the lines that naive splitting finds, for any chunks', () => {
    fc.assert(
      fc.property(files, fc.array(fc.nat(), { maxLength: 8 }), (bytes, cuts) => {
        expect(indexOf(bytes, cuts)).toEqual(indexOf(bytes));
        expect(indexOf(bytes, cuts).lines).toBe(naiveLines(bytes).length);
      }),
      { numRuns: 500 },
    );
  });

  test('byte by byte it is the same', () => {
    for (const bytes of [utf16('a\nb\n\u010ac\n', true), utf16('a\nb\n\u0a0ac', false), new TextEncoder().encode('\na\n\nb')]) {
      expect(indexOf(bytes, [...bytes.keys()])).toEqual(indexOf(bytes));
    }
  });
});

describe('reading', () => {
  test('any range of any file is that range of all lines', async () => {
    await fc.assert(
      fc.asyncProperty(files, fc.nat(70), fc.integer({ min: 1, max: 70 }), async (bytes, from, count) => {
        const read = await readLines(new Blob([bytes as BlobPart]), indexOf(bytes), from, count);
        expect(read).toEqual(naiveLines(bytes).slice(from, from + count));
      }),
      { numRuns: 300 },
    );
  });

  test.each(['utf-8', 'utf-16le', 'utf-16be'] as const)('from the middle of a long %s file, over marks', async (encoding) => {
    const lines = Array.from({ length: MARK_EVERY * 3 + 5 }, (_, line) => `línea ${line} ${'x'.repeat(line % 40)}`);
    const text = lines.join('\n');
    const bytes = encoding === 'utf-8' ? new TextEncoder().encode(text) : utf16(text, encoding === 'utf-16le');
    const index = indexOf(bytes, [1, 100, 5000]);
    for (const from of [0, 1, MARK_EVERY - 1, MARK_EVERY, MARK_EVERY * 2 + 7, lines.length - 1]) {
      expect(await readLines(new Blob([bytes as BlobPart]), index, from, 300)).toEqual(lines.slice(from, from + 300));
    }
    expect(await readLines(new Blob([bytes as BlobPart]), index, lines.length, 10)).toEqual([]);
  });

  test('a search finds the lines that looking at every line finds', async () => {
    const words = fc.constantFrom('a', 'É', 'aé', '恢', 'x');
    await fc.assert(
      fc.asyncProperty(files, words, fc.integer({ min: 1, max: 5 }), async (bytes, word, repeats) => {
        // Long enough for several marks, and slices of one mark each.
        const again = bytes.slice(bytes.length > 3 ? 3 : 0);
        const long = Buffer.concat([bytes, ...Array.from({ length: repeats * 90 }, () => again)]);
        const source = createFileSource(new Blob([long]), indexOf(long), 1);
        const holds = (line: string): boolean => line.toLowerCase().includes(word.toLowerCase());
        const expected = naiveLines(long).flatMap((line, at) => (holds(line) ? [at] : []));
        expect(await source.find(word, 0, false)).toEqual({ line: expected[0] ?? null, matches: expected.length });
        expect((await source.find(word, 1e9, true)).line).toBe(expected.at(-1) ?? null);
      }),
      { numRuns: 150 },
    );
  });

  test('a search finds the nearest in either direction and counts all', async () => {
    const bytes = new TextEncoder().encode('one ORA-1\ntwo\nthree ora-1\nfour\n');
    const source = createFileSource(new Blob([bytes]), indexOf(bytes));
    expect(await source.find('ORA-1', 0, false)).toEqual({ line: 0, matches: 2 });
    expect(await source.find('ORA-1', 1, false)).toEqual({ line: 2, matches: 2 });
    expect(await source.find('ORA-1', 3, false)).toEqual({ line: null, matches: 2 });
    expect(await source.find('ORA-1', 1, true)).toEqual({ line: 0, matches: 2 });
    expect(await source.find('ORA-1', 2, true)).toEqual({ line: 2, matches: 2 });
    expect(await source.find('nothing', 2, true)).toEqual({ line: null, matches: 0 });
  });
});
