// A button that opens a short list of actions, after the ARIA menu-button pattern.
import { useEffect, useId, useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import type { LucideIcon } from 'lucide-react';
import type { CallName } from '../../shared/ipc/contract.ts';
import { useRefusals } from '../state/refusal.ts';
import './menu.css';

export type MenuItem = {
  label: ReactNode;
  icon?: LucideIcon;
  danger?: boolean;
  disabled?: boolean;
  /** What it asks main for: whoever may not sees it disabled, with the reason. */
  needs?: CallName;
  onSelect(): void;
};

type MenuProps = {
  items: readonly MenuItem[];
  /** The button; it receives what opens the menu. */
  children: (button: {
    'aria-haspopup': 'menu';
    'aria-expanded': boolean;
    'aria-controls': string | undefined;
    onClick(): void;
  }) => ReactNode;
};

export function Menu({ items, children }: MenuProps) {
  const id = useId();
  const anchor = useRef<HTMLSpanElement>(null);
  const [open, setOpen] = useState(false);
  const close = (): void => {
    setOpen(false);
    anchor.current?.querySelector('button')?.focus();
  };
  return (
    <span ref={anchor} className="menu-anchor">
      {children({
        'aria-haspopup': 'menu',
        'aria-expanded': open,
        'aria-controls': open ? id : undefined,
        onClick: () => setOpen((was) => !was),
      })}
      {open && anchor.current && (
        <MenuList id={id} anchor={anchor.current} items={items} onClose={close} onLeave={() => setOpen(false)} />
      )}
    </span>
  );
}

type ListProps = { id: string; anchor: HTMLElement; items: readonly MenuItem[]; onClose(): void; onLeave(): void };

function MenuList({ id, anchor, items, onClose, onLeave }: ListProps) {
  const list = useRef<HTMLDivElement>(null);
  const refusalOf = useRefusals();
  useLayoutEffect(() => placeBelow(list.current, anchor), [anchor]);
  useEffect(() => {
    list.current?.querySelector<HTMLElement>('[role=menuitem]:not([aria-disabled])')?.focus();
    const outside = (event: MouseEvent): void => {
      const { target } = event;
      const inside = [list.current, anchor].some((part) => target instanceof Node && part?.contains(target));
      if (!inside) onLeave();
    };
    document.addEventListener('mousedown', outside);
    return () => document.removeEventListener('mousedown', outside);
  }, [anchor, onLeave]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const all = [...(list.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
    const at = all.indexOf(document.activeElement as HTMLElement);
    const last = all.length - 1;
    const to = { ArrowDown: at === last ? 0 : at + 1, ArrowUp: at <= 0 ? last : at - 1, Home: 0, End: last }[event.key];
    if (to !== undefined) all[to]?.focus();
    else if (event.key === 'Escape' || event.key === 'Tab') onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  // Inside a modal dialog everything outside of it is inert, so the list must open in there; else in its landmark.
  return createPortal(
    <div className="menu" id={id} role="menu" ref={list} onKeyDown={onKeyDown}>
      {items.map((item, index) => {
        const refusal = refusalOf(item.needs);
        const off = item.disabled || refusal !== null;
        return (
          <button
            key={index}
            type="button"
            role="menuitem"
            tabIndex={-1}
            className={item.danger ? 'menu-danger' : undefined}
            aria-disabled={off || undefined}
            aria-description={refusal ?? undefined}
            title={refusal ?? undefined}
            onClick={() => {
              if (off) return;
              onClose();
              item.onSelect();
            }}
          >
            {item.icon && <item.icon aria-hidden="true" size={15} />}
            <span>{item.label}</span>
          </button>
        );
      })}
    </div>,
    anchor.closest('dialog, main, nav') ?? document.body,
  );
}

function placeBelow(list: HTMLElement | null, anchor: HTMLElement): void {
  if (!list) return;
  const button = anchor.getBoundingClientRect();
  const { width, height } = list.getBoundingClientRect();
  const below = button.bottom + 4;
  list.style.left = `${Math.max(8, Math.min(button.left, window.innerWidth - width - 8))}px`;
  list.style.top = `${below + height > window.innerHeight - 8 ? Math.max(8, button.top - height - 4) : below}px`;
}
