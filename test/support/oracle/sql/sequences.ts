// NEXTVAL and CURRVAL. A number that was handed out stays used, whatever becomes of the transaction.
import { resolveObject, type Sequence } from './catalogue.ts';
import { OracleError } from './errors.ts';
import { type Run } from './run.ts';
import { type Build } from './scope.ts';

export function sequenceOf(build: Build, parts: string[], at: number): Sequence {
  const name = { schema: parts.length > 1 ? parts[0]! : null, name: parts[parts.length - 1]!, at };
  const found = resolveObject(build.catalogue, build.session, name);
  if (found.kind !== 'sequence') throw new OracleError(2289, '', at);
  return found;
}

export function nextValue(sequence: Sequence, which: string, run: Run): number {
  const key = `${sequence.schema}.${sequence.name}`;
  const { currentValues } = run.session;
  if (which === 'NEXTVAL') {
    currentValues.set(key, sequence.next);
    sequence.next += sequence.step;
  }
  const value = currentValues.get(key);
  if (value === undefined) throw new OracleError(8002, sequence.name);
  return value;
}
