// What an import would do, a row per strategy of the file: new, changed field by field, the same, refused and why.
import { CircleCheck, CircleEqual, CirclePlus, CircleX, PencilLine, type LucideIcon } from 'lucide-react';
import { fieldName, valueText } from '../../../../shared/domain/strategy/changes.ts';
import type { ImportRow } from '../../../../shared/domain/strategy/import-plan.ts';
import { fieldProblemText } from '../../../../shared/errors/field-problem.ts';
import { useText } from '../../../i18n/text-provider.tsx';
import { isTakable, type useImport } from './use-import.ts';

const ICONS: Record<ImportRow['state'], LucideIcon> = {
  new: CirclePlus, changed: PencilLine, same: CircleEqual, refused: CircleX,
};

export function ImportRows({ plan }: { plan: ReturnType<typeof useImport> }) {
  const { t } = useText();
  return (
    <ul className="import-rows" aria-label={t('strategyFiles.importRows')}>
      {plan.rows.map((row) => (
        <Row key={row.place} row={row} plan={plan} />
      ))}
    </ul>
  );
}

function Row({ row, plan }: { row: ImportRow; plan: ReturnType<typeof useImport> }) {
  const { t } = useText();
  const name = row.name ?? t('strategyFiles.importNameless');
  const failure = plan.failures.get(row.place);
  const Icon = failure ? CircleX : ICONS[row.state];
  return (
    <li className={`import-row import-${failure ? 'refused' : row.state}`}>
      <div className="import-head">
        {isTakable(row) ? (
          <input
            type="checkbox"
            aria-label={t('strategyFiles.importTake', { name })}
            checked={plan.taken.includes(row)}
            onChange={(event) => plan.take(row.place, event.target.checked)}
          />
        ) : (
          <CircleCheck className="import-blank" aria-hidden="true" size={16} />
        )}
        <strong>{name}</strong>
        <span className="import-state">
          <Icon aria-hidden="true" size={14} /> <StateWord row={row} />
        </span>
        <span className="muted">{t('strategyFiles.importLine', { line: row.line })}</span>
      </div>
      {failure && <p className="import-why">{failure}</p>}
      <Detail row={row} />
    </li>
  );
}

function StateWord({ row }: { row: ImportRow }) {
  const { t } = useText();
  switch (row.state) {
    case 'new':
      return t('strategyFiles.importNew');
    case 'changed':
      return t('strategyFiles.importChanged', { count: row.changes.length });
    case 'same':
      return t('strategyFiles.importSame');
    case 'refused':
      return t('strategyFiles.importRefused');
  }
}

function Detail({ row }: { row: ImportRow }) {
  const { t, language } = useText();
  if (row.state === 'changed') {
    return (
      <ul className="import-changes">
        {row.changes.map(({ path, before, after }) => (
          <li key={path}>
            {fieldName(path, language)}: <del>{valueText(before, language)}</del> →{' '}
            <ins>{valueText(after, language)}</ins>
          </li>
        ))}
      </ul>
    );
  }
  if (row.state !== 'refused') return null;
  return (
    <ul className="import-changes">
      {row.problems.map((problem, index) => (
        <li key={index} className="import-why">
          {fieldName(problem.path, language)}: {fieldProblemText(problem, language)}
          {problem.params['line'] !== undefined && (
            <span className="muted"> ({t('strategyFiles.importLine', { line: problem.params['line'] })})</span>
          )}
        </li>
      ))}
    </ul>
  );
}
