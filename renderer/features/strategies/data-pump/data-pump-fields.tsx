// The form of a Data Pump export: where it writes, which objects, how. Whom it takes is in what-is-exported.tsx.
import type { ReactNode } from 'react';
import type { DataPumpScope } from '../../../../shared/domain/strategy/data-pump.ts';
import { useText } from '../../../i18n/text-provider.tsx';
import { FieldGroup } from '../../../ui/field.tsx';
import { NumberField, RadioGroup, Select, Switch, TextField } from '../../../ui/inputs.tsx';
import { Fold, OptionalText } from '../options/fields.tsx';
import { EncryptionFields } from '../options/how-fields.tsx';
import type { OptionPart } from '../options/option-part.ts';
import { FilterFields } from './filter-fields.tsx';
import { WhatIsExported } from './what-is-exported.tsx';

/** What every group of fields of an export gets. */
export type ExportPart = {
  scope: DataPumpScope;
  set(part: Partial<DataPumpScope>): void;
  /** The text for a field of the scope. */
  problem(path: string): string | undefined;
};

/** Nothing for a strategy of RMAN's. `password` stands below the choice of an encryption with a password. */
export function DataPumpFields(option: OptionPart & { password: ReactNode }) {
  const { scope } = option.spec;
  if (scope.kind !== 'data-pump') return null;
  const part: ExportPart = {
    scope,
    set: (changed) => option.change({ scope: { ...scope, ...changed } }),
    problem: (path) => option.problem(`scope.${path}`),
  };
  return (
    <>
      <WhatIsExported {...part} />
      {!scope.estimateOnly && <FileFields {...part} />}
      <FilterFields {...part} />
      <HowExported {...part} option={option} />
    </>
  );
}

const FILES = ['up-to-99', 'any-number', 'single'] as const;

function FileFields({ scope, set, problem }: ExportPart) {
  const { t } = useText();
  return (
    <FieldGroup title={t('exports.filesGroup')}>
      <PlaceFields scope={scope} set={set} problem={problem} />
      <Select
        label={t('exports.files')}
        value={scope.files}
        problem={problem('files')}
        onChange={(files) => set({ files })}
        choices={FILES.map((value) => ({
          value,
          label: t(`exports.files-${value}`),
          ...(value === 'any-number' ? { tag: t('exports.release122') } : {}),
        }))}
      />
      <OptionalText
        capitals
        label={t('exports.fileSize')}
        hint={t('exports.fileSizeHint')}
        placeholder="8G"
        value={scope.fileSize}
        problem={problem('fileSize')}
        onChange={(fileSize) => set({ fileSize })}
      />
      <NumberField
        label={t('exports.parallel')}
        hint={t('exports.parallelHint')}
        min={1}
        max={64}
        value={scope.parallel}
        problem={problem('parallel')}
        onChange={(parallel) => set({ parallel })}
      />
      <p className="field-hint">{t('exports.reuse')}</p>
    </FieldGroup>
  );
}

function PlaceFields({ scope, set, problem }: ExportPart) {
  const { t } = useText();
  return (
    <>
      <TextField
        mono
        label={t('exports.directory')}
        hint={t('exports.directoryHint')}
        value={scope.directory}
        problem={problem('directory')}
        onChange={(directory) => set({ directory: directory.toUpperCase() })}
      />
      <TextField
        mono
        label={t('exports.fileName')}
        hint={t('exports.fileNameHint')}
        value={scope.fileName}
        problem={problem('fileName')}
        onChange={(fileName) => set({ fileName })}
      />
    </>
  );
}

const COMPRESSIONS = ['metadata-only', 'none', 'data-only', 'all'] as const;
const ENCRYPTED = ['all', 'data-only', 'metadata-only', 'encrypted-columns-only'] as const;
const LEVELS = ['basic', 'low', 'medium', 'high'] as const;

function HowExported({ scope, set, problem, option }: ExportPart & { option: OptionPart & { password: ReactNode } }) {
  const { t } = useText();
  const pressesRows = scope.compression === 'all' || scope.compression === 'data-only';
  return (
    <FieldGroup title={t('exports.howGroup')}>
      <RadioGroup
        legend={t('exports.compression')}
        value={scope.compression}
        problem={problem('compression')}
        onChange={(compression) => set({ compression, compressionLevel: null })}
        choices={COMPRESSIONS.map((value) => ({
          value,
          label: t(`exports.compression-${value}`),
          hint: t(`exports.compression-${value}Hint`),
          ...(value === 'all' || value === 'data-only' ? { tag: t('exports.licence') } : {}),
        }))}
      />
      {pressesRows && (
        <Select
          label={t('exports.level')}
          value={scope.compressionLevel ?? 'default'}
          problem={problem('compressionLevel')}
          onChange={(level) => set({ compressionLevel: level === 'default' ? null : level })}
          choices={[
            { value: 'default', label: t('exports.level-default') },
            ...LEVELS.map((value) => ({ value, label: value.toUpperCase() })),
          ]}
        />
      )}
      <EncryptionFields {...option} />
      {option.spec.encryption.kind !== 'as-configured' && (
        <Select
          label={t('exports.encrypted')}
          value={scope.encrypted}
          problem={problem('encrypted')}
          onChange={(encrypted) => set({ encrypted })}
          choices={ENCRYPTED.map((value) => ({ value, label: t(`exports.encrypted-${value}`) }))}
        />
      )}
      <MoreFields scope={scope} set={set} problem={problem} />
    </FieldGroup>
  );
}

function MoreFields({ scope, set, problem }: ExportPart) {
  const { t } = useText();
  const { estimateOnly, estimate, version, cluster } = scope;
  const open = estimateOnly || estimate !== 'blocks' || version !== null || cluster;
  return (
    <Fold title={t('exports.more')} open={open || problem('version') !== undefined}>
      <Switch
        label={t('exports.estimateOnly')}
        hint={t('exports.estimateOnlyHint')}
        checked={estimateOnly}
        onChange={(on) => set(on ? { estimateOnly: on, fileSize: null, parallel: 1 } : { estimateOnly: on })}
      />
      <Select
        label={t('exports.estimate')}
        value={estimate}
        onChange={(by) => set({ estimate: by })}
        choices={(['blocks', 'statistics'] as const).map((value) => ({ value, label: t(`exports.estimate-${value}`) }))}
      />
      <Select
        label={t('exports.logTime')}
        value={scope.logTime}
        problem={problem('logTime')}
        onChange={(logTime) => set({ logTime })}
        choices={(['all', 'status', 'logfile', 'none'] as const).map((value) => ({ value, label: t(`exports.logTime-${value}`) }))}
      />
      <Switch label={t('exports.metrics')} checked={scope.metrics} onChange={(metrics) => set({ metrics })} />
      <OptionalText
        capitals
        label={t('exports.version')}
        hint={t('exports.versionHint')}
        placeholder="12.2"
        value={version}
        problem={problem('version')}
        onChange={(next) => set({ version: next })}
      />
      <Switch
        label={t('exports.cluster')}
        hint={t('exports.clusterHint')}
        checked={cluster}
        onChange={(next) => set({ cluster: next })}
      />
    </Fold>
  );
}
