// What somebody has typed into a form and not saved. Holds no secret: passwords have fields of their own.
import { z } from 'zod';
import { ID_PATTERN } from './id.ts';

/** `strategy/new`, or `strategy/` and an id. */
const formSchema = z.string().refine(isForm, { message: 'field.wrong-type' });
/** JSON of the form; a script of one's own is the largest part of it. */
export const MOST_DRAFT = 400_000;

export const formDraftSchema = z.strictObject({
  form: formSchema,
  /** The version that the form had when it was begun on; 0: something new. */
  base: z.number().int().min(0),
  content: z.string().max(MOST_DRAFT),
  savedAt: z.number(),
});
export type FormDraft = z.infer<typeof formDraftSchema>;

/** True for the forms whose drafts are kept beyond the window. */
export function isForm(form: string): boolean {
  const [kind, id, ...more] = form.split('/');
  return kind === 'strategy' && more.length === 0 && id !== undefined && (id === 'new' || ID_PATTERN.test(id));
}
