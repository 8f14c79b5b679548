// What the database says about a run under way: what each of its channels does at the moment.
import { useText } from '../i18n/text-provider.tsx';
import { useSlice } from '../state/window-parts.tsx';
import type { DatabaseProgress } from '../../shared/domain/catalogue/progress.ts';

/** How far the run is as its database says; `null` while nothing is known. */
export function useDatabaseProgress(runId: string): DatabaseProgress | null {
  return useSlice('catalogue').progress[runId] ?? null;
}

export function DatabaseProgressLines({ progress }: { progress: DatabaseProgress | null }) {
  const { t } = useText();
  if (!progress || (progress.share === null && progress.channels.length === 0)) return null;
  const whole = progress.share === null ? '' : ` ${Math.floor(progress.share * 100)} %`;
  return (
    <div className="muted">
      <p>
        {t('database.progressSays')}
        {whole}
      </p>
      <ul>
        {progress.channels.map(({ channel, operation, share }, index) => (
          <li key={index}>
            {t('database.progressChannel', { channel: channel ?? '?', operation, percent: Math.floor(share * 100) })}
          </li>
        ))}
      </ul>
    </div>
  );
}
