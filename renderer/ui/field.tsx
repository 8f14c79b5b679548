// The frame of a form field: label, hint, licence tag and problem, wired to the control for screen readers.
import { CircleAlert } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { useText } from '../i18n/text-provider.tsx';
import './field.css';

/** What the frame hands to the control inside it. */
export type ControlProps = {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
  'aria-errormessage': string | undefined;
};

export type FieldFrame = {
  label: ReactNode;
  /** One line below the control that says what the value means. */
  hint?: ReactNode;
  /** What must change, in the user's language. */
  problem?: string | undefined;
  optional?: boolean;
};

type FieldProps = FieldFrame & { children: (control: ControlProps) => ReactNode };

export function Field({ label, hint, problem, optional, children }: FieldProps) {
  const { t } = useText();
  const id = useId();
  const described = [hint ? `${id}-hint` : '', problem ? `${id}-problem` : ''].filter(Boolean).join(' ');
  return (
    <div className={problem ? 'field field-wrong' : 'field'}>
      <label htmlFor={id}>
        {label}
        {optional && <span className="muted field-optional"> {t('ui.optional')}</span>}
      </label>
      {children({
        id,
        'aria-describedby': described || undefined,
        'aria-invalid': problem ? true : undefined,
        'aria-errormessage': problem ? `${id}-problem` : undefined,
      })}
      {problem && <Problem id={`${id}-problem`} text={problem} />}
      {hint && (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}

/** The message beside a field. */
export function Problem({ id, text }: { id?: string; text: string }) {
  return (
    <p className="field-problem" id={id}>
      <CircleAlert aria-hidden="true" size={14} />
      <span>{text}</span>
    </p>
  );
}

/** A titled group of fields. */
export function FieldGroup({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className="field-group" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}
