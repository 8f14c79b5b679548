// What an export takes: mode and names, content, the moment that all tables belong to, and from which service.
import type { DataPumpScope, ExportWhat } from '../../../../shared/domain/strategy/data-pump.ts';
import { useText } from '../../../i18n/text-provider.tsx';
import { FieldGroup } from '../../../ui/field.tsx';
import { RadioGroup, Segmented, Select, Switch, TextField } from '../../../ui/inputs.tsx';
import { NameList, OptionalText } from '../options/fields.tsx';
import type { ExportPart } from './data-pump-fields.tsx';

const MODES = ['schemas', 'tables', 'tablespaces', 'full'] as const;
const CONTENTS = ['all', 'data-only', 'metadata-only'] as const;

export function WhatIsExported(part: ExportPart) {
  const { scope, set, problem } = part;
  const { t } = useText();
  return (
    <FieldGroup title={t('exports.whatGroup')}>
      <Segmented
        legend={t('exports.by')}
        value={scope.what.by}
        onChange={(by) => set({ what: emptyOf(by) })}
        choices={MODES.map((value) => ({ value, label: t(`exports.by-${value}`) }))}
      />
      <ExportedNames {...part} />
      <Select
        label={t('exports.content')}
        value={scope.content}
        problem={problem('content')}
        onChange={(content) => set({ content })}
        choices={CONTENTS.map((value) => ({ value, label: t(`exports.content-${value}`) }))}
      />
      <ConsistentFields {...part} />
      <OptionalText
        label={t('exports.service')}
        hint={t('exports.serviceHint')}
        value={scope.connectIdentifier}
        problem={problem('connectIdentifier')}
        onChange={(connectIdentifier) => set({ connectIdentifier })}
      />
      <Switch
        label={t('exports.privileged')}
        hint={t('exports.privilegedHint')}
        checked={scope.privileged}
        onChange={(privileged) => set({ privileged })}
      />
    </FieldGroup>
  );
}

function emptyOf(by: ExportWhat['by']): ExportWhat {
  switch (by) {
    case 'full':
      return { by };
    case 'schemas':
      return { by, schemas: [] };
    case 'tables':
      return { by, tables: [] };
    case 'tablespaces':
      return { by, tablespaces: [] };
  }
}

function ExportedNames({ scope: { what }, set, problem }: ExportPart) {
  const { t } = useText();
  if (what.by === 'full') return null;
  const [names, put] =
    what.by === 'schemas'
      ? [what.schemas, (schemas: string[]) => set({ what: { by: 'schemas', schemas } })]
      : what.by === 'tables'
        ? [what.tables, (tables: string[]) => set({ what: { by: 'tables', tables } })]
        : [what.tablespaces, (tablespaces: string[]) => set({ what: { by: 'tablespaces', tablespaces } })];
  const path = `what.${what.by}`;
  return (
    <NameList<string>
      key={what.by}
      label={t(`exports.${what.by}`)}
      hint={t(`exports.${what.by}Hint`)}
      value={names}
      read={String}
      problem={problem(path) ?? names.map((_, index) => problem(`${path}.${index}`)).find((text) => text !== undefined)}
      onChange={put}
    />
  );
}

function ConsistentFields({ scope: { consistent }, set, problem }: ExportPart) {
  const { t } = useText();
  return (
    <>
      <RadioGroup<DataPumpScope['consistent']['kind']>
        legend={t('exports.consistent')}
        value={consistent.kind}
        onChange={(kind) => set({ consistent: kind === 'at' ? { kind, moment: '' } : { kind } })}
        choices={(['start', 'at', 'none'] as const).map((value) => ({
          value,
          label: t(`exports.consistent-${value}`),
          hint: t(`exports.consistent-${value}Hint`),
        }))}
      />
      {consistent.kind === 'at' && (
        <div className="indented">
          <TextField
            mono
            label={t('exports.moment')}
            hint={t('exports.momentHint')}
            value={consistent.moment}
            problem={problem('consistent.moment')}
            onChange={(moment) => set({ consistent: { kind: 'at', moment } })}
          />
        </div>
      )}
    </>
  );
}
