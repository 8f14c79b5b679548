// The fields of a database: name, how RMAN is started, how it logs in.
import type { TargetLogin, TargetSpec } from '../../../shared/domain/target.ts';
import type { TargetOverview } from '../../../shared/ipc/slices.ts';
import { useText } from '../../i18n/text-provider.tsx';
import type { Form } from '../../state/form.ts';
import { BlackoutFields } from '../../schedule-parts/blackout-fields.tsx';
import { FieldGroup } from '../../ui/field.tsx';
import { RadioGroup, Segmented, TextField } from '../../ui/inputs.tsx';
import { GoalFields } from './goal-fields.tsx';
import { useKept } from './kept.ts';
import { LoginPasswordPart } from './login-password-part.tsx';
import { orNull } from './or-null.ts';
import { RunnerFields } from './runner-fields.tsx';
import { SqlFields } from './sql-fields.tsx';

type Part = { form: Form<TargetSpec> };

export function TargetFields({ form, target }: Part & { target: TargetOverview | null }) {
  const { t } = useText();
  const { value, change, problem } = form;
  return (
    <>
      <FieldGroup title={t('targets.identity')}>
        <TextField
          label={t('targets.name')}
          hint={t('targets.nameHint')}
          value={value.name}
          problem={problem('name')}
          onChange={(name) => change({ ...value, name })}
        />
        <TextField
          label={t('targets.notes')}
          hint={t('targets.notesHint')}
          optional
          value={value.notes}
          problem={problem('notes')}
          onChange={(notes) => change({ ...value, notes })}
        />
      </FieldGroup>
      <RunnerFields form={form} />
      <LoginFields form={form} />
      {value.login.kind === 'password' && <LoginPasswordPart target={target} username={value.login.username} />}
      <SqlFields form={form} target={target} />
      <GoalFields form={form} />
      <FieldGroup title={t('schedule.blackouts')}>
        <BlackoutFields
          value={value.blackouts}
          hint={t('targets.blackoutsHint')}
          problem={(path) => problem(`blackouts.${path}`)}
          onChange={(blackouts) => change({ ...value, blackouts })}
        />
      </FieldGroup>
    </>
  );
}

function LoginFields({ form: { value, change, problem } }: Part) {
  const { t } = useText();
  const { login } = value;
  const kept = useKept<TargetLogin>(login);
  const set = (part: Partial<TargetLogin>): void => change({ ...value, login: { ...login, ...part } as TargetLogin });
  const choose = (kind: TargetLogin['kind']): void =>
    change({ ...value, login: { ...(kept(kind) ?? freshLogin(kind)), as: login.as } });
  return (
    <FieldGroup title={t('targets.loginGroup')}>
      <RadioGroup
        legend={t('targets.loginKind')}
        value={login.kind}
        onChange={choose}
        choices={[
          { value: 'os', label: t('targets.loginOs'), hint: t('targets.loginOsHint') },
          { value: 'wallet', label: t('targets.loginWallet'), hint: t('targets.loginWalletHint') },
          { value: 'password', label: t('targets.loginPassword'), hint: t('targets.loginPasswordHint') },
        ]}
      />
      {login.kind === 'wallet' && (
        <TextField
          mono
          label={t('targets.alias')}
          hint={t('targets.aliasHint')}
          value={login.alias}
          problem={problem('login.alias')}
          onChange={(alias) => set({ alias })}
        />
      )}
      {login.kind === 'password' && (
        <>
          <TextField
            mono
            label={t('targets.username')}
            value={login.username}
            problem={problem('login.username')}
            onChange={(username) => set({ username })}
          />
          <TextField
            mono
            optional
            label={t('targets.connectIdentifier')}
            hint={t('targets.connectIdentifierHint')}
            value={login.connectIdentifier ?? ''}
            problem={problem('login.connectIdentifier')}
            onChange={(connectIdentifier) => set({ connectIdentifier: orNull(connectIdentifier) })}
          />
        </>
      )}
      <Segmented
        legend={t('targets.as')}
        hint={t('targets.asHint')}
        value={login.as}
        problem={problem('login.as')}
        onChange={(as) => set({ as })}
        choices={[
          { value: 'sysbackup', label: 'SYSBACKUP' },
          { value: 'sysdba', label: 'SYSDBA' },
        ]}
      />
    </FieldGroup>
  );
}

function freshLogin(kind: TargetLogin['kind']): TargetLogin {
  if (kind === 'os') return { kind, as: 'sysdba' };
  if (kind === 'wallet') return { kind, alias: '', as: 'sysdba' };
  return { kind, username: '', connectIdentifier: null, as: 'sysdba' };
}
