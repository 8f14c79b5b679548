// Desktop notifications through Electron; says honestly whether the desktop took one. Does not decide what is told.
import { Notification } from 'electron';
import type { DesktopNotifier } from '../app/ports.ts';
import type { Language } from '../../shared/domain/settings.ts';
import { asMarkup } from './note-markup.ts';
import { busCall, type SessionBus } from './session-bus.ts';

const SERVICE = 'org.freedesktop.Notifications';
/** The desktop answers at once or not at all. */
const ANSWER_MS = 5_000;
/** As many as a desktop keeps in its list; a click on an older one only opens nothing. */
const KEPT = 100;

const NO_DAEMON = {
  en: 'This desktop has no notification service.',
  es: 'Este escritorio no tiene servicio de notificaciones.',
};
const NO_ANSWER = {
  en: 'The desktop’s notification service did not answer.',
  es: 'El servicio de notificaciones del escritorio no respondió.',
};

type Parts = {
  bus: Promise<SessionBus | null>;
  language(): Language;
  /** A note was clicked: shows its run, or just the window. */
  open(runId: string | null): void;
};

export function desktopNotifier({ bus, language, open }: Parts): DesktopNotifier {
  // What nobody refers to is collected, and its click with it.
  const kept = new Set<Notification>();
  const keep = (note: Notification): void => {
    kept.add(note);
    const [oldest] = kept;
    if (kept.size > KEPT && oldest) kept.delete(oldest);
  };

  return {
    async show({ title, body, runId, urgency = 'normal' }) {
      const connection = await bus;
      if (!Notification.isSupported() || !(await hasService(connection))) {
        return { delivered: false, answer: NO_DAEMON[language()] };
      }
      const text = (await readsMarkup(connection)) ? asMarkup(body) : body;
      const note = new Notification({ title, body: text, urgency, silent: urgency === 'low' });
      keep(note);
      note.on('click', () => {
        kept.delete(note);
        open(runId);
      });
      // A note that only left the screen can still be clicked in the desktop's list, so it is kept.
      return new Promise((resolve) => {
        const timer = setTimeout(() => resolve({ delivered: false, answer: NO_ANSWER[language()] }), ANSWER_MS);
        note.once('show', () => {
          clearTimeout(timer);
          resolve({ delivered: true, answer: '' });
        });
        note.once('failed', (_event, error) => {
          clearTimeout(timer);
          kept.delete(note);
          resolve({ delivered: false, answer: error });
        });
        note.show();
      });
    },
  };
}

/** On Linux Electron does not notice that nobody listens. A service that the bus can start counts. */
async function hasService(bus: SessionBus | null): Promise<boolean> {
  if (process.platform !== 'linux') return true;
  if (!bus) return false;
  for (const list of ['ListNames', 'ListActivatableNames']) {
    const answer = await bus.call(busCall(list));
    if (answer?.body.includes(`${SERVICE}\0`)) return true;
  }
  return false;
}

/** Electron hands the body on as it is. Nearly every daemon reads markup; one that is yet to start is taken to. */
async function readsMarkup(bus: SessionBus | null): Promise<boolean> {
  if (!bus) return false;
  const path = `/${SERVICE.replaceAll('.', '/')}`;
  const call = { destination: SERVICE, path, interface: SERVICE, member: 'GetCapabilities', args: [] };
  const answer = await bus.call(call);
  return answer === null || answer.body.includes('body-markup\0');
}
