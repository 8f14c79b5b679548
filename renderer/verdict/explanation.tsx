// A code in plain words: what happened, why, what to do, whether it heals, whether it may be ignored.
import { ListChecks, RotateCw, ShieldAlert, ShieldCheck } from 'lucide-react';
import type { RootCause } from '../../shared/domain/log-facts.ts';
import { useText } from '../i18n/text-provider.tsx';
import type { Explain } from './use-explain.ts';
import './verdict.css';

type ExplanationProps = { code: string; osError?: RootCause['osError']; explain: Explain };

/** The system's number says more than Oracle's code above it: ORA-27072 is any I/O error, 28 is a full disk. */
export function Explanation({ code, osError = null, explain }: ExplanationProps) {
  const { t, language } = useText();
  const text = explain.cause(code, language);
  const system = osError && explain.osError(osError, language);
  if (!text && !system) return <p className="muted">{t('verdict.causeNone', { code })}</p>;
  return (
    <div className="explanation">
      {text && <p>{text.what}</p>}
      {text && (
        <p>
          <strong className="explanation-why">{t('verdict.why')}</strong> {text.why}
        </p>
      )}
      {system && (
        <p>
          <strong className="explanation-why">{system.title}:</strong> {system.what}
        </p>
      )}
      <TodoList steps={[...(system?.todo ?? []), ...(text?.todo ?? [])]} />
      <Prospects code={code} explain={explain} />
    </div>
  );
}

/** What to do, in the order in which to try it. */
function TodoList({ steps }: { steps: readonly string[] }) {
  const { t } = useText();
  if (steps.length === 0) return null;
  return (
    <div>
      <h3>
        <ListChecks aria-hidden="true" size={14} /> {t('verdict.todo')}
      </h3>
      <ol className="explanation-todo">
        {steps.map((step) => (
          <li key={step}>
            <WithCode text={step} />
          </li>
        ))}
      </ol>
    </div>
  );
}

/** Whether it heals by itself and whether it may be ignored. */
function Prospects({ code, explain }: { code: string; explain: Explain }) {
  const { t } = useText();
  const known = explain.code(code);
  if (!known) return null;
  const Shield = known.ignorable === 'yes' ? ShieldCheck : ShieldAlert;
  return (
    <ul className="explanation-prospects muted">
      <li>
        <RotateCw aria-hidden="true" size={13} /> {t(`verdict.heals-${known.healsByRetry}`)}
      </li>
      <li>
        <Shield aria-hidden="true" size={13} /> {t(`verdict.ignorable-${known.ignorable}`)}
      </li>
    </ul>
  );
}

/** The texts put commands between backquotes. */
export function WithCode({ text }: { text: string }) {
  return text.split('`').map((part, index) => (index % 2 === 1 ? <code key={index}>{part}</code> : part));
}
