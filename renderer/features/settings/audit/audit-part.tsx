// Settings › Audit: what people did, newest first, filtered, with what each changed, and as a file.
import { FileDown } from 'lucide-react';
import { Fragment, useEffect, useMemo, useState } from 'react';
import type { AuditEntry } from '../../../../shared/domain/audit.ts';
import { useText } from '../../../i18n/text-provider.tsx';
import { useRefusal } from '../../../state/refusal.ts';
import { useAction, useClient, useFailureText, useSlice } from '../../../state/window-parts.tsx';
import { Button } from '../../../ui/button.tsx';
import { Permitted } from '../../../ui/permitted.tsx';
import { AuditDiff } from './audit-diff.tsx';
import { AuditFilters } from './audit-filters.tsx';
import { didKey, filterOf, noAuditChoice, type AuditChoice } from './audit-choice.ts';
import '../../../ui/data-table.css';
import './audit.css';

const STEP = 50;

export function AuditPart() {
  const refused = useRefusal('audit.list') !== null;
  if (refused) return <Permitted needs="audit.list">{null}</Permitted>;
  return <AuditList />;
}

function AuditList() {
  const { t } = useText();
  const client = useClient();
  const { run } = useAction();
  const [choice, setChoice] = useState<AuditChoice>(noAuditChoice);
  const filter = useMemo(() => filterOf(choice), [choice]);
  const { entries, problem, more } = useEntries(filter);
  const write = (format: 'csv' | 'json') => (): void =>
    void run(() => client.ask('audit.export', { filter, format }), {
      done: (written) => (written ? t('users.exported', written) : ''),
    });
  return (
    <div className="audit">
      <p className="field-hint">{t('users.auditAbout')}</p>
      <AuditFilters choice={choice} onChange={setChoice}>
        <Button icon={FileDown} onClick={write('csv')}>
          {t('users.exportCsv')}
        </Button>
        <Button icon={FileDown} onClick={write('json')}>
          {t('users.exportJson')}
        </Button>
      </AuditFilters>
      {problem !== null && <p>{t('users.problem', { problem })}</p>}
      {entries === null && problem === null && <p className="muted">{t('ui.loading')}</p>}
      {entries?.length === 0 && <p className="muted">{t(choice === noAuditChoice ? 'users.auditNone' : 'users.auditNoneFits')}</p>}
      {entries !== null && entries.length > 0 && <AuditTable entries={entries} />}
      {more && (
        <div>
          <Button onClick={more}>{t('users.more')}</Button>
        </div>
      )}
    </div>
  );
}

type Filter = ReturnType<typeof filterOf>;

function useEntries(filter: Filter) {
  const client = useClient();
  const failureText = useFailureText();
  const { newest } = useSlice('audit');
  const [shown, setShown] = useState<{ entries: readonly AuditEntry[]; next: number | null } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [limit, setLimit] = useState(STEP);
  useEffect(() => setLimit(STEP), [filter]);
  useEffect(() => {
    let gone = false;
    const read = async (): Promise<void> => {
      const entries: AuditEntry[] = [];
      let before: number | null = null;
      do {
        const page: { entries: AuditEntry[]; next: number | null } = await client.ask('audit.list', { filter, before, limit: STEP });
        entries.push(...page.entries);
        before = page.next;
      } while (before !== null && entries.length < limit);
      if (gone) return;
      setShown({ entries, next: before });
      setProblem(null);
    };
    read().catch(async (error: unknown) => {
      const text = await failureText(error);
      if (!gone) setProblem(text);
    });
    return () => {
      gone = true;
    };
  }, [client, failureText, filter, limit, newest]);
  const more = shown !== null && shown.next !== null ? () => setLimit(limit + STEP) : null;
  return { entries: shown?.entries ?? null, problem, more };
}

function AuditTable({ entries }: { entries: readonly AuditEntry[] }) {
  const { t } = useText();
  const [open, setOpen] = useState<string | null>(null);
  return (
    <div className="audit-table" role="region" aria-label={t('users.audit')} tabIndex={0}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('users.when')}</th>
            <th scope="col">{t('users.who')}</th>
            <th scope="col">{t('users.what')}</th>
            <th scope="col">{t('users.where')}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <Fragment key={entry.id}>
              <AuditRow
                entry={entry}
                open={open === entry.id}
                onToggle={() => setOpen(open === entry.id ? null : entry.id)}
              />
              {open === entry.id && (
                <tr>
                  <td colSpan={4}>
                    <AuditDiff entry={entry} />
                  </td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function AuditRow({ entry, open, onToggle }: { entry: AuditEntry; open: boolean; onToggle(): void }) {
  const { t, format } = useText();
  const { at, actor, action, subject } = entry;
  const what = t(didKey(action), { subject: subject.name ?? t('users.unknownName') });
  const hasMore = entry.before !== null || entry.after !== null;
  const person = actor.userId === null ? actor.osUser : `${actor.name} (${actor.osUser})`;
  return (
    <tr>
      <td className="nowrap" title={format.precise(at)}>
        {format.dateTime(at)}
      </td>
      <td title={person}>{actor.name}</td>
      <td>
        {hasMore ? (
          <button type="button" className="audit-what" aria-expanded={open} title={t('users.details')} onClick={onToggle}>
            {what}
          </button>
        ) : (
          what
        )}
      </td>
      <td>
        {t(`users.origin-${actor.origin}`)} <span className="muted">{actor.host}</span>
      </td>
    </tr>
  );
}
