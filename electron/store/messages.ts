// What passes between the store's port and its worker. Foreseen errors cross as reports and exceptions with their
// stack, because structured cloning would keep neither class nor stack of ours.
import type { Deed } from '../app/user-ports.ts';
import { AppError, type ErrorReport } from '../../shared/errors/app-error.ts';

export type Opening = { path: string; openedAt: number; nativeBinding: string | undefined };

export type StoreRequest = { id: number; method: string; values: unknown[]; deed: Deed };

export type StoreReply =
  | { kind: 'opened'; notices: ErrorReport[] }
  | { kind: 'refused'; error: CrossingError }
  | { kind: 'answer'; id: number; answer: unknown }
  | { kind: 'failure'; id: number; error: CrossingError };

export type CrossingError =
  | { kind: 'foreseen'; report: ErrorReport }
  | { kind: 'exception'; name: string; message: string; stack: string };

export function crossingError(error: unknown): CrossingError {
  if (error instanceof AppError) return { kind: 'foreseen', report: error.report() };
  if (!(error instanceof Error)) return { kind: 'exception', name: 'Error', message: String(error), stack: '' };
  return { kind: 'exception', name: error.name, message: error.message, stack: error.stack ?? '' };
}

/** The error on this side; an exception keeps the stack of where it happened. */
export function errorFrom(crossing: CrossingError): Error {
  if (crossing.kind === 'foreseen') {
    const { code, params, fields } = crossing.report;
    return new AppError(code, params, fields);
  }
  const error = new Error(crossing.message);
  error.name = crossing.name;
  error.stack = crossing.stack;
  return error;
}
