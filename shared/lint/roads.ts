// By which roads alerts leave, as the settings of this workstation say. Pure.
import type { Settings } from '../domain/settings.ts';
import type { AlertRoads } from './lint-set.ts';

export const roadsOf = ({ desktopNotifications, mail, webhook }: Settings): AlertRoads => ({
  desktop: desktopNotifications.on,
  webhook: webhook?.on ?? null,
  mail: mail && { on: mail.on, recipients: mail.recipients.length },
});
