// The filter above the audit: who, what, and between which days.
import { useEffect, useId, useState, type ReactNode } from 'react';
import { useText } from '../../../i18n/text-provider.tsx';
import { useClient } from '../../../state/window-parts.tsx';
import { Button } from '../../../ui/button.tsx';
import { auditGroups, noAuditChoice, type AuditChoice } from './audit-choice.ts';

type FiltersProps = { choice: AuditChoice; onChange(choice: AuditChoice): void; children: ReactNode };

export function AuditFilters({ choice, onChange, children }: FiltersProps) {
  const { t } = useText();
  const names = useNames();
  const change = (part: Partial<AuditChoice>): void => onChange({ ...choice, ...part });
  const people = names.includes(choice.who) || choice.who === '' ? names : [choice.who, ...names];
  return (
    <div className="audit-filters" role="group" aria-label={t('users.filter')}>
      <Labelled label={t('users.who')}>
        {(id) => (
          <select id={id} className="input" value={choice.who} onChange={(event) => change({ who: event.target.value })}>
            <option value="">{t('users.everybody')}</option>
            {people.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        )}
      </Labelled>
      <Labelled label={t('users.what')}>
        {(id) => (
          <select
            id={id}
            className="input"
            value={choice.group}
            onChange={(event) => change({ group: event.target.value as AuditChoice['group'] })}
          >
            <option value="">{t('users.everything')}</option>
            {auditGroups.map((group) => (
              <option key={group} value={group}>
                {t(`users.group-${group}`)}
              </option>
            ))}
          </select>
        )}
      </Labelled>
      {(['from', 'until'] as const).map((end) => (
        <Labelled key={end} label={t(`users.${end}`)}>
          {(id) => (
            <input id={id} className="input" type="date" value={choice[end]} onChange={(event) => change({ [end]: event.target.value })} />
          )}
        </Labelled>
      ))}
      {choice !== noAuditChoice && (
        <Button tone="quiet" onClick={() => onChange(noAuditChoice)}>
          {t('users.clear')}
        </Button>
      )}
      <span className="audit-exports">{children}</span>
    </div>
  );
}

function Labelled({ label, children }: { label: string; children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <span className="audit-filter">
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </span>
  );
}

function useNames(): readonly string[] {
  const client = useClient();
  const [names, setNames] = useState<readonly string[]>([]);
  useEffect(() => {
    client.ask('audit.names').then(setNames, () => setNames([]));
  }, [client]);
  return names;
}
