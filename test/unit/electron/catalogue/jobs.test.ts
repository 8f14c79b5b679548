// Which job of a database is whose: by its COMMAND ID alone, and of no two at once.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCatalogue } from '../../../../electron/catalogue/catalogue.ts';
import { externalId, isForeign } from '../../../../electron/catalogue/external-run.ts';
import { jobStatuses, type BackupJob } from '../../../../shared/domain/catalogue/backups.ts';
import { ID_PATTERN, newId } from '../../../../shared/domain/id.ts';

const RUNS = Array.from({ length: 5 }, (_, index) => newId(1_800_000_000_000 + index));
const ELSEWHERE = newId(1_700_000_000_000);

const job = fc.record({
  sessionRecid: fc.nat({ max: 50 }),
  sessionStamp: fc.nat({ max: 3 }),
  commandId: fc.oneof(fc.constantFrom(...RUNS, ELSEWHERE), fc.constant(null), fc.string({ maxLength: 30 })),
  status: fc.constantFrom(...jobStatuses),
}).map((part) => ({
  ...part, inputType: 'DB FULL', startedAt: 1, endedAt: 2, inputBytes: 1, outputBytes: 1, device: 'DISK', autobackup: true,
}) as BackupJob);

const unused = (): never => {
  throw new Error('no database is asked');
};

function catalogueThatKnows(ids: readonly string[]) {
  const asked: string[][] = [];
  const known = async (wanted: string[]): Promise<string[]> => {
    asked.push(wanted);
    return wanted.filter((id) => ids.includes(id));
  };
  const ports = { store: { targets: {}, witnesses: { known } }, clock: { now: () => 0 }, sessions: { use: unused } };
  return { catalogue: createCatalogue(ports as unknown as Parameters<typeof createCatalogue>[0]), asked };
}

test('a job is a run of ours exactly when its COMMAND ID is that run’s id', async () => {
  await fc.assert(fc.asyncProperty(fc.array(job), fc.subarray(RUNS), async (jobs, ours) => {
    const { catalogue, asked } = catalogueThatKnows(ours);
    const known = await catalogue.recognise(jobs);
    expect(known.map(({ runId: _runId, ...rest }) => rest)).toEqual(jobs);
    for (const one of known) {
      expect(one.runId).toBe(one.commandId !== null && ours.includes(one.commandId) ? one.commandId : null);
      // What is ours, or another workstation's, never comes a second time as somebody else's.
      if (one.runId !== null) expect(isForeign(one)).toBe(false);
    }
    // Nothing but ids goes to the store, and nothing at all where there are none.
    expect(asked.flat().every((id) => ID_PATTERN.test(id))).toBe(true);
    expect(asked.length).toBeLessThanOrEqual(1);
  }));
});

test('only what is over and carries no id of Respaldo’s making is somebody else’s', () => {
  fc.assert(fc.property(job, (one) => {
    const made = one.commandId !== null && ID_PATTERN.test(one.commandId);
    const over = ['COMPLETED', 'COMPLETED WITH WARNINGS', 'COMPLETED WITH ERRORS', 'FAILED'].includes(one.status);
    expect(isForeign(one)).toBe(over && !made);
  }));
});

test('the same job has the same id everywhere, another one another', () => {
  fc.assert(fc.property(fc.nat(), job, fc.nat(), job, (dbid, one, otherDbid, other) => {
    const same =
      dbid === otherDbid && one.sessionRecid === other.sessionRecid && one.sessionStamp === other.sessionStamp;
    expect(externalId(dbid, one)).toMatch(ID_PATTERN);
    expect(externalId(dbid, one) === externalId(otherDbid, other)).toBe(same);
  }));
});
