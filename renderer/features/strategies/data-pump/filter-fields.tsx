// Which kinds of objects and which rows an export takes, written as lines. What is typed stays as it is typed.
import { useEffect, useState } from 'react';
import type { DataPumpScope } from '../../../../shared/domain/strategy/data-pump.ts';
import { useText } from '../../../i18n/text-provider.tsx';
import { FieldGroup } from '../../../ui/field.tsx';
import { Segmented, TextField } from '../../../ui/inputs.tsx';
import type { ExportPart } from './data-pump-fields.tsx';
import { filterItems, filterLines, queriesIn, queryLines } from './lines.ts';

const KINDS = ['none', 'include', 'exclude'] as const;

export function FilterFields({ scope, set, problem }: ExportPart) {
  const { t } = useText();
  const { filter, queries } = scope;
  const within = (path: string, count: number, keys: readonly string[]): string | undefined =>
    problem(path) ??
    Array.from({ length: count }, (_, index) => keys.map((key) => problem(`${path}.${index}.${key}`))).flat().find(Boolean);
  const items = filter.kind === 'none' ? [] : filter.items;
  return (
    <FieldGroup title={t('exports.filtersGroup')}>
      <Segmented
        legend={t('exports.filter')}
        value={filter.kind}
        onChange={(kind) => set({ filter: filterOf(kind, items) })}
        choices={KINDS.map((value) => ({ value, label: t(`exports.filter-${value}`) }))}
      />
      {filter.kind !== 'none' && (
        <Lines
          label={t('exports.filterItems')}
          hint={t('exports.filterItemsHint')}
          written={filterLines(items)}
          again={(text) => filterLines(filterItems(text))}
          problem={within('filter.items', items.length, ['path', 'expression'])}
          onChange={(text) => set({ filter: { kind: filter.kind, items: filterItems(text) } })}
        />
      )}
      {scope.content !== 'metadata-only' && !scope.estimateOnly && (
        <Lines
          optional
          label={t('exports.query')}
          hint={t('exports.queryHint')}
          written={queryLines(queries)}
          again={(text) => queryLines(queriesIn(text))}
          problem={within('queries', queries.length, ['table', 'clause'])}
          onChange={(text) => set({ queries: queriesIn(text) })}
        />
      )}
    </FieldGroup>
  );
}

const filterOf = (kind: DataPumpScope['filter']['kind'], items: ReturnType<typeof filterItems>): DataPumpScope['filter'] =>
  kind === 'none' ? { kind } : { kind, items };

type LinesProps = {
  label: string;
  hint: string;
  optional?: true;
  /** The value as lines. */
  written: string;
  /** What is typed, as its value would be written. */
  again(text: string): string;
  problem: string | undefined;
  onChange(text: string): void;
};

function Lines({ written, again, onChange, ...frame }: LinesProps) {
  const [typed, setTyped] = useState(written);
  useEffect(() => {
    setTyped((text) => (again(text) === written ? text : written));
    // `again` is a pure function, made anew with every picture.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [written]);
  return (
    <TextField
      mono
      rows={3}
      {...frame}
      value={typed}
      onChange={(text) => {
        setTyped(text);
        onChange(text);
      }}
    />
  );
}
