// The SQL connection of a database: how its own facts are read, beside RMAN. Optional as a whole.
import { useRef } from 'react';
import {
  newSqlAddress, newSqlConnection, type SqlAddress, type SqlConnection,
} from '../../../shared/domain/sql-connection.ts';
import type { TargetSpec } from '../../../shared/domain/target.ts';
import type { TargetOverview } from '../../../shared/ipc/slices.ts';
import { useText } from '../../i18n/text-provider.tsx';
import type { Form } from '../../state/form.ts';
import { FieldGroup } from '../../ui/field.tsx';
import { NumberField, Segmented, Switch, TextField } from '../../ui/inputs.tsx';
import { SqlPasswordPart } from './sql-password-part.tsx';

type Part = {
  connection: SqlConnection;
  set(part: Partial<SqlConnection>): void;
  problem(path: string): string | undefined;
};

export function SqlFields({ form, target }: { form: Form<TargetSpec>; target: TargetOverview | null }) {
  const { t } = useText();
  const { value, change, problem } = form;
  // A connection that was switched off by mistake is not typed anew.
  const kept = useRef<SqlConnection>(newSqlConnection());
  const connection = value.sql;
  if (connection) kept.current = connection;
  const set = (part: Partial<SqlConnection>): void => change({ ...value, sql: { ...kept.current, ...part } });
  const part = { set, problem: (path: string) => problem(`sql.${path}`) };
  return (
    <FieldGroup title={t('sql.title')}>
      <Switch
        label={t('sql.use')}
        hint={t('sql.useHint')}
        checked={connection !== null}
        onChange={(on) => change({ ...value, sql: on ? kept.current : null })}
      />
      {connection && (
        <>
          <AddressFields connection={connection} {...part} />
          <UserFields connection={connection} {...part} />
          <ClientFields connection={connection} {...part} />
          <SqlPasswordPart target={target} connection={connection} />
        </>
      )}
    </FieldGroup>
  );
}

function AddressFields({ connection: { address }, set, problem }: Part) {
  const { t } = useText();
  const kept = useRef(new Map<SqlAddress['kind'], SqlAddress>());
  kept.current.set(address.kind, address);
  return (
    <>
      <Segmented
        legend={t('sql.kind')}
        value={address.kind}
        onChange={(kind) => set({ address: kept.current.get(kind) ?? newSqlAddress(kind) })}
        choices={[
          { value: 'easy', label: t('sql.kindEasy') },
          { value: 'alias', label: t('sql.kindAlias') },
          { value: 'descriptor', label: t('sql.kindDescriptor') },
        ]}
      />
      {address.kind === 'easy' && <EasyFields address={address} set={set} problem={problem} />}
      {address.kind === 'alias' && (
        <>
          <TextField
            mono
            label={t('sql.alias')}
            hint={t('sql.aliasHint')}
            value={address.alias}
            problem={problem('address.alias')}
            onChange={(alias) => set({ address: { ...address, alias } })}
          />
          <TextField
            mono
            label={t('targets.tnsAdmin')}
            hint={t('sql.tnsAdminHint')}
            placeholder="/u01/app/oracle/network/admin"
            value={address.tnsAdmin}
            problem={problem('address.tnsAdmin')}
            onChange={(tnsAdmin) => set({ address: { ...address, tnsAdmin } })}
          />
        </>
      )}
      {address.kind === 'descriptor' && (
        <TextField
          mono
          rows={5}
          label={t('sql.descriptor')}
          hint={t('sql.descriptorHint')}
          placeholder="(DESCRIPTION=(ADDRESS=(PROTOCOL=tcp)(HOST=db1)(PORT=1521))(CONNECT_DATA=(SERVICE_NAME=ORCL)))"
          value={address.text}
          problem={problem('address.text')}
          onChange={(text) => set({ address: { ...address, text } })}
        />
      )}
    </>
  );
}

type EasyPart = Pick<Part, 'set' | 'problem'> & { address: Extract<SqlAddress, { kind: 'easy' }> };

function EasyFields({ address, set, problem }: EasyPart) {
  const { t } = useText();
  return (
    <>
      <Segmented
        legend={t('sql.protocol')}
        value={address.protocol}
        onChange={(protocol) => set({ address: { ...address, protocol } })}
        choices={[
          { value: 'tcp', label: 'TCP' },
          { value: 'tcps', label: 'TCPS (TLS)' },
        ]}
      />
      <TextField
        mono
        label={t('sql.host')}
        value={address.host}
        problem={problem('address.host')}
        onChange={(host) => set({ address: { ...address, host } })}
      />
      <NumberField
        label={t('sql.port')}
        min={1}
        max={65535}
        value={address.port}
        problem={problem('address.port')}
        onChange={(port) => set({ address: { ...address, port } })}
      />
      <TextField
        mono
        label={t('sql.service')}
        hint={t('sql.serviceHint')}
        value={address.service}
        problem={problem('address.service')}
        onChange={(service) => set({ address: { ...address, service } })}
      />
    </>
  );
}

function UserFields({ connection, set, problem }: Part) {
  const { t } = useText();
  return (
    <>
      <TextField
        mono
        label={t('sql.user')}
        hint={t('sql.userHint')}
        value={connection.user}
        problem={problem('user')}
        onChange={(user) => set({ user })}
      />
      <Segmented
        legend={t('sql.privilege')}
        hint={t('sql.privilegeHint')}
        value={connection.privilege}
        onChange={(privilege) => set({ privilege })}
        choices={[
          { value: 'normal', label: t('sql.privilegeNormal') },
          { value: 'sysbackup', label: 'SYSBACKUP' },
          { value: 'sysdba', label: 'SYSDBA' },
        ]}
      />
    </>
  );
}

/** Empty text stands for `null`. */
const orNull = (text: string): string | null => (text === '' ? null : text);

function ClientFields({ connection, set, problem }: Part) {
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
        onChange={(text) => set({ walletDirectory: orNull(text) })}
      />
      <TextField
        mono
        optional
        label={t('sql.client')}
        hint={t('sql.clientHint')}
        value={connection.instantClient ?? ''}
        problem={problem('instantClient')}
        onChange={(text) => set({ instantClient: orNull(text) })}
      />
      <NumberField
        label={t('sql.connectSeconds')}
        unit={t('targets.secondsUnit')}
        min={1}
        max={300}
        value={connection.connectSeconds}
        problem={problem('connectSeconds')}
        onChange={(connectSeconds) => set({ connectSeconds })}
      />
      <NumberField
        label={t('sql.callSeconds')}
        unit={t('targets.secondsUnit')}
        min={1}
        max={3600}
        value={connection.callSeconds}
        problem={problem('callSeconds')}
        onChange={(callSeconds) => set({ callSeconds })}
      />
    </>
  );
}
