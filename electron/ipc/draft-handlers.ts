// Ties the endpoints of drafts to the store: each to its owner, none longer than two months.
import type { Application } from '../app/compose.ts';
import type { RespaldoHandlers } from '../../shared/ipc/contract.ts';

type Own = Extract<keyof RespaldoHandlers, `drafts.${string}`>;

/** Drafts that nobody touched for this long are of no use to anybody. */
const KEEP_MS = 60 * 24 * 3_600_000;

export function draftHandlers({ ports: { store, clock }, acting }: Application): Pick<RespaldoHandlers, Own> {
  // Without users the account of the operating system is who sits here.
  const owner = (): string => {
    const { userId, osUser } = acting.current();
    return userId ?? `os:${osUser}`;
  };
  return {
    'drafts.list': () => store.drafts.list(owner(), clock.now() - KEEP_MS),
    'drafts.put': (draft) => store.drafts.put(owner(), { ...draft, savedAt: clock.now() }, clock.now() - KEEP_MS),
    'drafts.drop': ({ form }) => store.drafts.drop(owner(), form),
  };
}
