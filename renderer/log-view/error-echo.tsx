// Says new error lines aloud for those who do not see them appear: one at a time, and rarely enough to be heard.
import { useEffect, useRef, useState } from 'react';
import { classifyLine } from '../../shared/rman/log/classify-line.ts';
import { useText } from '../i18n/text-provider.tsx';
import type { WindowView } from './log-window.ts';

const QUIET_MS = 4000;

export function ErrorEcho({ view }: { view: WindowView }) {
  const { t, format } = useText();
  const [said, setSaid] = useState('');
  const heard = useRef({ line: -1, at: 0 });
  const following = view.growing && view.following;
  useEffect(() => {
    if (!following || performance.now() - heard.current.at < QUIET_MS) return;
    const error = view.lines.findLast(({ text }) => text !== undefined && classifyLine(text) === 'error');
    if (!error?.text || error.number <= heard.current.line) return;
    heard.current = { line: error.number, at: performance.now() };
    setSaid(t('log.newError', { line: format.number(error.number + 1), text: error.text }));
  }, [following, view, t, format]);
  return (
    <p className="visually-hidden" role="log">
      {said}
    </p>
  );
}
