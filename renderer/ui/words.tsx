// Small written things: times, spans, sizes, keys.
import { useParts, useNow } from '../state/window-parts.tsx';
import { useText } from '../i18n/text-provider.tsx';
import './words.css';

/** `5 minutes ago`, with the exact instant in its title; kept fresh. */
export function RelativeTime({ at }: { at: number }) {
  const { format } = useText();
  const now = useNow(10_000);
  return (
    <time dateTime={new Date(at).toISOString()} title={format.precise(at)}>
      {format.ago(at, Math.max(now, at))}
    </time>
  );
}

/** A span that is over, or one that grows while `until` is `null`. */
export function Duration({ from, until }: { from: number; until: number | null }) {
  return until === null ? <GrowingDuration from={from} /> : <Span ms={until - from} />;
}

function GrowingDuration({ from }: { from: number }) {
  return <Span ms={useNow(1000) - from} />;
}

function Span({ ms }: { ms: number }) {
  const { format } = useText();
  return <span className="nowrap">{format.duration(ms)}</span>;
}

export function Bytes({ count }: { count: number }) {
  const { format } = useText();
  return (
    <span className="nowrap" title={`${format.number(count)} B`}>
      {format.bytes(count)}
    </span>
  );
}

const NAMES: Record<string, string> = {
  mod: 'Ctrl',
  alt: 'Alt',
  shift: '⇧',
  Enter: '↵',
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
};

/** A stroke in the spelling of `Shortcut.keys`, as it stands on the keyboard. */
export function Kbd({ keys }: { keys: string }) {
  const { mac } = useParts();
  const parts = keys.split('+').filter(Boolean);
  return (
    <span className="kbd-row">
      {parts.map((part) => (
        <kbd key={part}>{part === 'mod' && mac ? '⌘' : (NAMES[part] ?? part.toUpperCase())}</kbd>
      ))}
    </span>
  );
}
