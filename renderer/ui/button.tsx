// Buttons and links that look like buttons. An icon button always has a name.
import type { ButtonHTMLAttributes, ReactNode } from 'react';
import type { LucideIcon } from 'lucide-react';
import { Spinner } from './progress.tsx';
import { Tooltip } from './tooltip.tsx';
import './button.css';

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  tone?: 'plain' | 'primary' | 'danger' | 'quiet';
  icon?: LucideIcon;
  /** Shows that what the button started is under way, and takes no second press. */
  busy?: boolean;
  children: ReactNode;
};

export function Button({ tone = 'plain', icon: Icon, busy = false, className, children, onClick, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      className={['button', `button-${tone}`, className].filter(Boolean).join(' ')}
      aria-disabled={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      {...rest}
    >
      {busy ? <Spinner /> : Icon ? <Icon aria-hidden="true" size={15} /> : null}
      <span>{children}</span>
    </button>
  );
}

type IconButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children'> & {
  icon: LucideIcon;
  label: string;
  pressed?: boolean;
};

export function IconButton({ icon: Icon, label, pressed, className, ...rest }: IconButtonProps) {
  return (
    <Tooltip text={label}>
      <button
        type="button"
        className={['icon-button', className].filter(Boolean).join(' ')}
        aria-label={label}
        aria-pressed={pressed}
        {...rest}
      >
        <Icon aria-hidden="true" size={16} />
      </button>
    </Tooltip>
  );
}
