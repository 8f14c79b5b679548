// The fields of a SQL connection, wherever one is entered: address, user and privilege, and what is rarely needed.
import { useState } from 'react';
import type { SqlConnection } from '../../shared/domain/sql-connection.ts';
import { useText } from '../i18n/text-provider.tsx';
import { NumberField, Segmented, TextField } from '../ui/inputs.tsx';
import { AddressFields } from './address-fields.tsx';
import './connection-fields.css';

type ConnectionPart = {
  connection: SqlConnection;
  /** The problem of the field at a path within the connection. */
  problem(path: string): string | undefined;
  onChange(next: SqlConnection): void;
};

type ConnectionFieldsProps = ConnectionPart & {
  /** What the service and the user must be fit for here. */
  serviceHint?: string;
  userHint?: string;
  /** Whether the session may be more than an ordinary user's. */
  asksPrivilege?: boolean;
};

export function ConnectionFields({ serviceHint, userHint, asksPrivilege = false, ...part }: ConnectionFieldsProps) {
  const { t } = useText();
  const { connection, problem, onChange } = part;
  return (
    <>
      <AddressFields
        address={connection.address}
        serviceHint={serviceHint}
        problem={(path) => problem(`address.${path}`)}
        onChange={(address) => onChange({ ...connection, address })}
      />
      <TextField
        mono
        label={t('sql.user')}
        hint={userHint}
        value={connection.user}
        problem={problem('user')}
        onChange={(user) => onChange({ ...connection, user: user.trim() })}
      />
      {asksPrivilege && (
        <Segmented
          legend={t('sql.privilege')}
          hint={t('sql.privilegeHint')}
          value={connection.privilege}
          onChange={(privilege) => onChange({ ...connection, privilege })}
          choices={[
            { value: 'normal', label: t('sql.privilegeNormal') },
            { value: 'sysbackup', label: 'SYSBACKUP' },
            { value: 'sysdba', label: 'SYSDBA' },
          ]}
        />
      )}
      <RareFields {...part} />
    </>
  );
}

const RARE = ['walletDirectory', 'instantClient', 'connectSeconds', 'callSeconds'] as const;

/** Folded away until one of them is in use or wrong: a problem must not hide. */
function RareFields(part: ConnectionPart) {
  const { t } = useText();
  const { connection, problem } = part;
  const [opened, setOpened] = useState(connection.walletDirectory !== null || connection.instantClient !== null);
  const wrong = RARE.some((path) => problem(path) !== undefined);
  return (
    <details
      className="connection-rare"
      open={opened || wrong}
      onToggle={(event) => setOpened(event.currentTarget.open)}
    >
      <summary>{t('sql.more')}</summary>
      <ClientFields {...part} />
      <TimeFields {...part} />
    </details>
  );
}

/** Empty text stands for `null`. Not trimmed: a directory's name may hold a blank, and is typed through it. */
const orNull = (text: string): string | null => (text.trim() === '' ? null : text);

function ClientFields({ connection, problem, onChange }: ConnectionPart) {
  const { t } = useText();
  return (
    <>
      <TextField
        mono
        optional
        label={t('sql.wallet')}
        hint={t('sql.walletHint')}
        value={connection.walletDirectory ?? ''}
        problem={problem('walletDirectory')}
        onChange={(text) => onChange({ ...connection, walletDirectory: orNull(text) })}
      />
      <TextField
        mono
        optional
        label={t('sql.client')}
        hint={t('sql.clientHint')}
        value={connection.instantClient ?? ''}
        problem={problem('instantClient')}
        onChange={(text) => onChange({ ...connection, instantClient: orNull(text) })}
      />
    </>
  );
}

function TimeFields({ connection, problem, onChange }: ConnectionPart) {
  const { t } = useText();
  return (
    <div className="connection-pair">
      <NumberField
        label={t('sql.connectSeconds')}
        unit="s"
        min={1}
        max={300}
        value={connection.connectSeconds}
        problem={problem('connectSeconds')}
        onChange={(connectSeconds) => onChange({ ...connection, connectSeconds })}
      />
      <NumberField
        label={t('sql.callSeconds')}
        unit="s"
        min={1}
        max={3600}
        value={connection.callSeconds}
        problem={problem('callSeconds')}
        onChange={(callSeconds) => onChange({ ...connection, callSeconds })}
      />
    </div>
  );
}
