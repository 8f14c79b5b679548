// What whoever works here may not do, and why, in words: from the same table that main enforces.
import { createContext, useContext } from 'react';
import type { Session } from '../../shared/domain/user.ts';
import { errorText } from '../../shared/errors/codes.ts';
import { access, refusalOf } from '../../shared/ipc/access.ts';
import type { CallName, StreamName } from '../../shared/ipc/contract.ts';
import { useText } from '../i18n/text-provider.tsx';

/** Whoever works here. The page that asks who is there stands outside of it, and needs nothing. */
export const SessionContext = createContext<Session>({ state: 'without-users', osUser: '' });

export const useSession = (): Session => useContext(SessionContext);

/** Says why an endpoint would be refused, `null` when it would not. One left out is refused to nobody. */
export function useRefusals(): (needs: CallName | StreamName | undefined) => string | null {
  const session = useSession();
  const { language } = useText();
  return (needs) => {
    const refusal = needs === undefined ? null : refusalOf(access[needs], session);
    return refusal === null ? null : errorText(refusal, {}, language);
  };
}

/** As `useRefusals`, for one endpoint. */
export const useRefusal = (needs: CallName | StreamName | undefined): string | null => useRefusals()(needs);
