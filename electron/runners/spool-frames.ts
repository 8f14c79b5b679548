// Reads the frames in which a remote spool is sent and hands on every byte behind `at` once; writes nothing itself.
import type { BytesReader } from './bytes-reader.ts';

/** How a following ended. `broken`: the connection did, or said something that is no frame; nothing is known. */
export type FollowEnd =
  | { kind: 'exit'; status: number; agoMs: number }
  | { kind: 'gone' | 'missing' | 'again' | 'broken' };

/** Takes bytes that belong at `position`; positions are gapless. @throws what writing throws */
export type TakeBytes = (bytes: Uint8Array, position: number) => Promise<void>;

/**
 * Follows until the stream ends. What was taken stays taken, wherever the stream is cut: the next following begins at
 * the byte behind it. Frames may begin before `at`, since blocks are sent whole; what is known of them is left out.
 */
export async function takeFrames(
  reader: BytesReader,
  at: number,
  take: TakeBytes,
  heard: () => void,
): Promise<FollowEnd> {
  let next = at;
  for (;;) {
    const line = await reader.line();
    if (line === null) return { kind: 'broken' };
    heard();
    const [word, ...values] = line.split(' ');
    switch (word) {
      case 'at': {
        const [start, count] = values.map(Number) as [number, number];
        // A hole: somebody else's words, or a frame of another following.
        if (!Number.isSafeInteger(start) || !Number.isSafeInteger(count) || start > next) return { kind: 'broken' };
        const end = start + count;
        for (let position = start; position < end; ) {
          const bytes = await reader.bytes(end - position);
          if (bytes === null) return { kind: 'broken' };
          heard();
          const known = Math.max(0, next - position);
          position += bytes.length;
          if (known >= bytes.length) continue;
          await take(bytes.subarray(known), next);
          next = position;
        }
        break;
      }
      case 'beat':
        break;
      case 'exit':
        return exitOf(values);
      case 'gone':
      case 'missing':
      case 'again':
        return { kind: word };
      default:
        return { kind: 'broken' };
    }
  }
}

/** The clock there may be wrong; how long ago it was, by that clock, is right all the same. */
function exitOf([status, then, now]: string[]): FollowEnd {
  if (status === undefined || !/^\d{1,3}$/.test(status)) return { kind: 'broken' };
  const ago = Date.parse(`${now}Z`) - Date.parse(`${then}Z`);
  return { kind: 'exit', status: Number(status), agoMs: Number.isFinite(ago) ? Math.max(0, ago) : 0 };
}
