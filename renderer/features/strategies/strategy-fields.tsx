// The fields of a strategy, group by group.
import { useText } from '../../i18n/text-provider.tsx';
import type { Form } from '../../state/form.ts';
import { useSlice } from '../../state/window-parts.tsx';
import { FieldGroup } from '../../ui/field.tsx';
import { Select, TextField } from '../../ui/inputs.tsx';
import { DeletionPreview } from './deletion-preview.tsx';
import { FormJumps } from './form-jumps.tsx';
import { AfterFields } from './options/after-fields.tsx';
import { DataPumpFields } from './data-pump/data-pump-fields.tsx';
import { HowFields } from './options/how-fields.tsx';
import { KeepFields } from './options/keep-fields.tsx';
import type { OptionPart as Part } from './options/option-part.ts';
import { EncryptionPasswordPart } from './options/encryption-password-part.tsx';
import { WhatFields } from './options/what-fields.tsx';
import { WhereFields } from './options/where-fields.tsx';
import { WindowFields } from './options/window-fields.tsx';
import { MissedFields } from './schedule/missed-fields.tsx';
import { NotificationFields } from './schedule/notification-fields.tsx';
import { ScheduleFields } from './schedule/schedule-fields.tsx';
import type { StrategyDraft } from './strategy-page.tsx';

/** `id`: the saved strategy, `null` for a new one. */
export function StrategyFields({ form, id }: { form: Form<StrategyDraft>; id: string | null }) {
  const { value, problem } = form;
  const part: Part = {
    spec: value.spec,
    change: (changed) => form.change({ ...value, spec: { ...value.spec, ...changed } }),
    problem: (path) => problem(`spec.${path}`),
  };
  return (
    <>
      <FormJumps form={form} />
      <Identity form={form} part={part} />
      <WhatFields {...part} targetId={value.targetId} />
      <WhereFields {...part} />
      <DataPumpFields {...part} password={<EncryptionPasswordPart id={id} />} />
      <HowFields {...part} password={<EncryptionPasswordPart id={id} />} />
      <WindowFields {...part} />
      <KeepFields {...part} />
      <AfterFields {...part} />
      <DeletionPreview spec={value.spec} targetId={value.targetId} />
      <AutomationFields targetId={value.targetId} part={part} />
    </>
  );
}

/** What it does by itself: when, what after a miss or a failure, whom it tells. */
function AutomationFields({ targetId, part: { spec, change, problem } }: { targetId: string; part: Part }) {
  const target = useSlice('targets').find((one) => one.id === targetId);
  const everywhere = useSlice('settings').blackouts;
  const blackouts = [target?.spec.blackouts ?? null, everywhere].filter((one) => one !== null);
  return (
    <>
      <ScheduleFields
        schedule={spec.schedule}
        blackouts={blackouts}
        problem={(path) => problem(`schedule.${path}`)}
        onChange={(schedule) => change({ schedule })}
      />
      <MissedFields missed={spec.missed} retries={spec.retries} problem={problem} onChange={change} />
      <NotificationFields
        notifications={spec.notifications}
        problem={(path) => problem(`notifications.${path}`)}
        onChange={(notifications) => change({ notifications })}
      />
    </>
  );
}

function Identity({ form, part: { spec, change, problem } }: { form: Form<StrategyDraft>; part: Part }) {
  const { t } = useText();
  const targets = useSlice('targets');
  const { value } = form;
  const choices = targets.map((target) => ({ value: target.id, label: target.spec.name }));
  return (
    <FieldGroup title={t('strategies.identity')}>
      <TextField
        label={t('strategies.name')}
        hint={t('strategies.nameHint')}
        value={spec.name}
        problem={problem('name')}
        onChange={(name) => change({ name })}
      />
      <Select
        label={t('strategies.database')}
        value={value.targetId}
        problem={form.problem('targetId') && t('strategies.databaseNone')}
        choices={value.targetId === '' ? [{ value: '', label: t('strategies.databaseChoose') }, ...choices] : choices}
        onChange={(targetId) => form.change({ ...value, targetId })}
      />
      <TextField
        optional
        label={t('strategies.notes')}
        value={spec.notes}
        problem={problem('notes')}
        onChange={(notes) => change({ notes })}
      />
    </FieldGroup>
  );
}
