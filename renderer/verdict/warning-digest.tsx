// The warnings of a run in a few lines, each leading to its line in the log.
import { TriangleAlert } from 'lucide-react';
import type { SessionVerdict } from '../../shared/domain/verdict.ts';
import { warningEventText } from '../../shared/rman/findings/skip-reasons.ts';
import { useText } from '../i18n/text-provider.tsx';
import { LineLink, type OnLine } from './line-link.tsx';
import { useExplain } from './use-explain.ts';
import './verdict.css';

const SHOWN = 4;

/** `onAll` leads to the complete list. */
export function WarningDigest({ verdict, onLine, onAll }: { verdict: SessionVerdict; onLine: OnLine; onAll(): void }) {
  const { t, language } = useText();
  const explain = useExplain();
  const warnings = verdict.warnings.filter((warning) => warning.severity !== 'info');
  if (warnings.length === 0) return null;
  const more = warnings.length - SHOWN + verdict.omitted.warnings;
  return (
    <section className="digest" aria-label={t('verdict.warnings')}>
      <h2>{t('verdict.warnings')}</h2>
      <ul>
        {warnings.slice(0, SHOWN).map(({ code, event, text, lineNumber }) => (
          <li key={lineNumber}>
            <TriangleAlert aria-hidden="true" size={14} />
            <span>
              {code && <code>{code}</code>}{' '}
              {event ? warningEventText(event, language) : ((code && explain?.cause(code, language)?.title) ?? text)}{' '}
              <LineLink line={lineNumber} onLine={onLine} />
            </span>
          </li>
        ))}
      </ul>
      {more > 0 && (
        <button type="button" className="line-link" onClick={onAll}>
          {t('verdict.warningsMore', { count: more })}
        </button>
      )}
    </section>
  );
}
