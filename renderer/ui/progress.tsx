// Signs that something is under way. A bar is only drawn for a share that is known.
import './progress.css';

export function Spinner() {
  return <span className="spinner" aria-hidden="true" />;
}

/** `share` from 0 to 1, or `null` when nothing honest can be said about how much is left. */
export function Progress({ share, label }: { share: number | null; label: string }) {
  const shown = share === null ? null : Math.round(Math.min(1, Math.max(0, share)) * 100);
  return (
    <div
      className="progress"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={shown ?? undefined}
    >
      <div className={shown === null ? 'progress-open' : 'progress-done'} style={shown === null ? {} : { width: `${shown}%` }} />
    </div>
  );
}
