// Explains a log in which neither RMAN nor Data Pump said a word: what the shell, ssh or a container engine said, and
// what the exit code means. Reference §4.5 (INFRA), §8.1.
import type { SyntheticCode } from '../../domain/verdict.ts';

type Clue = { code: SyntheticCode; pattern: RegExp };

const KILLED =
  /^(?:\S+: line \d+: +)?\d* *(?:Killed|Terminated|Segmentation fault|Aborted|Hangup|Terminado|Terminado \(killed\)|Violaci.n de segmento)\b/;

/** In order: the first that matches any line is the cause. The texts come in the shell's language. */
const CLUES: readonly Clue[] = [
  {
    code: 'ssh-failed',
    pattern:
      /^ssh: |ssh: (?:connect to host|Could not resolve)|Host key verification failed|Permission denied \((?:publickey|password|gssapi|keyboard)|Connection (?:closed|reset) by .*port \d+|kex_exchange_identification|REMOTE HOST IDENTIFICATION HAS CHANGED|client_loop: send disconnect|Timeout, server \S+ not responding/i,
  },
  {
    code: 'container-failed',
    pattern:
      /Error response from daemon|Cannot connect to the Docker daemon|No such container|is not running$|OCI runtime exec failed|Error from server \(|unable to upgrade connection|error: (?:container|pod) |permission denied while trying to connect to the Docker/i,
  },
  {
    code: 'client-library-missing',
    pattern:
      /error while loading shared libraries|cannot open shared object file|Message file \S+ not found|libclntsh|image not found|was not found.*\.dll|\.dll/i,
  },
  { code: 'wrong-rman-program', pattern: /^rman: (?:can't open|cannot open|Can't open)|PolyglotMan|RosettaMan/ },
  {
    code: 'environment-not-set',
    pattern:
      /ORACLE_HOME (?:is )?not (?:set|found)|ORACLE_SID (?:is )?not set|oraenv: (?:command )?not found|could not open parameter file .*oratab|ORACLE_HOME = \[|no se (?:ha )?definid\w* ORACLE_/i,
  },
  {
    code: 'client-not-executable',
    pattern:
      /(?:rman|expdp|impdp|\.sh)\S*:? .*(?:Permission denied|Permiso denegado|cannot execute|Exec format error|formato de ejecuci|Is a directory)|Acceso denegado|Access is denied/i,
  },
  {
    code: 'client-not-found',
    pattern:
      /(?:rman|expdp|impdp)\S*:? .*(?:not found|No such file or directory|no se encontr|no existe el (?:archivo|fichero)|introuvable|nicht gefunden|non trovato|n.o encontrado)|(?:orden|comando) no encontrad|["']?\S*(?:rman|expdp|impdp)\S*["']? (?:is not recognized as|no se reconoce como|n'est pas reconnu|n.o . reconhecido|ist entweder falsch|non . riconosciuto)|command not found|spawn \S*(?:rman|expdp|impdp)\S* ENOENT/i,
  },
  {
    code: 'killed-by-signal',
    pattern: KILLED,
  },
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
  return /Killed|Termina|fault|Aborted|Hangup|Violaci/.test(text) && KILLED.test(text);
}
