// The frames of pages: header with actions, empty states, two panes side by side, facts in rows.
import type { ReactNode } from 'react';
import type { LucideIcon } from 'lucide-react';
import './layout.css';

type PageProps = {
  title: ReactNode;
  /** A line under the title. */
  about?: ReactNode;
  actions?: ReactNode;
  /** The page keeps to the window's height and its parts scroll themselves. */
  fixed?: boolean;
  children: ReactNode;
};

export function PageFrame({ title, about, actions, fixed, children }: PageProps) {
  return (
    <div className={fixed ? 'page page-fixed' : 'page'}>
      <header className="page-header">
        <div className="page-title">
          <h1>{title}</h1>
          {about && <div className="muted">{about}</div>}
        </div>
        {actions && <div className="page-actions">{actions}</div>}
      </header>
      {children}
    </div>
  );
}

type EmptyProps = { icon: LucideIcon; title: string; children?: ReactNode; actions?: ReactNode };

/** Nothing to show, and the next step. */
export function Empty({ icon: Icon, title, children, actions }: EmptyProps) {
  return (
    <div className="empty">
      <Icon aria-hidden="true" size={28} />
      <p className="empty-title">{title}</p>
      {children && <p className="muted">{children}</p>}
      {actions && <div className="empty-actions">{actions}</div>}
    </div>
  );
}

/** Two panes; one below the other when there is no room for both. */
export function Split({ first, second }: { first: ReactNode; second: ReactNode }) {
  return (
    <div className="split">
      <div className="split-pane">{first}</div>
      <div className="split-pane">{second}</div>
    </div>
  );
}

/** Pairs of term and value. */
export function Facts({ children }: { children: ReactNode }) {
  return <dl className="facts">{children}</dl>;
}

export function Fact({ term, children }: { term: ReactNode; children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

export type Tone = 'good' | 'warning' | 'bad' | 'idle' | 'active';

/** A sentence that must not be missed, inside a page. */
export function Callout({ tone, icon: Icon, children }: { tone: Tone; icon: LucideIcon; children: ReactNode }) {
  return (
    <div className={`callout callout-${tone}`}>
      <Icon aria-hidden="true" size={16} />
      <div>{children}</div>
    </div>
  );
}
