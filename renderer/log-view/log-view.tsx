// The log view: shows any log through a window of a few dozen lines, follows it, searches it, jumps in it, copies it.
import { FileText, TriangleAlert } from 'lucide-react';
import { useEffect, useId, useMemo, useRef, useState, useSyncExternalStore, type CSSProperties, type KeyboardEvent } from 'react';
import { useText } from '../i18n/text-provider.tsx';
import { useFailureText, useShortcut } from '../state/window-parts.tsx';
import { Button } from '../ui/button.tsx';
import { Callout, Empty } from '../ui/layout.tsx';
import { ErrorEcho } from './error-echo.tsx';
import { FindBar } from './find-bar.tsx';
import { GoToLine } from './go-to-line.tsx';
import { LogLine } from './log-line.tsx';
import { LogTools } from './log-tools.tsx';
import { createLogWindow, type LogWindow, type WindowView } from './log-window.ts';
import type { LogSource } from './log-source.ts';
import { isSelected } from './selection.ts';
import { useCopy } from './use-copy.ts';
import { useCursor, type Cursor } from './use-cursor.ts';
import { useErrorJumps } from './use-error-jumps.ts';
import { useFind } from './use-find.ts';
import { useLogScroll } from './use-log-scroll.ts';
import { useWrap } from './use-wrap.ts';
import './log-view.css';

export type LogTarget = { line: number };

type LogViewProps = {
  /** Another source is another log: give the view a key that changes with it. */
  source: LogSource;
  /** 0-based lines of the errors as the verdict knows them, ascending; `null` when they must be looked for. */
  errors: readonly number[] | null;
  /** A line (0-based) to show; another object asks for it again. */
  target: LogTarget | null;
  /** What the search begins with; empty for no search. */
  find?: string;
  /** Without it nothing can be saved. */
  onSave?: () => void;
};

export function LogView({ source, errors, target, find: initialFind = '', onSave }: LogViewProps) {
  const { t } = useText();
  const win = useMemo(() => createLogWindow(source, requestAnimationFrame), [source]);
  const view = useSyncExternalStore(win.subscribe, win.view);
  const [wrap, setWrap] = useWrap(win);
  const cursor = useCursor(win, view);
  const find = useFind(source, cursor, initialFind);
  const jumps = useErrorJumps(source, cursor, errors);
  const copy = useCopy(source, cursor.selection);
  const [findAsked, setFindAsked] = useState(0);
  const [asksLine, setAsksLine] = useState(false);
  const lines = useRef<HTMLDivElement>(null);
  const { jump } = cursor;

  useEffect(() => {
    if (target) jump(target.line);
  }, [target, jump]);

  const showFind = (): void => {
    find.show();
    setFindAsked((times) => times + 1);
  };
  useShortcut('mod+f', t('log.find'), showFind);
  useShortcut('mod+g', t('log.goToLine'), () => setAsksLine(true));
  useShortcut('F8', t('log.nextError'), jumps.next);
  useShortcut('shift+F8', t('log.previousError'), jumps.previous);

  return (
    <section className="log-view" aria-label={t('log.lines')}>
      <LogTools
        view={view}
        selection={cursor.selection}
        wrap={wrap}
        finding={find.open}
        onFind={find.open ? find.hide : showFind}
        onGoTo={() => setAsksLine(true)}
        onNextError={jumps.next}
        onPreviousError={jumps.previous}
        onWrap={() => setWrap(!wrap)}
        onCopy={copy}
        onSave={onSave ?? null}
        onFollow={win.followAgain}
      />
      {find.open && (
        <FindBar
          find={find}
          asked={findAsked}
          onClose={() => {
            find.hide();
            lines.current?.focus();
          }}
        />
      )}
      <p className="visually-hidden" role="status">
        {jumps.said}
      </p>
      <ErrorEcho view={view} />
      <Failure failure={view.failure} onAgain={() => win.scrollBy(0)} />
      {view.ready && view.total === 0 ? (
        <Empty icon={FileText} title={t(view.growing ? 'log.emptyGrowing' : 'log.empty')} />
      ) : (
        <Lines win={win} view={view} cursor={cursor} wrap={wrap} marked={find.open ? find.text : ''} onCopy={copy} place={lines} />
      )}
      {asksLine && <GoToLine total={view.total} onGo={jump} onClose={() => setAsksLine(false)} />}
    </section>
  );
}

type LinesProps = {
  win: LogWindow;
  view: WindowView;
  cursor: Cursor;
  wrap: boolean;
  marked: string;
  onCopy(): void;
  place: { current: HTMLDivElement | null };
};

/** Columns of the mark and the spaces around the line number. */
const MARGIN_COLUMNS = 5;

function Lines({ win, view, cursor, wrap, marked, onCopy, place }: LinesProps) {
  const { t, format } = useText();
  const id = useId();
  const ruler = useRef<HTMLSpanElement>(null);
  const margin = Math.max(3, format.number(view.total).length) + MARGIN_COLUMNS;
  useLogScroll(win, { scroller: place, ruler }, view.share, margin);
  const head = cursor.selection?.head;
  const headInSight = head !== undefined && view.lines.some((line) => line.number === head);

  const onKeyDown = (event: KeyboardEvent): void => {
    const copies = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'c';
    if (copies) {
      // Characters selected with the mouse are the browser's to copy.
      if (window.getSelection()?.isCollapsed === false) return;
      onCopy();
    } else if (!cursor.onKey(event)) return;
    event.preventDefault();
  };

  return (
    <div
      ref={place}
      className={wrap ? 'log-scroller log-wrapped' : 'log-scroller'}
      tabIndex={0}
      role="listbox"
      aria-multiselectable="true"
      aria-label={t('log.lines')}
      aria-description={t('log.keysHint')}
      aria-busy={!view.ready}
      aria-activedescendant={headInSight ? `${id}-${head}` : undefined}
      onKeyDown={onKeyDown}
      onMouseDown={cursor.onMouseDown}
      style={{ '--log-digits': `${margin - MARGIN_COLUMNS}ch`, '--log-columns': `${view.widest + margin}ch` } as CSSProperties}
    >
      <span ref={ruler} className="log-ruler" aria-hidden="true">
        {'0'.repeat(100)}
      </span>
      <div className="log-space" role="presentation" style={{ height: view.space }}>
        <div className="log-window" role="presentation" style={{ height: view.viewport }}>
          <div role="presentation" style={{ marginTop: -view.offset }}>
            {view.lines.map(({ number, text, rows }) => (
              <LogLine
                key={number}
                id={`${id}-${number}`}
                number={number}
                text={text}
                height={rows * view.rowHeight}
                total={view.total}
                selected={isSelected(cursor.selection, number)}
                cursor={number === head}
                marked={marked}
              />
            ))}
          </div>
        </div>
      </div>
    </div>
  );
}

function Failure({ failure, onAgain }: { failure: unknown; onAgain(): void }) {
  const { t } = useText();
  const failureText = useFailureText();
  const [reason, setReason] = useState<string | null>(null);
  useEffect(() => {
    let left = false;
    if (failure !== null) void failureText(failure).then((text) => left || setReason(text));
    return () => {
      left = true;
    };
  }, [failure, failureText]);
  if (failure === null || reason === null) return null;
  return (
    <Callout tone="bad" icon={TriangleAlert}>
      <p>{t('log.unreadable', { reason })}</p>
      <p>
        <Button onClick={onAgain}>{t('log.readAgain')}</Button>
      </p>
    </Callout>
  );
}
