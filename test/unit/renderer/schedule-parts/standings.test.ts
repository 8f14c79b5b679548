// What is said about an open occurrence, and how standings are found.
import { describe, expect, it } from 'vitest';
import { openText, standingIn, waitsForRetry } from '../../../../renderer/schedule-parts/standings.ts';
import { textToolsFor } from '../../../../renderer/i18n/text-provider.tsx';
import type { Occurrence, Standing } from '../../../../shared/domain/occurrence.ts';
import { believableSlices } from '../../../support/fake-content.ts';

const NOW = Date.UTC(2026, 10, 24, 12);
const MINUTE = 60_000;
const { standings } = believableSlices(NOW).schedule;
const [first] = standings as [Standing];
const base = first.open as Occurrence;

const { t, format } = textToolsFor('en');
const say = (change: Partial<Occurrence>): string | undefined =>
  openText({ ...base, ...change }, { t, language: 'en', nowMs: NOW, moment: (at) => `T${at - NOW}`, duration: format.duration })?.text;

describe('open occurrence', () => {
  it('counts down to a further attempt, and says so when it is due', () => {
    const retry = { kind: 'retry', attempt: 3, rootCode: 'ORA-19809' } as const;
    expect(say({ state: 'waiting', reason: { ...retry, at: NOW + 12 * MINUTE } })).toBe('Attempt 3 in 12 min');
    expect(say({ state: 'waiting', reason: { ...retry, at: NOW - 1 } })).toBe('Attempt 3 begins any moment');
  });

  it('names what it waits for', () => {
    expect(say({ state: 'waiting', reason: { kind: 'blackout', until: NOW + 5 } })).toBe('Blackout until T5');
    expect(say({ state: 'waiting', reason: { kind: 'paused', until: null } })).toBe('Paused until somebody resumes it');
    expect(say({ state: 'waiting', reason: { kind: 'paused', until: NOW + 7 } })).toBe('Paused until T7');
    expect(say({ state: 'waiting', reason: { kind: 'battery' } })).toBe('Waits for mains power');
    expect(say({ state: 'waiting', reason: null })).toBe('Waits');
    expect(say({ state: 'queued', reason: null })).toBe('Waits in the queue');
    expect(say({ state: 'running', reason: null })).toBe('Running now');
  });

  it('says nothing once it is over', () => {
    expect(say({ state: 'missed', reason: { kind: 'not-caught-up' } })).toBeUndefined();
  });
});

describe('standings', () => {
  it('are found by strategy, in the newest list', () => {
    expect(standingIn(standings, first.strategyId)).toBe(first);
    expect(standingIn(standings, 'nobody')).toBeNull();
    const newer = { ...first, next: 1 };
    expect(standingIn([newer], first.strategyId)).toBe(newer);
  });

  it('know which one waits for a further attempt', () => {
    expect(waitsForRetry(first)).toBe(first.open);
    expect(waitsForRetry({ ...first, open: { ...base, state: 'queued' } })).toBeNull();
    expect(waitsForRetry({ ...first, open: { ...base, reason: { kind: 'battery' } } })).toBeNull();
    expect(waitsForRetry(null)).toBeNull();
  });
});
