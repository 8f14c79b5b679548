// Ties the endpoints of sync to its service; converts, decides nothing.
import type { Application } from '../app/compose.ts';
import type { RespaldoHandlers } from '../../shared/ipc/contract.ts';

type Own = Extract<keyof RespaldoHandlers, `sync.${string}`>;

export function syncHandlers({ sync }: Application): Pick<RespaldoHandlers, Own> {
  return {
    'sync.quarantine': ({ limit }) => sync.quarantine(limit),
    'sync.tryAgain': ({ no }) => sync.tryAgain(no),
    'sync.retry': () => sync.retry(),
    'sync.workstations': () => sync.workstations(),
  };
}
