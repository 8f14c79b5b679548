// Which events a channel tells about.
import { notificationEvents, type NotificationEvent } from '../../../../shared/domain/notification.ts';
import { useText } from '../../../i18n/text-provider.tsx';
import { Checkbox } from '../../../ui/inputs.tsx';

type EventChoiceProps = { on: readonly NotificationEvent[]; onChange(on: NotificationEvent[]): void };

export function EventChoice({ on, onChange }: EventChoiceProps) {
  const { t } = useText();
  const turn = (event: NotificationEvent, wanted: boolean): void =>
    onChange(notificationEvents.filter((one) => (one === event ? wanted : on.includes(one))));
  return (
    <fieldset className="field choice-group">
      <legend>{t('notify.on')}</legend>
      <div className="radio-list">
        {notificationEvents.map((event) => (
          <Checkbox
            key={event}
            label={t(`schedule.event-${event}`)}
            checked={on.includes(event)}
            onChange={(wanted) => turn(event, wanted)}
          />
        ))}
      </div>
    </fieldset>
  );
}
