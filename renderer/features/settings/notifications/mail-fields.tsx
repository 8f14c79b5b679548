// How emails reach the SMTP server, whom they are for and what about; a test shows the server's own answer.
import { TriangleAlert } from 'lucide-react';
import { newMailSettings, type MailSettings } from '../../../../shared/domain/notification.ts';
import { useText } from '../../../i18n/text-provider.tsx';
import { TimeInput } from '../../../schedule-parts/time-fields.tsx';
import { Field, FieldGroup } from '../../../ui/field.tsx';
import { NumberField, Segmented, Switch, TextField } from '../../../ui/inputs.tsx';
import { Callout } from '../../../ui/layout.tsx';
import { ChannelTest } from './channel-test.tsx';
import { EventChoice } from './event-choice.tsx';
import { MailPassword } from './mail-password.tsx';
import type { ChannelProps } from './notifications-form.ts';
import { RecipientList } from './recipient-list.tsx';

/** The usual port of each kind of encryption; another one was meant and stays. */
const PORTS: Record<MailSettings['security'], number> = { starttls: 587, tls: 465, none: 25 };
const USUAL = new Set(Object.values(PORTS));

export function MailFields({ form, keep, client }: ChannelProps) {
  const { t } = useText();
  const { mail } = form.value;
  return (
    <FieldGroup title={t('notify.mail')}>
      <Switch
        label={t('notify.mailOn')}
        hint={t('notify.mailHint')}
        checked={mail !== null}
        onChange={(on) => form.put({ mail: on ? (keep.mail ?? newMailSettings()) : null })}
      />
      {mail && (
        <>
          <ServerFields mail={mail} form={form} />
          <MailPassword user={mail.user} />
          <MessageFields mail={mail} form={form} />
          <ChannelTest
            label={t('notify.testMail')}
            attempt={() => form.attemptPart('mail')}
            send={() => client.ask('notify.testMail', { mail, password: null })}
            onError={form.refuse}
          />
        </>
      )}
    </FieldGroup>
  );
}

type PartProps = { mail: MailSettings; form: ChannelProps['form'] };

function ServerFields({ mail, form }: PartProps) {
  const { t } = useText();
  const change = (part: Partial<MailSettings>): void => form.put({ mail: { ...mail, ...part } });
  return (
    <>
      <div className="settings-wide">
        <TextField
          mono
          label={t('notify.server')}
          placeholder="smtp.example.com"
          value={mail.server}
          problem={form.problem('mail.server')}
          onChange={(server) => change({ server: server.trim() })}
        />
        <NumberField
          label={t('notify.port')}
          min={1}
          max={65_535}
          value={mail.port}
          problem={form.problem('mail.port')}
          onChange={(port) => change({ port })}
        />
      </div>
      <Segmented
        legend={t('notify.security')}
        hint={t('notify.securityHint')}
        value={mail.security}
        problem={form.problem('mail.security')}
        onChange={(security) => change({ security, port: USUAL.has(mail.port) ? PORTS[security] : mail.port })}
        choices={(['starttls', 'tls', 'none'] as const).map((value) => ({ value, label: t(`notify.security-${value}`) }))}
      />
      {mail.security === 'none' && (
        <Callout tone="warning" icon={TriangleAlert}>
          {t('notify.securityNone')}
        </Callout>
      )}
      <TextField
        label={t('notify.user')}
        hint={t('notify.userHint')}
        optional
        value={mail.user ?? ''}
        problem={form.problem('mail.user')}
        onChange={(user) => change({ user: user === '' ? null : user })}
      />
    </>
  );
}

function MessageFields({ mail, form }: PartProps) {
  const { t } = useText();
  const change = (part: Partial<MailSettings>): void => form.put({ mail: { ...mail, ...part } });
  return (
    <>
      <TextField
        mono
        label={t('notify.from')}
        placeholder="respaldo@example.com"
        value={mail.from}
        problem={form.problem('mail.from')}
        onChange={(from) => change({ from: from.trim() })}
      />
      <RecipientList
        recipients={mail.recipients}
        problem={(path) => form.problem(`mail.recipients.${path}`)}
        onChange={(recipients) => change({ recipients })}
      />
      <EventChoice on={mail.on} onChange={(on) => change({ on })} />
      <Switch
        label={t('notify.attachLog')}
        checked={mail.attachLog}
        onChange={(attachLog) => change({ attachLog })}
      />
      <Switch
        label={t('notify.digest')}
        hint={t('notify.digestHint')}
        checked={mail.digestAt !== null}
        onChange={(on) => change({ digestAt: on ? '07:00' : null })}
      />
      {mail.digestAt !== null && (
        <Field label={t('notify.digestAt')} problem={form.problem('mail.digestAt')}>
          {(control) => (
            <TimeInput
              label={t('notify.digestAt')}
              value={mail.digestAt ?? ''}
              wrong={control['aria-errormessage']}
              onChange={(digestAt) => change({ digestAt })}
            />
          )}
        </Field>
      )}
    </>
  );
}
