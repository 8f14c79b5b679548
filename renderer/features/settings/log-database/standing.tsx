// How the log tables stand, in one sentence with what to do, and a look on request.
import { CircleCheck, CircleHelp, CircleX, RefreshCw, TriangleAlert, type LucideIcon } from 'lucide-react';
import type { LogDatabaseState, LogTables } from '../../../../shared/domain/log-database.ts';
import { errorText } from '../../../../shared/errors/codes.ts';
import { useText } from '../../../i18n/text-provider.tsx';
import { useAction, useClient, useSlice } from '../../../state/window-parts.tsx';
import { Button } from '../../../ui/button.tsx';
import { Callout, Fact, Facts } from '../../../ui/layout.tsx';

type Look = { tone: 'good' | 'warning' | 'bad' | 'idle'; icon: LucideIcon };

const LOOKS: Record<LogTables['standing'], Look> = {
  ready: { tone: 'good', icon: CircleCheck },
  absent: { tone: 'warning', icon: TriangleAlert },
  partial: { tone: 'warning', icon: TriangleAlert },
  old: { tone: 'warning', icon: TriangleAlert },
  damaged: { tone: 'bad', icon: CircleX },
  newer: { tone: 'bad', icon: CircleX },
  foreign: { tone: 'bad', icon: CircleX },
};

export function Standing() {
  const { t, format } = useText();
  const client = useClient();
  const { status } = useSlice('logDatabase');
  const { run, busy } = useAction();
  const tables = status.kind === 'seen' ? status.tables : null;
  return (
    <>
      <div role="status">
        <Sentence status={status} />
      </div>
      {tables && (
        <Facts>
          <Fact term={t('logDatabase.schema')}>
            <span className="mono">{tables.owner}</span>
            {tables.user !== tables.owner && (
              <span className="muted"> {t('logDatabase.seenBy', { user: tables.user })}</span>
            )}
          </Fact>
          <Fact term={t('logDatabase.version')}>
            {tables.installed === 0 ? '–' : tables.installed}
            <span className="muted"> {t('logDatabase.knownVersion', { known: tables.known })}</span>
          </Fact>
          {status.kind === 'seen' && <Fact term={t('logDatabase.lookedAt')}>{format.dateTime(status.at)}</Fact>}
        </Facts>
      )}
      {tables && tables.missingPrivileges.length > 0 && tables.user === tables.owner && tables.statements > 0 && (
        <Callout tone="warning" icon={TriangleAlert}>
          {t('logDatabase.missingPrivileges')}{' '}
          <code>{`GRANT ${tables.missingPrivileges.join(', ')} TO ${tables.user}`}</code>
        </Callout>
      )}
      <div className="button-row">
        <Button icon={RefreshCw} busy={busy} onClick={() => void run(() => client.ask('logDatabase.look'))}>
          {t('logDatabase.look')}
        </Button>
      </div>
    </>
  );
}

function Sentence({ status }: { status: LogDatabaseState['status'] }) {
  const { t, language } = useText();
  if (status.kind === 'seen') {
    const { tone, icon } = LOOKS[status.tables.standing];
    const { standing, installed, known, statements, foreign, owner, user } = status.tables;
    const table = foreign[0]?.table ?? '';
    return (
      <Callout tone={tone} icon={icon}>
        {standing === 'damaged' && user !== owner
          ? t('logDatabase.standing-unseen', { user, owner })
          : t(`logDatabase.standing-${standing}`, { installed, known, statements, owner, table })}
      </Callout>
    );
  }
  if (status.kind === 'unreachable') {
    return (
      <Callout tone="bad" icon={CircleX}>
        {errorText(status.error.code, status.error.params, language)}
      </Callout>
    );
  }
  return (
    <Callout tone="idle" icon={CircleHelp}>
      {t(status.kind === 'disabled' ? 'logDatabase.disabled' : 'logDatabase.unknown')}
    </Callout>
  );
}
