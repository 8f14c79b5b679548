// Errors, warnings, what was skipped and what was deleted; each leads to its line, and codes explain themselves.
import { CircleCheck, CircleX, Info, TriangleAlert, type LucideIcon } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import type { SessionVerdict } from '../../shared/domain/verdict.ts';
import type { ErrorStack, LogWarning, Severity, Skipped } from '../../shared/domain/log-facts.ts';
import { skipReasonText, warningEventText } from '../../shared/rman/findings/skip-reasons.ts';
import { useText } from '../i18n/text-provider.tsx';
import { Empty } from '../ui/layout.tsx';
import { Explanation } from './explanation.tsx';
import { LineLink, type OnLine } from './line-link.tsx';
import { useExplain, type Explain } from './use-explain.ts';
import './verdict.css';

/** How many things there are to look at. */
export function findingsCount({ stacks, warnings, skipped, omitted }: SessionVerdict): number {
  return stacks.length + warnings.length + skipped.length + omitted.stacks + omitted.warnings + omitted.skipped;
}

export function Findings({ verdict, onLine }: { verdict: SessionVerdict; onLine: OnLine }) {
  const { t } = useText();
  const explain = useExplain();
  const { stacks, warnings, skipped, deleted, omitted } = verdict;
  if (findingsCount(verdict) + deleted.length === 0) {
    return <Empty icon={CircleCheck} title={t('verdict.findingsNone')} />;
  }
  return (
    <div className="findings">
      <Section title={t('verdict.stacks')} count={stacks.length} more={omitted.stacks}>
        {stacks.map((stack, index) => (
          <StackRow key={index} stack={stack} explain={explain} onLine={onLine} />
        ))}
      </Section>
      <Section title={t('verdict.warnings')} count={warnings.length} more={omitted.warnings}>
        {warnings.map((warning, index) => (
          <WarningRow key={index} warning={warning} explain={explain} onLine={onLine} />
        ))}
      </Section>
      <Section title={t('verdict.skipped')} count={skipped.length} more={omitted.skipped}>
        {skipped.map((one, index) => (
          <SkippedRow key={index} skipped={one} onLine={onLine} />
        ))}
      </Section>
      <Section title={t('verdict.deletedTitle')} count={deleted.length} more={omitted.deleted}>
        {deleted.map(({ type, name, lineNumber }) => (
          <li key={lineNumber}>
            <span className="finding-head">
              <span>{t(`verdict.deleted-${type}`)}</span>
              <code>{name}</code>
              <LineLink line={lineNumber} onLine={onLine} />
            </span>
          </li>
        ))}
      </Section>
    </div>
  );
}

type SectionProps = { title: string; count: number; more: number; children: ReactNode };

function Section({ title, count, more, children }: SectionProps) {
  const { t, format } = useText();
  const id = useId();
  if (count + more === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>
        {title} <span className="muted">{format.number(count + more)}</span>
      </h2>
      <ul className="finding-list">{children}</ul>
      {more > 0 && <p className="muted tab-note">{t('verdict.findingsMore', { count: more })}</p>}
    </section>
  );
}

type RowProps = { explain: Explain | null; onLine: OnLine };

function StackRow({ stack, explain, onLine }: RowProps & { stack: ErrorStack }) {
  const { t, language } = useText();
  const cause = stack.rootCause;
  const survived = stack.kind === 'channel-disabled' || stack.kind === 'failover' || stack.severity === 'info';
  const title = cause ? (explain?.cause(cause.code, language)?.title ?? cause.text) : (stack.lines[0]?.text ?? '');
  return (
    <li>
      <span className="finding-head">
        <SeverityIcon icon={survived ? TriangleAlert : CircleX} tone={survived ? 'warning' : 'bad'} word={t(survived ? 'verdict.stackSurvived' : 'verdict.stackError')} />
        {cause && <code>{cause.code}</code>}
        <span>{title}</span>
        <LineLink line={cause?.lineNumber ?? stack.lineNumber} onLine={onLine} />
      </span>
      <pre className="finding-lines">{stack.lines.map(({ text }) => text).join('\n')}</pre>
      {cause && explain && <Explained code={cause.code} explain={explain} />}
    </li>
  );
}

const SEVERITIES: Record<Severity, { icon: LucideIcon; tone: string }> = {
  info: { icon: Info, tone: 'idle' },
  warning: { icon: TriangleAlert, tone: 'warning' },
  strong: { icon: TriangleAlert, tone: 'bad' },
};

function WarningRow({ warning, explain, onLine }: RowProps & { warning: LogWarning }) {
  const { t, language } = useText();
  const { code, event, text, details, severity, lineNumber } = warning;
  const { icon, tone } = SEVERITIES[severity];
  const explained = code === null ? null : (explain?.cause(code, language) ?? null);
  const title = event ? warningEventText(event, language) : explained?.title;
  return (
    <li>
      <span className="finding-head">
        <SeverityIcon icon={icon} tone={tone} word={t(`verdict.severity-${severity}`)} />
        {code && <code>{code}</code>}
        {title && <span>{title}</span>}
        <LineLink line={lineNumber} onLine={onLine} />
      </span>
      <pre className="finding-lines">{[text, ...details].join('\n')}</pre>
      {code && explain && explained && <Explained code={code} explain={explain} />}
    </li>
  );
}

function SkippedRow({ skipped: { reason, what, text, lineNumber }, onLine }: { skipped: Skipped; onLine: OnLine }) {
  const { language } = useText();
  return (
    <li>
      <span className="finding-head">
        {what && <code>{what}</code>}
        <span>{skipReasonText(reason, language)}</span>
        <LineLink line={lineNumber} onLine={onLine} />
      </span>
      <pre className="finding-lines">{text}</pre>
    </li>
  );
}

function Explained({ code, explain }: { code: string; explain: Explain }) {
  const { t } = useText();
  return (
    <details className="finding-more">
      <summary>{t('verdict.explain')}</summary>
      <Explanation code={code} explain={explain} />
    </details>
  );
}

function SeverityIcon({ icon: Icon, tone, word }: { icon: LucideIcon; tone: string; word: string }) {
  return (
    <span className={`status status-quiet status-${tone}`}>
      <Icon size={14} role="img" aria-label={word} />
    </span>
  );
}
