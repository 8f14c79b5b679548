// Databases whose strategies have serious findings, for the overview: one row each.
import { ShieldAlert } from 'lucide-react';
import { useText } from '../i18n/text-provider.tsx';
import { Link } from '../navigation/link.tsx';
import { route } from '../navigation/route.ts';
import { useSlice } from '../state/window-parts.tsx';
import { useSerious } from './use-serious.ts';

/** More than these would push everything else out of sight; the pages of the databases have them all. */
const SHOWN = 5;

export function SeriousRows() {
  const { t } = useText();
  const { ofTarget } = useSerious();
  const targets = useSlice('targets').filter(({ id }) => ofTarget.has(id));
  if (targets.length === 0) return null;
  return (
    <ul className="attention" aria-label={t('lint.title')}>
      {targets.slice(0, SHOWN).map(({ id, spec: { name } }) => (
        <li key={id}>
          <ShieldAlert aria-hidden="true" size={18} />
          <div className="attention-what">
            <p className="attention-cause">{t('lint.overview', { count: ofTarget.get(id) ?? 0, name })}</p>
            <p className="muted">{t('lint.overviewAbout')}</p>
          </div>
          <div className="attention-when" />
          <div className="attention-do">
            <Link className="button" to={route('target', id, { show: 'findings' })}>
              {t('lint.open')}
            </Link>
          </div>
        </li>
      ))}
    </ul>
  );
}
