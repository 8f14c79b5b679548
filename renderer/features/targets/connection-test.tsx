// The test of a SQL connection: its steps as rows that fill as they are done, each with what to change.
import { CircleCheck, CircleDashed, CircleX, LoaderCircle, PlugZap, TriangleAlert } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import {
  connectionOutcome, connectionSteps, type ConnectionRow, type ConnectionStep,
} from '../../../shared/domain/connection-test.ts';
import { connectionRowText, connectionStepText } from '../../../shared/domain/connection-test-text.ts';
import type { SqlConnection } from '../../../shared/domain/sql-connection.ts';
import type { TargetSpec } from '../../../shared/domain/target.ts';
import { errorText } from '../../../shared/errors/codes.ts';
import type { TargetOverview } from '../../../shared/ipc/slices.ts';
import { useText } from '../../i18n/text-provider.tsx';
import type { Form } from '../../state/form.ts';
import { useClient, useSlice } from '../../state/window-parts.tsx';
import { Button } from '../../ui/button.tsx';
import { CodeBlock } from '../../ui/code-block.tsx';
import '../../ui/check-report.css';
import './connection-test.css';

const ICONS = { good: CircleCheck, warning: TriangleAlert, bad: CircleX, 'not-tried': CircleDashed };

type Test = { of: SqlConnection; rows: ConnectionRow[]; state: 'running' | 'done'; error: string | null };

export function ConnectionTest({ form, target }: { form: Form<TargetSpec>; target: TargetOverview | null }) {
  const { t } = useText();
  const connection = form.value.sql;
  const { test, start } = useConnectionTest(target?.id ?? null);
  if (!connection) return null;
  // What was found for other values than those in the form would mislead.
  const shown = test?.of === connection ? test : null;
  return (
    <section className="side-section" aria-labelledby="connection-test">
      <div className="side-head">
        <h2 id="connection-test">{t('sql.test')}</h2>
        <Button
          needs="databases.test"
          icon={PlugZap}
          busy={shown?.state === 'running'}
          onClick={() => {
            if (form.attempt()) start(connection);
          }}
        >
          {t('sql.testNow')}
        </Button>
      </div>
      <Standing targetId={target?.id ?? ''} />
      {shown ? <TestRows test={shown} /> : <p className="muted">{t('sql.testAbout')}</p>}
    </section>
  );
}

/** How the saved connection has answered lately. */
function Standing({ targetId }: { targetId: string }) {
  const { t, format, language } = useText();
  const health = useSlice('databases').find((one) => one.targetId === targetId);
  if (!health || health.state === 'unknown') return null;
  return (
    <p className="connection-standing">
      {t(`sql.state-${health.state}`, { since: format.dateTime(health.since) })}
      {health.error && ` ${errorText(health.error.code, health.error.params, language)}`}
      {health.nextTryAt !== null && ` ${t('sql.nextTry', { at: format.dateTime(health.nextTryAt) })}`}
      {health.state === 'down' && health.nextTryAt === null && ` ${t('sql.noNextTry')}`}
    </p>
  );
}

function useConnectionTest(id: string | null) {
  const client = useClient();
  const { language } = useText();
  const [test, setTest] = useState<Test | null>(null);
  const close = useRef<() => void>(() => undefined);
  useEffect(() => () => close.current(), []);
  const start = (connection: SqlConnection): void => {
    close.current();
    setTest({ of: connection, rows: [], state: 'running', error: null });
    const change = (part: (test: Test) => Partial<Test>): void =>
      setTest((current) => (current?.of === connection ? { ...current, ...part(current) } : current));
    close.current = client.openStream('databases.test', { id, connection }, {
      onChunk: (row) => change(({ rows }) => ({ rows: [...rows, row] })),
      onEnd: () => change(() => ({ state: 'done' })),
      onError: ({ code, params }) => change(() => ({ state: 'done', error: errorText(code, params, language) })),
    });
  };
  return { test, start };
}

function TestRows({ test: { rows, state, error } }: { test: Test }) {
  const { t } = useText();
  const outcome = connectionOutcome(rows);
  const left = connectionSteps.slice(rows.length);
  return (
    <div>
      <div role="status">
        {state === 'done' && <p className={`check-verdict check-${outcome}`}>{error ?? t(`sql.outcome-${outcome}`)}</p>}
      </div>
      <ul className="check-rows connection-rows">
        {rows.map((row) => (
          <TestRow key={row.step} row={row} />
        ))}
        {state === 'running' && left.map((step, place) => <WaitingRow key={step} step={step} first={place === 0} />)}
      </ul>
    </div>
  );
}

function TestRow({ row }: { row: ConnectionRow }) {
  const { t, language } = useText();
  const Icon = ICONS[row.state];
  const said = connectionRowText(row, language);
  return (
    <li className={row.state === 'not-tried' ? 'check-unknown' : `check-${row.state}`}>
      <Icon size={15} aria-label={t(`sql.row-${row.state}`)} />
      <span>{connectionStepText(row.step, language)}</span>
      <span>
        <span className="mono">{row.state === 'not-tried' ? t('sql.row-not-tried') : row.found}</span>
        {said && <span>{said.what}</span>}
        {said && said.todo.length > 0 && (
          <ul className="connection-todo">
            {said.todo.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ul>
        )}
        {row.grants.length > 0 && <CodeBlock label={t('sql.grants')} text={row.grants.map((sql) => `${sql};`).join('\n')} />}
      </span>
    </li>
  );
}

function WaitingRow({ step, first }: { step: ConnectionStep; first: boolean }) {
  const { t, language } = useText();
  const Icon = first ? LoaderCircle : CircleDashed;
  return (
    <li className="check-unknown">
      <Icon size={15} aria-label={t(first ? 'sql.row-running' : 'sql.row-waiting')} />
      <span>{connectionStepText(step, language)}</span>
      <span className="muted">{first ? '…' : ''}</span>
    </li>
  );
}
