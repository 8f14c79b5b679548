// What a start needs now, row by row: met, waiting or blocked. The same rows answer "why is it not running?".
import { CircleCheck, CircleHelp, CircleX, Hourglass } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Requirement } from '../../shared/domain/occurrence.ts';
import { holdsBack, isUncertain, requirementText, requirementTitle } from '../../shared/domain/requirement-text.ts';
import { useText } from '../i18n/text-provider.tsx';
import { useClient, useFailureText, useNow, useSlice } from '../state/window-parts.tsx';
import './requirement-rows.css';

const ICONS = { green: CircleCheck, waiting: Hourglass, blocked: CircleX, unknown: CircleHelp };

type Look = keyof typeof ICONS;

/** What nobody can tell from here is no green. */
const lookOf = (row: Requirement): Look => (isUncertain(row) ? 'unknown' : row.state);

export function RequirementRows({ rows }: { rows: readonly Requirement[] }) {
  const { t, format, language } = useText();
  return (
    <div>
      <p className="requirements-verdict">
        <Summary rows={rows} />
      </p>
      <ul className="requirements">
        {rows.map((row) => {
          const look = lookOf(row);
          const Icon = ICONS[look];
          const stands = t(`scheduler.needs-${look}`);
          return (
            <li key={`${row.kind} ${row.code}`} className={`requirement-${look}`}>
              <Icon size={15} aria-hidden="true" />
              <span>{requirementTitle(row.kind, language)}</span>
              <span className="requirement-text">
                <span className={look === 'green' ? 'visually-hidden' : 'requirement-state'}>{stands}: </span>
                {requirementText(row, language, format)}
              </span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function Summary({ rows }: { rows: readonly Requirement[] }) {
  const { t } = useText();
  const held = rows.filter(holdsBack);
  const blocked = held.filter((row) => row.state === 'blocked').length;
  if (blocked > 0) return t('scheduler.needsBlocked', { count: blocked });
  return held.length > 0 ? t('scheduler.needsWaiting', { count: held.length }) : t('scheduler.needsGood');
}

/** The rows of one strategy, asked again when anything that they depend on may have changed. */
export function StrategyRequirements({ strategyId }: { strategyId: string }) {
  const { t } = useText();
  const { rows, problem } = useRequirements(strategyId);
  if (problem !== null) return <p className="muted">{t('scheduler.needsProblem', { problem })}</p>;
  return rows === null ? <p className="muted">{t('ui.loading')}</p> : <RequirementRows rows={rows} />;
}

type Found = { rows: readonly Requirement[] | null; problem: string | null };

function useRequirements(strategyId: string): Found {
  const client = useClient();
  const failureText = useFailureText();
  const schedule = useSlice('schedule');
  const settings = useSlice('settings');
  const strategies = useSlice('strategies');
  const targets = useSlice('targets');
  const { changes } = useSlice('history');
  // Free space and power change without telling anybody.
  const minute = useNow(60_000);
  const [found, setFound] = useState<Found>({ rows: null, problem: null });
  useEffect(() => {
    let gone = false;
    client.ask('schedule.requirements', { strategyId }).then(
      (rows) => !gone && setFound({ rows, problem: null }),
      async (error: unknown) => {
        const problem = await failureText(error);
        if (!gone) setFound({ rows: null, problem });
      },
    );
    return () => {
      gone = true;
    };
  }, [client, failureText, strategyId, schedule, settings, strategies, targets, changes, minute]);
  return found;
}
