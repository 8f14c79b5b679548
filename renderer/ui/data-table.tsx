// A table of many rows: sticky sortable headers, one row in the tab order, arrows between rows, Enter opens. Draws only
// the rows in sight, so its length costs nothing.
import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useEffect, useRef, useState, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react';
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
  /** Height of a typical row in pixels, before rows are measured. */
  rowHeight?: number;
  /** How many rows there are in all when `rows` is only the part loaded so far. */
  total?: number;
  /** The user has come near the last row. */
  onNearEnd?(): void;
};

const INTERACTIVE = 'a, button, input, select, label, [role=menuitem]';

export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, columns, rows, keyOf, sort, onSort, onOpen, rowClass, rowHeight = 37, total, onNearEnd } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(0);
  const wantsFocus = useRef(false);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => {
      const row = rows[index];
      return row === undefined ? index : keyOf(row);
    },
    overscan: 12,
  });
  const drawn = virtual.getVirtualItems();
  const first = drawn[0];
  const last = drawn.at(-1);
  const reach = Math.min(current, Math.max(0, rows.length - 1));

  const lastDrawn = last?.index ?? -1;
  useEffect(() => {
    if (lastDrawn >= rows.length - 20) onNearEnd?.();
  }, [lastDrawn, rows.length, onNearEnd]);

  useEffect(() => {
    if (!wantsFocus.current) return;
    const row = scroller.current?.querySelector<HTMLElement>(`tr[data-index="${reach}"]`);
    if (!row) return;
    wantsFocus.current = false;
    row.focus();
  });

  const moveTo = (index: number): void => {
    const to = Math.max(0, Math.min(rows.length - 1, index));
    wantsFocus.current = true;
    setCurrent(to);
    virtual.scrollToIndex(to);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLTableSectionElement>): void => {
    if (!(event.target instanceof HTMLTableRowElement)) return;
    const page = Math.max(1, drawn.length - 24);
    const to = {
      ArrowDown: reach + 1,
      ArrowUp: reach - 1,
      PageDown: reach + page,
      PageUp: reach - page,
      Home: 0,
      End: rows.length - 1,
    }[event.key];
    const row = rows[reach];
    if (to !== undefined) moveTo(to);
    else if (event.key === 'Enter' && row !== undefined && onOpen) onOpen(row);
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
    <div className="table-scroller" ref={scroller}>
      <table className={onOpen ? 'table table-opens' : 'table'} aria-label={label} aria-rowcount={(total ?? rows.length) + 1}>
        <thead>
          <tr>
            {columns.map((column) => (
              <HeaderCell key={column.id} column={column} className={cellClass(column)} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody onKeyDown={onKeyDown}>
          {first && first.start > 0 && <Gap height={first.start} columns={columns.length} />}
          {drawn.map(({ index, key }) => {
            const row = rows[index];
            if (row === undefined) return null;
            return (
              <tr
                key={String(key)}
                ref={virtual.measureElement}
                data-index={index}
                aria-rowindex={index + 2}
                tabIndex={index === reach ? 0 : -1}
                className={rowClass?.(row)}
                onFocus={() => setCurrent(index)}
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
          {last && <Gap height={virtual.getTotalSize() - last.end} columns={columns.length} />}
        </tbody>
      </table>
    </div>
  );
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

/** Stands for the rows out of sight. */
function Gap({ height, columns }: { height: number; columns: number }) {
  return height <= 0 ? null : (
    <tr aria-hidden="true" className="table-gap">
      <td colSpan={columns} style={{ height }} />
    </tr>
  );
}
