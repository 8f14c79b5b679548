// The pure parts of the schedule form: what is previewed, how long is waited, whom an email goes to.
import { describe, expect, it } from 'vitest';
import { addressesOf } from '../../../../../renderer/features/strategies/schedule/addresses.ts';
import { previewOf } from '../../../../../renderer/features/strategies/schedule/preview.ts';
import { retryWaits } from '../../../../../renderer/features/strategies/schedule/retry-waits.ts';
import { plainSchedule, type Blackout } from '../../../../../shared/schedule/schedule.ts';

const NOW = Date.UTC(2026, 2, 27, 12);
const nightly = plainSchedule({ kind: 'daily', times: ['02:30'] }, 'Europe/Madrid');

describe('preview', () => {
  it('has the sentence, the next five and what is special about them', () => {
    const preview = previewOf(nightly, NOW, [], 'en');
    expect(preview?.sentence).toBe('Every day at 02:30, Madrid time.');
    expect(preview?.next.map(({ occurrence }) => occurrence.wall.slice(0, 16))).toEqual([
      '2026-03-28T02:30', '2026-03-29T03:00', '2026-03-30T02:30', '2026-03-31T02:30', '2026-04-01T02:30',
    ]);
    expect(preview?.next[1]?.notes).toEqual(['There is no 02:30 that day: the clocks go forward.']);
    // The clocks change three times within a year and a day.
    expect(preview?.notes).toHaveLength(3);
  });

  it('knows the blackouts of the database and of everyone', () => {
    const saturday: Blackout = { kind: 'weekly', days: ['sat'], from: '00:00', until: '06:00' };
    const night = { zone: 'UTC', windows: [saturday] };
    const preview = previewOf(nightly, NOW, [night], 'es');
    expect(preview?.next[0]?.notes).toEqual(['Nada puede empezar hasta el 28 de marzo de 2026 a las 07:00.']);
  });

  it('waits while a field is wrong', () => {
    expect(previewOf({ ...nightly, zone: 'Europe/Nowhere' }, NOW, [], 'en')).toBeNull();
    expect(previewOf(plainSchedule({ kind: 'cron', expression: '61 * * * *' }, 'UTC'), NOW, [], 'en')).toBeNull();
  });
});

describe('waits', () => {
  it('double up to the longest', () => {
    expect(retryWaits({ count: 4, firstMinutes: 5, longestMinutes: 30 })).toEqual([5, 10, 20, 30]);
  });

  it('are not said while a number is missing', () => {
    expect(retryWaits({ count: Number.NaN, firstMinutes: 5, longestMinutes: 30 })).toEqual([]);
    expect(retryWaits({ count: 2, firstMinutes: 5, longestMinutes: Number.NaN })).toEqual([]);
  });
});

describe('addresses', () => {
  it('come line by line or with commas, each once', () => {
    expect(addressesOf(' a@x.org\n\nb@x.org, a@x.org;c@x.org\n')).toEqual(['a@x.org', 'b@x.org', 'c@x.org']);
    expect(addressesOf(' \n')).toEqual([]);
  });
});
