// Importing strategies: a file is chosen, what it would do is shown row by row, then the chosen rows are done.
import { TriangleAlert } from 'lucide-react';
import { fieldProblemText, type FieldProblem } from '../../../../shared/errors/field-problem.ts';
import { LONGEST_FILE } from '../../../../shared/domain/strategy-file.ts';
import { useText } from '../../../i18n/text-provider.tsx';
import { useAction, useParts, useSlice } from '../../../state/window-parts.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { FileChoice } from '../../../ui/file-choice.tsx';
import { Select } from '../../../ui/inputs.tsx';
import { Callout } from '../../../ui/layout.tsx';
import { ImportRows } from './import-rows.tsx';
import { useImport } from './use-import.ts';
import './files.css';

/** `preferred`: the database that the list is of. */
export function ImportDialog({ preferred, onClose }: { preferred: string | null; onClose(): void }) {
  const { t } = useText();
  const { toasts } = useParts();
  const { run, busy } = useAction();
  const plan = useImport(preferred);
  const { reading, rows, taken } = plan;
  const apply = async (): Promise<void> => {
    const came = await run(() => plan.apply());
    if (!came) return;
    if (came.done > 0) toasts.show({ tone: 'good', text: t('strategyFiles.importDone', { count: came.done }) });
    if (came.refused === 0) onClose();
    else toasts.show({ tone: 'bad', text: t('strategyFiles.importLeft', { count: came.refused }) });
  };
  const startsByItself = taken.some((row) => row.state === 'new' && row.spec.schedule !== null);
  return (
    <Dialog
      title={t('strategyFiles.importTitle')}
      width="wide"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button tone="primary" busy={busy} disabled={taken.length === 0} onClick={() => void apply()}>
            {t('strategyFiles.importApply', { count: taken.length })}
          </Button>
        </>
      }
    >
      <div className="form">
        <p className="muted">{t('strategyFiles.importAbout')}</p>
        <FileChoice
          label={t('strategyFiles.importChoose')}
          most={LONGEST_FILE}
          accept=".json,application/json"
          onText={plan.read}
        />
        {reading && reading.problems.length > 0 && <NotRead problems={reading.problems} />}
        {plan.names.length > 0 && <TargetChoices plan={plan} />}
        {rows.length > 0 && <ImportRows plan={plan} />}
        {startsByItself && <p className="muted">{t('strategyFiles.importSchedules')}</p>}
      </div>
    </Dialog>
  );
}

function NotRead({ problems }: { problems: readonly FieldProblem[] }) {
  const { t, language } = useText();
  return (
    <Callout tone="bad" icon={TriangleAlert}>
      <strong>{t('strategyFiles.importNotRead')}</strong>
      <ul className="problem-list">
        {problems.map((problem, index) => (
          <li key={index}>
            {problem.path !== '' && <code>{problem.path}</code>} {fieldProblemText(problem, language)}
            {problem.params['line'] !== undefined && (
              <span className="muted"> ({t('strategyFiles.importLine', { line: problem.params['line'] })})</span>
            )}
          </li>
        ))}
      </ul>
    </Callout>
  );
}

function TargetChoices({ plan }: { plan: ReturnType<typeof useImport> }) {
  const { t } = useText();
  const targets = useSlice('targets');
  const choices = [
    { value: '', label: t('strategyFiles.importForNobody') },
    ...targets.map(({ id, spec }) => ({ value: id, label: spec.name })),
  ];
  return (
    <div className="import-targets">
      {plan.names.map((name) => (
        <Select
          key={name ?? ''}
          label={name === null ? t('strategyFiles.importFor') : t('strategyFiles.importForNamed', { name })}
          value={plan.targetFor(name) ?? ''}
          choices={choices}
          onChange={(targetId) => plan.choose(name, targetId)}
        />
      ))}
    </div>
  );
}
