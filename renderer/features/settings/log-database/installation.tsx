// The statements that would be run, exactly as they would be, and their installation with what became of each.
import { Database, ListTree, Save } from 'lucide-react';
import { useState } from 'react';
import type { InstallReport, LogTables } from '../../../../shared/domain/log-database.ts';
import { errorText } from '../../../../shared/errors/codes.ts';
import { scriptOf } from '../../../../shared/sql/script-text.ts';
import { useText } from '../../../i18n/text-provider.tsx';
import { useAction, useClient, useSlice } from '../../../state/window-parts.tsx';
import { Button } from '../../../ui/button.tsx';
import { CodeBlock } from '../../../ui/code-block.tsx';
import { Progress } from '../../../ui/progress.tsx';

/** What may be brought further by running statements. */
const INSTALLABLE: readonly LogTables['standing'][] = ['absent', 'partial', 'old', 'damaged'];

export function Installation() {
  const { t } = useText();
  const client = useClient();
  const { status, installing } = useSlice('logDatabase');
  const { run, busy } = useAction();
  const [statements, setStatements] = useState<readonly string[] | null>(null);
  const [report, setReport] = useState<InstallReport | null>(null);
  const tables = status.kind === 'seen' ? status.tables : null;
  const mayInstall = tables !== null && INSTALLABLE.includes(tables.standing) && tables.user === tables.owner;
  const preview = async (): Promise<void> => {
    const found = await run(() => client.ask('logDatabase.preview', { connected: tables !== null }));
    if (found) setStatements(found.statements.map(({ text }) => text));
  };
  const install = async (): Promise<void> => {
    setReport(null);
    const done = await run(() => client.ask('logDatabase.install'));
    if (!done) return;
    setReport(done);
    setStatements(null);
  };
  return (
    <>
      <div className="button-row">
        <Button icon={ListTree} busy={busy && !installing} onClick={() => void preview()}>
          {t('logDatabase.preview')}
        </Button>
        {mayInstall && (
          <Button
            needs="logDatabase.install"
            tone="primary"
            icon={Database}
            busy={installing !== null}
            onClick={() => void install()}
          >
            {t(`logDatabase.install-${tables.standing === 'absent' ? 'absent' : tables.standing === 'old' ? 'old' : 'partial'}`)}
          </Button>
        )}
      </div>
      {installing && (
        <div>
          <Progress
            share={installing.total === 0 ? null : installing.done / installing.total}
            label={t('logDatabase.installing')}
          />
          <p className="muted">{t('logDatabase.installedOf', installing)}</p>
        </div>
      )}
      {statements?.length === 0 && <p className="muted">{t('logDatabase.nothingToRun')}</p>}
      {statements && statements.length > 0 && <Statements statements={statements} name="ddl" />}
      {report && <Report report={report} />}
    </>
  );
}

/** Statements to read, copy and save. */
export function Statements({ statements, name }: { statements: readonly string[]; name: 'ddl' | 'grants' }) {
  const { t } = useText();
  const client = useClient();
  const { run } = useAction();
  const save = async (): Promise<void> => {
    await run(() => client.ask('logDatabase.saveScript', { name, statements: [...statements] }));
  };
  return (
    <div className="log-database-statements">
      <CodeBlock text={scriptOf(statements)} label={t('logDatabase.statements')} />
      <div className="button-row">
        <span className="muted">{t('logDatabase.count', { count: statements.length })}</span>
        <Button icon={Save} onClick={() => void save()}>
          {t('logDatabase.saveScript')}
        </Button>
      </div>
    </div>
  );
}

function Report({ report: { steps } }: { report: InstallReport }) {
  const { t, language } = useText();
  const failed = steps.find(({ outcome }) => outcome === 'failed');
  const count = (outcome: InstallReport['steps'][number]['outcome']): number =>
    steps.filter((step) => step.outcome === outcome).length;
  return (
    <section className="log-database-report" aria-label={t('logDatabase.report')}>
      <p>
        {t('logDatabase.reportSummary', {
          done: count('done') + count('there'),
          open: count('open') + count('failed'),
        })}
      </p>
      {failed?.error && (
        <div role="alert">
          <p className="field-problem">{errorText(failed.error.code, failed.error.params, language)}</p>
          <pre className="mono">{failed.text}</pre>
          <p className="muted">{t('logDatabase.continueHint')}</p>
        </div>
      )}
      <details>
        <summary>{t('logDatabase.everyStatement')}</summary>
        <ol>
          {steps.map(({ text, outcome }, index) => (
            <li key={index}>
              <span className={`step-${outcome}`}>{t(`logDatabase.outcome-${outcome}`)}</span>{' '}
              <code>{text.split('\n')[0]}</code>
            </li>
          ))}
        </ol>
      </details>
    </section>
  );
}
