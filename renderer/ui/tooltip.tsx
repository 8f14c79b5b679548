// A short text that appears beside a control on hover and on keyboard focus. Never the only place of an information.
import { useRef, useState, type ReactNode } from 'react';
import './tooltip.css';

/** Pixels: half of a usual text, and the distance to the control. */
const EDGE = 80;
const GAP = 6;

export function Tooltip({ text, children }: { text: string; children: ReactNode }) {
  const anchor = useRef<HTMLSpanElement>(null);
  const [place, setPlace] = useState<{ left: number; top: number } | null>(null);

  const show = (): void => {
    const box = anchor.current?.firstElementChild?.getBoundingClientRect();
    if (!box) return;
    const middle = box.left + box.width / 2;
    setPlace({ left: Math.min(Math.max(middle, EDGE), window.innerWidth - EDGE), top: box.bottom + GAP });
  };
  const hide = (): void => setPlace(null);
  const showForKeyboard = (): void => {
    if (anchor.current?.querySelector(':focus-visible')) show();
  };

  return (
    <span
      ref={anchor}
      className="tooltip-anchor"
      onMouseEnter={show}
      onMouseLeave={hide}
      onFocus={showForKeyboard}
      onBlur={hide}
      onMouseDown={hide}
      onKeyDown={(event) => event.key === 'Escape' && hide()}
    >
      {children}
      {place && (
        <span className="tooltip" aria-hidden="true" style={place}>
          {text}
        </span>
      )}
    </span>
  );
}
