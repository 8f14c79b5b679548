// The states a run went through, with how long each lasted.
import type { RunDetail } from '../../../shared/domain/history.ts';
import { useText } from '../../i18n/text-provider.tsx';
import { useNow } from '../../state/window-parts.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { lifeOf } from './life.ts';

export function RunLife({ transitions }: { transitions: RunDetail['transitions'] }) {
  const { t, format } = useText();
  const now = useNow(1000);
  return (
    <ol className="run-life" aria-label={t('run.life')}>
      {lifeOf(transitions, now).map(({ state, at, lastedMs }) => (
        <li key={`${at} ${state}`}>
          <StatusBadge standing={state} quiet />
          <span title={format.precise(at)}>{format.time(at)}</span>
          {lastedMs !== null && <span className="muted">{t('run.lifeLasted', { duration: format.duration(lastedMs) })}</span>}
        </li>
      ))}
    </ol>
  );
}
