// Keeps the drafts of strategies with main, so that they outlive the window, the process and a crash: written while
// somebody types, found again when somebody sits down, and only by whoever typed them.
import { isForm, MOST_DRAFT, type FormDraft } from '../../shared/domain/form-draft.ts';
import type { Client } from '../ipc/client.ts';
import type { Draft, DraftStore } from './drafts.ts';

/** No oftener than this is a form written, and nothing is kept back for longer: a crash costs a word at most. */
const PACE_MS = 400;

export type KeptDrafts = {
  /** Asks main for what was typed earlier; a draft of this window is newer and stays. */
  find(): Promise<void>;
  /** Somebody else may sit here now: nothing that was typed stays in the window, and all of it with main. */
  forget(): void;
  /** Does not wait. */
  writeNow(): void;
};

/** Starts to keep. `later` keeps the pace and is exchanged in tests only. */
export function keepDrafts(
  { store }: Pick<DraftStore, 'store'>,
  client: Pick<Client, 'ask'>,
  later: (then: () => void, ms: number) => () => void = timer,
): KeptDrafts {
  const waiting = new Map<string, { draft: Draft; stop(): void }>();
  // What main could not take (it is gone, the window is locked) is still in the window, and tried with the next key.
  const quietly = (asked: Promise<unknown>): void => void asked.catch(() => {});

  const write = (form: string, { value, base }: Draft): void => {
    const content = JSON.stringify(value) ?? 'null';
    if (content.length <= MOST_DRAFT) quietly(client.ask('drafts.put', { form, base, content }));
  };
  const settle = (form: string): void => {
    waiting.get(form)?.stop();
    waiting.delete(form);
  };
  const writeWaiting = (form: string): void => {
    const entry = waiting.get(form);
    settle(form);
    if (entry) write(form, entry.draft);
  };
  const plan = (form: string, draft: Draft): void => {
    const entry = waiting.get(form);
    if (entry) entry.draft = draft;
    else waiting.set(form, { draft, stop: later(() => writeWaiting(form), PACE_MS) });
  };

  let silent = false;
  store.subscribe((drafts, before) => {
    if (silent) return;
    for (const form of new Set([...Object.keys(drafts), ...Object.keys(before)])) {
      const draft = drafts[form];
      if (!isForm(form) || draft === before[form]) continue;
      if (draft) plan(form, draft);
      else {
        settle(form);
        quietly(client.ask('drafts.drop', { form }));
      }
    }
  });
  /** A change that main knows already. */
  const show = (drafts: Readonly<Record<string, Draft>>): void => {
    silent = true;
    store.setState(drafts, true);
    silent = false;
  };
  const writeNow = (): void => [...waiting.keys()].forEach(writeWaiting);

  return {
    writeNow,
    async find() {
      const kept = await client.ask('drafts.list').catch(() => []);
      const found = Object.fromEntries(kept.flatMap((one) => asDraft(one) ?? []));
      show({ ...found, ...store.getState() });
    },
    forget() {
      writeNow();
      show(Object.fromEntries(Object.entries(store.getState()).filter(([form]) => !isForm(form))));
    },
  };
}

/** `null` for content that is no JSON. */
function asDraft({ form, base, content, savedAt }: FormDraft): [string, Draft][] | null {
  try {
    return [[form, { value: JSON.parse(content) as unknown, base, touchedAt: savedAt, isFound: true }]];
  } catch {
    return null;
  }
}

function timer(then: () => void, ms: number): () => void {
  const handle = setTimeout(then, ms);
  return () => clearTimeout(handle);
}
