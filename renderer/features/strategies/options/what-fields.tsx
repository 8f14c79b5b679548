// What is backed up: the kind, its names or range, and for data files the way.
import {
  FILE_MODES,
  isFilesScope,
  SCOPE_KINDS,
  type BackupScope,
  type FileMode,
  type FilesScope,
  type ScopeKind,
} from '../../../../shared/domain/strategy/scope.ts';
import { useText } from '../../../i18n/text-provider.tsx';
import { FieldGroup } from '../../../ui/field.tsx';
import { RadioGroup, Select, Switch, TextField } from '../../../ui/inputs.tsx';
import { withMode, withScopeKind } from '../scope-choice.ts';
import { useDatabaseNames, type NamesOf } from './database-names.ts';
import { NameList, OptionalNumber, type NameListProps } from './fields.tsx';
import { LogRangeFields } from './log-range-fields.tsx';
import type { OptionPart } from './option-part.ts';
import { ScriptWarnings } from './script-warnings.tsx';

const SINCE_12: ReadonlySet<ScopeKind> = new Set(['root', 'pdbs']);

type WhatPart = OptionPart & { targetId: string };

export function WhatFields(part: WhatPart) {
  const { spec, change, problem } = part;
  const { t } = useText();
  const { scope } = spec;
  return (
    <FieldGroup title={t('options.whatGroup')}>
      <Select<ScopeKind>
        label={t('options.kind')}
        hint={t(`options.${scope.kind}Hint`)}
        value={scope.kind}
        problem={problem('scope.kind')}
        onChange={(kind) => change(withScopeKind(spec, kind))}
        choices={SCOPE_KINDS.map((kind) => ({
          value: kind,
          label: t(`options.${kind}`),
          ...(SINCE_12.has(kind) ? { tag: t('options.release12') } : {}),
        }))}
      />
      <ScopeNames {...part} />
      {isFilesScope(scope) && <ModeFields {...part} scope={scope} />}
    </FieldGroup>
  );
}

function ScopeNames(part: WhatPart) {
  const { change, problem, targetId } = part;
  const { t } = useText();
  const { scope } = part.spec;
  const set = (next: BackupScope): void => change({ scope: next });
  switch (scope.kind) {
    case 'pdbs':
      return (
        <OfferedNames
          label={t('options.pdbNames')}
          hint={t('options.pdbNamesHint')}
          value={scope.pdbs}
          read={String}
          problem={listProblem(problem, 'scope.pdbs', scope.pdbs)}
          targetId={targetId}
          of="pluggables"
          onChange={(pdbs) => set({ ...scope, pdbs })}
        />
      );
    case 'tablespaces':
      return (
        <OfferedNames
          label={t('options.tablespaceNames')}
          hint={t('options.tablespaceNamesHint')}
          value={scope.tablespaces}
          read={String}
          problem={listProblem(problem, 'scope.tablespaces', scope.tablespaces)}
          targetId={targetId}
          of="tablespaces"
          onChange={(tablespaces) => set({ ...scope, tablespaces })}
        />
      );
    case 'datafiles':
      return (
        <OfferedNames<string | number>
          label={t('options.datafileNames')}
          hint={t('options.datafileNamesHint')}
          value={scope.datafiles}
          read={(text) => (/^\d+$/.test(text) ? Number(text) : text)}
          problem={listProblem(problem, 'scope.datafiles', scope.datafiles)}
          targetId={targetId}
          of="data-files"
          onChange={(datafiles) => set({ ...scope, datafiles })}
        />
      );
    case 'archived-logs':
      return <LogFields {...part} scope={scope} />;
    case 'recovery-area':
      return (
        part.spec.device.kind === 'disk' && (
          <TextField
            mono
            label={t('options.areaDestination')}
            hint={t('options.areaDestinationHint')}
            value={scope.destination ?? ''}
            problem={problem('scope.destination')}
            onChange={(text) => set({ ...scope, destination: text === '' ? null : text })}
          />
        )
      );
    case 'custom-script':
      return (
        <>
          <TextField
            mono
            rows={14}
            label={t('options.script')}
            hint={t('options.scriptHint')}
            value={scope.text}
            problem={problem('scope.text')}
            onChange={(text) => set({ ...scope, text })}
          />
          <ScriptWarnings text={scope.text} />
        </>
      );
    default:
      return null;
  }
}

type OfferedProps<Item extends string | number> = NameListProps<Item> & { targetId: string; of: NamesOf };

function OfferedNames<Item extends string | number>({ targetId, of, ...list }: OfferedProps<Item>) {
  return <NameList<Item> {...list} names={useDatabaseNames(targetId, of)} />;
}

/** The problem of a list, or of the first of its items that has one. */
function listProblem(problem: OptionPart['problem'], path: string, items: readonly unknown[]): string | undefined {
  return problem(path) ?? items.map((_, index) => problem(`${path}.${index}`)).find((text) => text !== undefined);
}

function ModeFields({ spec, change, problem, scope }: OptionPart & { scope: FilesScope }) {
  const { t } = useText();
  return (
    <>
      <RadioGroup<FileMode>
        legend={t('options.how')}
        value={scope.mode}
        problem={problem('scope.mode')}
        onChange={(mode) => change(withMode(spec, mode))}
        choices={FILE_MODES.map((mode) =>
          mode === 'image-copy' || mode === 'updated-copy'
            ? { value: mode, label: t(`options.${mode}`), hint: t(`options.${mode}Hint`) }
            : { value: mode, label: t(`strategies.${mode}`), hint: t(`strategies.${mode}Hint`) },
        )}
      />
      {scope.mode.startsWith('level-1') && <p className="field-hint">{t('strategies.noParent')}</p>}
      {scope.mode === 'updated-copy' && (
        <OptionalNumber
          label={t('options.daysBehind')}
          hint={t('options.daysBehindHint')}
          numberLabel={t('options.daysBehind')}
          unit={t('options.days')}
          first={7}
          min={1}
          max={365}
          value={spec.copyDaysBehind === 0 ? null : spec.copyDaysBehind}
          problem={problem('copyDaysBehind')}
          onChange={(days) => change({ copyDaysBehind: days ?? 0 })}
        />
      )}
      <Switch
        label={t('strategies.plusLogs')}
        hint={t('strategies.plusLogsHint')}
        checked={scope.plusArchivedLogs}
        onChange={(plusArchivedLogs) => change({ scope: { ...scope, plusArchivedLogs } })}
      />
    </>
  );
}

type LogScope = Extract<BackupScope, { kind: 'archived-logs' }>;

function LogFields({ change, problem, scope }: OptionPart & { scope: LogScope }) {
  const { t } = useText();
  return (
    <>
      <LogRangeFields
        range={scope.range}
        problem={problem}
        onChange={(range) => change({ scope: { ...scope, range } })}
      />
      <OptionalNumber
        label={t('strategies.skipBackedUp')}
        numberLabel={t('strategies.skipTimes')}
        unit={t('strategies.times')}
        first={1}
        min={1}
        max={9}
        value={scope.notBackedUpTimes}
        problem={problem('scope.notBackedUpTimes')}
        onChange={(notBackedUpTimes) => change({ scope: { ...scope, notBackedUpTimes } })}
      />
      <RadioGroup
        legend={t('options.deleteInput')}
        value={scope.deleteInput}
        problem={problem('scope.deleteInput')}
        onChange={(deleteInput) => change({ scope: { ...scope, deleteInput } })}
        choices={(['keep', 'input', 'all-input'] as const).map((value) => ({
          value,
          label: t(`options.deleteInput-${value}`),
          hint: t(`options.deleteInput-${value}Hint`),
        }))}
      />
    </>
  );
}
