// The frame of everything that is judged, a run or a dropped log: what it came to on one side, log and evidence on the
// other.
import { useId, type ReactNode } from 'react';
import type { RecordedPiece } from '../../shared/domain/catalogue/backups.ts';
import type { PieceFound } from '../../shared/domain/piece.ts';
import type { SessionVerdict } from '../../shared/domain/verdict.ts';
import { useText } from '../i18n/text-provider.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { Findings, findingsCount } from './findings.tsx';
import type { OnLine } from './line-link.tsx';
import { PieceTable } from './piece-table.tsx';
import { StepList } from './step-list.tsx';
import './report.css';

export const reportTabs = ['log', 'steps', 'pieces', 'findings', 'script'] as const;
export type ReportTab = (typeof reportTabs)[number];

type ReportProps = {
  /** What it came to. */
  aside: ReactNode;
  tab: ReportTab;
  onTab(tab: ReportTab): void;
  onLine: OnLine;
  log: ReactNode;
  /** `null` while nothing is judged. */
  verdict: SessionVerdict | null;
  /** Stands in the tabs of the verdict while there is none. */
  pending: ReactNode;
  /** Stands above the steps. */
  life?: ReactNode;
  found: readonly PieceFound[];
  /** Pieces as the database has them; absent where none was asked. */
  recorded?: readonly RecordedPiece[];
  onShow: ((handle: string) => void) | null;
  script?: ReactNode;
};

const NONE: readonly RecordedPiece[] = [];

export function Report(props: ReportProps) {
  const { aside, tab, onTab, onLine, log, verdict, pending, life, found, recorded = NONE, onShow, script } = props;
  const { t, format } = useText();
  const id = useId();
  const counted = (text: string, count: number): ReactNode =>
    count === 0 ? text : (
      <>
        {text} <span className="tab-count">{format.number(count)}</span>
      </>
    );
  const pieces = verdict ? verdict.counts.pieces + verdict.counts.copies + verdict.counts.dumpFiles : 0;
  const tabs = [
    { id: 'log' as const, label: t('verdict.tabLog') },
    { id: 'steps' as const, label: counted(t('verdict.tabSteps'), verdict?.steps.length ?? 0) },
    { id: 'pieces' as const, label: counted(t('verdict.tabPieces'), pieces) },
    { id: 'findings' as const, label: counted(t('verdict.tabFindings'), verdict ? findingsCount(verdict) : 0) },
    ...(script ? [{ id: 'script' as const, label: t(verdict?.tool === 'expdp' ? 'exports.parfile' : 'ui.script') }] : []),
  ];
  const current = tabs.some((one) => one.id === tab) ? tab : 'log';
  return (
    <div className="report">
      <aside className="report-aside" aria-labelledby={id}>
        <h2 className="visually-hidden" id={id}>
          {t('verdict.outcome')}
        </h2>
        {aside}
      </aside>
      <div className="report-main">
        <Tabs label={t('verdict.tabs')} tabs={tabs} current={current} onChange={onTab}>
          {/* Stays in the tree, so that the log keeps its place and goes on following. */}
          <div className="report-log" hidden={current !== 'log'}>
            {log}
          </div>
          {current === 'steps' && (
            <div className="report-scroll">
              {life}
              {verdict ? <StepList verdict={verdict} onLine={onLine} /> : pending}
            </div>
          )}
          {current === 'pieces' && (verdict
            ? <PieceTable verdict={verdict} found={found} recorded={recorded} onLine={onLine} onShow={onShow} />
            : pending)}
          {current === 'findings' && (
            <div className="report-scroll">{verdict ? <Findings verdict={verdict} onLine={onLine} /> : pending}</div>
          )}
          {current === 'script' && <div className="report-scroll">{script}</div>}
        </Tabs>
      </div>
    </div>
  );
}

/** A tab's name in an address; anything else is the log. */
export const reportTabOf = (text: string | undefined): ReportTab => reportTabs.find((tab) => tab === text) ?? 'log';
