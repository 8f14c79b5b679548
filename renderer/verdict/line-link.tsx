// Leads from a finding to its line in the log.
import { useText } from '../i18n/text-provider.tsx';
import './verdict.css';

/** What a finding calls with the line's number, counted from 1 as the verdict counts. */
export type OnLine = (lineNumber: number) => void;

export function LineLink({ line, onLine }: { line: number; onLine: OnLine }) {
  const { t, format } = useText();
  const written = format.number(line);
  return (
    <button type="button" className="line-link" aria-label={t('verdict.openLine', { line: written })} onClick={() => onLine(line)}>
      {t('verdict.line', { line: written })}
    </button>
  );
}
