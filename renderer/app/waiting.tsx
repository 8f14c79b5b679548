// Shown until main has answered. Says nothing at first, so that a quick start does not flicker.
import { useEffect, useState } from 'react';
import { useText } from '../i18n/text-provider.tsx';
import { Spinner } from '../ui/progress.tsx';

const QUIET_MS = 400;
const LONG_MS = 5000;

export function Waiting() {
  const { t } = useText();
  const [stage, setStage] = useState<'quiet' | 'waiting' | 'long'>('quiet');
  useEffect(() => {
    const waiting = setTimeout(() => setStage('waiting'), QUIET_MS);
    const long = setTimeout(() => setStage('long'), LONG_MS);
    return () => {
      clearTimeout(waiting);
      clearTimeout(long);
    };
  }, []);
  if (stage === 'quiet') return null;
  return (
    <main className="waiting">
      <Spinner />
      <p role="status">{t(stage === 'waiting' ? 'app.waiting' : 'app.waitingLong')}</p>
    </main>
  );
}
