// Finds every SQL text of the product: the scripts, what modules export in its final form, and whatever literal in
// their source begins as SQL does. Knows no grammar.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import typescript from 'typescript';
import { splitStatements } from '../../../electron/oracle/log-tables/split-statements.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Where SQL may stand; elsewhere it is found as a mistake (`sqlOutside`). */
export const SQL_FOLDERS = ['electron/oracle', 'electron/sync'];

export type SqlText = { where: string; text: string };

/** A literal as its fixed pieces: one for a plain text, more where values are put in between. */
export type SqlLiteral = { where: string; pieces: string[] };

const KEYWORD =
  /^\s*(?:SELECT|INSERT|UPDATE|DELETE|MERGE|WITH|CREATE|ALTER|DROP|TRUNCATE|COMMENT|GRANT|REVOKE|LOCK|BEGIN|DECLARE|CALL|SET)\b/;
/** Words in capitals alone are names of privileges or options, unless they are a whole query. */
const ONLY_A_NAME = /^[A-Z_ ,]*$/;

/** True for a text that begins as SQL does, with its keywords in capitals as all of ours. */
export const looksLikeSql = (text: string): boolean =>
  KEYWORD.test(text) && (!ONLY_A_NAME.test(text.trim()) || /\bFROM\b/.test(text));

/** All TypeScript files below a folder of the project. */
export function sourcesBelow(folder: string, ending = '.ts'): string[] {
  let entries;
  try {
    entries = readdirSync(join(root, folder), { withFileTypes: true });
  } catch {
    return [];
  }
  return entries.flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return sourcesBelow(path, ending);
    return entry.name.endsWith(ending) && !entry.name.endsWith('.d.ts') ? [path] : [];
  });
}

/** Every statement of the scripts in resources/sql. */
export const scriptStatements = (): SqlText[] =>
  sourcesBelow('resources/sql', '.sql').flatMap((file) =>
    splitStatements(readFileSync(join(root, file), 'utf8')).map(({ text, line }) => ({ where: `${file}:${line}`, text })));

/** Literals of a source text that look like SQL. */
export function literalsOf(file: string, source: string): SqlLiteral[] {
  const found: SqlLiteral[] = [];
  const tree = typescript.createSourceFile(file, source, typescript.ScriptTarget.ES2022, true);
  const visit = (node: typescript.Node): void => {
    const pieces = piecesOf(node);
    if (pieces && looksLikeSql(pieces.join('x'))) {
      found.push({ where: `${file}:${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1}`, pieces });
    }
    typescript.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

function piecesOf(node: typescript.Node): string[] | null {
  if (typescript.isStringLiteral(node) || typescript.isNoSubstitutionTemplateLiteral(node)) return [node.text];
  if (!typescript.isTemplateExpression(node)) return null;
  return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)];
}

/** The literals that look like SQL in the folders where it may stand. */
export const sqlLiterals = (): SqlLiteral[] =>
  SQL_FOLDERS.flatMap((folder) => sourcesBelow(folder))
    .flatMap((file) => literalsOf(file, readFileSync(join(root, file), 'utf8')));

/** What the modules with such literals export in its final form: texts, and lists and records of texts. */
export async function exportedSql(literals: readonly SqlLiteral[]): Promise<SqlText[]> {
  const files = new Set(literals.map(({ where }) => where.replace(/:\d+$/, '')));
  const found: SqlText[] = [];
  for (const file of files) {
    const module = (await import(/* @vite-ignore */ join(root, file))) as Record<string, unknown>;
    for (const [name, value] of Object.entries(module)) found.push(...textsIn(value, `${file} ${name}`));
  }
  return found;
}

function textsIn(value: unknown, where: string): SqlText[] {
  if (typeof value === 'string') return looksLikeSql(value) ? [{ where, text: value }] : [];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, `${where}.${key}`));
}

/** True when the pieces stand in this order in the text. */
export function isMadeOf(text: string, pieces: readonly string[]): boolean {
  let at = 0;
  return pieces.every((piece) => {
    const place = text.indexOf(piece, at);
    at = place + piece.length;
    return place >= 0;
  });
}
