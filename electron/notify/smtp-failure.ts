// What a failed attempt at the SMTP server means: a lasting no, not now, or nobody there (RFC 5321 §4.2.1). Pure.
import { redact } from '../app/redact.ts';
import type { Attempt } from './courier.ts';

/** What nodemailer says about a failure. */
type SmtpError = Error & { code?: string; response?: string; responseCode?: number; command?: string };

/** Commands whose permanent refusal is about this message, its sender, its recipient or the log-in. */
const FINAL = /^(AUTH|MAIL FROM|RCPT TO|DATA)/;

export function failureOf(error: unknown): Attempt {
  const { code, response, responseCode, command = '', message } = error as SmtpError;
  const answer = redact((response ?? message).trim());
  if (responseCode === undefined || !response) {
    // Refused before anything was sent: an address that no server can take.
    if (code === 'EENVELOPE' || code === 'EMESSAGE') return { kind: 'refused', answer };
    return { kind: 'unreachable', answer };
  }
  // 421: the server is closing. Like a greeting other than 220, it is about the server and not about the message.
  if (responseCode === 421 || !FINAL.test(command)) return { kind: 'unreachable', answer };
  return { kind: responseCode >= 500 ? 'refused' : 'later', answer };
}
