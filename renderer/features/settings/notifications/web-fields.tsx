// The channels that go to a web address of the user's: webhook and heartbeat.
import { loudEvents, type WebhookSettings } from '../../../../shared/domain/notification.ts';
import { useText } from '../../../i18n/text-provider.tsx';
import { FieldGroup } from '../../../ui/field.tsx';
import { Segmented, Switch, TextField } from '../../../ui/inputs.tsx';
import { ChannelTest } from './channel-test.tsx';
import { EventChoice } from './event-choice.tsx';
import type { ChannelProps } from './notifications-form.ts';

const newWebhook = (): WebhookSettings => ({ url: '', style: 'json', on: loudEvents });

export function WebhookFields({ form, keep, client }: ChannelProps) {
  const { t } = useText();
  const { webhook } = form.value;
  return (
    <FieldGroup title={t('notify.webhook')}>
      <Switch
        label={t('notify.webhookOn')}
        checked={webhook !== null}
        onChange={(on) => form.put({ webhook: on ? (keep.webhook ?? newWebhook()) : null })}
      />
      {webhook && (
        <>
          <TextField
            mono
            label={t('notify.url')}
            placeholder="https://"
            value={webhook.url}
            problem={form.problem('webhook.url')}
            onChange={(url) => form.put({ webhook: { ...webhook, url: url.trim() } })}
          />
          <Segmented
            legend={t('notify.style')}
            value={webhook.style}
            onChange={(style) => form.put({ webhook: { ...webhook, style } })}
            choices={(['json', 'slack', 'teams'] as const).map((value) => ({ value, label: t(`notify.style-${value}`) }))}
          />
          <EventChoice on={webhook.on} onChange={(on) => form.put({ webhook: { ...webhook, on } })} />
          <ChannelTest
            label={t('notify.test')}
            attempt={() => form.attemptPart('webhook')}
            send={() => client.ask('notify.testWebhook', webhook)}
          />
        </>
      )}
    </FieldGroup>
  );
}

export function HeartbeatFields({ form, keep, client }: ChannelProps) {
  const { t } = useText();
  const { heartbeat } = form.value;
  return (
    <FieldGroup title={t('notify.heartbeat')}>
      <Switch
        label={t('notify.heartbeatOn')}
        hint={t('notify.heartbeatHint')}
        checked={heartbeat !== null}
        onChange={(on) => form.put({ heartbeat: on ? (keep.heartbeat ?? { url: '' }) : null })}
      />
      {heartbeat && (
        <>
          <TextField
            mono
            label={t('notify.url')}
            placeholder="https://"
            value={heartbeat.url}
            problem={form.problem('heartbeat.url')}
            onChange={(url) => form.put({ heartbeat: { url: url.trim() } })}
          />
          <ChannelTest
            label={t('notify.test')}
            attempt={() => form.attemptPart('heartbeat')}
            send={() => client.ask('notify.testHeartbeat', heartbeat)}
          />
        </>
      )}
    </FieldGroup>
  );
}
