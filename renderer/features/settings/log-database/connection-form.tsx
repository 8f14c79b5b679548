// The form of the log database: switched on or off, its connection, its schema, and what is sent there.
import { useRef, useState } from 'react';
import { newLogDatabaseSettings, type LogDatabaseSettings } from '../../../../shared/domain/log-database.ts';
import { settingsSchema, type Settings } from '../../../../shared/domain/settings.ts';
import { ConnectionFields } from '../../../connection-parts/connection-fields.tsx';
import { useText } from '../../../i18n/text-provider.tsx';
import { partAt, useForm } from '../../../state/form.ts';
import { useAction, useClient, useSlice } from '../../../state/window-parts.tsx';
import { FieldGroup } from '../../../ui/field.tsx';
import { FormBar } from '../../../ui/form-bar.tsx';
import { Switch, TextField } from '../../../ui/inputs.tsx';

const schema = settingsSchema.pick({ logDatabase: true });
type Value = Pick<Settings, 'logDatabase'>;

export function ConnectionForm() {
  const { t } = useText();
  const client = useClient();
  const settings = useSlice('settings');
  const { run, busy } = useAction();
  const saved: Value = { logDatabase: settings.logDatabase };
  const form = useForm<Value>({ key: 'settings/log-database', saved, base: 1, schema });
  const keep = useRef<LogDatabaseSettings | null>(null);
  const { logDatabase } = form.value;
  if (logDatabase) keep.current = logDatabase;
  const [attempted, setAttempted] = useState(false);
  /** What was just switched on does not shout about fields that nobody has come to yet. */
  const problem = (path: string): string | undefined => {
    const fresh = partAt({ logDatabase: newLogDatabaseSettings() }, path);
    const untouched = saved.logDatabase === null && !attempted && fresh === partAt(form.value, path);
    return untouched ? undefined : form.problem(path);
  };
  const put = (part: Partial<LogDatabaseSettings>): void =>
    form.change({ logDatabase: { ...(logDatabase ?? newLogDatabaseSettings()), ...part } });
  const save = async (): Promise<void> => {
    setAttempted(true);
    if (!form.attempt()) return;
    const done = await run(() => client.ask('logDatabase.save', form.value.logDatabase).then(() => true), {
      done: t('logDatabase.saved'),
      // Main names the fields as the settings of the log database have them.
      onError: form.refuse,
    });
    if (done) form.settle();
  };
  return (
    <form
      ref={form.element}
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <FieldGroup title={t('logDatabase.title')}>
        <Switch
          label={t('logDatabase.on')}
          hint={t('logDatabase.onHint')}
          checked={logDatabase !== null}
          onChange={(on) => form.change({ logDatabase: on ? (keep.current ?? newLogDatabaseSettings()) : null })}
        />
        {logDatabase && (
          <>
            <ConnectionFields
              connection={logDatabase.connection}
              problem={(path) => problem(`logDatabase.connection.${path}`)}
              onChange={(connection) => put({ connection })}
            />
            <TextField
              mono
              optional
              label={t('logDatabase.owner')}
              hint={t('logDatabase.ownerHint')}
              value={logDatabase.owner ?? ''}
              problem={problem('logDatabase.owner')}
              onChange={(owner) => put({ owner: owner.trim() === '' ? null : owner.trim() })}
            />
            <Sent value={logDatabase} put={put} />
          </>
        )}
      </FieldGroup>
      <FormBar
        needs="logDatabase.save"
        dirty={form.dirty}
        isNew={false}
        busy={busy}
        onSave={() => void save()}
        onDiscard={form.discard}
      />
    </form>
  );
}

type SentProps = { value: LogDatabaseSettings; put(part: Partial<LogDatabaseSettings>): void };

function Sent({ value: { enabled, send }, put }: SentProps) {
  const { t } = useText();
  return (
    <>
      <Switch
        label={t('logDatabase.enabled')}
        hint={t('logDatabase.enabledHint')}
        checked={enabled}
        onChange={(on) => put({ enabled: on })}
      />
      <Switch
        label={t('logDatabase.logText')}
        hint={t('logDatabase.logTextHint')}
        checked={send.logText}
        onChange={(logText) => put({ send: { ...send, logText } })}
      />
      <Switch label={t('logDatabase.audit')} checked={send.audit} onChange={(audit) => put({ send: { ...send, audit } })} />
    </>
  );
}
