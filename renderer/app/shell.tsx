// The frame around every page: rail, notices, page, messages, palette, help.
import { Suspense, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { DropZone } from '../features/explain/drop-zone.tsx';
import { useText } from '../i18n/text-provider.tsx';
import { afterPaint } from '../ipc/client.ts';
import { route, type Page } from '../navigation/route.ts';
import { useParts, useRoute, useRouter, useShortcut } from '../state/window-parts.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { HelpSheet } from './help-sheet.tsx';
import { LeaveDialog } from './leave-dialog.tsx';
import { Notices } from './notices.tsx';
import { Palette } from './palette.tsx';
import { Rail } from './rail.tsx';
import { loadOtherPages, pages } from './routes.tsx';
import { ToastList } from './toast-list.tsx';
import './shell.css';

export function Shell() {
  const { t } = useText();
  const { mirror } = useParts();
  const waiting = useStore(mirror.store, (state) => state.waiting);
  const [open, setOpen] = useState<'palette' | 'help' | null>(null);
  const close = useCallback(() => setOpen(null), []);
  const main = useRef<HTMLElement>(null);
  useKeyboard();
  useShortcut('mod+k', t('app.search'), () => setOpen('palette'), 'app');
  useShortcut('?', t('app.shortcuts'), () => setOpen('help'), 'app');
  useFocusOnArrival(main);
  useOtherPages();

  return (
    <div className="shell">
      <a
        className="skip-link"
        href="#main"
        onClick={(event) => {
          event.preventDefault();
          main.current?.focus();
        }}
      >
        {t('app.skip')}
      </a>
      <Rail onPalette={() => setOpen('palette')} onHelp={() => setOpen('help')} />
      <div className="shell-body">
        {waiting && (
          <p className="stale-bar" role="status">
            {t('app.stale')}
          </p>
        )}
        <Notices />
        <main ref={main} id="main" tabIndex={-1}>
          <CurrentPage />
        </main>
      </div>
      <DropZone />
      <ToastList />
      <LeaveDialog />
      {open === 'palette' && <Palette onClose={close} />}
      {open === 'help' && <HelpSheet onClose={close} />}
    </div>
  );
}

function CurrentPage() {
  const { page, id } = useRoute();
  const Shown = pages[page];
  const place = `${page}/${id ?? ''}`;
  return (
    <ErrorBoundary key={place}>
      <Suspense fallback={null}>
        <Shown id={id} />
      </Suspense>
    </ErrorBoundary>
  );
}

/**
 * The other pages arrive while the first is read, not while it is painted: before that the browser counts itself idle
 * too. A page that is asked for and cannot come says so itself.
 */
function useOtherPages(): void {
  useEffect(() => {
    afterPaint(() => requestIdleCallback(() => void loadOtherPages().catch(() => {})));
  }, []);
}

/** The one key listener of the window, and the strokes that lead to the pages of the rail. */
function useKeyboard(): void {
  const { t } = useText();
  const { shortcuts } = useParts();
  const router = useRouter();
  const goTo = (page: Page) => () => router.go(route(page));
  useShortcut('mod+1', t('app.goTo', { page: t('app.overview') }), goTo('overview'), 'app');
  useShortcut('mod+2', t('app.goTo', { page: t('app.targets') }), goTo('targets'), 'app');
  useShortcut('mod+3', t('app.goTo', { page: t('app.strategies') }), goTo('strategies'), 'app');
  useShortcut('mod+4', t('app.goTo', { page: t('app.runs') }), goTo('runs'), 'app');
  useShortcut('mod+5', t('app.goTo', { page: t('app.calendar') }), goTo('calendar'), 'app');
  useShortcut('mod+,', t('app.goTo', { page: t('app.settings') }), goTo('settings'), 'app');
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || document.querySelector('dialog[open]')) return;
      const { key, ctrlKey, metaKey, altKey, shiftKey, target } = event;
      const inField = target instanceof HTMLElement && target.matches('input:not([type=checkbox],[type=radio]), textarea, select');
      if (shortcuts.press({ key, ctrlKey, metaKey, altKey, shiftKey, inField })) event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [shortcuts]);
}

/** A new page starts at its top and with the focus in it, as a new document would. */
function useFocusOnArrival(main: { current: HTMLElement | null }): void {
  const { page, id } = useRoute();
  const arrived = useRef(false);
  useLayoutEffect(() => {
    if (arrived.current) {
      main.current?.scrollTo(0, 0);
      if (!main.current?.contains(document.activeElement)) main.current?.focus({ preventScroll: true });
    }
    arrived.current = true;
  }, [main, page, id]);
}
