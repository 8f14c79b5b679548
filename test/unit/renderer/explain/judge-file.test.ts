// A dropped file is judged as its bytes are, however it is sliced, and its index fits its verdict.
import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { LOG_ALONE } from '../../../../shared/rman/log/evidence.ts';
import { judge } from '../../../../shared/rman/log/judge.ts';
import { judgeFile, type ReadSoFar } from '../../../../renderer/features/explain/judge-file.ts';
import { createFileSource } from '../../../../renderer/log-view/file-source.ts';

const folder = new URL('../../../fixtures/logs/', import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith('.log'));

test.each(names)('%s', async (name) => {
  const log = readFileSync(new URL(name, folder));
  const file = new Blob([log]);
  const reads: ReadSoFar[] = [];
  const { verdict, index } = await judgeFile(file, (read) => reads.push(read), 700);
  expect(verdict).toEqual(judge({ ...LOG_ALONE, log }));
  expect(reads.at(-1)?.done).toBe(log.length);
  expect(reads.map(({ done }) => done)).toEqual(reads.map(({ done }) => done).toSorted((a, b) => a - b));
  expect(index.lines).toBe(verdict.counts.lines);
  const cause = verdict.rootCause;
  if (cause?.lineNumber == null) return;
  const [line = ''] = await createFileSource(file, index).lines(cause.lineNumber - 1, 1);
  if (/^[A-Z]+-\d{5}$/.test(cause.code)) expect(line).toContain(cause.code.slice(-5));
});
