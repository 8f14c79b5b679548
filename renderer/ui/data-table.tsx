// A table of many rows: sticky sortable headers, one row in the tab order, arrows between rows, Enter opens. Draws only
// the rows in sight, so its length costs nothing.
import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useEffect, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react';
import { useText } from '../i18n/text-provider.tsx';
import './data-table.css';

export type Column<Row> = {
  id: string;
  title: string;
  /** Keeps the title for screen readers only: columns of buttons. */
  bareTitle?: boolean;
  cell(row: Row): ReactNode;
  /** A CSS width; columns without one share what is left. */
  width?: string;
  align?: 'end';
  sortable?: boolean;
  /** Left out where the window is narrower than 900 px. */
  dispensable?: boolean;
};

export type TableSort = { by: string; descending: boolean };

type DataTableProps<Row> = {
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf(row: Row): string;
  sort?: TableSort;
  /** The same column again turns the direction around. */
  onSort?(sort: TableSort): void;
  onOpen?(row: Row): void;
  rowClass?(row: Row): string | undefined;
  /** Puts a heading over every stretch of rows with the same key. */
  groups?: { keyOf(row: Row): string; heading(row: Row): ReactNode };
  /** `page`: the table grows to its whole length and the page scrolls; `own`: it scrolls inside its place. */
  scroll?: 'own' | 'page';
  /** Height of a typical row in pixels, before rows are measured. */
  rowHeight?: number;
  /** How many rows there are in all when `rows` is only the part loaded so far. */
  total?: number;
  /** The user has come near the last row. */
  onNearEnd?(): void;
  /** Key of the row to begin at, once it is there: where the user was before. */
  startAt?: string | null;
};

const INTERACTIVE = 'a, button, input, select, label, [role=menuitem]';

/** What is drawn: rows, and headings over their groups. */
type Item<Row> = { row: Row; heading: boolean; key: string };

function itemsOf<Row>(rows: readonly Row[], keyOf: (row: Row) => string, groups: DataTableProps<Row>['groups']): Item<Row>[] {
  const items: Item<Row>[] = [];
  let group: string | null = null;
  for (const row of rows) {
    const key = groups?.keyOf(row) ?? null;
    if (key !== null && key !== group) items.push({ row, heading: true, key: `group ${key}` });
    group = key;
    items.push({ row, heading: false, key: keyOf(row) });
  }
  return items;
}

export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, columns, rows, keyOf, sort, onSort, onOpen, rowClass, groups, total, onNearEnd } = props;
  const { rowHeight = 35, scroll = 'own', startAt = null } = props;
  const place = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState<string | null>(null);
  const wantsFocus = useRef(false);
  const items = useMemo(() => itemsOf(rows, keyOf, groups), [rows, keyOf, groups]);
  const margin = useMargin(place, scroll === 'page');
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => (scroll === 'own' ? place.current : scrollerOf(place.current)),
    estimateSize: () => rowHeight,
    getItemKey: (index) => items[index]?.key ?? index,
    scrollMargin: margin,
    overscan: 12,
  });
  const drawn = virtual.getVirtualItems();
  const first = drawn[0];
  const last = drawn.at(-1);
  const firstRow = items.findIndex((item) => !item.heading);
  const known = current === null ? -1 : items.findIndex((item) => item.key === current);
  const reach = known < 0 ? firstRow : known;

  const lastDrawn = last?.index ?? -1;
  useEffect(() => {
    if (lastDrawn >= items.length - 20) onNearEnd?.();
  }, [lastDrawn, items.length, onNearEnd]);

  useEffect(() => {
    if (!wantsFocus.current) return;
    const row = place.current?.querySelector<HTMLElement>(`tr[data-index="${reach}"]`);
    if (!row) return;
    wantsFocus.current = false;
    row.focus();
  });

  const started = useRef(false);
  useEffect(() => {
    const at = startAt === null || started.current ? -1 : items.findIndex((item) => item.key === startAt);
    if (at < 0) return;
    started.current = true;
    wantsFocus.current = true;
    setCurrent(startAt);
    virtual.scrollToIndex(at, { align: 'center' });
  }, [startAt, items, virtual]);

  const moveTo = (index: number, step: 1 | -1): void => {
    let to = Math.max(firstRow, Math.min(items.length - 1, index));
    if (items[to]?.heading) to += to + step >= firstRow && to + step < items.length ? step : -step;
    const item = items[to];
    if (!item) return;
    wantsFocus.current = true;
    setCurrent(item.key);
    virtual.scrollToIndex(to);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLTableSectionElement>): void => {
    if (!(event.target instanceof HTMLTableRowElement)) return;
    const page = Math.max(1, drawn.length - 24);
    const item = items[reach];
    if (event.key === 'ArrowDown') moveTo(reach + 1, 1);
    else if (event.key === 'ArrowUp') moveTo(reach - 1, -1);
    else if (event.key === 'PageDown') moveTo(reach + page, 1);
    else if (event.key === 'PageUp') moveTo(reach - page, -1);
    else if (event.key === 'Home') moveTo(0, 1);
    else if (event.key === 'End') moveTo(items.length - 1, -1);
    else if (event.key === 'Enter' && item && onOpen) onOpen(item.row);
    else return;
    event.preventDefault();
  };

  const onClick = (event: MouseEvent, row: Row): void => {
    const chosen = window.getSelection()?.isCollapsed === false;
    if (!chosen && event.target instanceof Element && !event.target.closest(INTERACTIVE)) onOpen?.(row);
  };

  const cellClass = (column: Column<Row>): string | undefined =>
    [column.align === 'end' ? 'cell-end' : '', column.dispensable ? 'cell-dispensable' : ''].filter(Boolean).join(' ') ||
    undefined;

  return (
    <div className={scroll === 'own' ? 'table-scroller' : undefined} ref={place}>
      <table className={onOpen ? 'table table-opens' : 'table'} aria-label={label} aria-rowcount={(total ?? items.length) + 1}>
        <thead>
          <tr>
            {columns.map((column) => (
              <HeaderCell key={column.id} column={column} className={cellClass(column)} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody onKeyDown={onKeyDown}>
          {first && <Gap height={first.start - margin} />}
          {drawn.map(({ index, key }) => {
            const item = items[index];
            if (!item) return null;
            const { row } = item;
            if (item.heading) {
              return (
                <tr key={String(key)} ref={virtual.measureElement} data-index={index} className="table-group">
                  <th scope="rowgroup" colSpan={columns.length}>
                    {groups?.heading(row)}
                  </th>
                </tr>
              );
            }
            return (
              <tr
                key={String(key)}
                ref={virtual.measureElement}
                data-index={index}
                aria-rowindex={index + 2}
                tabIndex={index === reach ? 0 : -1}
                className={rowClass?.(row)}
                onFocus={() => setCurrent(item.key)}
                onClick={(event) => onClick(event, row)}
              >
                {columns.map((column) => (
                  <td key={column.id} className={cellClass(column)}>
                    {column.cell(row)}
                  </td>
                ))}
              </tr>
            );
          })}
          {last && <Gap height={virtual.getTotalSize() + margin - last.end} />}
        </tbody>
      </table>
    </div>
  );
}

const scrollerOf = (place: HTMLElement | null): HTMLElement | null => place?.closest('main') ?? null;

/** How far below the top of the page the table begins. */
function useMargin(place: { current: HTMLElement | null }, wanted: boolean): number {
  const [margin, setMargin] = useState(0);
  // After every drawing, since what stands above may have grown; the same number again draws nothing.
  /* eslint-disable react-hooks/exhaustive-deps */
  useLayoutEffect(() => {
    const scroller = scrollerOf(place.current);
    if (!wanted || !scroller || !place.current) return;
    const top = place.current.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop;
    setMargin(Math.round(top));
  });
  /* eslint-enable react-hooks/exhaustive-deps */
  return wanted ? margin : 0;
}

type HeaderProps<Row> = {
  column: Column<Row>;
  className: string | undefined;
  sort: TableSort | undefined;
  onSort: ((sort: TableSort) => void) | undefined;
};

function HeaderCell<Row>({ column, className, sort, onSort }: HeaderProps<Row>) {
  const { t } = useText();
  const sorted = sort?.by === column.id;
  const Arrow = sort?.descending ? ArrowDown : ArrowUp;
  const width = column.width === undefined ? {} : { width: column.width };
  return (
    <th
      scope="col"
      className={className}
      style={width}
      aria-sort={sorted ? (sort.descending ? 'descending' : 'ascending') : undefined}
    >
      {column.sortable && onSort ? (
        <button
          type="button"
          className="sort-button"
          onClick={() => onSort({ by: column.id, descending: sorted ? !sort.descending : false })}
        >
          {column.title}
          {sorted && <Arrow size={13} aria-label={t(sort.descending ? 'ui.sortedDown' : 'ui.sortedUp')} />}
        </button>
      ) : (
        <span className={column.bareTitle ? 'visually-hidden' : undefined}>{column.title}</span>
      )}
    </th>
  );
}

/** Stands for the rows out of sight. One cell wide: spanning columns that are left out would make room for them. */
function Gap({ height }: { height: number }) {
  return height <= 0 ? null : (
    <tr aria-hidden="true" className="table-gap">
      <td style={{ height }} />
    </tr>
  );
}
