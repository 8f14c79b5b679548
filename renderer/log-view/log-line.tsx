// One line of a log: number, mark and text. The mark says in the margin what the colour says in the text.
import { ChevronRight, CircleCheck, CircleX, Dot, FileBox, ListMinus, Play, TriangleAlert, type LucideIcon } from 'lucide-react';
import { memo } from 'react';
import type { LogLineKind } from '../../shared/domain/log-line.ts';
import { classifyLine } from '../../shared/rman/log/classify-line.ts';
import { useText } from '../i18n/text-provider.tsx';
import { markedStretches } from '../ui/marks.ts';

type MarkedKind = Exclude<LogLineKind, 'blank' | 'plain' | 'banner' | 'connection' | 'info'>;

const MARKS: Partial<Record<LogLineKind, LucideIcon>> & Record<Exclude<MarkedKind, 'stack'>, LucideIcon> = {
  error: CircleX,
  header: CircleX,
  warning: TriangleAlert,
  step: Play,
  piece: FileBox,
  copy: FileBox,
  channel: Dot,
  skip: ListMinus,
  echo: ChevronRight,
  end: CircleCheck,
};

const isMarked = (kind: LogLineKind): kind is MarkedKind => kind === 'stack' || kind in MARKS;

type LogLineProps = {
  id: string;
  number: number;
  text: string | undefined;
  height: number;
  total: number;
  selected: boolean;
  cursor: boolean;
  /** What the search looks for; empty when nothing. */
  marked: string;
};

export const LogLine = memo(function LogLine(props: LogLineProps) {
  const { id, number, text, height, total, selected, cursor, marked } = props;
  const { t, format } = useText();
  const kind = text === undefined ? 'blank' : classifyLine(text);
  const Mark = MARKS[kind];
  const classes = ['log-line', `log-${kind}`, selected ? 'log-selected' : '', cursor ? 'log-cursor' : ''];
  return (
    <div
      id={id}
      className={classes.filter(Boolean).join(' ')}
      role="option"
      aria-selected={selected}
      aria-posinset={number + 1}
      aria-setsize={total}
      data-line={number}
      style={{ height }}
    >
      <span className="log-margin" data-margin="">
        <span className="log-number">{format.number(number + 1)}</span>
        <span className="log-mark">
          {Mark && <Mark size={12} aria-hidden="true" />}
          {isMarked(kind) && <span className="visually-hidden">{t(`log.kind-${kind}`)}</span>}
        </span>
      </span>
      <span className="log-text">
        {text === undefined ? <span className="log-awaited" /> : <Marked text={text} wanted={marked} />}
      </span>
    </div>
  );
});

function Marked({ text, wanted }: { text: string; wanted: string }) {
  if (wanted === '') return text;
  return markedStretches(text, [wanted]).map((stretch, index) =>
    stretch.marked ? <mark key={index}>{stretch.text}</mark> : stretch.text,
  );
}
