// The left rail: where one can go, what is under way, the palette and the help.
import {
  CalendarDays, Database, History, Keyboard, LayoutList, LifeBuoy, ListChecks, Search, Settings, type LucideIcon,
} from 'lucide-react';
import { useText } from '../i18n/text-provider.tsx';
import { Link } from '../navigation/link.tsx';
import { route, type Page } from '../navigation/route.ts';
import { useRoute, useSlice } from '../state/window-parts.tsx';
import { IconButton } from '../ui/button.tsx';
import { Kbd } from '../ui/words.tsx';
import { Account } from './account.tsx';
import { Mark } from './mark.tsx';
import { SchedulerState } from './scheduler-state.tsx';

type Place = {
  page: Extract<Page, 'overview' | 'targets' | 'strategies' | 'runs' | 'calendar' | 'readiness' | 'settings'>;
  icon: LucideIcon;
  within: Page[];
};

const PLACES: readonly Place[] = [
  { page: 'overview', icon: LayoutList, within: [] },
  { page: 'targets', icon: Database, within: ['target', 'database'] },
  { page: 'strategies', icon: ListChecks, within: ['strategy'] },
  { page: 'runs', icon: History, within: ['run', 'log'] },
  { page: 'calendar', icon: CalendarDays, within: [] },
  { page: 'readiness', icon: LifeBuoy, within: [] },
  { page: 'settings', icon: Settings, within: [] },
];

export function Rail({ onPalette, onHelp }: { onPalette(): void; onHelp(): void }) {
  const { t, format } = useText();
  const here = useRoute().page;
  const underWay = useSlice('activity').length;
  return (
    <nav className="rail" aria-label={t('app.navigation')}>
      <div className="rail-name">
        <Mark />
        <span>Respaldo</span>
      </div>
      <button type="button" className="rail-search" aria-label={t('app.search')} onClick={onPalette}>
        <Search aria-hidden="true" size={15} />
        <span className="rail-word" aria-hidden="true">
          {t('app.searchShort')} <Kbd keys="mod+k" />
        </span>
      </button>
      <ul className="rail-places">
        {PLACES.map(({ page, icon: Icon, within }) => {
          const current = here === page || within.includes(here);
          return (
            <li key={page} className={page === 'settings' ? 'rail-last' : undefined}>
              <Link to={route(page)} aria-current={current ? 'page' : undefined} title={t(`app.${page}`)}>
                <Icon aria-hidden="true" size={17} />
                <span className="rail-word">{t(`app.${page}`)}</span>
                {page === 'overview' && underWay > 0 && (
                  <span className="rail-count" title={t('app.underWay', { count: underWay })}>
                    <span aria-hidden="true">{format.number(underWay)}</span>
                    <span className="visually-hidden">{t('app.underWay', { count: underWay })}</span>
                  </span>
                )}
              </Link>
            </li>
          );
        })}
      </ul>
      <div className="rail-foot">
        <Account />
        <SchedulerState />
        <IconButton icon={Keyboard} label={t('app.shortcuts')} onClick={onHelp} />
      </div>
    </nav>
  );
}
