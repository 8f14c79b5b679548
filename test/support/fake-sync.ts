// The part of the stand-in for main that sends facts to the log tables: what waits, what was refused, who else writes.
import { newId } from '../../shared/domain/id.ts';
import type { QuarantinedFact, SyncStatus } from '../../shared/domain/sync.ts';
import type { RespaldoHandlers } from '../../shared/ipc/contract.ts';
import type { FakeGround } from './fake-notify.ts';

type Own = Extract<keyof RespaldoHandlers, `sync.${string}`>;

/** How it is without a log database. */
export const syncOff: SyncStatus = {
  activity: 'off', pending: 0, quarantined: 0, oldest: null, lastSuccess: null, backfilling: false, workstationId: null,
  problem: null,
};

/** A log database that was lost some minutes ago, with one row that it had refused before. */
export const believableSync = (now: number): SyncStatus => ({
  activity: 'waiting',
  pending: 42,
  quarantined: 1,
  oldest: now - 7 * 60_000,
  lastSuccess: now - 7 * 60_000,
  backfilling: false,
  workstationId: newId(now),
  problem: {
    error: { code: 'oracle.lost', params: { code: 'ORA-12541', detail: 'no listener', lost: 1 }, fields: [] },
    since: now - 7 * 60_000,
    nextAt: now + 40_000,
  },
});

export function fakeSync({ slices, publish, now, full }: FakeGround): Pick<RespaldoHandlers, Own> {
  let refused: QuarantinedFact[] = full ? [refusedRun(now())] : [];
  return {
    'sync.quarantine': ({ limit }) => refused.slice(0, limit),
    'sync.tryAgain': ({ no }) => {
      const kept = refused.filter((fact) => no !== null && fact.no !== no);
      const { sync } = slices();
      const pending = sync.pending + refused.length - kept.length;
      refused = kept;
      publish('sync', { ...sync, pending, quarantined: kept.length });
    },
    'sync.retry': () => publish('sync', { ...slices().sync, activity: 'sending', problem: null }),
    'sync.workstations': () => (full ? workstations(now()) : []),
  };
}

const refusedRun = (now: number): QuarantinedFact => ({
  no: 7,
  kind: 'run',
  id: newId(now - 86_400_000),
  quarantinedAt: now - 3 * 3_600_000,
  attempts: 1,
  code: 'ORA-12899',
  reason: 'value too large for column "RESPALDO"."RESPALDO_RUNS"."ROOT_TEXT" (actual: 1004, maximum: 1000)',
  preview: [
    { column: 'targetName', value: 'PROD' },
    { column: 'strategyName', value: 'Weekly level 0' },
    { column: 'state', value: 'failed' },
    { column: 'rootCode', value: 'ORA-19809' },
  ],
});

const workstations = (now: number) => [
  {
    id: newId(now), name: 'dba-laptop', osUser: 'ana', platform: 'linux', version: '0.1.0',
    firstSeen: now - 40 * 86_400_000, lastSeen: now - 7 * 60_000, own: true,
  },
  {
    id: newId(now), name: 'bck-server-01', osUser: 'oracle', platform: 'linux', version: '0.1.0',
    firstSeen: now - 200 * 86_400_000, lastSeen: now - 60_000, own: false,
  },
];
