// Facts that Oracle refuses, each with what it said and what the row would say. For the page of the log database.
import { RotateCcw } from 'lucide-react';
import type { QuarantinedFact } from '../../../../shared/domain/sync.ts';
import { useText } from '../../../i18n/text-provider.tsx';
import { useAction, useClient, useSlice } from '../../../state/window-parts.tsx';
import { Button, IconButton } from '../../../ui/button.tsx';
import { FieldGroup } from '../../../ui/field.tsx';
import { RelativeTime } from '../../../ui/words.tsx';
import { useAnswer } from '../../../state/answer.ts';
import '../../../ui/data-table.css';
import './sync.css';

const MOST = 200;

export function QuarantinePart() {
  const { t } = useText();
  const { quarantined } = useSlice('sync');
  const client = useClient();
  const { run, busy } = useAction();
  const { answer: facts, problem } = useAnswer(() => client.ask('sync.quarantine', { limit: MOST }), quarantined);
  const again = (no: number | null): void =>
    void run(() => client.ask('sync.tryAgain', { no }), { done: t('sync.tryingAgain') });
  return (
    <FieldGroup title={t('sync.quarantine')}>
      {problem !== null && <p>{t('sync.quarantineProblem', { problem })}</p>}
      {problem === null && facts?.length === 0 && <p className="muted">{t('sync.quarantineNone')}</p>}
      {problem === null && facts !== null && facts.length > 0 && (
        <>
          <p className="field-hint">{t('sync.quarantineAbout')}</p>
          <div className="sync-table" role="region" aria-label={t('sync.quarantine')} tabIndex={0}>
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">{t('sync.fact')}</th>
                  <th scope="col">{t('sync.reason')}</th>
                  <td />
                </tr>
              </thead>
              <tbody>
                {facts.map((fact) => (
                  <FactRow key={fact.no} fact={fact} busy={busy} onTryAgain={() => again(fact.no)} />
                ))}
              </tbody>
            </table>
          </div>
          <div>
            <Button needs="sync.tryAgain" icon={RotateCcw} disabled={busy} onClick={() => again(null)}>
              {t('sync.tryAll')}
            </Button>
          </div>
        </>
      )}
    </FieldGroup>
  );
}

/** Enough to recognise a row by. */
const SHOWN = 6;

function FactRow({ fact, busy, onTryAgain }: { fact: QuarantinedFact; busy: boolean; onTryAgain(): void }) {
  const { t } = useText();
  const kind = t(`sync.kind-${fact.kind}`);
  return (
    <tr>
      <td>
        <strong>{kind}</strong> <code>{fact.id}</code>
        {fact.preview.length === 0 && <div className="muted">{t('sync.gone')}</div>}
        <dl className="sync-preview">
          {fact.preview
            .filter(({ column }) => column !== 'id')
            .slice(0, SHOWN)
            .map(({ column, value }) => (
              <div key={column}>
                <dt>{column}</dt>
                <dd>{value}</dd>
              </div>
            ))}
        </dl>
      </td>
      <td>
        <code className="sync-reason">{fact.reason.startsWith(fact.code) ? fact.reason : `${fact.code} ${fact.reason}`}</code>
        <div className="muted">
          <RelativeTime at={fact.quarantinedAt} />
        </div>
      </td>
      <td>
        <IconButton
          needs="sync.tryAgain"
          icon={RotateCcw}
          label={t('sync.tryAgainOf', { fact: `${kind} ${fact.id}` })}
          disabled={busy}
          onClick={onTryAgain}
        />
      </td>
    </tr>
  );
}
