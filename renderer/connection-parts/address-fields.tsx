// Where a SQL connection leads: host and service, a name of tnsnames.ora, or a whole descriptor.
import { useRef } from 'react';
import { newSqlAddress, type SqlAddress } from '../../shared/domain/sql-connection.ts';
import { useText } from '../i18n/text-provider.tsx';
import { NumberField, Segmented, TextField } from '../ui/inputs.tsx';

type Part<Address extends SqlAddress> = {
  address: Address;
  /** The problem of the field at a path within the address. */
  problem(path: string): string | undefined;
  onChange(next: SqlAddress): void;
};
type OfKind<Kind extends SqlAddress['kind']> = Part<Extract<SqlAddress, { kind: Kind }>>;
type ServiceHint = { serviceHint: string | undefined };

export function AddressFields({ address, serviceHint, ...part }: Part<SqlAddress> & ServiceHint) {
  const { t } = useText();
  // A look at another kind loses nothing.
  const kept = useRef(new Map<SqlAddress['kind'], SqlAddress>());
  kept.current.set(address.kind, address);
  return (
    <>
      <Segmented
        legend={t('sql.kind')}
        value={address.kind}
        onChange={(kind) => part.onChange(kept.current.get(kind) ?? newSqlAddress(kind))}
        choices={[
          { value: 'easy', label: t('sql.kindEasy') },
          { value: 'alias', label: t('sql.kindAlias') },
          { value: 'descriptor', label: t('sql.kindDescriptor') },
        ]}
      />
      {address.kind === 'easy' && <EasyFields address={address} serviceHint={serviceHint} {...part} />}
      {address.kind === 'alias' && <AliasFields address={address} {...part} />}
      {address.kind === 'descriptor' && (
        <TextField
          mono
          rows={5}
          label={t('sql.descriptor')}
          hint={t('sql.descriptorHint')}
          placeholder="(DESCRIPTION=(ADDRESS=(PROTOCOL=tcp)(HOST=db1)(PORT=1521))(CONNECT_DATA=(SERVICE_NAME=ORCL)))"
          value={address.text}
          problem={part.problem('text')}
          onChange={(text) => part.onChange({ ...address, text })}
        />
      )}
    </>
  );
}

function EasyFields({ address, serviceHint, problem, onChange }: OfKind<'easy'> & ServiceHint) {
  const { t } = useText();
  return (
    <>
      <Segmented
        legend={t('sql.protocol')}
        value={address.protocol}
        onChange={(protocol) => onChange({ ...address, protocol })}
        choices={[
          { value: 'tcp', label: 'TCP' },
          { value: 'tcps', label: 'TCPS (TLS)' },
        ]}
      />
      <div className="connection-pair">
        <TextField
          mono
          label={t('sql.host')}
          value={address.host}
          problem={problem('host')}
          onChange={(host) => onChange({ ...address, host: host.trim() })}
        />
        <NumberField
          label={t('sql.port')}
          min={1}
          max={65535}
          value={address.port}
          problem={problem('port')}
          onChange={(port) => onChange({ ...address, port })}
        />
      </div>
      <TextField
        mono
        label={t('sql.service')}
        hint={serviceHint}
        placeholder="ORCLPDB1"
        value={address.service}
        problem={problem('service')}
        onChange={(service) => onChange({ ...address, service: service.trim() })}
      />
    </>
  );
}

function AliasFields({ address, problem, onChange }: OfKind<'alias'>) {
  const { t } = useText();
  return (
    <>
      <TextField
        mono
        label={t('sql.alias')}
        hint={t('sql.aliasHint')}
        value={address.alias}
        problem={problem('alias')}
        onChange={(alias) => onChange({ ...address, alias: alias.trim() })}
      />
      <TextField
        mono
        label={t('sql.tnsAdmin')}
        hint={t('sql.tnsAdminHint')}
        placeholder="/u01/app/oracle/network/admin"
        value={address.tnsAdmin}
        problem={problem('tnsAdmin')}
        onChange={(tnsAdmin) => onChange({ ...address, tnsAdmin })}
      />
    </>
  );
}
