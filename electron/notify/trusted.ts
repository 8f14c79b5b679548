// Whose certificates are believed: those of the runtime and those of the operating system, where companies keep the
// certificate of their own authority.
import * as tls from 'node:tls';

let context: tls.SecureContext | undefined;

/** Reading some hundred certificates takes a while, so it is done once, and only when a connection is made. */
export function trustedContext(): tls.SecureContext {
  context ??= tls.createSecureContext({ ca: authorities() });
  return context;
}

function authorities(): string[] {
  // Since Node 22.15; an older command line believes the runtime's alone.
  const listed: unknown = Reflect.get(tls, 'getCACertificates');
  if (typeof listed !== 'function') return [...tls.rootCertificates];
  const list = listed as (kind: 'default' | 'system') => string[];
  try {
    return [...new Set([...list('default'), ...list('system')])];
  } catch {
    return list('default');
  }
}
