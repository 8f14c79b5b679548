// What an error of a session says, whatever it was thrown for. Knows no policy.
import { AppError } from '../../shared/errors/app-error.ts';

export type Failure = {
  /** As `ORA-00942` or `NJS-500`; '' when Oracle said nothing. */
  code: string;
  /** Oracle's own words. */
  text: string;
  /** The session is gone, and with it what was not committed. */
  lost: boolean;
};

/** `null` for an exception: that is a mistake of ours. */
export function failureOf(error: unknown): Failure | null {
  if (!(error instanceof AppError)) return null;
  const { code, detail, lost } = error.params;
  return { code: String(code ?? ''), text: String(detail ?? error.message), lost: Number(lost ?? 0) === 1 };
}
