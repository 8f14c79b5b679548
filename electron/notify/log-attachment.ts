// The compressed log of a run, for an email; a log too large for one is left out.
import { createGzip } from 'node:zlib';
import { once } from 'node:events';
import { redact } from '../app/redact.ts';
import type { Runs } from '../runs/runs.ts';

const LINES_AT_ONCE = 2000;
/** Many servers refuse more than 10 MB in all, and base 64 adds a third. */
const MOST_BYTES = 6 * 1024 * 1024;

/** `null`: too large, or there is no log. Never more in memory than the limit and a chunk. */
export async function compressedLog(runId: string, lines: Runs['lines']): Promise<Buffer | null> {
  const gzip = createGzip();
  const parts: Buffer[] = [];
  let bytes = 0;
  gzip.on('data', (part: Buffer) => {
    bytes += part.length;
    parts.push(part);
  });
  try {
    for (let from = 0; ; ) {
      const chunk = await lines(runId, from, LINES_AT_ONCE);
      from += chunk.lines.length;
      const text = chunk.lines.map((line) => `${redact(line)}\n`).join('');
      if (text !== '' && !gzip.write(text)) await once(gzip, 'drain');
      if (bytes > MOST_BYTES) return null;
      if (chunk.lines.length === 0 || from >= chunk.total) break;
    }
    gzip.end();
    await once(gzip, 'end');
    return bytes > MOST_BYTES || bytes === 0 ? null : Buffer.concat(parts);
  } finally {
    gzip.destroy();
  }
}
