// Reads expdp's arguments and its parfile (reference §6.1) into parameters, by a grammar of its own. Knows no database.

/** Text that expdp refuses before it does anything, as it prints it. */
export class ClientRefusal extends Error {
  readonly lines: string[];
  constructor(...lines: string[]) {
    super(lines[0] ?? '');
    this.lines = lines;
  }
}

/** Values as they stand, quotes and all; a few parameters may come more than once. */
export type Parameters = Map<string, string[]>;

/** Known parameters and the release that brought each. */
const SINCE: Record<string, number> = {
  attach: 0, cluster: 11.2, compression: 0, compression_algorithm: 12.1, content: 0, directory: 0, dumpfile: 0,
  encryption: 11.1, encryption_algorithm: 11.1, encryption_mode: 11.1, encryption_password: 0,
  encryption_pwd_prompt: 12.1,
  estimate: 0, estimate_only: 0, exclude: 0, filesize: 0, flashback_scn: 0, flashback_time: 0, full: 0, include: 0,
  job_name: 0, logfile: 0, logtime: 12.1, metrics: 0, nologfile: 0, parallel: 0, parfile: 0, query: 0,
  reuse_dumpfiles: 11.1, schemas: 0, status: 0, tables: 0, tablespaces: 0, userid: 0, version: 0,
};
const REPEATED = ['include', 'exclude', 'query', 'dumpfile'];

/** @throws ClientRefusal */
export function parametersOf(
  argv: readonly string[],
  release: number,
  readFile: (path: string) => string | null,
): Parameters {
  const found: Parameters = new Map();
  argv.forEach((word, index) => {
    const split = /^([A-Za-z_]+)=(.*)$/s.exec(word);
    if (split === null || word.startsWith('"')) {
      if (index > 0) throw new ClientRefusal(`LRM-00108: invalid positional parameter value '${word}'`);
      found.set('userid', [word]);
      return;
    }
    put(found, split[1] ?? '', split[2] ?? '', release);
  });
  const parfile = found.get('parfile')?.[0];
  if (parfile === undefined) return found;
  const text = readFile(parfile);
  if (text === null) throw new ClientRefusal(`LRM-00109: could not open parameter file '${parfile}'`);
  for (const { name, value } of readParfile(text)) {
    if (name.toLowerCase() === 'parfile') throw new ClientRefusal('LRM-00104: \'parfile\' may not stand in a parameter file');
    put(found, name, value, release);
  }
  return found;
}

function put(found: Parameters, written: string, value: string, release: number): void {
  const name = written.toLowerCase();
  const since = SINCE[name];
  if (since === undefined || since > release) throw new ClientRefusal(`LRM-00101: unknown parameter name '${written}'`);
  if (value === '') throw new ClientRefusal(`LRM-00116: syntax error at '${written}' following '='`);
  const earlier = found.get(name) ?? [];
  if (earlier.length > 0 && !REPEATED.includes(name)) {
    throw new ClientRefusal(`UDE-00014: invalid value for parameter, '${name}' is given twice.`);
  }
  found.set(name, [...earlier, value]);
}

/** One parameter a line. Quotes and brackets hold a value together; `#` outside of quotes ends the line. */
function readParfile(text: string): { name: string; value: string }[] {
  const parameters: { name: string; value: string }[] = [];
  let rest = text.replaceAll('\r\n', '\n');
  for (;;) {
    rest = rest.replace(/^(?:\s+|#[^\n]*)+/, '');
    if (rest === '') return parameters;
    const head = /^([A-Za-z_]+)[ \t]*=[ \t]*/.exec(rest);
    if (head === null) throw new ClientRefusal(`LRM-00110: syntax error at '${rest.split(/\s/)[0] ?? ''}'`);
    const { value, next } = valueAt(rest, head[0].length);
    parameters.push({ name: head[1] ?? '', value });
    rest = rest.slice(next);
  }
}

function valueAt(text: string, from: number): { value: string; next: number } {
  let value = '';
  let quote: string | null = null;
  let depth = 0;
  let i = from;
  for (; i < text.length; i++) {
    const character = text[i] ?? '';
    if (character === '\\' && text[i + 1] === '\n') i += 1;
    else if (character === '\\') {
      value += text[i + 1] ?? '';
      i += 1;
    } else if (quote !== null) {
      if (character === '\n') break;
      if (character === quote) quote = null;
      value += character;
    } else if (character === '\n' && depth === 0) break;
    else if (character === '#') i = (text.indexOf('\n', i) + 1 || text.length + 1) - 2;
    else {
      if (character === '"' || character === "'") quote = character;
      if (character === '(') depth += 1;
      if (character === ')') depth -= 1;
      value += character;
    }
  }
  if (quote !== null) throw new ClientRefusal(`LRM-00112: multiple values or an open quote in '${value.trim().slice(0, 40)}'`);
  if (depth !== 0) throw new ClientRefusal(`LRM-00116: syntax error at ')' following '${value.trim().slice(0, 40)}'`);
  return { value: value.trim(), next: i };
}

/** The items of a list: commas outside of quotes and brackets divide it; brackets around the whole are dropped. */
export function itemsOf(value: string): string[] {
  const whole = /^\((.*)\)$/s.exec(value)?.[1] ?? value;
  const items: string[] = [''];
  let quote: string | null = null;
  let depth = 0;
  for (const character of whole) {
    if (quote === null && depth === 0 && character === ',') {
      items.push('');
      continue;
    }
    if (quote === null && (character === '"' || character === "'")) quote = character;
    else if (character === quote) quote = null;
    else if (quote === null && character === '(') depth += 1;
    else if (quote === null && character === ')') depth -= 1;
    items[items.length - 1] += character;
  }
  return items.map((item) => item.trim());
}

/** Without the quotes that only the parfile needs. */
export const unquoted = (value: string): string => /^'(.*)'$/s.exec(value)?.[1] ?? /^"([^"]*)"$/s.exec(value)?.[1] ?? value;

/** Parts of a name, `"Hr"."Emp":"P1"`: capitals unless in double quotes. @throws ClientRefusal */
export function nameParts(item: string): { parts: string[]; separators: string[] } {
  const parts: string[] = [];
  const separators: string[] = [];
  let rest = /^'(.*)'$/s.exec(item)?.[1] ?? item;
  for (;;) {
    const part = /^"([^"]+)"|^([A-Za-z][A-Za-z0-9_$]*)/.exec(rest);
    if (part === null) throw new ClientRefusal(`UDE-00014: invalid value for parameter, '${item}'.`);
    parts.push(part[1] ?? (part[2] ?? '').toUpperCase());
    rest = rest.slice(part[0].length);
    if (rest === '') return { parts, separators };
    const separator = rest[0] ?? '';
    if (separator !== '.' && separator !== ':') throw new ClientRefusal(`UDE-00014: invalid value for parameter, '${item}'.`);
    separators.push(separator);
    rest = rest.slice(1);
  }
}
