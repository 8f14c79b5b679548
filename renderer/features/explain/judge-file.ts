// Reads a log file once, slice by slice: the verdict and the index of its lines come out of the same reading.
import type { Verdict } from '../../../shared/domain/verdict.ts';
import type { LogProgress } from '../../../shared/domain/log-progress.ts';
import { LOG_ALONE } from '../../../shared/rman/log/evidence.ts';
import { createVerdictBuilder } from '../../../shared/rman/log/verdict-builder.ts';
import { createFileIndexer, type FileIndex } from '../../log-view/file-index.ts';
import type { FileContent } from '../../log-view/file-source.ts';

/** Each reading is a message to another process, and each slice is a step of the progress. */
const SLICE = 4 * 1024 * 1024;

export type Judged = { verdict: Verdict; index: FileIndex };
/** `done` in bytes. */
export type ReadSoFar = { done: number; progress: LogProgress };

/** Nothing is known but the log: no exit code, and nobody looked for the pieces. */
export async function judgeFile(
  file: FileContent,
  onProgress: (read: ReadSoFar) => void,
  sliceBytes = SLICE,
): Promise<Judged> {
  const builder = createVerdictBuilder();
  const indexer = createFileIndexer();
  for (let at = 0; at < file.size; at += sliceBytes) {
    const bytes = new Uint8Array(await file.slice(at, Math.min(file.size, at + sliceBytes)).arrayBuffer());
    indexer.push(bytes);
    builder.push(bytes);
    onProgress({ done: at + bytes.length, progress: builder.progress() });
  }
  return { verdict: builder.finish(LOG_ALONE), index: indexer.end() };
}
