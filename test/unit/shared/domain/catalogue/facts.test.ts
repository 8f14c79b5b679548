import { describe, expect, test } from 'vitest';
import { jobStatusOf, jobStatuses } from '../../../../../shared/domain/catalogue/backups.ts';
import { concernsOf } from '../../../../../shared/domain/catalogue/concerns.ts';
import { readBanner, releaseText } from '../../../../../shared/domain/catalogue/release.ts';
import { firmShare } from '../../../../../shared/domain/catalogue/storage.ts';
import {
  confronted, contradictions, isDisputed, type DatabaseWitness,
} from '../../../../../shared/domain/catalogue/witness.ts';
import type { Verdict } from '../../../../../shared/domain/verdict.ts';
import { runStates } from '../../../../../shared/domain/run-state.ts';

const witness = (status: DatabaseWitness['status']): DatabaseWitness => ({
  askedAt: 0, status, inputType: null, device: null, inputBytes: null, outputBytes: null, failedOperations: [],
  pieces: [],
});

describe('banners', () => {
  test.each([
    ['Oracle Database 11g Enterprise Edition Release 11.2.0.4.0 - 64bit Production', 1102, 'Enterprise'],
    ['Oracle Database 11g Release 11.2.0.4.0 - 64bit Production', 1102, null],
    ['Oracle Database 12c Standard Edition Release 12.2.0.1.0 - 64bit Production', 1202, 'Standard'],
    ['Oracle Database 19c Enterprise Edition Release 19.0.0.0.0 - Production', 1900, 'Enterprise'],
    ['Oracle Database 23ai Free Release 23.0.0.0.0 - Develop, Learn, and Run for Free', 2300, 'Free'],
    ['Oracle AI Database 26ai Enterprise Edition Release 23.26.0.0.0 - for Oracle Cloud', 2326, 'Enterprise'],
  ])('%s', (text, release, edition) => {
    expect(readBanner(text)).toEqual({ text, release, edition });
  });
  test('other components are none', () => expect(readBanner('PL/SQL Release 11.2.0.4.0 - Production')).toBeNull());
  test('releases as people write them', () => {
    expect([1102, 1900, 2326].map(releaseText)).toEqual(['11.2', '19', '23.26']);
  });
});

describe('the third witness', () => {
  test('an unheard-of status is unknown, never good', () => {
    expect(jobStatusOf('COMPLETED BEAUTIFULLY')).toBe('UNKNOWN');
    expect(jobStatusOf(null)).toBe('UNKNOWN');
  });
  test('a run that is called good beside a job that is not is always contradicted', () => {
    for (const status of jobStatuses.filter((one) => one !== 'COMPLETED' && one !== 'UNKNOWN')) {
      expect(contradictions('succeeded', true, witness(status)), status).toHaveLength(1);
    }
    expect(contradictions('succeeded', true, witness(null))).toEqual([{ code: 'database-knows-nothing', subject: null }]);
  });
  test('agreement says nothing', () => {
    expect(contradictions('succeeded', true, witness('COMPLETED'))).toEqual([]);
    expect(contradictions('failed', false, witness('FAILED'))).toEqual([]);
    expect(contradictions('succeeded', false, witness(null))).toEqual([]);
  });
  test('a job that completed never hides that the run failed', () => {
    expect(contradictions('failed', true, witness('COMPLETED'))[0]?.code).toBe('database-says-completed');
    for (const state of runStates) for (const one of contradictions(state, true, witness('FAILED'))) {
      expect(one.code).toBe('database-says-failed');
    }
  });
  test('only a record of failure disputes a success: a record that is late or gone proves nothing', () => {
    const disputing = jobStatuses.filter((status) => isDisputed(contradictions('succeeded', true, witness(status))));
    expect([...disputing].sort()).toEqual(['COMPLETED WITH ERRORS', 'FAILED']);
    expect(isDisputed(contradictions('succeeded', true, witness(null)))).toBe(false);
    expect(isDisputed(contradictions('failed', true, witness('FAILED')))).toBe(false);
  });
  test('a disputed verdict is one of failure, with the cause that the log lacks', () => {
    const verdict = { outcome: 'succeeded', rootCause: null, counts: { pieces: 1, copies: 0 }, disagreements: [] };
    const judged = confronted(verdict as unknown as Verdict, witness('FAILED'));
    expect(judged).toMatchObject({
      outcome: 'failed',
      rootCause: { code: 'database-disputes', text: 'FAILED' },
      disagreements: [{ code: 'database-says-failed' }],
    });
  });
});

describe('concerns', () => {
  const area = { name: '+RECO', limitBytes: 100, usedBytes: 96, reclaimableBytes: 0, files: 1, usage: [] };
  const ok = <Value>(value: Value) => ({ state: 'ok' as const, value, askedAt: 0 });
  const failed = { state: 'denied' as const, code: 'ORA-00942', grants: ['x'] };
  test('what could be reclaimed is no alarm', () => {
    expect(firmShare(area)).toBe(0.96);
    expect(firmShare({ ...area, reclaimableBytes: 50 })).toBeCloseTo(0.46);
    expect(firmShare({ ...area, name: null })).toBeNull();
  });
  test('only what is known to be bad is a concern, worst first', () => {
    const stretch = { where: 'data-file' as const, fileNumber: 7, fileName: null, firstBlock: 1, blocks: 4, type: 'CORRUPT' };
    const identity = ok({ logMode: 'NOARCHIVELOG' } as never);
    const all = concernsOf({ identity, recoveryArea: ok(area), corruption: ok({ items: [stretch, { ...stretch, where: 'backup' }] }) });
    expect(all.map(({ kind }) => kind)).toEqual(['corruption', 'recovery-area-full', 'no-archivelog']);
    expect(all[0]).toEqual({ kind: 'corruption', blocks: 4, files: 1 });
    expect(concernsOf({ identity: failed, recoveryArea: failed, corruption: failed })).toEqual([]);
  });
});
