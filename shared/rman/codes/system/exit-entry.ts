// One exit status and one signal, as the tables next to it hold them.
import type { ExplanationText, HealsByRetry } from '../explanation.ts';

/**
 * Who speaks through a status: `rman` itself (reference §1.7), `datapump` (§6.3), `infra` the shell, ssh or container
 * program around it (§4.5), `windows` the system that ended it, `signal` a Unix signal (128 + n).
 */
export type ExitOrigin = 'rman' | 'datapump' | 'infra' | 'windows' | 'signal';

export type ExitStatusEntry = {
  readonly status: number;
  readonly origin: Exclude<ExitOrigin, 'signal'>;
  readonly healsByRetry: HealsByRetry;
  readonly en: ExplanationText;
  readonly es: ExplanationText;
};

/** `number` is that of Linux; the signals listed have it on every Unix. */
export type SignalEntry = {
  readonly number: number;
  readonly name: string;
  readonly healsByRetry: HealsByRetry;
  readonly en: ExplanationText;
  readonly es: ExplanationText;
};
