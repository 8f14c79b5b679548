// The SQL connection of a database: how its own facts are read, beside RMAN. Optional as a whole.
import { useRef } from 'react';
import { newSqlConnection, type SqlConnection } from '../../../shared/domain/sql-connection.ts';
import type { TargetSpec } from '../../../shared/domain/target.ts';
import type { TargetOverview } from '../../../shared/ipc/slices.ts';
import { ConnectionFields } from '../../connection-parts/connection-fields.tsx';
import { useText } from '../../i18n/text-provider.tsx';
import type { Form } from '../../state/form.ts';
import { FieldGroup } from '../../ui/field.tsx';
import { Switch } from '../../ui/inputs.tsx';
import { SqlPasswordPart } from './sql-password-part.tsx';

export function SqlFields({ form, target }: { form: Form<TargetSpec>; target: TargetOverview | null }) {
  const { t } = useText();
  const { value, change, problem } = form;
  // A connection that was switched off by mistake is not typed anew.
  const kept = useRef<SqlConnection>(newSqlConnection());
  const connection = value.sql;
  if (connection) kept.current = connection;
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
          <ConnectionFields
            asksPrivilege
            serviceHint={t('sql.serviceHint')}
            userHint={t('sql.userHint')}
            connection={connection}
            problem={(path) => problem(`sql.${path}`)}
            onChange={(sql) => change({ ...value, sql })}
          />
          <SqlPasswordPart target={target} connection={connection} />
        </>
      )}
    </FieldGroup>
  );
}
