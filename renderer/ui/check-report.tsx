// The rows of a check: what was looked at, how it stands, and what to do where it is not good.
import { CircleCheck, CircleHelp, CircleX, TriangleAlert } from 'lucide-react';
import type { CheckRow } from '../../shared/domain/check.ts';
import { errorText } from '../../shared/errors/codes.ts';
import { useText } from '../i18n/text-provider.tsx';
import './check-report.css';

const ICONS = { good: CircleCheck, warning: TriangleAlert, bad: CircleX, unknown: CircleHelp };
const WORST_FIRST = ['bad', 'warning', 'unknown', 'good'] as const;

export function CheckReport({ rows }: { rows: readonly CheckRow[] }) {
  const { t, format, language } = useText();
  const worst = WORST_FIRST.find((state) => rows.some((row) => row.state === state)) ?? 'good';
  return (
    <div role="status">
      <p className={`check-verdict check-${worst}`}>{t(`ui.check-${worst}`)}</p>
      <ul className="check-rows">
        {rows.map((row, index) => {
          const Icon = ICONS[row.state];
          return (
            <li key={index} className={`check-${row.state}`}>
              <Icon size={15} aria-label={t(`ui.check-state-${row.state}`)} />
              <span>{t(`ui.check-of-${row.what}`)}</span>
              <span>
                <span className="mono">{row.what === 'free-space' ? format.bytes(Number(row.found)) : row.found}</span>
                {row.problem && <span>{errorText(row.problem.code, row.problem.params, language)}</span>}
              </span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
