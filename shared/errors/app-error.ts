// The one class for foreseen errors, in the form that crosses processes; knows no texts and no cause of its own.
import type { ErrorCode } from './codes.ts';
import type { FieldProblem } from './field-problem.ts';

/** What fills the placeholders of an error's text. */
export type ErrorParams = Record<string, string | number>;

/** An error as it travels over IPC and into `--json` output. */
export type ErrorReport = { code: ErrorCode; params: ErrorParams; fields: FieldProblem[] };

/** A foreseen error: a code of the closed table, its parameters and, for bad input, the problems by field. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly params: ErrorParams;
  readonly fields: FieldProblem[];

  constructor(code: ErrorCode, params: ErrorParams = {}, fields: FieldProblem[] = []) {
    super(`${code} ${JSON.stringify(params)}`);
    this.name = 'AppError';
    this.code = code;
    this.params = params;
    this.fields = fields;
  }

  /** The error as plain data. */
  report(): ErrorReport {
    return { code: this.code, params: this.params, fields: this.fields };
  }
}
