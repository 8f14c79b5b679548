// RMAN's command line (reference §1.1): what the arguments ask for, or the usage table and why they are refused.

export interface Arguments {
  target: string | null;
  catalog: string | null;
  noCatalog: boolean;
  auxiliary: string | null;
  cmdfile: string | null;
  log: string | null;
  append: boolean;
  msgno: boolean;
  checkSyntax: boolean;
  /** Values of &1, &2... */
  using: string[];
}

/** The body of the stack below the usage table. */
export interface ArgumentRefusal {
  lines: string[];
}

const WITH_VALUE = 'auxiliary catalog cmdfile clone log msglog pipe rcvcat script send target timeout trace'.split(' ');
const WITHOUT_VALUE = ['append', 'checksyntax', 'debug', 'msgno', 'nocatalog'];
const EXPECTED = [...WITH_VALUE, ...WITHOUT_VALUE, 'using'].sort().join(', ');

export const USAGE = [
  '',
  'Argument     Value          Description',
  '-----------------------------------------------------------------------------',
  'target       quoted-string  connect-string for target database',
  'catalog      quoted-string  connect-string for recovery catalog',
  'auxiliary    quoted-string  connect-string for auxiliary database',
  'nocatalog    none           if specified, then no recovery catalog',
  'cmdfile      quoted-string  name of input command file',
  'log          quoted-string  name of output message log file',
  'trace        quoted-string  name of output debugging message log file',
  'append       none           if specified, log is opened in append mode',
  'debug        optional-args  activate debugging',
  'msgno        none           show RMAN-nnnn prefix for all messages',
  'send         quoted-string  send a command to the media manager',
  'pipe         string         building block for pipe names',
  'script       string         name of catalog script to execute',
  'timeout      integer        number of seconds to wait for pipe input',
  'checksyntax  none           check the command file for syntax errors',
  '-----------------------------------------------------------------------------',
  'Both single and double quotes (\' or ") are accepted for a quoted-string.',
  'Quotes are not required unless the string contains embedded white-space.',
  '',
];

export function parseArguments(argv: readonly string[]): Arguments | ArgumentRefusal {
  const found: Arguments = {
    target: null,
    catalog: null,
    noCatalog: false,
    auxiliary: null,
    cmdfile: null,
    log: null,
    append: false,
    msgno: false,
    checkSyntax: false,
    using: [],
  };
  for (let i = 0; i < argv.length;) {
    const taken = takeArgument(found, argv, i);
    if ('lines' in taken) return taken;
    i = taken.next;
  }
  return found;
}

function takeArgument(found: Arguments, argv: readonly string[], i: number): { next: number } | ArgumentRefusal {
  const argument = argv[i] ?? '';
  if (argument.startsWith('@')) {
    found.cmdfile = argument.slice(1);
    return { next: i + 1 };
  }
  const keyword = /^([A-Za-z_]*)\s*(=?)\s*(.*)$/s.exec(argument);
  const name = keyword?.[1]?.toLowerCase() ?? '';
  if (WITHOUT_VALUE.includes(name) && keyword?.[2] === '' && keyword[3] === '') {
    applyFlag(found, name);
    return { next: i + 1 };
  }
  if (name === 'using' && keyword?.[3] === '') return takeUsing(found, argv, i + 1);
  if (!WITH_VALUE.includes(name) || (keyword?.[2] === '' && keyword[3] !== '')) return refuse(argument, i);
  return takeValue(found, name, argv, i, keyword?.[3] ?? '');
}

function takeUsing(found: Arguments, argv: readonly string[], from: number): { next: number } {
  let i = from;
  for (; i < argv.length; i++) {
    const word = (argv[i] ?? '').toLowerCase().split('=')[0] ?? '';
    if (WITH_VALUE.includes(word) || WITHOUT_VALUE.includes(word) || word.startsWith('@')) break;
    found.using.push(unquoted(argv[i] ?? ''));
  }
  return { next: i };
}

function takeValue(
  found: Arguments,
  name: string,
  argv: readonly string[],
  i: number,
  inline: string,
): { next: number } | ArgumentRefusal {
  let next = i + 1;
  let value = inline;
  if (value === '') {
    value = argv[next++] ?? '';
    if (value === '=') value = argv[next++] ?? '';
    else if (value.startsWith('=')) value = value.slice(1);
  }
  if (value === '') return refuse(null, next);
  if (!/^(["']).*\1$/s.test(value) && /\s/.test(value.trim())) {
    return refuse(value.trim().split(/\s+/)[1] ?? '', next - 1);
  }
  applyValue(found, name, unquoted(value));
  return { next };
}

const unquoted = (value: string): string => value.replace(/^(["'])(.*)\1$/s, '$2');

function applyFlag(found: Arguments, name: string): void {
  if (name === 'append') found.append = true;
  else if (name === 'msgno') found.msgno = true;
  else if (name === 'checksyntax') found.checkSyntax = true;
  else if (name === 'nocatalog') found.noCatalog = true;
}

function applyValue(found: Arguments, name: string, value: string): void {
  if (name === 'target') found.target = value;
  else if (name === 'catalog' || name === 'rcvcat') found.catalog = value;
  else if (name === 'auxiliary' || name === 'clone') found.auxiliary = value;
  else if (name === 'cmdfile') found.cmdfile = value;
  else if (name === 'log' || name === 'msglog') found.log = value;
}

/** Every argument counts as a line. */
function refuse(argument: string | null, index: number): ArgumentRefusal {
  const isWord = argument !== null && /^[A-Za-z_]/.test(argument);
  const found = argument === null ? 'end-of-file' : isWord ? 'identifier' : argument;
  const word = /^[A-Za-z_0-9]*/.exec(argument ?? '')?.[0] ?? '';
  return {
    lines: [
      'RMAN-00552: syntax error in command line arguments',
      `RMAN-01009: syntax error: found "${found}": expecting one of: "${EXPECTED}"`,
      ...(isWord ? [`RMAN-01008: the bad identifier was: ${word}`] : []),
      `RMAN-01007: at line ${index + 1} column 1 file: command line arguments`,
    ],
  };
}
