// What sizes are reckoned from, each figure with where it comes from, and the room of each place. All can be changed.
import { useText } from '../../i18n/text-provider.tsx';
import type { Figures, Source } from '../../../shared/simulation/figures.ts';
import type { Room } from '../../../shared/simulation/rooms.ts';
import { TAPE } from '../../../shared/simulation/place.ts';
import { Button } from '../../ui/button.tsx';
import { FieldGroup } from '../../ui/field.tsx';
import { NumberField, Select, Switch } from '../../ui/inputs.tsx';
import { placeText } from './readiness-words.ts';

const GIB = 2 ** 30;

type EditorProps = {
  figures: Figures;
  rooms: readonly Room[];
  isEdited: boolean;
  onFigures(figures: Figures): void;
  onRooms(rooms: Room[]): void;
  onReset(): void;
};

type NumberName = 'databaseBytes' | 'dailyChange' | 'redoPerDay' | 'compression';

/** The unit that people type, and how many of ours one of them is. */
const NUMBERS: Record<NumberName, { unit: string; size: number; min: number; max: number }> = {
  databaseBytes: { unit: 'GiB', size: GIB, min: 0.1, max: 10_000_000 },
  dailyChange: { unit: '%', size: 0.01, min: 0, max: 100 },
  redoPerDay: { unit: 'GiB', size: GIB, min: 0, max: 10_000_000 },
  compression: { unit: '%', size: 0.01, min: 1, max: 100 },
};
const EDITED: Source = { kind: 'edited' };

export function FiguresEditor({ figures, rooms, isEdited, onFigures, onRooms, onReset }: EditorProps) {
  const { t, format } = useText();
  const sourceText = (source: Source): string =>
    source.kind === 'past-runs'
      ? t('readiness.source-past-runs', { count: source.runs, name: source.strategyName, date: format.date(source.newest) })
      : t(`readiness.source-${source.kind}`);
  return (
    <div className="figures">
      <p className="muted">{t('readiness.figuresHint')}</p>
      <FieldGroup title={t('readiness.figures')}>
        {(Object.keys(NUMBERS) as NumberName[]).map((name) => {
          const { unit, size, min, max } = NUMBERS[name];
          const { value, source } = figures[name];
          return (
            <NumberField
              key={name}
              label={t(`readiness.${name}`)}
              hint={sourceText(source)}
              unit={unit}
              min={min}
              max={max}
              value={shortened(value / size)}
              problem={Number.isFinite(value) ? undefined : t('readiness.problem-number')}
              onChange={(typed) => {
                // What is no number, or no size, changes nothing: the days stay as they were.
                if (!(typed >= min && typed <= max)) return;
                onFigures({ ...figures, [name]: { value: typed * size, source: EDITED } });
              }}
            />
          );
        })}
        <Switch
          label={t('readiness.keepsRedo')}
          hint={sourceText(figures.keepsRedo.source)}
          checked={figures.keepsRedo.value}
          onChange={(value) => onFigures({ ...figures, keepsRedo: { value, source: EDITED } })}
        />
        <RetentionFields
          figures={figures}
          hint={sourceText(figures.configuredRetention.source)}
          onChange={(value) => onFigures({ ...figures, configuredRetention: { value, source: EDITED } })}
        />
        {rooms.filter(({ place }) => place !== TAPE).map((room) => (
          <NumberField
            key={room.place}
            label={t('readiness.freeIn', { place: placeText(room.place, t) })}
            hint={t(`readiness.source-${room.source}`)}
            unit="GiB"
            min={0}
            value={room.freeBytes === null ? Number.NaN : shortened(room.freeBytes / GIB)}
            onChange={(typed) =>
              onRooms(
                rooms.map((one) =>
                  one.place === room.place
                    ? { ...one, freeBytes: typed >= 0 ? typed * GIB : null, source: typed >= 0 ? 'edited' : 'unknown' }
                    : one,
                ),
              )
            }
          />
        ))}
      </FieldGroup>
      {isEdited && <Button onClick={onReset}>{t('readiness.resetFigures')}</Button>}
    </div>
  );
}

type Retention = Figures['configuredRetention']['value'];
const KINDS = ['redundancy', 'window', 'none'] as const;

type RetentionProps = { figures: Figures; hint: string; onChange(value: Retention): void };

function RetentionFields({ figures, hint, onChange }: RetentionProps) {
  const { t } = useText();
  const { value } = figures.configuredRetention;
  return (
    <>
      <Select
        label={t('readiness.retention')}
        hint={hint}
        value={value.kind}
        choices={KINDS.map((kind) => ({ value: kind, label: t(`readiness.retention-${kind}`) }))}
        onChange={(kind) =>
          onChange(kind === 'redundancy' ? { kind, copies: 1 } : kind === 'window' ? { kind, days: 14 } : { kind })
        }
      />
      {value.kind === 'redundancy' && (
        <NumberField
          label={t('readiness.copies')}
          min={1}
          max={100}
          value={value.copies}
          onChange={(copies) => {
            if (Number.isInteger(copies) && copies >= 1 && copies <= 100) onChange({ kind: 'redundancy', copies });
          }}
        />
      )}
      {value.kind === 'window' && (
        <NumberField
          label={t('readiness.windowDays')}
          min={1}
          max={3650}
          value={value.days}
          onChange={(days) => {
            if (Number.isInteger(days) && days >= 1 && days <= 3650) onChange({ kind: 'window', days });
          }}
        />
      )}
    </>
  );
}

/** Two places behind the point are more than anybody knows. */
const shortened = (value: number): number => Math.round(value * 100) / 100;
