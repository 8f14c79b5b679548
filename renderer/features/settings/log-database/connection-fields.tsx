// The fields of the log database's connection: address, user and privilege, and what is rarely needed.
import { newSqlAddress, type SqlAddress, type SqlConnection } from '../../../../shared/domain/sql-connection.ts';
import { useText } from '../../../i18n/text-provider.tsx';
import { NumberField, Segmented, TextField } from '../../../ui/inputs.tsx';

type Props = {
  connection: SqlConnection;
  /** The problem of the field at a path within the connection. */
  problem(path: string): string | undefined;
  onChange(next: SqlConnection): void;
};

export function ConnectionFields({ connection, problem, onChange }: Props) {
  const { t } = useText();
  const put = (part: Partial<SqlConnection>): void => onChange({ ...connection, ...part });
  const path = (text: string): string | null => (text.trim() === '' ? null : text.trim());
  return (
    <>
      <Segmented
        legend={t('logDatabase.address')}
        value={connection.address.kind}
        choices={(['easy', 'alias', 'descriptor'] as const).map((value) => ({ value, label: t(`logDatabase.address-${value}`) }))}
        onChange={(kind) => put({ address: newSqlAddress(kind) })}
      />
      <AddressFields address={connection.address} problem={problem} onChange={(address) => put({ address })} />
      <TextField
        mono
        label={t('logDatabase.user')}
        value={connection.user}
        problem={problem('user')}
        onChange={(user) => put({ user: user.trim() })}
      />
      <details className="log-database-more">
        <summary>{t('logDatabase.more')}</summary>
        <TextField
          mono
          optional
          label={t('logDatabase.wallet')}
          value={connection.walletDirectory ?? ''}
          problem={problem('walletDirectory')}
          onChange={(text) => put({ walletDirectory: path(text) })}
        />
        <TextField
          mono
          optional
          label={t('logDatabase.client')}
          hint={t('logDatabase.clientHint')}
          value={connection.instantClient ?? ''}
          problem={problem('instantClient')}
          onChange={(text) => put({ instantClient: path(text) })}
        />
        <div className="settings-wide">
          <NumberField
            label={t('logDatabase.connectSeconds')}
            unit="s"
            min={1}
            max={300}
            value={connection.connectSeconds}
            problem={problem('connectSeconds')}
            onChange={(connectSeconds) => put({ connectSeconds })}
          />
          <NumberField
            label={t('logDatabase.callSeconds')}
            unit="s"
            min={1}
            max={3600}
            value={connection.callSeconds}
            problem={problem('callSeconds')}
            onChange={(callSeconds) => put({ callSeconds })}
          />
        </div>
      </details>
    </>
  );
}

type AddressProps = { address: SqlAddress; problem: Props['problem']; onChange(next: SqlAddress): void };

function AddressFields({ address, problem, onChange }: AddressProps) {
  const { t } = useText();
  if (address.kind === 'alias') {
    return (
      <div className="settings-wide">
        <TextField
          mono
          label={t('logDatabase.tnsAdmin')}
          value={address.tnsAdmin}
          problem={problem('address.tnsAdmin')}
          onChange={(tnsAdmin) => onChange({ ...address, tnsAdmin: tnsAdmin.trim() })}
        />
        <TextField
          mono
          label={t('logDatabase.alias')}
          value={address.alias}
          problem={problem('address.alias')}
          onChange={(alias) => onChange({ ...address, alias: alias.trim() })}
        />
      </div>
    );
  }
  if (address.kind === 'descriptor') {
    return (
      <TextField
        mono
        rows={4}
        label={t('logDatabase.descriptor')}
        value={address.text}
        problem={problem('address.text')}
        onChange={(text) => onChange({ ...address, text })}
      />
    );
  }
  return (
    <>
      <Segmented
        legend={t('logDatabase.protocol')}
        value={address.protocol}
        choices={[
          { value: 'tcp', label: 'TCP' },
          { value: 'tcps', label: 'TCPS (TLS)' },
        ]}
        onChange={(protocol) => onChange({ ...address, protocol })}
      />
      <div className="settings-wide">
        <TextField
          mono
          label={t('logDatabase.host')}
          value={address.host}
          problem={problem('address.host')}
          onChange={(host) => onChange({ ...address, host: host.trim() })}
        />
        <NumberField
          label={t('logDatabase.port')}
          min={1}
          max={65_535}
          value={address.port}
          problem={problem('address.port')}
          onChange={(port) => onChange({ ...address, port })}
        />
      </div>
      <TextField
        mono
        label={t('logDatabase.service')}
        placeholder="ORCLPDB1"
        value={address.service}
        problem={problem('address.service')}
        onChange={(service) => onChange({ ...address, service: service.trim() })}
      />
    </>
  );
}
