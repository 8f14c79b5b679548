// How RMAN writes: channels, compression, encryption, tag; folded below, sets and channels one by one.
import type { ReactNode } from 'react';
import { applies, type OptionKey } from '../../../../shared/domain/strategy/applies.ts';
import type { Encryption } from '../../../../shared/domain/strategy/options.ts';
import { useText } from '../../../i18n/text-provider.tsx';
import { FieldGroup } from '../../../ui/field.tsx';
import { NumberField, RadioGroup, Select } from '../../../ui/inputs.tsx';
import { ChannelFields } from './channel-fields.tsx';
import { Fold, OptionalText, OptionalWhole } from './fields.tsx';
import type { OptionPart } from './option-part.ts';

const LICENSED = new Set(['low', 'medium', 'high']);

/** `password` stands below the choice of an encryption with a password. */
export function HowFields(part: OptionPart & { password: ReactNode }) {
  const { spec, change, problem } = part;
  const { t } = useText();
  const offers = (key: OptionKey): boolean => applies(key, spec.scope);
  if (!offers('channels')) return null;
  return (
    <FieldGroup title={t('options.howGroup')}>
      <NumberField
        label={t('strategies.channels')}
        hint={t('strategies.channelsHint')}
        min={1}
        max={32}
        value={spec.channels}
        problem={problem('channels')}
        onChange={(channels) => change({ channels })}
      />
      {offers('compression') && (
        <RadioGroup
          legend={t('strategies.compression')}
          value={spec.compression}
          problem={problem('compression')}
          onChange={(compression) => change({ compression })}
          choices={(['none', 'basic', 'low', 'medium', 'high'] as const).map((value) => ({
            value,
            label: t(`strategies.compression-${value}`),
            hint: t(`strategies.compression-${value}Hint`),
            ...(LICENSED.has(value) ? { tag: t('strategies.licence') } : {}),
          }))}
        />
      )}
      {offers('encryption') && <EncryptionFields {...part} />}
      <OptionalText
        capitals
        label={t('strategies.tag')}
        hint={t('strategies.tagHint')}
        value={spec.tag}
        problem={problem('tag')}
        onChange={(tag) => change({ tag })}
      />
      <SetFields {...part} />
    </FieldGroup>
  );
}

const ENCRYPTIONS: readonly Encryption['kind'][] = ['as-configured', 'transparent', 'password', 'dual'];

export function EncryptionFields({
  spec: { encryption }, change, problem, password,
}: OptionPart & { password: ReactNode }) {
  const { t } = useText();
  return (
    <>
      <RadioGroup
        legend={t('options.encryption')}
        value={encryption.kind}
        problem={problem('encryption')}
        onChange={(kind) => change({ encryption: kind === 'as-configured' ? { kind } : { kind, algorithm: null } })}
        choices={ENCRYPTIONS.map((value) => ({
          value,
          label: t(`options.encryption-${value}`),
          hint: t(`options.encryption-${value}Hint`),
          ...(value === 'as-configured' ? {} : { tag: t('options.security') }),
        }))}
      />
      {encryption.kind !== 'as-configured' && (
        <div className="indented">
          <Select
            label={t('options.algorithm')}
            value={encryption.algorithm ?? 'default'}
            onChange={(value) => change({ encryption: { ...encryption, algorithm: value === 'default' ? null : value } })}
            choices={[
              { value: 'default', label: t('options.algorithm-default') },
              ...(['AES128', 'AES192', 'AES256'] as const).map((value) => ({ value, label: value })),
            ]}
          />
          {encryption.kind !== 'transparent' && password}
        </div>
      )}
    </>
  );
}

const SIZES = ['sectionSize', 'maxSetSize', 'maxPieceSize'] as const;
const EXAMPLE = { sectionSize: '32G', maxSetSize: '500G', maxPieceSize: '64G' };

function SetFields(part: OptionPart) {
  const { spec, change, problem } = part;
  const { t } = useText();
  const set = SIZES.some((key) => spec[key] !== null) || spec.filesPerSet !== null || spec.perChannel.length > 0;
  const wrong = ['sectionSize', 'maxSetSize', 'maxPieceSize', 'filesPerSet', 'perChannel'].some((key) => problem(key));
  return (
    <Fold title={t('options.more')} open={set || wrong}>
      {applies('sectionSize', spec.scope) && <SizeField name="sectionSize" {...part} />}
      {applies('filesPerSet', spec.scope) && (
        <OptionalWhole
          label={t('options.filesPerSet')}
          hint={t('options.filesPerSetHint')}
          value={spec.filesPerSet}
          problem={problem('filesPerSet')}
          onChange={(filesPerSet) => change({ filesPerSet })}
        />
      )}
      {applies('maxSetSize', spec.scope) && <SizeField name="maxSetSize" {...part} />}
      {applies('maxPieceSize', spec.scope) && <SizeField name="maxPieceSize" {...part} />}
      <ChannelFields {...part} />
    </Fold>
  );
}

function SizeField({ name, spec, change, problem }: OptionPart & { name: (typeof SIZES)[number] }) {
  const { t } = useText();
  return (
    <OptionalText
      capitals
      label={t(`options.${name}`)}
      hint={t(`options.${name}Hint`)}
      placeholder={EXAMPLE[name]}
      value={spec[name]}
      problem={problem(name)}
      onChange={(size) => change({ [name]: size })}
    />
  );
}
