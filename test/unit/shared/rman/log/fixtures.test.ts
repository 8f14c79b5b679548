// Every fixture log against its expected verdict, and against the declared shape.
import { describe, expect, it } from 'vitest';
import { verdictSchema } from '../../../../../shared/domain/verdict.ts';
import { expectedVerdicts, type Expected, type Flag } from '../../../../fixtures/logs/expected.ts';
import { fixtureBytes, fixtureNames, verdictOn } from './support.ts';

const FLAGS: readonly Flag[] = ['truncated', 'restored', 'nothingToDo', 'partial', 'reducedConfidence'];

function observed(name: string): Required<Expected> {
  const verdict = verdictOn(fixtureBytes(name));
  return {
    outcome: verdict.outcome,
    root: verdict.rootCause?.code ?? '',
    tool: verdict.tool,
    pieces: verdict.counts.pieces,
    copies: verdict.counts.copies,
    sets: verdict.counts.sets,
    dumpFiles: verdict.counts.dumpFiles,
    flags: FLAGS.filter((flag) => verdict[flag]),
    errors: verdict.errorCodes.join(' '),
    warnings: verdict.warningCodes.join(' '),
    events: verdict.warnings.filter((warning) => warning.code === null).map((warning) => warning.event).join(' '),
    sessions: verdict.sessions.length,
  };
}

const PLAIN = {
  root: '', tool: 'rman', pieces: 0, copies: 0, sets: 0, dumpFiles: 0, flags: [], errors: '', warnings: '',
  events: '', sessions: 1,
} as const;

describe('fixture logs', () => {
  it('all have an expected verdict, and none is expected twice', () => {
    expect(fixtureNames).toEqual(Object.keys(expectedVerdicts).sort());
    expect(fixtureNames.length).toBeGreaterThanOrEqual(40);
  });

  it.each(Object.entries(expectedVerdicts))('%s', (name, expected) => {
    expect(observed(name)).toEqual({ ...PLAIN, ...expected });
  });

  it.each(fixtureNames)('%s has the declared shape and sound line numbers', (name) => {
    const verdict = verdictOn(fixtureBytes(name));
    expect(verdictSchema.parse(verdict)).toEqual(verdict);
    const numbers = [
      ...verdict.pieces.map((piece) => piece.lineNumber),
      ...verdict.warnings.map((warning) => warning.lineNumber),
      ...verdict.stacks.flatMap((stack) => stack.lines.map((line) => line.number)),
    ];
    for (const number of numbers) {
      expect(number).toBeGreaterThanOrEqual(1);
      expect(number).toBeLessThanOrEqual(verdict.counts.lines);
    }
  });
});
