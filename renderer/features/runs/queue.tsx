// The queue: what each run waits for; put in order by hand, by drag or by keyboard, emptied after a plain question.
import { ArrowDown, ArrowDownToLine, ArrowUp, ArrowUpToLine, GripVertical, ListX, X } from 'lucide-react';
import { useLayoutEffect, useRef, useState, type DragEvent } from 'react';
import type { ActiveRun } from '../../../shared/domain/run.ts';
import { useCancelRun } from '../../activity/use-cancel-run.tsx';
import { waitText } from '../../activity/wait-text.ts';
import { useText } from '../../i18n/text-provider.tsx';
import { Link } from '../../navigation/link.tsx';
import { route } from '../../navigation/route.ts';
import { useAction, useClient } from '../../state/window-parts.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { RelativeTime } from '../../ui/words.tsx';
import { placeAfter, type QueueMove } from './queue-moves.ts';
import { useQueueOrder } from './use-queue-order.ts';
import './queue.css';

const MOVES = [
  { move: 'first', icon: ArrowUpToLine },
  { move: 'up', icon: ArrowUp },
  { move: 'down', icon: ArrowDown },
  { move: 'last', icon: ArrowDownToLine },
] as const;

export function Queue({ waiting }: { waiting: readonly ActiveRun[] }) {
  const { t } = useText();
  const { shown, ids, put } = useQueueOrder(waiting);
  const [said, setSaid] = useState('');
  const [dragged, setDragged] = useState<string | null>(null);
  const { list, keepFocus } = useKeptFocus();

  const move = (entry: ActiveRun, how: QueueMove): void => {
    const { id, strategyName: name } = entry.run;
    const before = placeAfter(ids, id, how);
    if (before === undefined) return;
    keepFocus(id, how);
    setSaid(t(`queue.moved-${how}`, { name }));
    void put(id, before);
  };
  const drop = (on: string, behind: boolean): void => {
    if (dragged !== null && dragged !== on) void put(dragged, behind ? (ids[ids.indexOf(on) + 1] ?? null) : on);
    setDragged(null);
  };

  return (
    <section className="queue" aria-labelledby="queue-title">
      <header>
        <h2 id="queue-title">{t('queue.title', { count: ids.length })}</h2>
        <ClearQueue count={ids.length} />
      </header>
      <ol ref={list}>
        {shown.map((entry) => (
          <QueueRow
            key={entry.run.id}
            entry={entry}
            place={ids.indexOf(entry.run.id)}
            length={ids.length}
            dragged={dragged}
            onDrag={setDragged}
            onDrop={drop}
            onMove={(how) => move(entry, how)}
          />
        ))}
      </ol>
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </section>
  );
}

/** A button that moved with its row has the focus again; at an end, where it can go no further, its neighbour. */
function useKeptFocus() {
  const list = useRef<HTMLOListElement>(null);
  const wanted = useRef<{ id: string; move: QueueMove } | null>(null);
  useLayoutEffect(() => {
    if (wanted.current === null) return;
    const { id, move } = wanted.current;
    wanted.current = null;
    const row = list.current?.querySelector(`[data-run="${id}"]`);
    const button = row?.querySelector<HTMLButtonElement>(`[data-move="${move}"]:not(:disabled)`);
    (button ?? row?.querySelector<HTMLButtonElement>('[data-move]:not(:disabled)'))?.focus();
  });
  return { list, keepFocus: (id: string, move: QueueMove) => (wanted.current = { id, move }) };
}

type RowProps = {
  entry: ActiveRun;
  /** In the whole queue, from 0. */
  place: number;
  length: number;
  dragged: string | null;
  onDrag(id: string | null): void;
  onDrop(on: string, behind: boolean): void;
  onMove(move: QueueMove): void;
};

function QueueRow({ entry: { run, waitsFor }, place, length, dragged, onDrag, onDrop, onMove }: RowProps) {
  const { t, format } = useText();
  const cancel = useCancelRun(run);
  const { over, ears } = useDropPlace(dragged !== null && dragged !== run.id, (behind) => onDrop(run.id, behind));
  const isUseless = { first: place === 0, up: place === 0, down: place === length - 1, last: place === length - 1 };
  return (
    <li
      data-run={run.id}
      draggable={length > 1}
      className={[over && `queue-${over}`, dragged === run.id && 'queue-dragged'].filter(Boolean).join(' ') || undefined}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', run.id);
        onDrag(run.id);
      }}
      onDragEnd={() => onDrag(null)}
      {...ears}
    >
      <GripVertical className="queue-grip" aria-hidden="true" size={14} />
      <span className="queue-place">{format.number(place + 1)}</span>
      <span className="active-name">
        <Link to={route('run', run.id)} draggable={false}>
          {run.strategyName}
        </Link>{' '}
        <span className="muted">{run.targetName}</span>
      </span>
      <span>{waitText(waitsFor, t)}</span>
      <span className="muted nowrap">
        <RelativeTime at={run.queuedAt} />
      </span>
      <span className="queue-tools">
        {MOVES.map(({ move, icon }) => (
          <IconButton
            needs="queue.move"
            key={move}
            icon={icon}
            label={t(`queue.${move}`, { name: run.strategyName })}
            data-move={move}
            disabled={isUseless[move]}
            onClick={() => onMove(move)}
          />
        ))}
        <IconButton needs="runs.cancel" icon={X} label={t('queue.cancel', { name: run.strategyName })} onClick={cancel.ask} />
      </span>
      {cancel.dialog}
    </li>
  );
}

/** Where a dragged row would come to lie: before or behind the row it is over. */
function useDropPlace(takes: boolean, onDrop: (behind: boolean) => void) {
  const [over, setOver] = useState<'before' | 'behind' | null>(null);
  const isBehind = (event: DragEvent<HTMLElement>): boolean => {
    const { top, height } = event.currentTarget.getBoundingClientRect();
    return event.clientY > top + height / 2;
  };
  const ears = {
    onDragOver(event: DragEvent<HTMLElement>): void {
      if (!takes) return;
      event.preventDefault();
      setOver(isBehind(event) ? 'behind' : 'before');
    },
    onDragLeave: () => setOver(null),
    onDrop(event: DragEvent<HTMLElement>): void {
      if (!takes) return;
      event.preventDefault();
      setOver(null);
      onDrop(isBehind(event));
    },
  };
  return { over: takes ? over : null, ears };
}

function ClearQueue({ count }: { count: number }) {
  const { t } = useText();
  const client = useClient();
  const { run, busy } = useAction();
  const [asking, setAsking] = useState(false);
  const clear = async (): Promise<void> => {
    await run(() => client.ask('queue.clear'), { done: (answer) => t('queue.cleared', { count: answer.count }) });
    setAsking(false);
  };
  return (
    <>
      <Button needs="queue.clear" icon={ListX} tone="quiet" onClick={() => setAsking(true)}>
        {t('queue.clear')}
      </Button>
      {asking && (
        <ConfirmDialog
          title={t('queue.clearTitle', { count })}
          confirm={t('queue.clear')}
          danger
          busy={busy}
          onConfirm={() => void clear()}
          onClose={() => setAsking(false)}
        >
          <p>{t('queue.clearText')}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
