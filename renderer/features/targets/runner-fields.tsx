// How RMAN is started: where, and what each place needs to be known of it.
import { newTargetSpec, type OracleRunner, type TargetRunner, type TargetSpec } from '../../../shared/domain/target.ts';
import { useText } from '../../i18n/text-provider.tsx';
import type { Form } from '../../state/form.ts';
import { FieldGroup } from '../../ui/field.tsx';
import { NumberField, RadioGroup, Select, TextField } from '../../ui/inputs.tsx';
import { ContainerFields, SshFields } from './remote-runner-fields.tsx';
import { useKept } from './kept.ts';
import { orNull } from './or-null.ts';
import { RELEASES } from './words.ts';

/** What the fields of one kind of runner need. */
export type RunnerPart<Runner extends TargetRunner> = {
  runner: Runner;
  /** The problem of a field of the runner. */
  problem(field: string): string | undefined;
  set(part: Partial<Runner>): void;
};

export function RunnerFields({ form: { value, change, problem: problemAt } }: { form: Form<TargetSpec> }) {
  const { t } = useText();
  const { runner } = value;
  const kept = useKept<TargetRunner>(runner);
  const choose = (kind: TargetRunner['kind']): void =>
    change({ ...value, runner: kept(kind) ?? newTargetSpec(kind).runner });
  const part = {
    problem: (field: string) => problemAt(`runner.${field}`),
    set: (fields: Partial<TargetRunner>): void =>
      change({ ...value, runner: { ...runner, ...fields } as TargetRunner }),
  };
  return (
    <FieldGroup title={t('targets.runner')}>
      <RadioGroup
        legend={t('targets.runnerKind')}
        value={runner.kind}
        onChange={choose}
        choices={[
          { value: 'local', label: t('targets.runnerLocal'), hint: t('targets.runnerLocalHint') },
          { value: 'ssh', label: t('targets.runnerSsh'), hint: t('targets.runnerSshHint') },
          { value: 'container', label: t('targets.runnerContainer'), hint: t('targets.runnerContainerHint') },
          { value: 'simulated', label: t('targets.runnerSimulated'), hint: t('targets.runnerSimulatedHint') },
        ]}
      />
      {runner.kind === 'ssh' && <SshFields runner={runner} {...part} />}
      {runner.kind === 'container' && <ContainerFields runner={runner} {...part} />}
      {runner.kind === 'simulated' ? (
        <SimulatedFields runner={runner} {...part} />
      ) : (
        <OracleHomeFields runner={runner} {...part} />
      )}
      {(runner.kind === 'ssh' || runner.kind === 'container') && (
        <TextField
          mono
          label={t('targets.workDirectory')}
          hint={t('targets.workDirectoryHint')}
          value={runner.workDirectory}
          problem={part.problem('workDirectory')}
          onChange={(workDirectory) => part.set({ workDirectory })}
        />
      )}
    </FieldGroup>
  );
}

function OracleHomeFields({ runner, problem, set }: RunnerPart<OracleRunner>) {
  const { t } = useText();
  return (
    <>
      <TextField
        mono
        label={t('targets.oracleHome')}
        hint={t('targets.oracleHomeHint')}
        placeholder="/u01/app/oracle/product/19.0.0/dbhome_1"
        value={runner.oracleHome}
        problem={problem('oracleHome')}
        onChange={(oracleHome) => set({ oracleHome })}
      />
      <TextField
        mono
        label={t('targets.oracleSid')}
        hint={t('targets.oracleSidHint')}
        value={runner.oracleSid}
        problem={problem('oracleSid')}
        onChange={(oracleSid) => set({ oracleSid })}
      />
      <TextField
        mono
        optional
        label={t('targets.tnsAdmin')}
        hint={t('targets.tnsAdminHint')}
        value={runner.tnsAdmin ?? ''}
        problem={problem('tnsAdmin')}
        onChange={(tnsAdmin) => set({ tnsAdmin: orNull(tnsAdmin) })}
      />
    </>
  );
}

function SimulatedFields({ runner, problem, set }: RunnerPart<Extract<TargetRunner, { kind: 'simulated' }>>) {
  const { t } = useText();
  return (
    <>
      <Select
        label={t('targets.version')}
        value={runner.version}
        problem={problem('version')}
        choices={(['11.2', '12.2', '19', '21', '23'] as const).map((version) => ({ value: version, label: RELEASES[version] }))}
        onChange={(version) => set({ version })}
      />
      <NumberField
        label={t('targets.seconds')}
        unit={t('targets.secondsUnit')}
        min={0}
        max={3600}
        value={runner.seconds}
        problem={problem('seconds')}
        onChange={(seconds) => set({ seconds })}
      />
      <TextField
        mono
        optional
        label={t('targets.failure')}
        hint={t('targets.failureHint')}
        value={runner.failure ?? ''}
        problem={problem('failure')}
        onChange={(failure) => set({ failure: orNull(failure) })}
      />
    </>
  );
}
