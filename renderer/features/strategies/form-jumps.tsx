// A row of the form's parts above it: a long form is crossed in one step.
import { useText } from '../../i18n/text-provider.tsx';
import type { Form } from '../../state/form.ts';
import type { StrategyDraft } from './strategy-page.tsx';

/** In the order in which the groups stand in the form. */
const PARTS = [
  'strategies.identity',
  'strategies.scopeGroup',
  'strategies.whereGroup',
  'strategies.howGroup',
  'strategies.deleteGroup',
  'schedule.group',
  'schedule.missedGroup',
  'schedule.notifyGroup',
] as const;

export function FormJumps({ form }: { form: Form<StrategyDraft> }) {
  const { t } = useText();
  const jump = (index: number): void => {
    const group = form.element.current?.querySelectorAll<HTMLElement>('.field-group')[index];
    group?.scrollIntoView({ block: 'start' });
    group?.querySelector<HTMLElement>('input, select, textarea, button')?.focus({ preventScroll: true });
  };
  return (
    <nav className="form-jumps" aria-label={t('strategies.parts')}>
      {PARTS.map((part, index) => (
        <button key={part} type="button" onClick={() => jump(index)}>
          {t(part)}
        </button>
      ))}
    </nav>
  );
}
