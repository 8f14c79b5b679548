// The days ahead as a picture: how far back each could be restored, and how full each place is. One stop for the
// keyboard: arrows go from day to day. What colour says, a pattern or a mark says too; the table says all of it.
import { useLayoutEffect, useRef, useState, type KeyboardEvent, type PointerEvent, type RefObject } from 'react';
import { useText } from '../../i18n/text-provider.tsx';
import { windowDays } from '../../../shared/simulation/cost-of-misses.ts';
import type { Filling } from '../../../shared/simulation/rooms.ts';
import type { SimulatedDay } from '../../../shared/simulation/simulate.ts';
import { briefDate, dateOf, placeText, restorableText, rounded } from './readiness-words.ts';

const DAY_MS = 86_400_000;
const LEFT = 44;
const RIGHT = 12;
const TOP = 16;
const WINDOW_HEIGHT = 150;
const AXIS = 34;
const PLACE_HEIGHT = 44;
const PLACE_GAP = 24;
/** Less than this much shorter than planned is nothing to look at: an hour of a run that ended later. */
const NOTABLE_DAYS = 0.25;

type ChartProps = {
  days: readonly SimulatedDay[];
  planned: readonly SimulatedDay[];
  fillings: readonly Filling[];
  selected: number;
  onSelect(index: number): void;
};

export function WindowChart({ days, planned, fillings, selected, onSelect }: ChartProps) {
  const { t, format, language } = useText();
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place);
  const step = Math.max(4, (width - LEFT - RIGHT) / days.length);
  const most = niceMost(Math.max(1, ...days.map(windowDays), ...planned.map(windowDays)));
  const height = TOP + WINDOW_HEIGHT + AXIS + fillings.length * (PLACE_HEIGHT + PLACE_GAP);
  const at = (event: PointerEvent<SVGSVGElement>): number =>
    Math.floor((event.clientX - event.currentTarget.getBoundingClientRect().left - LEFT) / step);
  const shown = days[selected];
  return (
    <div
      ref={place}
      className="window-chart"
      role="slider"
      tabIndex={0}
      aria-label={t('readiness.chartLabel')}
      aria-valuemin={1}
      aria-valuemax={days.length}
      aria-valuenow={selected + 1}
      aria-valuetext={
        shown && t('readiness.dayText', { date: dateOf(shown, format), restorable: restorableText(shown, t, format) })
      }
      onKeyDown={(event) => moveByKey(event, selected, days.length, onSelect)}
    >
      <svg
        width={width}
        height={height}
        aria-hidden="true"
        onPointerDown={(event) => {
          const index = at(event);
          if (index >= 0 && index < days.length) onSelect(index);
        }}
      >
        <Patterns />
        <rect className="chart-selected" x={LEFT + selected * step} y={TOP} width={step} height={height - TOP} />
        <WindowAxis most={most} width={width} title={t('readiness.windowAxis')} />
        {days.map((day, index) => (
          <DayBars key={day.until} day={day} plan={planned[index]} x={LEFT + index * step} step={step} most={most} />
        ))}
        {days !== planned && <PlannedOutline planned={planned} step={step} most={most} />}
        {days.map((day, index) =>
          index % 7 === 0 ? (
            <text key={day.until} className="chart-text" x={LEFT + index * step} y={TOP + WINDOW_HEIGHT + AXIS - 8}>
              {briefDate(day, language)}
            </text>
          ) : null,
        )}
        {fillings.map((filling, row) => (
          <PlaceRow
            key={filling.place}
            filling={filling}
            days={days}
            step={step}
            width={width}
            y={TOP + WINDOW_HEIGHT + AXIS + row * (PLACE_HEIGHT + PLACE_GAP)}
            title={`${placeText(filling.place, t)} · ${format.bytes(filling.most)}`}
            full={t('readiness.capacity')}
          />
        ))}
      </svg>
    </div>
  );
}

function moveByKey(event: KeyboardEvent, selected: number, count: number, onSelect: (index: number) => void): void {
  const steps: Record<string, number> = {
    ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 7, PageDown: -7, Home: -count, End: count,
  };
  const step = steps[event.key];
  if (step === undefined) return;
  event.preventDefault();
  onSelect(Math.min(count - 1, Math.max(0, selected + step)));
}

function useWidth(place: RefObject<HTMLDivElement | null>): number {
  const [width, setWidth] = useState(900);
  useLayoutEffect(() => {
    const element = place.current;
    if (element === null) return;
    const watch = new ResizeObserver(() => setWidth(Math.max(320, element.clientWidth)));
    watch.observe(element);
    setWidth(Math.max(320, element.clientWidth));
    return () => watch.disconnect();
  }, [place]);
  return width;
}

/** The next number that divides well. */
const niceMost = (days: number): number => NICE.find((one) => one >= days) ?? Math.ceil(days / 365) * 365;
const NICE = [1, 2, 4, 8, 14, 21, 28, 42, 60, 90, 120, 180, 365];

function Patterns() {
  return (
    <defs>
      <pattern id="chart-shorter" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect className="chart-shorter-ground" width="5" height="5" />
        <rect className="chart-shorter-line" width="2" height="5" />
      </pattern>
      <pattern id="chart-nothing" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect className="chart-nothing-line" width="1.5" height="6" />
      </pattern>
    </defs>
  );
}

const heightOf = (days: number, most: number): number => (Math.min(days, most) / most) * WINDOW_HEIGHT;

function WindowAxis({ most, width, title }: { most: number; width: number; title: string }) {
  const ticks = [0, most / 2, most];
  return (
    <g>
      <text className="chart-text" x={LEFT} y={TOP - 5}>
        {title}
      </text>
      {ticks.map((tick) => {
        const y = TOP + WINDOW_HEIGHT - heightOf(tick, most);
        return (
          <g key={tick}>
            <line className="chart-line" x1={LEFT} x2={width - RIGHT} y1={y} y2={y} />
            <text className="chart-text chart-tick" x={LEFT - 6} y={y + 4}>
              {rounded(tick)}
            </text>
          </g>
        );
      })}
    </g>
  );
}

type DayBarsProps = { day: SimulatedDay; plan: SimulatedDay | undefined; x: number; step: number; most: number };

function DayBars({ day, plan, x, step, most }: DayBarsProps) {
  const isShorter = plan !== undefined && windowDays(plan) - windowDays(day) > NOTABLE_DAYS;
  const bottom = TOP + WINDOW_HEIGHT;
  const width = Math.max(2, step - 2);
  const isMissed = day.runs.some(({ missed }) => missed.length > 0);
  return (
    <g>
      {day.restorable.map(({ from, to }) => {
        const y = bottom - heightOf((day.until - from) / DAY_MS, most);
        const end = bottom - heightOf((day.until - to) / DAY_MS, most);
        return (
          <rect
            key={from}
            className={isShorter ? 'chart-window chart-window-shorter' : 'chart-window'}
            x={x + 1}
            y={y}
            width={width}
            height={Math.max(1.5, end - y)}
          />
        );
      })}
      {day.restorable.length === 0 && (
        <g>
          <rect className="chart-nothing" x={x + 1} y={TOP} width={width} height={WINDOW_HEIGHT} />
          <Cross x={x + step / 2} y={bottom - 8} />
        </g>
      )}
      {isMissed && <Cross x={x + step / 2} y={bottom + 9} small />}
    </g>
  );
}

function Cross({ x, y, small = false }: { x: number; y: number; small?: boolean }) {
  const half = small ? 3 : 4;
  return (
    <path className="chart-cross" d={`M${x - half} ${y - half}l${half * 2} ${half * 2}m0 ${-half * 2}l${-half * 2} ${half * 2}`} />
  );
}

function PlannedOutline({ planned, step, most }: { planned: readonly SimulatedDay[]; step: number; most: number }) {
  const points = planned.map((day, index) => {
    const y = TOP + WINDOW_HEIGHT - heightOf(windowDays(day), most);
    return `${index === 0 ? 'M' : 'L'}${LEFT + index * step} ${y}H${LEFT + (index + 1) * step}`;
  });
  return <path className="chart-planned" d={points.join('')} />;
}

type PlaceRowProps = {
  filling: Filling;
  days: readonly SimulatedDay[];
  step: number;
  width: number;
  y: number;
  title: string;
  full: string;
};

function PlaceRow({ filling, days, step, width, y, title, full }: PlaceRowProps) {
  const { place, begin, most, freeBytes, fullOn } = filling;
  const limit = freeBytes === null ? null : begin + freeBytes;
  // A limit far above would press everything else to the floor.
  const top = Math.max(1, most, limit !== null && limit < most * 3 ? limit : 0);
  const bottom = y + PLACE_GAP - 8 + PLACE_HEIGHT;
  const scale = (bytes: number): number => (bytes / top) * PLACE_HEIGHT;
  return (
    <g>
      <text className="chart-text" x={LEFT} y={y + 10}>
        {title}
      </text>
      {days.map((day, index) => {
        const bytes = day.places.find((one) => one.place === place)?.bytes ?? 0;
        const isOver = fullOn !== null && index >= fullOn;
        const height = scale(bytes);
        return (
          <rect
            key={day.until}
            className={isOver ? 'chart-space chart-space-over' : 'chart-space'}
            x={LEFT + index * step + 1}
            y={bottom - height}
            width={Math.max(2, step - 2)}
            height={height}
          />
        );
      })}
      <line className="chart-line" x1={LEFT} x2={width - RIGHT} y1={bottom} y2={bottom} />
      {limit !== null && limit <= top && (
        <g>
          <line className="chart-limit" x1={LEFT} x2={width - RIGHT} y1={bottom - scale(limit)} y2={bottom - scale(limit)} />
          <text className="chart-text chart-tick" x={LEFT - 6} y={bottom - scale(limit) + 4}>
            {full}
          </text>
        </g>
      )}
    </g>
  );
}
