// Strategies of other workstations on the same log tables, under the own ones; a shared one can be joined with a
// database of this workstation.
import { useState } from 'react';
import { UserPlus } from 'lucide-react';
import type { SharedStrategy } from '../../../shared/domain/team.ts';
import { useText } from '../../i18n/text-provider.tsx';
import { hashOf, route } from '../../navigation/route.ts';
import { useAnswer } from '../../state/answer.ts';
import { useAction, useClient, useSlice } from '../../state/window-parts.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Select } from '../../ui/inputs.tsx';
import { RelativeTime } from '../../ui/words.tsx';

/** Nothing at all without a log database, or while nobody else has a strategy there. */
export function TeamList() {
  const { activity } = useSlice('sync');
  return activity === 'off' ? null : <OfOthers />;
}

function OfOthers() {
  const { t } = useText();
  const client = useClient();
  const { changes } = useSlice('history');
  const strategies = useSlice('strategies');
  const { answer } = useAnswer(() => client.ask('team.strategies'), `${changes} ${strategies.length}`);
  const [joining, setJoining] = useState<SharedStrategy | null>(null);
  if (answer === null || answer.length === 0) return null;
  return (
    <section className="team-list" aria-labelledby="team-list">
      <h2 id="team-list">{t('team.others')}</h2>
      <p className="muted">{t('team.othersAbout')}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('team.strategy')}</th>
            <th scope="col">{t('team.database')}</th>
            <th scope="col">{t('team.workstation')}</th>
            <th scope="col">{t('team.version')}</th>
            <th scope="col">{t('team.changed')}</th>
            <th scope="col"><span className="visually-hidden">{t('strategies.actionsTitle')}</span></th>
          </tr>
        </thead>
        <tbody>
          {answer.map((one) => (
            <tr key={one.id}>
              <th scope="row">{one.name}</th>
              <td>{one.targetName}</td>
              <td>{one.workstation}</td>
              <td>{one.version}</td>
              <td><RelativeTime at={one.updatedAt} /></td>
              <td className="team-list-join">
                {one.shared ? (
                  <Button
                    needs="team.join"
                    icon={UserPlus}
                    aria-label={t('team.joinName', { name: one.name })}
                    onClick={() => setJoining(one)}
                  >
                    {t('team.join')}
                  </Button>
                ) : (
                  <span className="muted">{t('team.notShared')}</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {joining && <Joining strategy={joining} onClose={() => setJoining(null)} />}
    </section>
  );
}

function Joining({ strategy: { id, name, targetName }, onClose }: { strategy: SharedStrategy; onClose(): void }) {
  const { t } = useText();
  const client = useClient();
  const { run, busy } = useAction();
  const targets = useSlice('targets');
  const alike = targets.find(({ spec }) => spec.name.toLowerCase() === targetName.toLowerCase()) ?? targets[0];
  const [targetId, setTargetId] = useState(alike?.id ?? '');
  const join = async (): Promise<void> => {
    const joined = await run(() => client.ask('team.join', { id, targetId }).then(() => true), {
      done: t('team.joined', { name }),
      link: () => ({ label: t('team.open'), hash: hashOf(route('strategy', id)) }),
    });
    if (joined) onClose();
  };
  return (
    <Dialog
      title={t('team.joinName', { name })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button needs="team.join" tone="primary" busy={busy} disabled={targetId === ''} onClick={() => void join()}>
            {t('team.join')}
          </Button>
        </>
      }
    >
      <Select
        label={t('team.joinWith', { database: targetName })}
        hint={t('team.joinHint')}
        value={targetId}
        choices={targets.map((target) => ({ value: target.id, label: target.spec.name }))}
        onChange={setTargetId}
      />
    </Dialog>
  );
}
