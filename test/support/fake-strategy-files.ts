// Drafts and strategy files as main would answer them, in memory.
import type { FormDraft } from '../../shared/domain/form-draft.ts';
import type { RespaldoHandlers } from '../../shared/ipc/contract.ts';

type Own = Extract<keyof RespaldoHandlers, `drafts.${string}` | `strategyFiles.${string}`>;

/** What is kept lives as long as this does. */
export function fakeStrategyFiles(now: () => number): Pick<RespaldoHandlers, Own> {
  const drafts = new Map<string, FormDraft>();
  return {
    'drafts.list': () => [...drafts.values()],
    'drafts.put': (draft) => void drafts.set(draft.form, { ...draft, savedAt: now() }),
    'drafts.drop': ({ form }) => void drafts.delete(form),
    'strategyFiles.export': () => ({ path: '/home/dba/respaldo-strategies.json' }),
    'strategyFiles.saveScript': () => ({ path: '/home/dba/weekly.rman' }),
    'strategyFiles.openScript': () => undefined,
  };
}
