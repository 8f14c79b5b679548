// One door to the explanation of any root cause: Oracle's codes and our own.
import type { Language } from '../../domain/settings.ts';
import type { SyntheticCode } from '../../domain/log-facts.ts';
import type { ExplanationText } from '../codes/explanation.ts';
import { explainCode } from '../codes/index.ts';
import { causes } from './causes.ts';

/** Title, what, why and what to do for `code`; `null` when nobody has explained it yet. */
export function explainCause(code: string, language: Language): ExplanationText | null {
  if (Object.hasOwn(causes, code)) return causes[code as SyntheticCode][language];
  return explainCode(code)?.[language] ?? null;
}
