// A row of the form's parts above it: a long form is crossed in one step.
import { useText } from '../../i18n/text-provider.tsx';
import type { Form } from '../../state/form.ts';
import type { StrategyDraft } from './strategy-page.tsx';

/** The title of the group that each leads to, and its name in few letters: they must fit in one line. */
const PARTS = [
  { title: 'strategies.identity', name: 'strategies.jumpBackup' },
  { title: 'options.afterGroup', name: 'options.afterGroup' },
  { title: 'schedule.group', name: 'schedule.group' },
  { title: 'schedule.missedGroup', name: 'strategies.jumpFailures' },
  { title: 'schedule.notifyGroup', name: 'schedule.notifyGroup' },
] as const;

export function FormJumps({ form }: { form: Form<StrategyDraft> }) {
  const { t } = useText();
  const jump = (title: string): void => {
    const groups = form.element.current?.querySelectorAll<HTMLElement>('.field-group') ?? [];
    const group = [...groups].find((one) => one.querySelector('h2')?.textContent === title);
    group?.scrollIntoView({ block: 'start' });
    group?.querySelector<HTMLElement>('input, select, textarea, button')?.focus({ preventScroll: true });
  };
  return (
    <nav className="form-jumps" aria-label={t('strategies.parts')}>
      {PARTS.map(({ title, name }) => (
        <button key={name} type="button" onClick={() => jump(t(title))}>
          {t(name)}
        </button>
      ))}
    </nav>
  );
}
