// The mark of a strategy with serious findings, in a list: it leads to them.
import { CircleAlert } from 'lucide-react';
import { useText } from '../i18n/text-provider.tsx';
import { Link } from '../navigation/link.tsx';
import { route } from '../navigation/route.ts';
import './lint.css';

export function SeriousMark({ strategyId, count }: { strategyId: string; count: number }) {
  const { t } = useText();
  if (count === 0) return null;
  return (
    <Link className="serious-mark" to={route('strategy', strategyId, { pane: 'findings' })}>
      <CircleAlert aria-hidden="true" size={13} />
      <span>{t('lint.seriousCount', { count })}</span>
    </Link>
  );
}
