// Settings › Log database: where the log tables are, how they stand, and what installs them.
import { useText } from '../../../i18n/text-provider.tsx';
import { useSlice } from '../../../state/window-parts.tsx';
import { FieldGroup } from '../../../ui/field.tsx';
import { Permitted } from '../../../ui/permitted.tsx';
import { ConnectionForm } from './connection-form.tsx';
import { Grants } from './grants.tsx';
import { QuarantinePart } from '../sync/quarantine-part.tsx';
import { SyncStatusPart } from '../sync/sync-status.tsx';
import { WorkstationsPart } from '../sync/workstations-part.tsx';
import { Installation } from './installation.tsx';
import { LogDatabasePassword } from './log-database-password.tsx';
import { Standing } from './standing.tsx';
import './log-database.css';

export function LogDatabasePart() {
  const { t } = useText();
  const { logDatabase } = useSlice('settings');
  return (
    <>
      <Permitted needs="logDatabase.save">
        <ConnectionForm />
      </Permitted>
      {logDatabase && (
        <FieldGroup title={t('secret.password')}>
          <LogDatabasePassword user={logDatabase.connection.user} />
        </FieldGroup>
      )}
      {logDatabase && (
        <FieldGroup title={t('logDatabase.tables')}>
          <Standing />
          <Installation />
        </FieldGroup>
      )}
      {logDatabase && (
        <>
          <SyncStatusPart />
          <QuarantinePart />
          <WorkstationsPart />
        </>
      )}
      <FieldGroup title={t('logDatabase.grants')}>
        <Grants owner={logDatabase?.owner ?? logDatabase?.connection.user ?? 'RESPALDO'} />
      </FieldGroup>
    </>
  );
}
