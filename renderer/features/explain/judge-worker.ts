// Judges a log file beside the window, so that a large one does not hold it up.
import { judgeFile, type Judged, type ReadSoFar } from './judge-file.ts';

export type JudgeRequest = { file: File };
export type JudgeAnswer = { read: ReadSoFar } | { judged: Judged } | { failed: string };

const answer = (message: JudgeAnswer): void => postMessage(message);

addEventListener('message', ({ data }: MessageEvent<JudgeRequest>) => {
  judgeFile(data.file, (read) => answer({ read })).then(
    (judged) => answer({ judged }),
    (error: unknown) => answer({ failed: error instanceof Error ? error.message : String(error) }),
  );
});
