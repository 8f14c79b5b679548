// The colouring of scripts loses no character and knows its four colours.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { colouredPieces } from '../../../../renderer/ui/rman-colours.ts';

describe('colouring', () => {
  it('keeps every character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(colouredPieces(text).map((piece) => piece.text).join('')).toBe(text);
      }),
    );
  });

  it('tells keywords, strings, numbers and comments apart', () => {
    const kinds = (text: string) =>
      colouredPieces(text).filter((piece) => piece.text.trim() !== '').map((piece) => `${piece.kind} ${piece.text.trim()}`);
    expect(kinds("ALLOCATE CHANNEL c1; # it's TAG 'x'")).toEqual([
      'keyword ALLOCATE',
      'keyword CHANNEL',
      'plain c1',
      'plain ;',
      "comment # it's TAG 'x'",
    ]);
    expect(kinds("LEVEL 0 TAG 'A # 1'")).toEqual(['keyword LEVEL', 'number 0', 'keyword TAG', "string 'A # 1'"]);
  });
});
