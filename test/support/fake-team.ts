// The part of the stand-in for main that knows other workstations.
import { newId } from '../../shared/domain/id.ts';
import type { RespaldoHandlers } from '../../shared/ipc/contract.ts';
import type { FakeGround } from './fake-notify.ts';

type Own = Extract<keyof RespaldoHandlers, `team.${string}`>;

export function fakeTeam({ now, full }: Pick<FakeGround, 'now' | 'full'>): Pick<RespaldoHandlers, Own> {
  const shared = new Set<string>();
  return {
    'team.status': () => ({
      others: full ? [{ id: newId(now()), name: 'bck-server-01', lastSeen: now() - 60_000, runs: 812 }] : [],
      readAt: now() - 20_000,
    }),
    'team.strategies': () => [],
    'team.shared': () => ({ ids: [...shared], conflicts: [] }),
    'team.share': ({ id, shared: on }) => void (on ? shared.add(id) : shared.delete(id)),
    'team.join': () => {},
    'team.settle': () => {},
  };
}
