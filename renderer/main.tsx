// Starts the window: builds its parts around the bridge that preload left, and draws the application.
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './styles/tokens.css';
import './styles/base.css';
import { Application } from './app/application.tsx';
import { createClient } from './ipc/client.ts';
import { addressBarOf, createRouter } from './navigation/router.ts';
import { createAppInfo } from './state/app-info.ts';
import { createDrafts } from './state/drafts.ts';
import { keepDrafts } from './state/kept-drafts.ts';
import { createMirror } from './state/mirror.ts';
import { createOpenedLog } from './state/opened-log.ts';
import { createSessionStore } from './state/session.ts';
import { createShortcuts } from './state/shortcuts.ts';
import { createTicker } from './state/ticker.ts';
import { createToasts } from './state/toasts.ts';

const client = createClient(window.respaldo);
const mac = navigator.platform.startsWith('Mac');
const parts = {
  client,
  mac,
  mirror: createMirror(client),
  session: createSessionStore(client),
  drafts: createDrafts(window.localStorage, Date.now),
  toasts: createToasts(),
  router: createRouter(addressBarOf(window)),
  shortcuts: createShortcuts(mac),
  ticker: createTicker(Date.now),
  openedLog: createOpenedLog(),
};

const appInfo = createAppInfo(client);

// All are asked before anything is drawn: the answers come while React starts.
parts.mirror.start();
parts.session.store.subscribe(({ session }, before) => {
  if (session?.state === 'locked') parts.mirror.forget();
  else if (before.session?.state === 'locked') parts.mirror.renew();
});
const keptDrafts = keepDrafts(parts.drafts, client);
parts.session.store.subscribe(({ session }, before) => {
  if (session?.state === 'locked') keptDrafts.forget();
  else if (session && (before.session === null || before.session.state === 'locked')) void keptDrafts.find();
});
window.addEventListener('pagehide', keptDrafts.writeNow);
parts.session.start();
appInfo.start();
parts.router.start();

const root = document.getElementById('root');
if (!root) throw new Error('the page has no #root');
createRoot(root).render(
  <StrictMode>
    <Application parts={parts} appInfo={appInfo} />
  </StrictMode>,
);
