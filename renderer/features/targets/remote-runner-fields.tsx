// The way to a runner on another machine: a host behind ssh, or a container behind its client.
import type { ContainerRunner, SshRunner } from '../../../shared/domain/target.ts';
import { useText } from '../../i18n/text-provider.tsx';
import { NumberField, Segmented, TextField } from '../../ui/inputs.tsx';
import { orNull } from './or-null.ts';
import type { RunnerPart } from './runner-fields.tsx';

export function SshFields({ runner, problem, set }: RunnerPart<SshRunner>) {
  const { t } = useText();
  return (
    <>
      <div className="field-columns">
        <TextField
          mono
          label={t('targets.sshHost')}
          hint={t('targets.sshHostHint')}
          placeholder="db1.example.com"
          value={runner.host}
          problem={problem('host')}
          onChange={(host) => set({ host })}
        />
        <NumberField
          label={t('targets.sshPort')}
          min={1}
          max={65_535}
          value={runner.port}
          problem={problem('port')}
          onChange={(port) => set({ port })}
        />
      </div>
      <TextField
        mono
        label={t('targets.sshUser')}
        hint={t('targets.sshUserHint')}
        value={runner.user}
        problem={problem('user')}
        onChange={(user) => set({ user })}
      />
      <TextField
        mono
        optional
        label={t('targets.identityFile')}
        hint={t('targets.identityFileHint')}
        placeholder="/home/dba/.ssh/id_ed25519"
        value={runner.identityFile ?? ''}
        problem={problem('identityFile')}
        onChange={(identityFile) => set({ identityFile: orNull(identityFile) })}
      />
    </>
  );
}

export function ContainerFields({ runner, problem, set }: RunnerPart<ContainerRunner>) {
  const { t } = useText();
  const pods = runner.client === 'kubectl';
  // What another client has no word for would only be refused.
  const choose = (client: ContainerRunner['client']): void =>
    set({ client, ...(client === 'kubectl' ? { user: null } : { namespace: null, container: null }) });
  return (
    <>
      <Segmented
        legend={t('targets.containerClient')}
        value={runner.client}
        onChange={choose}
        choices={[
          { value: 'docker', label: 'docker' },
          { value: 'podman', label: 'podman' },
          { value: 'kubectl', label: 'kubectl' },
        ]}
      />
      <TextField
        mono
        label={t(pods ? 'targets.pod' : 'targets.container')}
        hint={t(pods ? 'targets.podHint' : 'targets.containerHint')}
        value={runner.name}
        problem={problem('name')}
        onChange={(name) => set({ name })}
      />
      {pods ? (
        <div className="field-columns">
          <TextField
            mono
            optional
            label={t('targets.namespace')}
            value={runner.namespace ?? ''}
            problem={problem('namespace')}
            onChange={(namespace) => set({ namespace: orNull(namespace) })}
          />
          <TextField
            mono
            optional
            label={t('targets.podContainer')}
            value={runner.container ?? ''}
            problem={problem('container')}
            onChange={(container) => set({ container: orNull(container) })}
          />
        </div>
      ) : (
        <TextField
          mono
          optional
          label={t('targets.containerUser')}
          hint={t('targets.containerUserHint')}
          value={runner.user ?? ''}
          problem={problem('user')}
          onChange={(user) => set({ user: orNull(user) })}
        />
      )}
      <TextField
        mono
        optional
        label={t(runner.client === 'podman' ? 'targets.connectionName' : 'targets.contextName')}
        hint={t('targets.contextNameHint')}
        value={runner.context ?? ''}
        problem={problem('context')}
        onChange={(context) => set({ context: orNull(context) })}
      />
    </>
  );
}
