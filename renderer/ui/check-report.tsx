// The rows of a check: what was looked at, how it stands, and what to do where it is not good.
import { CircleCheck, CircleHelp, CircleX, TriangleAlert } from 'lucide-react';
import { worstOf, type CheckRow } from '../../shared/domain/check.ts';
import { checkOutcomeText, checkSubjectText } from '../../shared/domain/check-text.ts';
import { errorText } from '../../shared/errors/codes.ts';
import { useText } from '../i18n/text-provider.tsx';
import { CodeBlock } from './code-block.tsx';
import './check-report.css';

const ICONS = { good: CircleCheck, warning: TriangleAlert, bad: CircleX, unknown: CircleHelp };

type ReportProps = {
  rows: readonly CheckRow[];
  /** False: more rows may come, so nothing is said about the whole yet. */
  over?: boolean;
  /** False: the rows speak for themselves. */
  outcome?: boolean;
};

export function CheckReport({ rows, over = true, outcome = true }: ReportProps) {
  const { t, language } = useText();
  const worst = worstOf(rows);
  return (
    <div>
      <div role="status">
        {over && outcome && <p className={`check-verdict check-${worst}`}>{checkOutcomeText(worst, language)}</p>}
        {!over && <p className="check-verdict check-unknown">{t('ui.looking')}</p>}
      </div>
      {groupsOf(rows).map(([strategy, own]) => (
        <div key={strategy} className="check-group">
          {strategy !== '' && <h3>{strategy}</h3>}
          <ul className="check-rows">
            {own.map((row, index) => (
              <Row key={index} row={row} />
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}

function Row({ row }: { row: CheckRow }) {
  const { t, format, language } = useText();
  const Icon = ICONS[row.state];
  const found = row.what === 'free-space' ? format.bytes(Number(row.found)) : row.found;
  return (
    <li className={`check-${row.state}`}>
      <Icon size={15} aria-label={t(`ui.check-state-${row.state}`)} />
      <span>{checkSubjectText(row.what, language)}</span>
      <span>
        {found !== '' && <span className="mono">{found}</span>}
        {found === '' && !row.problem && <span>{t(`ui.check-state-${row.state}`)}</span>}
        {row.problem && <span>{errorText(row.problem.code, row.problem.params, language)}</span>}
        {row.grants && <CodeBlock label={t('sql.grants')} text={row.grants.map((sql) => `${sql};`).join('\n')} />}
      </span>
    </li>
  );
}

/** The database first, then each strategy, in the order in which they came. */
function groupsOf(rows: readonly CheckRow[]): [strategy: string, rows: CheckRow[]][] {
  const groups = new Map<string, CheckRow[]>();
  for (const row of rows) groups.set(row.strategy ?? '', [...(groups.get(row.strategy ?? '') ?? []), row]);
  return [...groups];
}
