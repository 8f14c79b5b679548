// What a log that is still growing says about itself.
import { describe, expect, it } from 'vitest';
import { logProgressSchema } from '../../../../../shared/domain/log-progress.ts';
import { createVerdictBuilder } from '../../../../../shared/rman/log/verdict-builder.ts';
import { fixtureText } from './support.ts';

describe('progress', () => {
  it('follows step, pieces, sets and channels as lines come', () => {
    const builder = createVerdictBuilder();
    const lines = fixtureText('19c-level0').split('\n');
    const start = lines.findIndex((line) => line.startsWith('Starting backup'));
    const piece = lines.findIndex((line) => line.startsWith('piece handle'));
    for (const line of lines.slice(0, start + 1)) builder.pushLine(line);
    expect(builder.progress()).toMatchObject({
      tool: 'rman', lines: start + 1,
      step: { operation: 'backup', startedAt: '2026-10-04 02:00:08', lineNumber: start + 1 },
      pieces: 0, channels: ['c1'], ended: false, sessions: 1, lastPrintedTime: '2026-10-04 02:00:08',
    });
    for (const line of lines.slice(start + 1, piece + 1)) builder.pushLine(line);
    expect(builder.progress()).toMatchObject({ pieces: 1, sets: 1, inputFiles: 4, errors: 0 });
    for (const line of lines.slice(piece + 1)) builder.pushLine(line);
    const last = builder.progress();
    expect(last).toMatchObject({ pieces: 2, step: null, ended: true });
    expect(logProgressSchema.parse(last)).toEqual(last);
  });

  it('shows an error as soon as its frame is there', () => {
    const builder = createVerdictBuilder();
    const text = fixtureText('19c-disk-full');
    for (const line of text.slice(0, text.indexOf('RMAN-03009')).trimEnd().split('\n')) builder.pushLine(line);
    expect(builder.progress().errors).toBe(1);
  });

  it('of nothing is nothing', () => {
    expect(createVerdictBuilder().progress()).toMatchObject({ tool: 'unknown', lines: 0, step: null, sessions: 0 });
  });
});
