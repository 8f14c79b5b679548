// The root cause of a run that did not go well: its code and text, where it struck, and what it means.
import type { RootCause } from '../../shared/domain/log-facts.ts';
import { useText } from '../i18n/text-provider.tsx';
import { Fact, Facts } from '../ui/layout.tsx';
import { Explanation } from './explanation.tsx';
import { LineLink, type OnLine } from './line-link.tsx';
import { useExplain } from './use-explain.ts';

/** `onLine` null: there is no log to lead to. */
export function Cause({ cause, onLine }: { cause: RootCause; onLine: OnLine | null }) {
  const { t, language } = useText();
  const explain = useExplain();
  const title = explain?.cause(cause.code, language)?.title ?? (explain ? cause.code : '');
  return (
    <section className="cause" aria-label={t('verdict.cause')}>
      <h2>{title}</h2>
      <p className="cause-text">
        <code>{withCode(cause)}</code>
        {cause.lineNumber !== null && onLine && <LineLink line={cause.lineNumber} onLine={onLine} />}
      </p>
      <Circumstances cause={cause} />
      {explain && <Explanation code={cause.code} osError={cause.osError} explain={explain} />}
    </section>
  );
}

/** Texts of logs mostly carry their code already, and the names of our own causes are for programs. */
function withCode({ code, text }: RootCause): string {
  if (!/^[A-Z]+-\d+$/.test(code) || text.includes(code)) return text;
  return text === '' ? code : `${code}: ${text}`;
}

function Circumstances({ cause }: { cause: RootCause }) {
  const { t } = useText();
  const { command, channel, at, object, osError, vendorText, syntaxPosition } = cause;
  const file = object && (object.name ?? (object.fileNumber === null ? null : t('verdict.fileNumber', { number: object.fileNumber })));
  if (!command && !channel && !at && !file && !osError && !syntaxPosition && vendorText.length === 0) return null;
  return (
    <Facts>
      {command && <Fact term={t('verdict.failedCommand')}>{command}</Fact>}
      {channel && <Fact term={t('verdict.channel')}>{channel}</Fact>}
      {at && <Fact term={t('verdict.at')}>{at}</Fact>}
      {file && <Fact term={t('verdict.object')}>{<code>{file}</code>}</Fact>}
      {osError && <Fact term={t('verdict.osError')}>{`${osError.number}: ${osError.text}`}</Fact>}
      {syntaxPosition && (
        <Fact term={t('verdict.syntaxAt')}>
          {t('verdict.syntaxPlace', { line: syntaxPosition.line, column: syntaxPosition.column })}
        </Fact>
      )}
      {vendorText.length > 0 && (
        <Fact term={t('verdict.vendor')}>
          {vendorText.map((line) => (
            <code key={line} className="cause-vendor">
              {line}
            </code>
          ))}
        </Fact>
      )}
    </Facts>
  );
}
