// Serves the renderer's files from its own scheme under a strict policy; reads nothing outside their directory.
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { protocol } from 'electron';

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

/** Answers `app://respaldo/<file>` from `directory`. */
export function serveRenderer(directory: string): void {
  const root = normalize(directory) + sep;
  protocol.handle('app', async (request) => {
    const url = new URL(request.url);
    const path = normalize(join(directory, decodeURIComponent(url.pathname === '/' ? '/index.html' : url.pathname)));
    const type = TYPES[extname(path)];
    if (url.host !== 'respaldo' || request.method !== 'GET' || !path.startsWith(root) || type === undefined) {
      return new Response('not found', { status: 404 });
    }
    try {
      return new Response(new Uint8Array(await readFile(path)), {
        headers: {
          'content-type': type,
          'content-security-policy': CONTENT_SECURITY_POLICY,
          'x-content-type-options': 'nosniff',
          'cross-origin-opener-policy': 'same-origin',
        },
      });
    } catch {
      return new Response('not found', { status: 404 });
    }
  });
}
