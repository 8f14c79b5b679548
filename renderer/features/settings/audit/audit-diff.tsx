// What one entry of the audit changed, value by value.
import { differences, type AuditEntry } from '../../../../shared/domain/audit.ts';
import { useText } from '../../../i18n/text-provider.tsx';

export function AuditDiff({ entry: { before, after } }: { entry: AuditEntry }) {
  const { t } = useText();
  const changed = differences(before, after);
  if (changed.length === 0) return <p className="muted">{t('users.noDetails')}</p>;
  return (
    <table className="audit-diff">
      <thead>
        <tr>
          <th scope="col">{t('users.field')}</th>
          <th scope="col">{t('users.before')}</th>
          <th scope="col">{t('users.after')}</th>
        </tr>
      </thead>
      <tbody>
        {changed.map((one) => (
          <tr key={one.path}>
            <th scope="row">
              <code>{one.path}</code>
            </th>
            <td>
              <Value value={one.before} mark="−" />
            </td>
            <td>
              <Value value={one.after} mark="+" />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Value({ value, mark }: { value: unknown; mark: string }) {
  const { t } = useText();
  if (value === undefined || value === null) return <span className="muted">{t('users.nothing')}</span>;
  return (
    <code className={mark === '+' ? 'audit-added' : 'audit-gone'}>
      {mark} {typeof value === 'string' && value !== '' ? value : JSON.stringify(value)}
    </code>
  );
}
