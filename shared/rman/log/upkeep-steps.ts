// Finds the steps of a session that RMAN does not announce: crosschecks, deletions and reports have no
// "Starting ... at" (reference §3.4, §3.5). What they found is rman-maintenance's.
import type { Step } from '../../domain/log-facts.ts';
import { addStep, type Trace } from './trace.ts';

export type Upkeep = {
  /** A line of the script as RMAN echoes it: tells which command a line such as "specification does not match" ends. */
  echo(text: string): void;
  /** A line of output outside of every announced step. */
  line(text: string, lineNumber: number): void;
  /** An announced step begins. */
  interrupt(): void;
};

/** How an echoed command begins, and the step that it is. */
const COMMANDS: readonly (readonly [RegExp, string])[] = [
  [/^\s*crosscheck\s/i, 'crosscheck'],
  [/^\s*delete\s+(?:noprompt\s+)?expired\s/i, 'delete expired'],
  [/^\s*delete\s+(?:noprompt\s+)?obsolete\b/i, 'delete obsolete'],
  [/^\s*delete\s/i, 'delete'],
  [/^\s*(?:report|list)\s/i, 'report'],
];

/** Lines that only one command prints, and whether they show that it had something to do. */
const SIGNS: readonly (readonly [RegExp, string, boolean])[] = [
  [/^crosschecked |^Crosschecked \d|^validation (?:succeeded|failed) for /, 'crosscheck', true],
  [/^Deleted \d+ EXPIRED objects/, 'delete expired', true],
  [/^Deleting the following obsolete /, 'delete obsolete', true],
  [/^no obsolete backups? found/, 'delete obsolete', false],
  [/^deleted (?:backup ?piece|archived? ?log|datafile copy|control ?file copy|proxy copy)/, 'delete', true],
  [/^Report of |^List of Backups$/, 'report', true],
];
const NO_MATCH = /^specification does not match any/;

/** Commands of one kind in a row are one step. */
const DELETIONS: ReadonlySet<string> = new Set(['delete', 'delete expired', 'delete obsolete']);
const MOST_EXPECTED = 1000;

export function createUpkeep(trace: Trace): Upkeep {
  let expected: string[] = [];
  let current: Step | null = null;

  function touch(operation: string, worked: boolean, lineNumber: number): void {
    if (current?.operation !== operation) {
      current = {
        operation, startLine: lineNumber, endLine: lineNumber, startedAt: null, finishedAt: null, elapsedSeconds: null,
        outcome: worked ? 'finished' : 'nothing-to-do', channel: null, pieces: 0,
      };
      addStep(trace, current);
    }
    current.endLine = lineNumber;
    if (worked) current.outcome = 'finished';
  }

  /** The command that a sign belongs to has come: those before it are over. */
  function reach(operation: string): void {
    const at = expected.indexOf(operation);
    if (at >= 0) expected = expected.slice(at);
  }

  function readSign(text: string, lineNumber: number): boolean {
    const sign = SIGNS.find(([pattern]) => pattern.test(text));
    if (!sign) return false;
    const [, operation, worked] = sign;
    // "deleted backup piece" stands in every deletion; which one, the script tells.
    const deletes = operation === 'delete' ? (expected.find((one) => DELETIONS.has(one)) ?? ongoingDeletion()) : operation;
    reach(deletes);
    touch(deletes, worked, lineNumber);
    // Each channel prints a total of its own: only the first ends the command.
    if (/^(?:Crosschecked|Deleted) \d|^no obsolete/.test(text) && expected[0] === deletes) expected.shift();
    return true;
  }

  const ongoingDeletion = (): string => (current && DELETIONS.has(current.operation) ? current.operation : 'delete');

  return {
    echo(text) {
      const command = COMMANDS.find(([pattern]) => pattern.test(text));
      if (command && expected.length < MOST_EXPECTED) expected.push(command[1]);
    },
    line(text, lineNumber) {
      if (readSign(text, lineNumber)) return;
      if (NO_MATCH.test(text)) {
        const operation = expected.shift() ?? current?.operation;
        if (operation !== undefined) touch(operation, false, lineNumber);
      } else if (current && /^(?:[a-z ]+(?:handle|file ?name)=|RMAN-\d{5}: )/i.test(text)) current.endLine = lineNumber;
    },
    interrupt() {
      current = null;
    },
  };
}
