// What the rest of the product uses of the explained codes: look a code, an OS number, a signal or an exit status up.
export { allCodes, explainCode } from './catalogue.ts';
export { explainExitCode, explainSignal, type ExitExplanation, type SignalExplanation } from './exit-codes.ts';
export type { CodeExplanation, CodeFamily, ExplanationText, HealsByRetry, Ignorable } from './explanation.ts';
export { normaliseCode } from './normalise-code.ts';
export { explainOsError, type OsErrorExplanation, type OsPlatform } from './os-errors.ts';
