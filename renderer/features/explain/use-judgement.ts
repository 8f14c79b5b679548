// What is known of an opened log by now: refused, being read, or judged.
import { useEffect, useState } from 'react';
import type { OpenedLog } from '../../state/opened-log.ts';
import type { Judged, ReadSoFar } from './judge-file.ts';
import type { JudgeAnswer, JudgeRequest } from './judge-worker.ts';
import { refusalOf, type Refusal } from './refusal.ts';

export type Judgement =
  | { stage: 'reading'; read: ReadSoFar | null }
  | { stage: 'refused'; refusal: Refusal }
  | { stage: 'judged'; judged: Judged };

export function useJudgement({ file, folder }: OpenedLog): Judgement {
  const [judgement, setJudgement] = useState<Judgement>({ stage: 'reading', read: null });
  useEffect(() => {
    let worker: Worker | null = null;
    let left = false;
    const refuse = (refusal: Refusal): void => setJudgement({ stage: 'refused', refusal });
    void refusalOf(file, folder).then((refusal) => {
      if (left) return;
      if (refusal) {
        refuse(refusal);
        return;
      }
      worker = new Worker(new URL('./judge-worker.ts', import.meta.url), { type: 'module' });
      worker.onmessage = ({ data }: MessageEvent<JudgeAnswer>) => {
        if ('read' in data) setJudgement({ stage: 'reading', read: data.read });
        else if ('judged' in data) setJudgement({ stage: 'judged', judged: data.judged });
        else refuse({ why: 'unreadable', reason: data.failed });
      };
      worker.onerror = (event) => refuse({ why: 'unreadable', reason: event.message });
      worker.postMessage({ file } satisfies JudgeRequest);
    });
    return () => {
      left = true;
      worker?.terminate();
    };
  }, [file, folder]);
  return judgement;
}
