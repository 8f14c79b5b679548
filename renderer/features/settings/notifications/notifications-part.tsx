// Settings › Notifications: by which roads people and programs are told, what is on its way, and an import.
import { Permitted } from '../../../ui/permitted.tsx';
import { useText } from '../../../i18n/text-provider.tsx';
import { useAction, useClient } from '../../../state/window-parts.tsx';
import { FieldGroup } from '../../../ui/field.tsx';
import { FormBar } from '../../../ui/form-bar.tsx';
import { ChannelTest } from './channel-test.tsx';
import { EnvImport } from './env-import.tsx';
import { EventChoice } from './event-choice.tsx';
import { MailFields } from './mail-fields.tsx';
import { useNotificationsForm } from './notifications-form.ts';
import { OutboxPart } from './outbox-part.tsx';
import { HeartbeatFields, WebhookFields } from './web-fields.tsx';

export function NotificationsPart() {
  const { t } = useText();
  const client = useClient();
  const form = useNotificationsForm();
  const { run, busy } = useAction();
  const save = async (): Promise<void> => {
    if (!form.attempt()) return;
    const saved = await run(() => client.ask('settings.save', { ...form.settings, ...form.value }).then(() => true), {
      done: t('notify.saved'),
      onError: form.refuse,
    });
    if (saved) form.settle();
  };
  const channel = { form, keep: form.keep, client };
  return (
    <>
      <Permitted needs="settings.save">
        <form
          ref={form.element}
          className="form"
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          <FieldGroup title={t('notify.desktop')}>
            <p className="field-hint">{t('notify.desktopHint')}</p>
            <EventChoice
              on={form.value.desktopNotifications.on}
              onChange={(on) => form.put({ desktopNotifications: { on } })}
            />
            <ChannelTest label={t('notify.test')} attempt={() => true} send={() => client.ask('notify.testDesktop')} />
          </FieldGroup>
          <MailFields {...channel} />
          <WebhookFields {...channel} />
          <HeartbeatFields {...channel} />
          <FormBar dirty={form.dirty} isNew={false} busy={busy} onSave={() => void save()} onDiscard={form.discard} />
        </form>
      </Permitted>
      <FieldGroup title={t('notify.outbox')}>
        <OutboxPart />
      </FieldGroup>
      <FieldGroup title={t('notify.env')}>
        <EnvImport />
      </FieldGroup>
    </>
  );
}
