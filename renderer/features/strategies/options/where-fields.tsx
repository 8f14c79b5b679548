// Where a backup goes: device, place and names of the pieces, and the control file beside it.
import { Plus } from 'lucide-react';
import { useRef } from 'react';
import { applies } from '../../../../shared/domain/strategy/applies.ts';
import { useText } from '../../../i18n/text-provider.tsx';
import { Button } from '../../../ui/button.tsx';
import { FieldGroup } from '../../../ui/field.tsx';
import { RadioGroup, Switch, TextField } from '../../../ui/inputs.tsx';
import { Menu } from '../../../ui/menu.tsx';
import { OptionalText } from './fields.tsx';
import type { OptionPart } from './option-part.ts';

export function WhereFields(part: OptionPart) {
  const { spec, change, problem } = part;
  const { t } = useText();
  if (!applies('device', spec.scope)) return null;
  const { device } = spec;
  return (
    <FieldGroup title={t('strategies.whereGroup')}>
      <RadioGroup
        legend={t('options.device')}
        value={device.kind}
        problem={problem('device.kind') ?? problem('device')}
        onChange={(kind) => change({ device: kind === 'disk' ? { kind } : { kind, parms: null } })}
        choices={[
          { value: 'disk', label: t('options.disk'), hint: t('options.diskHint') },
          { value: 'sbt', label: t('options.sbt'), hint: t('options.sbtHint') },
        ]}
      />
      {device.kind === 'sbt' ? (
        <>
          <OptionalText
            label={t('options.parms')}
            hint={t('options.parmsHint')}
            value={device.parms}
            problem={problem('device.parms')}
            onChange={(parms) => change({ device: { ...device, parms } })}
          />
          <OptionalText
            label={t('options.tapeFormat')}
            hint={t('options.tapeFormatHint')}
            value={spec.format}
            problem={problem('format')}
            onChange={(format) => change({ format })}
          />
        </>
      ) : (
        spec.scope.kind !== 'recovery-area' && <DiskPlace {...part} />
      )}
      {applies('controlFile', spec.scope) && spec.scope.kind !== 'control-file' && <ControlFileFields {...part} />}
    </FieldGroup>
  );
}

const FIRST_FORMAT = '/%d_%T_%U.bkp';

function DiskPlace({ spec: { format }, change, problem }: OptionPart) {
  const { t } = useText();
  const kept = useRef(format ?? FIRST_FORMAT);
  if (format !== null) kept.current = format;
  return (
    <>
      <RadioGroup
        legend={t('strategies.where')}
        value={format === null ? 'default' : 'format'}
        problem={format === null ? problem('format') : undefined}
        onChange={(next) => change({ format: next === 'default' ? null : kept.current })}
        choices={[
          { value: 'default', label: t('strategies.whereDefault'), hint: t('strategies.whereDefaultHint') },
          { value: 'format', label: t('strategies.whereFormat'), hint: t('strategies.whereFormatHint') },
        ]}
      />
      {format !== null && (
        <FormatField format={format} problem={problem('format')} onChange={(next) => change({ format: next })} />
      )}
    </>
  );
}

/** The elements of piece formats that are offered; `%U` first because it is always right. */
const ELEMENTS = ['U', 'd', 'I', 'T', 's', 'p', 't', 'u', 'c'] as const;

type FormatProps = { format: string; problem: string | undefined; onChange(format: string): void };

function FormatField({ format, problem, onChange }: FormatProps) {
  const { t } = useText();
  const input = useRef<HTMLInputElement>(null);
  const insert = (element: string): void => {
    const field = input.current;
    const from = field?.selectionStart ?? format.length;
    const until = field?.selectionEnd ?? from;
    onChange(`${format.slice(0, from)}${element}${format.slice(until)}`);
    requestAnimationFrame(() => {
      field?.focus();
      field?.setSelectionRange(from + element.length, from + element.length);
    });
  };
  return (
    <TextField
      mono
      inputRef={input}
      label={t('strategies.format')}
      hint={t('strategies.formatHint')}
      value={format}
      problem={problem}
      onChange={onChange}
      beside={
        <Menu
          items={ELEMENTS.map((letter) => ({
            label: (
              <>
                <code>%{letter}</code> {t(`strategies.element-${letter}`)}
              </>
            ),
            onSelect: () => insert(`%${letter}`),
          }))}
        >
          {(button) => (
            <Button icon={Plus} {...button}>
              {t('strategies.formatInsert')}
            </Button>
          )}
        </Menu>
      }
    />
  );
}

function ControlFileFields({ spec: { controlFile }, change, problem }: OptionPart) {
  const { t } = useText();
  const wrong = problem('controlFile.kind') ?? problem('controlFile');
  return (
    <>
      <RadioGroup
        legend={t('options.controlFile')}
        value={controlFile.kind}
        problem={wrong}
        onChange={(kind) =>
          change({ controlFile: kind === 'autobackup' ? { kind, configure: false, format: null } : { kind } })
        }
        choices={(['as-configured', 'in-backup', 'autobackup'] as const).map((value) => ({
          value,
          label: t(`options.controlFile-${value}`),
          hint: t(`options.controlFile-${value}Hint`),
        }))}
      />
      {controlFile.kind === 'autobackup' && (
        <div className="indented">
          <Switch
            label={t('options.autobackupConfigure')}
            hint={t('options.autobackupConfigureHint')}
            checked={controlFile.configure}
            onChange={(configure) => change({ controlFile: { ...controlFile, configure } })}
          />
          <OptionalText
            label={t('options.autobackupFormat')}
            hint={t('options.autobackupFormatHint')}
            value={controlFile.format}
            problem={problem('controlFile.format')}
            onChange={(format) => change({ controlFile: { ...controlFile, format } })}
          />
        </div>
      )}
    </>
  );
}
