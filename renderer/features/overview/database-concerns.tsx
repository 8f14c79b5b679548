// What databases say of themselves that needs somebody: corrupt blocks first, then a full recovery area, then no
// archived-log mode. What was not asked is not here.
import { ArchiveX, DatabaseZap, HardDrive, type LucideIcon } from 'lucide-react';
import type { DatabaseConcern } from '../../../shared/domain/catalogue/concerns.ts';
import { useText } from '../../i18n/text-provider.tsx';
import { Link } from '../../navigation/link.tsx';
import { route } from '../../navigation/route.ts';
import { useNow, useSlice } from '../../state/window-parts.tsx';
import { worstConcernsFirst } from './concerns-order.ts';

const ICONS: Record<DatabaseConcern['kind'], LucideIcon> = {
  corruption: DatabaseZap,
  'recovery-area-full': HardDrive,
  'no-archivelog': ArchiveX,
};

export function DatabaseConcernRows() {
  const { t, format } = useText();
  const now = useNow(60_000);
  const targets = useSlice('targets');
  const rows = worstConcernsFirst(useSlice('catalogue').concerns, targets);
  if (rows.length === 0) return null;
  return (
    <ul className="attention" aria-label={t('database.open')}>
      {rows.map(({ target, concern, askedAt }) => {
        const Icon = ICONS[concern.kind];
        return (
          <li key={`${target.id} ${concern.kind}`}>
            <Icon aria-hidden="true" size={18} />
            <div className="attention-what">
              <p className="attention-cause">
                <ConcernText concern={concern} />
              </p>
              <p>
                <Link to={route('database', target.id)}>{target.spec.name}</Link>
              </p>
              <p className="muted">{t(`database.concern-${concern.kind}-next`)}</p>
            </div>
            <div className="attention-when">
              <p className="muted">{t('database.concernAsked', { ago: format.ago(askedAt, Math.max(now, askedAt)) })}</p>
            </div>
            <div className="attention-do">
              <Link className="button" to={route('database', target.id)}>
                {t('database.concernOpen')}
              </Link>
            </div>
          </li>
        );
      })}
    </ul>
  );
}

function ConcernText({ concern }: { concern: DatabaseConcern }) {
  const { t } = useText();
  if (concern.kind === 'corruption') return t('database.concern-corruption', { blocks: concern.blocks, files: concern.files });
  if (concern.kind === 'no-archivelog') return t('database.concern-no-archivelog');
  return t('database.concern-recovery-area-full', { name: concern.name, percent: Math.round(concern.share * 100) });
}
