// Everybody who writes into the log tables. For the page of the log database.
import { useText } from '../../../i18n/text-provider.tsx';
import { useClient, useSlice } from '../../../state/window-parts.tsx';
import { FieldGroup } from '../../../ui/field.tsx';
import { RelativeTime } from '../../../ui/words.tsx';
import { useAnswer } from '../../../state/answer.ts';
import '../../../ui/data-table.css';
import './sync.css';

export function WorkstationsPart() {
  const { t } = useText();
  const { lastSuccess, activity } = useSlice('sync');
  const client = useClient();
  const { answer, problem } = useAnswer(() => client.ask('sync.workstations'), `${activity === 'off'} ${lastSuccess === null}`);
  if (activity === 'off') return null;
  return (
    <FieldGroup title={t('sync.workstations')}>
      <p className="field-hint">{t('sync.workstationsAbout')}</p>
      {problem !== null && <p>{t('sync.workstationsProblem', { problem })}</p>}
      {problem === null && answer === null && <p className="muted">{t('ui.loading')}</p>}
      {problem === null && answer?.length === 0 && <p className="muted">{t('sync.workstationsNone')}</p>}
      {problem === null && answer !== null && answer.length > 0 && (
        <div className="sync-table" role="region" aria-label={t('sync.workstations')} tabIndex={0}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t('sync.workstation')}</th>
                <th scope="col">{t('sync.user')}</th>
                <th scope="col">{t('sync.version')}</th>
                <th scope="col">{t('sync.firstSeen')}</th>
                <th scope="col">{t('sync.lastSeen')}</th>
              </tr>
            </thead>
            <tbody>
              {answer.map((one) => (
                <tr key={one.id}>
                  <td>
                    <strong>{one.name}</strong> {one.own && <span className="muted">({t('sync.own')})</span>}
                  </td>
                  <td>{one.osUser ?? '–'}</td>
                  <td>{one.version ?? '–'}</td>
                  <td><RelativeTime at={one.firstSeen} /></td>
                  <td><RelativeTime at={one.lastSeen} /></td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </FieldGroup>
  );
}
