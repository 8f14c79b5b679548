// The frame of one panel: loading, the grant that is missing, the release that is too old, what failed, or the answer.
import { KeyRound, RotateCw, TriangleAlert } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import type { PanelName, PanelValue } from '../../../shared/domain/catalogue/catalogue.ts';
import { errorText } from '../../../shared/errors/codes.ts';
import { useText } from '../../i18n/text-provider.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { CodeBlock } from '../../ui/code-block.tsx';
import { Callout } from '../../ui/layout.tsx';
import { Spinner } from '../../ui/progress.tsx';
import { RelativeTime } from '../../ui/words.tsx';
import { useExplain } from '../../verdict/use-explain.ts';
import type { ShownPanel } from './use-panel.ts';

type PanelFrameProps<Name extends PanelName> = {
  title: string;
  panel: ShownPanel<Name>;
  /** A few words behind the title: how many, how much. */
  beside?(value: PanelValue<Name>): ReactNode;
  children(value: PanelValue<Name>): ReactNode;
};

export function PanelFrame<Name extends PanelName>({ title, panel, beside, children }: PanelFrameProps<Name>) {
  const { t } = useText();
  const id = useId();
  const { result, busy, again } = panel;
  return (
    <section className="database-panel" aria-labelledby={id} aria-busy={busy}>
      <header className="database-panel-head">
        <h2 id={id}>{title}</h2>
        {result?.state === 'ok' && beside && <span className="muted">{beside(result.value)}</span>}
        <span className="database-panel-asked muted">
          {busy ? <Spinner /> : result?.state === 'ok' && <RelativeTime at={result.askedAt} />}
          <IconButton icon={RotateCw} label={t('database.askAgain', { what: title })} onClick={again} disabled={busy} />
        </span>
      </header>
      {result === null ? (
        <p className="muted" role="status">
          {t('database.loading')}
        </p>
      ) : result.state === 'ok' ? (
        children(result.value)
      ) : (
        <NoAnswer result={result} again={again} />
      )}
    </section>
  );
}

type Missing = Exclude<NonNullable<ShownPanel<PanelName>['result']>, { state: 'ok' }>;

function NoAnswer({ result, again }: { result: Missing; again(): void }) {
  const { t, language } = useText();
  const explain = useExplain();
  if (result.state === 'denied') return <Denied code={result.code} grants={result.grants} />;
  if (result.state === 'unsupported') {
    return <p className="muted">{t('database.unsupported', { since: result.since })}</p>;
  }
  const { code, params } = result.error;
  const oracleCode = typeof params['code'] === 'string' ? params['code'] : null;
  const explained = oracleCode === null ? null : (explain?.cause(oracleCode, language) ?? null);
  return (
    <Callout tone="warning" icon={TriangleAlert}>
      <p>{errorText(code, params, language)}</p>
      {explained && <p>{explained.title}</p>}
      {explained?.todo[0] && <p>{t('database.toDo', { step: explained.todo[0] })}</p>}
      <p>
        <Button icon={RotateCw} onClick={again}>
          {t('database.tryAgain')}
        </Button>
      </p>
    </Callout>
  );
}

function Denied({ code, grants }: { code: string; grants: string[] }) {
  const { t } = useText();
  const grantee = grants[0]?.split(' ').at(-1) ?? '';
  const text = grants.map((grant) => `${grant};`).join('\n');
  return (
    <Callout tone="warning" icon={KeyRound}>
      <p>{t('database.denied', { code })}</p>
      <CodeBlock text={text} label={t('database.grants')} />
      <p className="muted">{t('database.deniedAlternative', { grantee })}</p>
    </Callout>
  );
}
