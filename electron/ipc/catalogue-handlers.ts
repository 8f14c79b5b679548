// Ties the endpoints of what databases say to their service; converts, decides nothing.
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { RespaldoHandlers } from '../../shared/ipc/contract.ts';

type Own = Extract<keyof RespaldoHandlers, `catalogue.${string}`>;

export function catalogueHandlers(catalogue: Catalogue): Pick<RespaldoHandlers, Own> {
  return {
    'catalogue.panel': ({ targetId, name, fresh }) => catalogue.panel(targetId, name, fresh),
  };
}
