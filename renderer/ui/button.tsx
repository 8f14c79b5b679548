// Buttons and links that look like buttons. An icon button always has a name.
import type { ButtonHTMLAttributes, ReactNode } from 'react';
import type { LucideIcon } from 'lucide-react';
import type { CallName, StreamName } from '../../shared/ipc/contract.ts';
import { useRefusal } from '../state/refusal.ts';
import { Spinner } from './progress.tsx';
import { Tooltip } from './tooltip.tsx';
import './button.css';

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  tone?: 'plain' | 'primary' | 'danger' | 'quiet';
  icon?: LucideIcon;
  /** Shows that what the button started is under way, and takes no second press. */
  busy?: boolean;
  /** What it asks main for: whoever may not sees it disabled, with the reason. */
  needs?: CallName | StreamName | undefined;
  children: ReactNode;
};

export function Button(props: ButtonProps) {
  const { tone = 'plain', icon: Icon, busy = false, needs, className, children, onClick, ...rest } = props;
  const refusal = useRefusal(needs);
  const button = (
    <button
      type="button"
      className={['button', `button-${tone}`, className].filter(Boolean).join(' ')}
      {...rest}
      aria-disabled={busy || refusal !== null || undefined}
      aria-description={refusal ?? undefined}
      onClick={busy || refusal !== null ? (event) => event.preventDefault() : onClick}
    >
      {busy ? <Spinner /> : Icon ? <Icon aria-hidden="true" size={15} /> : null}
      <span>{children}</span>
    </button>
  );
  return refusal === null ? button : <Tooltip text={refusal}>{button}</Tooltip>;
}

type IconButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children'> & {
  icon: LucideIcon;
  label: string;
  pressed?: boolean;
  needs?: CallName | StreamName | undefined;
};

export function IconButton({ icon: Icon, label, pressed, needs, className, onClick, ...rest }: IconButtonProps) {
  const refusal = useRefusal(needs);
  return (
    <Tooltip text={refusal === null ? label : `${label}: ${refusal}`}>
      <button
        type="button"
        className={['icon-button', className].filter(Boolean).join(' ')}
        aria-label={label}
        aria-pressed={pressed}
        {...rest}
        aria-disabled={refusal !== null || undefined}
        onClick={refusal === null ? onClick : (event) => event.preventDefault()}
      >
        <Icon aria-hidden="true" size={16} />
      </button>
    </Tooltip>
  );
}
