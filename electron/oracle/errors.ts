// Turns what the driver throws into the product's own errors: the telling code, its words without noise or secrets, and
// whether the session is gone with it.
import { AppError } from '../../shared/errors/app-error.ts';

/** After these the session is of no use any more, whatever the driver thinks of it. */
const GONE = new Set([
  'ORA-00028', 'ORA-00600', 'ORA-00603', 'ORA-01012', 'ORA-01033', 'ORA-01034', 'ORA-01041', 'ORA-01089', 'ORA-01090',
  'ORA-01092', 'ORA-02396', 'ORA-02399', 'ORA-03113', 'ORA-03114', 'ORA-03135', 'ORA-12153', 'ORA-12537', 'ORA-12547',
  'ORA-12570', 'ORA-12571', 'ORA-12583', 'ORA-27146', 'ORA-28511',
  'NJS-003', 'NJS-102', 'NJS-103', 'NJS-107', 'NJS-113', 'NJS-123', 'NJS-500', 'NJS-501', 'NJS-509', 'NJS-510',
  'NJS-513', 'NJS-521', 'DPI-1010', 'DPI-1067', 'DPI-1080',
]);

/** These only say that something below them happened: a code of the server behind them tells more. */
const WRAPPERS = new Set(['NJS-500', 'NJS-501', 'NJS-503', 'NJS-505', 'NJS-506', 'NJS-511', 'NJS-513', 'NJS-533', 'DPI-1080']);

const LONGEST_DETAIL = 300;

/**
 * The error as the product knows it: `oracle.lost` when the session is gone, else `oracle.failed`, with `code`
 * (`ORA-00942`), `detail` (Oracle's words in one line) and `lost` (0 or 1). No value of `secrets` survives in it.
 * Anything that carries no code of Oracle or its driver is a mistake of ours and comes back as it is.
 */
export function oracleError(error: unknown, secrets: readonly string[]): unknown {
  if (error instanceof AppError || !(error instanceof Error)) return error;
  const code = tellingCode(error);
  if (code === null) return error;
  return oracleFailure(code, detailOf(error.message, code, secrets), isGone(error, code));
}

/** An error of this shape for what the driver does not notice itself. */
export function oracleFailure(code: string, detail: string, lost: boolean): AppError {
  return new AppError(lost ? 'oracle.lost' : 'oracle.failed', { code, detail, lost: Number(lost) });
}

/** True for an error after which the session is of no use. */
export const isLost = (error: unknown): boolean => error instanceof AppError && error.params['lost'] === 1;

function tellingCode(error: Error): string | null {
  const own = (error as { code?: unknown }).code;
  const mentioned = error.message.match(/\b(?:ORA|NJS|DPI)-\d{3,5}\b/g) ?? [];
  const first = typeof own === 'string' && /^(ORA|NJS|DPI)-\d+$/.test(own) ? own : mentioned[0];
  if (first === undefined) return null;
  if (!WRAPPERS.has(first)) return first;
  return mentioned.find((code) => code.startsWith('ORA-')) ?? mentioned.find((code) => !WRAPPERS.has(code)) ?? first;
}

function isGone(error: Error, code: string): boolean {
  const own = String((error as { code?: unknown }).code);
  return GONE.has(code) || GONE.has(own) || (error as { isRecoverable?: unknown }).isRecoverable === true;
}

function detailOf(message: string, code: string, secrets: readonly string[]): string {
  const words = message
    .split('\n')
    .filter((line) => !line.startsWith('Help:'))
    .join(' ')
    .replace(/\s*\(CONNECTION_ID=[^)]*\)/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  const plain = words.startsWith(`${code}: `) ? words.slice(code.length + 2) : words;
  return withoutSecrets(plain, secrets).slice(0, LONGEST_DETAIL);
}

/** `text` with every secret in it replaced. */
export function withoutSecrets(text: string, secrets: readonly string[]): string {
  return secrets.filter((secret) => secret !== '').reduce((clean, secret) => clean.split(secret).join('*'), text);
}
