// Cuts a script, as SQL*Plus would read it, into its statements; knows nothing of what they do.

export type ScriptStatement = {
  /** Without leading comments; with its closing semicolon only where Oracle wants it (PL/SQL). */
  text: string;
  /** Line of the script on which it begins, from 1. */
  line: number;
};

/** Units whose own semicolons do not end them: they end at a line that holds a slash alone. */
const PLSQL =
  /^(?:BEGIN|DECLARE|CREATE\s+(?:OR\s+REPLACE\s+)?(?:(?:NON)?EDITIONABLE\s+)?(?:FUNCTION|PROCEDURE|PACKAGE|TRIGGER|TYPE))\b/i;

const CLOSING: Record<string, string> = { '[': ']', '{': '}', '(': ')', '<': '>' };

/**
 * Statements in their order. A statement ends at a semicolon outside of texts, names in quotes and comments, a PL/SQL
 * unit at a slash on a line of its own.
 * @throws Error when the script ends within a statement, a text or a comment: a script of ours is then broken
 */
export function splitStatements(script: string): ScriptStatement[] {
  const statements: ScriptStatement[] = [];
  let at = 0;
  for (;;) {
    at = skipBlank(script, at);
    if (at >= script.length) return statements;
    const end = PLSQL.test(script.slice(at, at + 200)) ? endOfUnit(script, at) : endOfStatement(script, at);
    statements.push({ text: script.slice(at, end.text).trimEnd(), line: lineOf(script, at) });
    at = end.next;
  }
}

type End = { text: number; next: number };

function endOfStatement(script: string, from: number): End {
  for (let at = from; at < script.length; at = skipElement(script, at)) {
    if (script[at] === ';') return { text: at, next: at + 1 };
  }
  throw new Error(`the statement on line ${lineOf(script, from)} is not ended`);
}

function endOfUnit(script: string, from: number): End {
  for (let at = from; at < script.length; at = skipElement(script, at)) {
    if (script[at] !== '\n') continue;
    const slash = /^\n[ \t]*\/[ \t]*(?:\r?\n|$)/.exec(script.slice(at, at + 200));
    // The line's own end stays: another slash may follow it.
    if (slash) return { text: at, next: at + slash[0].trimEnd().length };
  }
  throw new Error(`the PL/SQL unit on line ${lineOf(script, from)} is not ended by a slash`);
}

function skipBlank(script: string, from: number): number {
  let at = from;
  for (;;) {
    while (at < script.length && /\s/.test(script.charAt(at))) at += 1;
    if (!startsComment(script, at)) return at;
    at = skipElement(script, at);
  }
}

const startsComment = (script: string, at: number): boolean => script.startsWith('--', at) || script.startsWith('/*', at);

/** The place behind the comment, text, quoted name or character at `at`. */
function skipElement(script: string, at: number): number {
  if (script.startsWith('--', at)) {
    const end = script.indexOf('\n', at);
    return end < 0 ? script.length : end;
  }
  if (script.startsWith('/*', at)) return behind(script, '*/', at + 2, at);
  const open = script.charAt(at);
  // A doubled quote inside a text reads as its end and the begin of another one, which comes to the same.
  if (open === "'" || open === '"') return behind(script, open, at + 1, at);
  const quoted = /^n?q'([^\s'])/i.exec(script.slice(at, at + 4));
  if (quoted && !/[\w$#]/.test(script.charAt(at - 1))) {
    const delimiter = quoted[1] as string;
    return behind(script, `${CLOSING[delimiter] ?? delimiter}'`, at + quoted[0].length, at);
  }
  return at + 1;
}

function behind(script: string, end: string, from: number, begin: number): number {
  const found = script.indexOf(end, from);
  if (found < 0) throw new Error(`what begins on line ${lineOf(script, begin)} is not closed by ${end}`);
  return found + end.length;
}

const lineOf = (script: string, at: number): number => script.slice(0, at).split('\n').length;
