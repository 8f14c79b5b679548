// What a form of the product does on every keystroke and on saving: problems beside fields, drafts kept, leaving asked.
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { z } from 'zod';
import type { AppError } from '../../shared/errors/app-error.ts';
import { fieldProblemText, problemsOf, type FieldProblem } from '../../shared/errors/field-problem.ts';
import { useText } from '../i18n/text-provider.tsx';
import { useDraft, useRouter } from './window-parts.tsx';

/** The part of `value` at a dotted path; `undefined` where there is none. */
export function partAt(value: unknown, path: string): unknown {
  let part = value;
  for (const key of path.split('.')) {
    if (typeof part !== 'object' || part === null) return undefined;
    part = (part as Record<string, unknown>)[key];
  }
  return part;
}

const UNUSABLE = new Set(['field.unknown', 'field.choice']);

/** True when a form for `schema` can show `value`, however wrong what was typed: its keys and choices are all known. */
export function isUsableDraft(schema: z.ZodType, value: unknown): boolean {
  return problemsOf(schema, value).every(({ code, path }) => {
    const part = partAt(value, path);
    if (UNUSABLE.has(code) || part === undefined) return false;
    return code !== 'field.wrong-type' || typeof part === 'number';
  });
}

/** What is merely not there yet shows late; what contradicts another field shows at once, whichever was changed. */
const ABSENT = new Set<FieldProblem['code']>(['field.required', 'field.too-short', 'list.empty', 'script.empty']);

type FormOptions<Value> = { key: string; saved: Value; base: number; schema: z.ZodType };

/**
 * A form over a draft. A problem shows once its field differs from what was saved, and all of them after `attempt`,
 * so that an empty form does not shout. Problems that main found stay until their field changes.
 */
export function useForm<Value>({ key, saved, base, schema }: FormOptions<Value>) {
  const { language } = useText();
  const fits = useCallback((draft: unknown) => isUsableDraft(schema, draft), [schema]);
  const draft = useDraft(key, saved, base, fits);
  const { value } = draft;
  const [attempted, setAttempted] = useState(false);
  const [refused, setRefused] = useState<{ problems: FieldProblem[]; value: Value } | null>(null);
  const element = useRef<HTMLFormElement>(null);
  const problems = useMemo(() => problemsOf(schema, value), [schema, value]);
  useLeaveGuard(draft);

  /** The text for the field at `path`, `undefined` while it has no problem to show. */
  const problem = (path: string): string | undefined => {
    const changed = JSON.stringify(partAt(value, path)) !== JSON.stringify(partAt(saved, path));
    const found = problems.find((one) => one.path === path);
    const own = attempted || changed || (draft.dirty && found && !ABSENT.has(found.code)) ? found : undefined;
    const same = refused && JSON.stringify(partAt(refused.value, path)) === JSON.stringify(partAt(value, path));
    const shown = own ?? (same ? refused.problems.find((one) => one.path === path) : undefined);
    return shown && fieldProblemText(shown, language);
  };
  const focusFirstProblem = (): void => {
    setTimeout(() => element.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus(), 0);
  };

  return {
    ...draft,
    element,
    problem,
    valid: problems.length === 0,
    /** True when the value may be sent; otherwise every problem shows and the first one has the focus. */
    attempt(): boolean {
      setAttempted(true);
      setRefused(null);
      if (problems.length > 0) focusFirstProblem();
      return problems.length === 0;
    },
    /** Shows main's problems beside their fields; false when it named none, so that the caller says it otherwise. */
    refuse(error: AppError): boolean {
      if (error.fields.length === 0) return false;
      setRefused({ problems: error.fields, value });
      focusFirstProblem();
      return error.fields.every((one) => partAt(value, one.path) !== undefined);
    },
    /** Forgets what was attempted, after saving. */
    settle(): void {
      setAttempted(false);
      setRefused(null);
      draft.discard();
    },
  };
}

export type Form<Value> = ReturnType<typeof useForm<Value>>;

function useLeaveGuard({ isDirty, discard }: { isDirty(): boolean; discard(): void }): void {
  const router = useRouter();
  useEffect(() => router.guard({ held: isDirty, discard }), [router, isDirty, discard]);
}
