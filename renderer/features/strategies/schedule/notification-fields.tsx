// Whom a strategy tells about what: as the settings say, or a choice of its own.
import { BellOff } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import {
  loudEvents, notificationEvents, type NotificationEvent, type StrategyNotifications,
} from '../../../../shared/domain/notification.ts';
import { useText } from '../../../i18n/text-provider.tsx';
import { useSlice } from '../../../state/window-parts.tsx';
import { FieldGroup } from '../../../ui/field.tsx';
import { Checkbox, RadioGroup, TextField } from '../../../ui/inputs.tsx';
import { Callout } from '../../../ui/layout.tsx';
import { addressesOf } from './addresses.ts';

type NotificationProps = {
  notifications: StrategyNotifications;
  /** `path` below the notifications, such as `recipients.0`. */
  problem(path: string): string | undefined;
  onChange(notifications: StrategyNotifications): void;
};

export function NotificationFields({ notifications, problem, onChange }: NotificationProps) {
  const { t } = useText();
  const { on } = notifications;
  return (
    <FieldGroup title={t('schedule.notifyGroup')}>
      <RecipientFields notifications={notifications} problem={problem} onChange={onChange} />
      <EventFields notifications={notifications} problem={problem} onChange={onChange} />
      {on !== null && on.length === 0 && (
        <Callout tone="warning" icon={BellOff}>
          {t('schedule.notifySilent')}
        </Callout>
      )}
    </FieldGroup>
  );
}

function RecipientFields({ notifications, problem, onChange }: NotificationProps) {
  const { t, format } = useText();
  const mail = useSlice('settings').mail;
  const { recipients } = notifications;
  const kept = useRef<string[]>([]);
  if (recipients !== null) kept.current = recipients;
  const now =
    mail === null ? t('schedule.notifyWhoNobody')
    : mail.recipients.length === 0 ? t('schedule.notifyWhoNoRecipients')
    : t('schedule.notifyWhoNow', { recipients: format.list(mail.recipients) });
  return (
    <>
      <RadioGroup
        legend={t('schedule.notifyWho')}
        value={recipients === null ? 'settings' : 'own'}
        onChange={(who) => onChange({ ...notifications, recipients: who === 'own' ? kept.current : null })}
        choices={[
          { value: 'settings', label: t('schedule.notifyWhoSettings'), hint: now },
          { value: 'own', label: t('schedule.notifyWhoOwn') },
        ]}
      />
      {recipients !== null && (
        <div className="indented below-choice">
          {mail === null && <p className="field-hint">{now}</p>}
          <Recipients
            recipients={recipients}
            problem={problem}
            onChange={(next) => onChange({ ...notifications, recipients: next })}
          />
        </div>
      )}
    </>
  );
}

type RecipientsProps = {
  recipients: readonly string[];
  problem: NotificationProps['problem'];
  onChange(recipients: string[]): void;
};

function Recipients({ recipients, problem, onChange }: RecipientsProps) {
  const { t } = useText();
  const [typed, setTyped] = useState(recipients.join('\n'));
  const there = recipients.join('\n');
  // Blank lines are in what is typed and not in the value.
  useEffect(() => setTyped((text) => (addressesOf(text).join('\n') === there ? text : there)), [there]);
  const wrong = recipients.flatMap((address, index) => {
    const text = problem(`recipients.${index}`);
    return text === undefined ? [] : [`${address}: ${text}`];
  });
  return (
    <TextField
      mono
      rows={3}
      label={t('schedule.recipients')}
      hint={t('schedule.recipientsHint')}
      value={typed}
      problem={wrong[0] ?? problem('recipients')}
      onChange={(text) => {
        setTyped(text);
        onChange(addressesOf(text));
      }}
    />
  );
}

function EventFields({ notifications, onChange }: NotificationProps) {
  const { t, format } = useText();
  const { mail, desktopNotifications } = useSlice('settings');
  const { on } = notifications;
  const kept = useRef<NotificationEvent[]>(loudEvents);
  if (on !== null) kept.current = on;
  const inSettings = notificationEvents.filter((event) => (mail?.on ?? desktopNotifications.on).includes(event));
  const toggle = (event: NotificationEvent, wanted: boolean): void => {
    const next = notificationEvents.filter((one) => (one === event ? wanted : on?.includes(one)));
    onChange({ ...notifications, on: next });
  };
  return (
    <>
      <RadioGroup
        legend={t('schedule.notifyOn')}
        value={on === null ? 'settings' : 'own'}
        onChange={(which) => onChange({ ...notifications, on: which === 'own' ? kept.current : null })}
        choices={[
          {
            value: 'settings',
            label: t('schedule.notifyOnSettings'),
            hint: format.list(inSettings.map((event) => t(`schedule.event-${event}`))),
          },
          { value: 'own', label: t('schedule.notifyOnOwn') },
        ]}
      />
      {on !== null && (
        <fieldset className="field choice-group indented">
          <legend className="visually-hidden">{t('schedule.notifyEvents')}</legend>
          <div className="radio-list">
            {notificationEvents.map((event) => (
              <Checkbox
                key={event}
                label={t(`schedule.event-${event}`)}
                checked={on.includes(event)}
                onChange={(wanted) => toggle(event, wanted)}
              />
            ))}
          </div>
        </fieldset>
      )}
    </>
  );
}
