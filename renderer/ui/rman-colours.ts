// Splits an RMAN script into coloured pieces for the eye. No parser: a wrong colour has no consequence.

export type ColouredPiece = { kind: 'keyword' | 'string' | 'comment' | 'number' | 'plain'; text: string };

const PIECE = /(#[^\n]*)|('[^'\n]*'?|"[^"\n]*"?)|(\b\d+\b)|([A-Za-z_][A-Za-z0-9_$#]*)|([^#'"\dA-Za-z_]+|.)/g;

// Names that a script of ours gives itself: channels.
const OWN_NAME = /^c\d+$/i;

/** The pieces of `text` in order; together they are `text`. */
export function colouredPieces(text: string): ColouredPiece[] {
  return [...text.matchAll(PIECE)].map(([piece, comment, quoted, number, word]) => {
    if (comment !== undefined) return { kind: 'comment', text: piece };
    if (quoted !== undefined) return { kind: 'string', text: piece };
    if (number !== undefined) return { kind: 'number', text: piece };
    return { kind: word !== undefined && !OWN_NAME.test(word) ? 'keyword' : 'plain', text: piece };
  });
}
