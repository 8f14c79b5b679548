// A row of the form's parts above it: a long form is crossed in one step.
import { useText } from '../../i18n/text-provider.tsx';
import type { Form } from '../../state/form.ts';
import type { StrategyDraft } from './strategy-page.tsx';

/** Where each begins among the groups of the form, and its name in few letters: they must fit in one line. */
const PARTS = [
  { group: 0, name: 'strategies.jumpBackup' },
  { group: 5, name: 'schedule.group' },
  { group: 6, name: 'strategies.jumpFailures' },
  { group: 7, name: 'schedule.notifyGroup' },
] as const;

export function FormJumps({ form }: { form: Form<StrategyDraft> }) {
  const { t } = useText();
  const jump = (at: number): void => {
    const group = form.element.current?.querySelectorAll<HTMLElement>('.field-group')[at];
    group?.scrollIntoView({ block: 'start' });
    group?.querySelector<HTMLElement>('input, select, textarea, button')?.focus({ preventScroll: true });
  };
  return (
    <nav className="form-jumps" aria-label={t('strategies.parts')}>
      {PARTS.map(({ group, name }) => (
        <button key={name} type="button" onClick={() => jump(group)}>
          {t(name)}
        </button>
      ))}
    </nav>
  );
}
