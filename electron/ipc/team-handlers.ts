// Ties the endpoints of the team to its service; converts, decides nothing.
import type { Application } from '../app/compose.ts';
import type { RespaldoHandlers } from '../../shared/ipc/contract.ts';

type Own = Extract<keyof RespaldoHandlers, `team.${string}`>;

export function teamHandlers({ team }: Pick<Application, 'team'>): Pick<RespaldoHandlers, Own> {
  return {
    'team.status': () => team.status(),
    'team.strategies': () => team.strategies(),
    'team.shared': () => team.shared(),
    'team.share': ({ id, shared }) => team.share(id, shared),
    'team.join': ({ id, targetId }) => team.join(id, targetId),
    'team.settle': ({ id, theirs, keep }) => team.settle(id, theirs, keep),
  };
}
