// Ties the endpoints of notifications to their service; converts, decides nothing.
import type { Notify } from '../notify/notify.ts';
import type { SettingsService } from '../settings/settings.ts';
import { readEnvFile } from '../settings/env-file.ts';
import type { RespaldoHandlers } from '../../shared/ipc/contract.ts';

type Own = Extract<keyof RespaldoHandlers, `notify.${string}` | 'settings.readEnv'>;

export function notifyHandlers(notify: Notify, settings: SettingsService): Pick<RespaldoHandlers, Own> {
  return {
    'settings.readEnv': ({ text }) => readEnvFile(text, settings.current()),
    'notify.outbox': ({ limit }) => notify.list(limit),
    'notify.tryAgain': ({ id }) => notify.tryAgain(id),
    'notify.discard': ({ id }) => notify.discard(id),
    'notify.hasMailPassword': () => notify.hasMailPassword(),
    'notify.setMailPassword': ({ password, acceptPlainText }) => notify.setMailPassword(password, acceptPlainText),
    'notify.forgetMailPassword': () => notify.forgetMailPassword(),
    'notify.testMail': ({ mail, password }) => notify.testMail(mail, password),
    'notify.testWebhook': (webhook) => notify.testWebhook(webhook),
    'notify.testHeartbeat': (heartbeat) => notify.testHeartbeat(heartbeat),
    'notify.testDesktop': () => notify.testDesktop(),
  };
}
