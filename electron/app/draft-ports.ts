// Unsaved forms as the store keeps them, as types only.
import type { FormDraft } from '../../shared/domain/form-draft.ts';

export type DraftStore = {
  /** Of one owner, newest first; those that nobody touched since `since` are left out. */
  list(owner: string, since: number): Promise<FormDraft[]>;
  /** Writes over the owner's earlier draft of this form; what was not touched since `since` is thrown away. */
  put(owner: string, draft: FormDraft, since: number): Promise<void>;
  drop(owner: string, form: string): Promise<void>;
};
