// Says of a strategy in the list that other workstations take part in it, or that one of them saved another version.
import { Users } from 'lucide-react';
import { useMemo } from 'react';
import { useText } from '../../i18n/text-provider.tsx';
import { useAnswer } from '../../state/answer.ts';
import { useClient, useSlice } from '../../state/window-parts.tsx';

export type TeamMarks = { shared: ReadonlySet<string>; conflicts: ReadonlyMap<string, string> };

/** Which strategies here are shared, and with whom one of them is in conflict. */
export function useTeamMarks(): TeamMarks {
  const client = useClient();
  const { activity } = useSlice('sync');
  const { changes } = useSlice('history');
  const strategies = useSlice('strategies');
  const about = useMemo(() => ({ activity, changes, strategies }), [activity, changes, strategies]);
  const { answer } = useAnswer(async () => (activity === 'off' ? null : client.ask('team.shared')), about);
  return useMemo(
    () => ({
      shared: new Set(answer?.ids),
      conflicts: new Map(answer?.conflicts.map(({ strategyId, theirs }) => [strategyId, theirs.workstation])),
    }),
    [answer],
  );
}

export function TeamMark({ strategyId, marks }: { strategyId: string; marks: TeamMarks }) {
  const { t } = useText();
  if (!marks.shared.has(strategyId)) return null;
  const name = marks.conflicts.get(strategyId);
  return (
    <div className={name === undefined ? 'team-mark muted' : 'team-mark team-mark-conflict'}>
      <Users aria-hidden="true" size={12} /> {name === undefined ? t('team.share') : t('team.conflictWith', { name })}
    </div>
  );
}
