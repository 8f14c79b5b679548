// One operating-system error number, as the tables next to it hold it.
import type { CodeFamily, ExplanationText, HealsByRetry } from '../explanation.ts';

/** `symbol` is the name the system's headers give the number: `ENOSPC`, `ERROR_DISK_FULL`. */
export type OsErrorEntry = {
  readonly number: number;
  readonly symbol: string;
  readonly family: CodeFamily;
  readonly healsByRetry: HealsByRetry;
  readonly en: ExplanationText;
  readonly es: ExplanationText;
};
