// A failure of this strategy is told to nobody: no desktop, no mail, no webhook takes it.
import { rule } from '../finding.ts';
import type { AlertRoads, Member } from '../lint-set.ts';
import { repair } from '../repairs.ts';

export const alertsNowhere = rule<{ name: string; own: boolean }>({
  name: 'alerts-nowhere',
  judges: 'strategy',
  find({ enabled, roads }) {
    if (roads === null) return [];
    return enabled.flatMap((member) => {
      if (isTold(member, roads)) return [];
      const asSettings = { recipients: null, on: null };
      const own = isTold({ spec: { ...member.spec, notifications: asSettings } }, roads);
      const repairs = own ? repair('alerts-as-settings', member, { notifications: asSettings }) : [];
      return [{ severity: 'caution', strategies: [member.id], path: 'notifications', params: { name: member.name, own }, repairs }];
    });
  },
  words: {
    en: ({ name, own }) => ({
      title: `Nobody hears of a failure of “${name}”`,
      why: own
        ? 'The strategy asks for other alerts than the settings, and failures are not among them or have no recipient.'
        : 'In the settings no desktop notification, email or webhook is on for failures.',
      example: 'The runs fail from Tuesday on because a disk is full. Nobody opens Respaldo; on Friday week a restore is needed, and the newest backup is ten days old.',
      todo: own ? 'Tell as the settings say.' : 'Switch on a road for failures in Settings › Notifications.',
    }),
    es: ({ name, own }) => ({
      title: `Nadie se entera si falla «${name}»`,
      why: own
        ? 'La estrategia pide otros avisos que los ajustes, y los fallos no están entre ellos o no tienen destinatario.'
        : 'En los ajustes no hay ningún aviso de escritorio, correo o webhook para los fallos.',
      example: 'Las ejecuciones fallan desde el martes porque un disco está lleno. Nadie abre Respaldo; diez días después hace falta restaurar, y la copia más nueva tiene diez días.',
      todo: own ? 'Avisar como dicen los ajustes.' : 'Activar una vía para los fallos en Ajustes › Notificaciones.',
    }),
  },
});

function isTold({ spec: { notifications } }: Pick<Member, 'spec'>, { desktop, webhook, mail }: AlertRoads): boolean {
  const tells = (general: readonly string[]): boolean => (notifications.on ?? general).includes('failure');
  if (tells(desktop) || (webhook !== null && tells(webhook))) return true;
  return mail !== null && tells(mail.on) && (notifications.recipients?.length ?? mail.recipients) > 0;
}
