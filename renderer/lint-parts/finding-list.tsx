// Findings as a list: severity by mark and word, what, why, an example of the loss, what to do, what one click does.
import { CircleAlert, Info, TriangleAlert, Wrench, type LucideIcon } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { Finding, Repair, Severity } from '../../shared/lint/finding.ts';
import { findingWords, open } from '../../shared/lint/lint.ts';
import { repairText } from '../../shared/lint/repairs.ts';
import { useText } from '../i18n/text-provider.tsx';
import { Link } from '../navigation/link.tsx';
import { route } from '../navigation/route.ts';
import { useSlice } from '../state/window-parts.tsx';
import { Button } from '../ui/button.tsx';
import { AcceptPart } from './accept-part.tsx';
import './lint.css';

const ICONS: Record<Severity, LucideIcon> = { serious: CircleAlert, caution: TriangleAlert, hint: Info };

/** What can be done here about findings of the strategy in the form; elsewhere the list leads to the strategy. */
export type Editing = {
  strategyId: string;
  repair(repair: Repair): void;
  accept(rule: string, reason: string): void;
  withdraw(rule: string): void;
};

export function FindingList({ findings, editing }: { findings: readonly Finding[]; editing: Editing | null }) {
  const { t } = useText();
  const told = open(findings);
  const accepted = findings.filter((one) => one.accepted !== null);
  return (
    <>
      <ul className="findings">
        {told.map((finding) => (
          <FindingRow key={keyOf(finding)} finding={finding} editing={editing} />
        ))}
      </ul>
      {accepted.length > 0 && (
        <details className="findings-accepted">
          <summary>{t('lint.accepted', { count: accepted.length })}</summary>
          <ul className="findings">
            {accepted.map((finding) => (
              <AcceptedRow key={keyOf(finding)} finding={finding} editing={editing} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** A rule may find several things about one strategy, each in a field of its own. */
const keyOf = ({ rule, strategies, path }: Finding): string => `${rule} ${strategies[0] ?? ''} ${path ?? ''}`;

/** How many of each severity, worst first. */
export function FindingCounts({ findings }: { findings: readonly Finding[] }) {
  const { t } = useText();
  const told = open(findings);
  const count = (severity: Severity): number => told.filter((one) => one.severity === severity).length;
  const parts = (['serious', 'caution', 'hint'] as const).flatMap((severity) =>
    count(severity) > 0 ? [t(`lint.${severity}Count`, { count: count(severity) })] : [],
  );
  return <p className="finding-counts" role="status">{parts.join(' · ')}</p>;
}

type RowProps = { finding: Finding; editing: Editing | null };

function FindingRow({ finding, editing }: RowProps) {
  const { t, language } = useText();
  const [accepting, setAccepting] = useState(false);
  const { title, why, example, todo } = findingWords(finding, language);
  const Icon = ICONS[finding.severity];
  const own = editing !== null && finding.strategies.includes(editing.strategyId);
  return (
    <li className={`finding finding-${finding.severity}`} data-rule={finding.rule}>
      <Icon aria-hidden="true" size={16} />
      <div>
        <h3>
          <span className="finding-severity">{t(`lint.${finding.severity}`)}</span> {title}
        </h3>
        <p>{why}</p>
        <dl>
          <Part term={t('lint.example')}>{example}</Part>
          <Part term={t('lint.todo')}>{todo}</Part>
        </dl>
        <div className="button-row">
          <Repairs finding={finding} editing={editing} />
          {own && !accepting && (
            <Button tone="quiet" needs="strategies.update" onClick={() => setAccepting(true)}>
              {t('lint.accept')}
            </Button>
          )}
        </div>
        {own && accepting && (
          <AcceptPart
            onCancel={() => setAccepting(false)}
            onAccept={(reason) => {
              editing.accept(finding.rule, reason);
              setAccepting(false);
            }}
          />
        )}
      </div>
    </li>
  );
}

function Part({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Repairs({ finding, editing }: RowProps) {
  const { t, language } = useText();
  const strategies = useSlice('strategies');
  const nameOf = (id: string): string => strategies.find((one) => one.id === id)?.spec.name ?? '';
  const here = finding.repairs.filter(({ strategyId }) => strategyId === editing?.strategyId);
  const elsewhere = [...new Set([...finding.repairs.map(({ strategyId }) => strategyId), ...finding.strategies])];
  const links = elsewhere.filter((id) => id !== editing?.strategyId && nameOf(id) !== '').slice(0, 2);
  return (
    <>
      {here.map((repair) => (
        <Button key={repairText(repair, language)} icon={Wrench} needs="strategies.update" onClick={() => editing?.repair(repair)}>
          {repairText(repair, language)}
        </Button>
      ))}
      {links.map((id) => {
        const repair = finding.repairs.find(({ strategyId }) => strategyId === id);
        const text = repair ? t('lint.repairOn', { repair: repairText(repair, language), name: nameOf(id) }) : nameOf(id);
        return (
          <Link key={id} to={route('strategy', id, { pane: 'findings' })}>
            {text}
          </Link>
        );
      })}
    </>
  );
}

function AcceptedRow({ finding, editing }: RowProps) {
  const { t, language } = useText();
  const strategies = useSlice('strategies');
  const { accepted } = finding;
  if (accepted === null) return null;
  const name = strategies.find((one) => one.id === accepted.strategyId)?.spec.name ?? '';
  return (
    <li className="finding">
      <Info aria-hidden="true" size={16} />
      <div>
        <h3>{findingWords(finding, language).title}</h3>
        <p>{t('lint.acceptedBy', { name, reason: accepted.reason })}</p>
        {editing?.strategyId === accepted.strategyId && (
          <div className="button-row">
            <Button tone="quiet" needs="strategies.update" onClick={() => editing.withdraw(finding.rule)}>
              {t('lint.withdraw')}
            </Button>
          </div>
        )}
      </div>
    </li>
  );
}
