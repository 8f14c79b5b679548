// Serves the renderer's files from its own scheme under a strict policy; reads nothing outside their directory.
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { protocol, type ProtocolRequest, type ProtocolResponse } from 'electron';

export const ORIGIN = 'app://respaldo';

// Nothing inline, nothing from elsewhere, no forms, no frames.
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const NOT_FOUND: ProtocolResponse = { statusCode: 404, mimeType: 'text/plain', data: Buffer.from('not found') };

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Must be called before the application is ready. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    // From the second start on, the page's scripts come compiled.
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/**
 * Answers `app://respaldo/<file>` from `directory`. Through the older of Electron's two interfaces: the newer speaks in
 * fetch's `Request` and `Response`, for which Node loads its whole HTTP client while the first page waits.
 * @returns when the first page has been given whole: markup, style and script.
 */
export function serveRenderer(directory: string): { pageGiven: Promise<void> } {
  const awaited = new Set(['.html', '.css', '.js']);
  return {
    pageGiven: new Promise((given) => {
      protocol.registerBufferProtocol('app', async (request, answer) => {
        answer(await answerTo(request, directory).catch(() => NOT_FOUND));
        awaited.delete(extname(request.url.replace(/[?#].*/, '')));
        // What was answered leaves with the loop's next turn.
        if (awaited.size === 0) setImmediate(given);
      });
    }),
  };
}

/** Rejects when there is no such file, and when the address is none. */
async function answerTo({ url, method }: ProtocolRequest, directory: string): Promise<ProtocolResponse> {
  const { host, pathname } = new URL(url);
  const path = normalize(join(directory, decodeURIComponent(pathname === '/' ? '/index.html' : pathname)));
  const type = TYPES[extname(path)];
  if (host !== 'respaldo' || method !== 'GET' || !path.startsWith(normalize(directory) + sep) || type === undefined) {
    return NOT_FOUND;
  }
  return {
    data: await readFile(path),
    headers: {
      'content-type': type,
      'content-security-policy': CONTENT_SECURITY_POLICY,
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
    },
  };
}
