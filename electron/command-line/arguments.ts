// Reads the words of a command line into a command with its options; does nothing about them.
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { languageSchema, type Language } from '../../shared/domain/settings.ts';
import { AppError } from '../../shared/errors/app-error.ts';

type OptionTable = NonNullable<ParseArgsConfig['options']>;

const COMMON: OptionTable = {
  json: { type: 'boolean', default: false },
  lang: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
};
/** `user`: who logs in, where the profile has users. */
const PROFILE: OptionTable = { profile: { type: 'string' }, user: { type: 'string' } };
const LOG_DB: OptionTable = { ...PROFILE, 'password-stdin': { type: 'boolean', default: false } };

type Shape = { words: [least: number, most: number]; options: OptionTable };

/** Every command of one or two words, how many more it takes and which options. */
const COMMANDS = {
  explain: { words: [1, 1], options: { 'exit-code': { type: 'string' }, strict: { type: 'boolean', default: false } } },
  script: { words: [1, 1], options: { ...PROFILE, target: { type: 'string' }, id: { type: 'string' } } },
  run: {
    words: [1, 1],
    options: {
      ...PROFILE,
      target: { type: 'string' },
      quiet: { type: 'boolean', short: 'q', default: false },
      strict: { type: 'boolean', default: false },
    },
  },
  runs: {
    words: [0, 0],
    options: {
      ...PROFILE,
      target: { type: 'string' },
      strategy: { type: 'string' },
      state: { type: 'string', multiple: true },
      since: { type: 'string' },
      until: { type: 'string' },
      text: { type: 'string' },
      limit: { type: 'string', default: '50' },
    },
  },
  log: { words: [1, 1], options: { ...PROFILE, follow: { type: 'boolean', short: 'f', default: false } } },
  strategies: { words: [0, 0], options: { ...PROFILE, target: { type: 'string' } } },
  'strategies export': { words: [0, 200], options: { ...PROFILE, target: { type: 'string' }, out: { type: 'string' } } },
  'strategies import': {
    words: [1, 1],
    options: { ...PROFILE, target: { type: 'string' }, 'dry-run': { type: 'boolean', default: false } },
  },
  targets: { words: [0, 0], options: PROFILE },
  'target test': {
    words: [1, 1],
    options: {
      ...PROFILE,
      'password-stdin': { type: 'boolean', default: false },
      strict: { type: 'boolean', default: false },
    },
  },
  doctor: { words: [1, 1], options: { ...PROFILE, strict: { type: 'boolean', default: false } } },
  simulate: {
    words: [0, 1],
    options: { ...PROFILE, days: { type: 'string', default: '60' }, miss: { type: 'string', multiple: true } },
  },
  lint: { words: [0, 1], options: { ...PROFILE, target: { type: 'string' }, strict: { type: 'boolean', default: false } } },
  status: { words: [0, 0], options: PROFILE },
  queue: { words: [0, 0], options: PROFILE },
  why: { words: [1, 1], options: { ...PROFILE, target: { type: 'string' } } },
  pause: { words: [0, 0], options: { ...PROFILE, for: { type: 'string' }, until: { type: 'string' } } },
  resume: { words: [0, 0], options: PROFILE },
  outbox: { words: [0, 0], options: { ...PROFILE, limit: { type: 'string', default: '50' } } },
  'sync status': { words: [0, 0], options: PROFILE },
  'sync drain': { words: [0, 0], options: PROFILE },
  'log-db ddl': {
    words: [0, 0],
    options: {
      from: { type: 'string' },
      grants: { type: 'boolean', default: false },
      owner: { type: 'string' },
      writer: { type: 'string' },
      reader: { type: 'string' },
      tablespace: { type: 'string' },
    },
  },
  'log-db status': { words: [0, 0], options: LOG_DB },
  'log-db install': { words: [0, 0], options: LOG_DB },
  'users list': { words: [0, 0], options: PROFILE },
  'users add': { words: [1, 1], options: { ...PROFILE, role: { type: 'string' } } },
  'users role': { words: [2, 2], options: PROFILE },
  'users enable': { words: [1, 1], options: PROFILE },
  'users disable': { words: [1, 1], options: PROFILE },
  'users remove': { words: [1, 1], options: PROFILE },
  'users password': { words: [0, 1], options: PROFILE },
  audit: {
    words: [0, 0],
    options: {
      ...PROFILE,
      since: { type: 'string' },
      until: { type: 'string' },
      who: { type: 'string' },
      action: { type: 'string', multiple: true },
      limit: { type: 'string', default: '50' },
    },
  },
  'schedule list': {
    words: [0, 0],
    options: { ...PROFILE, target: { type: 'string' }, days: { type: 'string' } },
  },
  'schedule next': {
    words: [1, 1],
    options: { zone: { type: 'string' }, from: { type: 'string' }, count: { type: 'string', default: '5' } },
  },
} satisfies Record<string, Shape>;

export type CommandName = keyof typeof COMMANDS;

export type ParsedCommand = {
  name: CommandName;
  words: string[];
  json: boolean;
  language: Language;
  /** The option's text, `undefined` when it was not given. */
  text(option: string): string | undefined;
  texts(option: string): string[];
  flag(option: string): boolean;
};

export type Parsed = { kind: 'command'; command: ParsedCommand } | { kind: 'help'; language: Language } | { kind: 'version' };

/** @throws AppError `cli.usage` saying what is wrong. */
export function parseCommandLine(argv: string[], env: NodeJS.ProcessEnv): Parsed {
  const [first] = argv;
  if (first === '--version' || first === 'version') return { kind: 'version' };
  if (first === undefined || HELP_WORDS.includes(first)) {
    return { kind: 'help', language: languageOf(languageOption(argv.slice(1)), env) };
  }
  const { name, rest } = commandOf(argv, first);
  if (name === null) return { kind: 'help', language: languageOf(languageOption(rest), env) };
  const shape: Shape = COMMANDS[name];
  const { values, positionals } = parseRest(name, shape, rest);
  const language = languageOf(asText(values['lang']), env);
  if (values['help'] === true) return { kind: 'help', language };
  const [least, most] = shape.words;
  if (positionals.length < least) throw usage(`'respaldo ${name}' needs one more word; see respaldo help`);
  if (positionals.length > most) throw usage(`'respaldo ${name}' does not take '${positionals[most]}'; see respaldo help`);
  return {
    kind: 'command',
    command: {
      name,
      words: positionals,
      json: values['json'] === true,
      language,
      text: (option) => asText(values[option]),
      texts: (option) => (Array.isArray(values[option]) ? values[option].map(String) : []),
      flag: (option) => values[option] === true,
    },
  };
}

const HELP_WORDS = ['help', '--help', '-h'];

/** The command that the line begins with; `name` is null when it asks for help on commands of two words. */
function commandOf(argv: string[], first: string): { name: CommandName | null; rest: string[] } {
  const second = argv[1] ?? '';
  const both = `${first} ${second}`;
  if (Object.hasOwn(COMMANDS, both)) return { name: both as CommandName, rest: argv.slice(2) };
  // One word with a blank in it is not two words.
  if (!first.includes(' ') && Object.hasOwn(COMMANDS, first)) return { name: first as CommandName, rest: argv.slice(1) };
  const possible = Object.keys(COMMANDS).flatMap((name) => (name.startsWith(`${first} `) ? [name.slice(first.length + 1)] : []));
  if (possible.length === 0) throw usage(`'${first}' is not a command of respaldo; see respaldo help`);
  if (HELP_WORDS.includes(second)) return { name: null, rest: argv.slice(1) };
  throw usage(`'respaldo ${first}' goes on with ${possible.join(' or ')}; see respaldo help`);
}

/** True when the caller asked for JSON, readable even when the rest of the line is wrong. */
export const wantsJson = (argv: string[]): boolean => argv.includes('--json');

function parseRest(name: string, shape: Shape, args: string[]) {
  try {
    return parseArgs({ args, options: { ...COMMON, ...shape.options }, allowPositionals: true, strict: true });
  } catch (error) {
    throw usage(`respaldo ${name}: ${(error as Error).message.split('. ')[0]}`);
  }
}

const usage = (detail: string): AppError => new AppError('cli.usage', { detail });
const asText = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const languageOption = (args: string[]): string | undefined =>
  args.find((argument) => argument.startsWith('--lang='))?.slice('--lang='.length);

/** The language asked for, else the terminal's. @throws AppError `cli.usage` */
export function languageOf(asked: string | undefined, env: NodeJS.ProcessEnv): Language {
  if (asked !== undefined) {
    const known = languageSchema.safeParse(asked);
    if (!known.success) throw usage(`--lang takes es or en, not '${asked}'`);
    return known.data;
  }
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return /^es([_.@-]|$)/i.test(locale) ? 'es' : 'en';
}
