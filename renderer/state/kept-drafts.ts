// Keeps the drafts of strategies with main, so that they outlive the window, the process and a crash: written after a
// pause in typing, found again when somebody sits down, and only by whoever typed them.
import { isForm, MOST_DRAFT, type FormDraft } from '../../shared/domain/form-draft.ts';
import type { Client } from '../ipc/client.ts';
import type { Draft, DraftStore } from './drafts.ts';

/** Long enough to be a pause in typing, short enough to lose a word at most. */
const PAUSE_MS = 400;

export type KeptDrafts = {
  /** Asks main for what was typed earlier; a draft of this window is newer and stays. */
  find(): Promise<void>;
  /** Somebody else may sit here now: nothing that was typed stays in the window, and all of it with main. */
  forget(): void;
  /** Does not wait for the pause. */
  writeNow(): void;
};

/** Starts to keep. `later` waits for the pause and is exchanged in tests only. */
export function keepDrafts(
  { store }: Pick<DraftStore, 'store'>,
  client: Pick<Client, 'ask'>,
  later: (then: () => void, ms: number) => () => void = timer,
): KeptDrafts {
  const waiting = new Map<string, { stop(): void; write(): void }>();
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
  const plan = (form: string, draft: Draft): void => {
    settle(form);
    const now = (): void => {
      settle(form);
      write(form, draft);
    };
    waiting.set(form, { stop: later(now, PAUSE_MS), write: now });
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
  const writeNow = (): void => [...waiting.values()].forEach((one) => one.write());

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
