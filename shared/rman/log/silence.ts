// Explains a log in which neither RMAN nor Data Pump said a word: what the shell, ssh or a container engine said,
// and what the exit code means. Reference §4.5 (INFRA), §8.1.
import type { SyntheticCode } from '../../domain/log-facts.ts';
import { oneOf } from './patterns.ts';

type Clue = { code: SyntheticCode; pattern: RegExp };

const KILLED = new RegExp(
  '^(?:\\S+: line \\d+: +)?\\d* *' +
    '(?:Killed|Terminated|Segmentation fault|Aborted|Hangup|Terminado|Violaci.n de segmento)\\b',
);

/** In order: the first that matches any line is the cause. The texts come in the shell's language. */
const CLUES: readonly Clue[] = [
  {
    code: 'ssh-failed',
    pattern: oneOf(
      /^ssh: |ssh: (?:connect to host|Could not resolve)|Host key verification failed/i,
      /Permission denied \((?:publickey|password|gssapi|keyboard)|REMOTE HOST IDENTIFICATION HAS CHANGED/i,
      /Connection (?:closed|reset) by .*port \d+|kex_exchange_identification|client_loop: send disconnect/i,
      /Timeout, server \S+ not responding/i,
    ),
  },
  {
    code: 'container-failed',
    pattern: oneOf(
      /Error response from daemon|Cannot connect to the Docker daemon|No such container|is not running$/i,
      /permission denied while trying to connect to the Docker|OCI runtime exec failed/i,
      /Error from server \(|unable to upgrade connection|error: (?:container|pod) /i,
    ),
  },
  {
    code: 'client-library-missing',
    pattern: oneOf(
      /error while loading shared libraries|cannot open shared object file|libclntsh|image not found/i,
      /Message file \S+ not found|was not found.*\.dll|\.dll (?:was )?not found/i,
    ),
  },
  { code: 'wrong-rman-program', pattern: /^rman: can(?:'|no)t open|PolyglotMan|RosettaMan/i },
  {
    code: 'environment-not-set',
    pattern: oneOf(
      /ORACLE_(?:HOME|SID) (?:is )?not (?:set|found)|ORACLE_HOME = \[|no se (?:ha )?definid\w* ORACLE_/i,
      /oraenv: (?:command )?not found|could not open parameter file .*oratab/i,
    ),
  },
  {
    code: 'client-not-executable',
    pattern: oneOf(
      /(?:rman|expdp|impdp|\.sh)\S*:? .*(?:Permission denied|Permiso denegado|cannot execute|Is a directory)/i,
      /(?:rman|expdp|impdp|\.sh)\S*:? .*(?:Exec format error|formato de ejecuci)|Acceso denegado|Access is denied/i,
    ),
  },
  {
    code: 'client-not-found',
    pattern: oneOf(
      /(?:rman|expdp|impdp)\S*:? .*(?:not found|No such file or directory|no se encontr|introuvable)/i,
      /(?:rman|expdp|impdp)\S*:? .*(?:no existe el (?:archivo|fichero)|nicht gefunden|non trovato|n.o encontrado)/i,
      /(?:rman|expdp|impdp)\S*["']? (?:is not recognized as|no se reconoce como|n'est pas reconnu)/i,
      /(?:rman|expdp|impdp)\S*["']? (?:n.o . reconhecido|ist entweder falsch|non . riconosciuto)/i,
      /(?:orden|comando) no encontrad|command not found|spawn \S*(?:rman|expdp|impdp)\S* ENOENT/i,
    ),
  },
  { code: 'killed-by-signal', pattern: KILLED },
];

export type Explanation = { code: SyntheticCode; text: string; lineNumber: number | null };

/** The first shell, ssh or container line that explains why there is no output; null when none does. */
export function explainLines(lines: readonly { number: number; text: string }[]): Explanation | null {
  for (const clue of CLUES) {
    const line = lines.find((candidate) => clue.pattern.test(candidate.text));
    if (line) return { code: clue.code, text: line.text, lineNumber: line.number };
  }
  return null;
}

/** What a shell means by an exit code that is neither RMAN's nor Data Pump's; null for 0, 1, 5 and the unknown. */
export function explainExitCode(exitCode: number): Explanation | null {
  const text = `exit code ${exitCode}`;
  if (exitCode === 125) return { code: 'container-failed', text, lineNumber: null };
  if (exitCode === 126) return { code: 'client-not-executable', text, lineNumber: null };
  if (exitCode === 127) return { code: 'client-not-found', text, lineNumber: null };
  if (exitCode === 255) return { code: 'ssh-failed', text, lineNumber: null };
  const signal = exitCode - 128;
  if (signal >= 1 && signal <= 64) {
    const name = SIGNALS[signal];
    return { code: 'killed-by-signal', text: `${text} (${name ?? `signal ${signal}`})`, lineNumber: null };
  }
  return null;
}

const SIGNALS: Readonly<Record<number, string>> = {
  1: 'SIGHUP', 2: 'SIGINT', 3: 'SIGQUIT', 6: 'SIGABRT', 7: 'SIGBUS', 9: 'SIGKILL', 11: 'SIGSEGV', 13: 'SIGPIPE',
  15: 'SIGTERM', 24: 'SIGXCPU', 25: 'SIGXFSZ',
};

/** A shell's word that a process was killed from outside. */
export function saysKilled(text: string): boolean {
  return KILLED.test(text);
}
