// One HTTP request with a limit on everything: no redirects, no more of the answer than can be shown, no connection
// that outlives it.
import * as http from 'node:http';
import * as https from 'node:https';
import type { Trust } from './mail.ts';

export type HttpRequest = { method: 'GET' | 'POST'; url: string; json?: unknown };

/** `status` null: nobody answered; `text` then says why, otherwise it is the beginning of what came. */
export type HttpAnswer = { status: number | null; reason: string; text: string; location: string | null };

const ALL_MS = 20_000;
const MOST_BYTES = 2_000;

export function ask({ method, url, json }: HttpRequest, trust: Trust, allMs = ALL_MS): Promise<HttpAnswer> {
  const body = json === undefined ? null : Buffer.from(JSON.stringify(json));
  const secure = url.startsWith('https:');
  const options: https.RequestOptions = {
    method,
    agent: false,
    headers: {
      'User-Agent': 'Respaldo',
      ...(body ? { 'Content-Type': 'application/json; charset=utf-8', 'Content-Length': body.length } : {}),
    },
    ...(secure ? { secureContext: trust(), minVersion: 'TLSv1.2' } : {}),
  };
  return new Promise((resolve) => {
    const request = (secure ? https : http).request(url, options);
    const finish = (answer: HttpAnswer): void => {
      clearTimeout(timer);
      resolve(answer);
      request.destroy();
    };
    const unanswered = (why: string): void => finish({ status: null, reason: '', text: why, location: null });
    const timer = setTimeout(() => unanswered(`no answer within ${allMs / 1000} s`), allMs);
    request.on('error', (error) => unanswered(error.message));
    request.on('response', (response) => {
      const head = {
        status: response.statusCode ?? 0,
        reason: response.statusMessage ?? '',
        location: response.headers.location ?? null,
      };
      const parts: Buffer[] = [];
      let bytes = 0;
      // The status decides; a body that breaks off takes nothing back.
      const complete = (): void => finish({ ...head, text: Buffer.concat(parts).toString('utf8', 0, MOST_BYTES) });
      response.on('data', (part: Buffer) => {
        parts.push(part);
        bytes += part.length;
        if (bytes >= MOST_BYTES) complete();
      });
      response.on('end', complete);
      response.on('error', complete);
    });
    request.end(body ?? undefined);
  });
}
