// Every reason of an occurrence has a sentence in both languages.
import { expect, test } from 'vitest';
import { occurrenceReasonSchema, occurrenceStates, type OccurrenceReason } from '../../../../shared/domain/occurrence.ts';
import { occurrenceReasonText, occurrenceStateText } from '../../../../shared/domain/occurrence-text.ts';

const reasons: OccurrenceReason[] = [
  { kind: 'paused', until: null },
  { kind: 'paused', until: 1 },
  { kind: 'blackout', until: 1 },
  { kind: 'battery' },
  { kind: 'lease', workstation: 'dba-2' },
  { kind: 'log-database' },
  { kind: 'elsewhere', workstation: 'dba-2' },
  { kind: 'retry', attempt: 2, at: 1, rootCode: 'ORA-12541' },
  { kind: 'retry', attempt: 2, at: 1, rootCode: null },
  { kind: 'collapsed', into: 1 },
  { kind: 'too-late', hours: 4 },
  { kind: 'not-caught-up' },
  { kind: 'superseded', by: 1 },
  { kind: 'overlap', runId: 'R' },
  { kind: 'by-user' },
  { kind: 'withdrawn' },
  { kind: 'retries-spent', attempts: 3 },
  { kind: 'cannot-heal', rootCode: 'ORA-19809' },
  { kind: 'cannot-heal', rootCode: null },
  { kind: 'next-comes-first', next: 1 },
  { kind: 'retry-cancelled' },
  { kind: 'disputed' },
];

test('each is a whole sentence, and holds what it was given', () => {
  const kinds = occurrenceReasonSchema.options.map((option) => option.shape.kind.value);
  expect(new Set(reasons.map(({ kind }) => kind))).toEqual(new Set(kinds));
  for (const language of ['en', 'es'] as const) {
    const texts = reasons.map((reason) => occurrenceReasonText(reason, language, () => 'MOMENT'));
    expect(new Set(texts).size).toBe(reasons.length);
    for (const text of texts) expect(text).toMatch(/^\p{Lu}.*[.]$/u);
    expect(texts.filter((text) => text.includes('MOMENT'))).toHaveLength(7);
    expect(texts.filter((text) => text.includes('dba-2'))).toHaveLength(2);
    expect(texts.join()).toContain('ORA-12541');
    expect(texts.join()).toContain('(ORA-19809)');
  }
});

test('each state has a word of its own', () => {
  for (const language of ['en', 'es'] as const) {
    const words = new Set(occurrenceStates.map((state) => occurrenceStateText(state, language)));
    expect(words.size).toBe(occurrenceStates.length);
  }
});
