// The page of one database: its form beside what the doctor finds and the strategies it has.
import { Database, Ellipsis, Plus } from 'lucide-react';
import { newTargetSpec, targetSpecSchema, type TargetSpec } from '../../../shared/domain/target.ts';
import type { TargetOverview } from '../../../shared/ipc/slices.ts';
import { useText } from '../../i18n/text-provider.tsx';
import { Link } from '../../navigation/link.tsx';
import { route } from '../../navigation/route.ts';
import { TargetFindings } from '../../lint-parts/target-findings.tsx';
import { useForm, type Form } from '../../state/form.ts';
import { useAction, useClient, useRouter, useSlice } from '../../state/window-parts.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { FormBar, StaleDraft } from '../../ui/form-bar.tsx';
import { Empty, PageFrame, Split } from '../../ui/layout.tsx';
import { Permitted } from '../../ui/permitted.tsx';
import { Menu } from '../../ui/menu.tsx';
import { StatusBadge, standingOf } from '../../ui/status-badge.tsx';
import { ConnectionTest } from './connection-test.tsx';
import { Doctor } from './doctor.tsx';
import { useTargetActions } from './target-actions.tsx';
import { TargetFields } from './target-fields.tsx';

const FRESH = newTargetSpec('local');

export function TargetPage({ id }: { id: string | null }) {
  const { t } = useText();
  const router = useRouter();
  const target = useSlice('targets').find((one) => one.id === id) ?? null;
  if (id !== 'new' && !target) {
    const back = <Button onClick={() => router.go(route('targets'))}>{t('targets.toList')}</Button>;
    return (
      <PageFrame title={t('targets.title')}>
        <Empty icon={Database} title={t('targets.missing')} actions={back} />
      </PageFrame>
    );
  }
  return <TargetEditor key={id} target={target} />;
}

function TargetEditor({ target }: { target: TargetOverview | null }) {
  const { t } = useText();
  const current = target?.revision ?? 0;
  const form = useForm<TargetSpec>({
    key: `target/${target?.id ?? 'new'}`,
    saved: target?.spec ?? FRESH,
    base: current,
    schema: targetSpecSchema,
  });
  const { save, busy } = useSave(target, form);
  const title = target ? target.spec.name : t('targets.newTitle');
  return (
    <PageFrame fixed title={title} actions={target && <PageActions target={target} />}>
      <Split
        first={
          <form
            ref={form.element}
            className="form"
            onSubmit={(event) => {
              event.preventDefault();
              void save();
            }}
          >
            {form.stale && (
              <StaleDraft base={form.base} current={current} onKeep={form.rebase} onDrop={form.discard} />
            )}
            <Permitted needs={target ? 'targets.update' : 'targets.create'}>
              <TargetFields form={form} target={target} />
            </Permitted>
            <FormBar
              needs={target ? 'targets.update' : 'targets.create'}
              dirty={form.dirty}
              isNew={!target}
              busy={busy}
              onSave={() => void save()}
              onDiscard={form.discard}
            />
          </form>
        }
        second={
          <>
            <Doctor form={form} id={target?.id ?? null} />
            <ConnectionTest form={form} target={target} />
            <StrategiesOf target={target} />
            {target && <TargetFindings target={target} />}
          </>
        }
      />
    </PageFrame>
  );
}

function useSave(target: TargetOverview | null, form: Form<TargetSpec>) {
  const { t } = useText();
  const client = useClient();
  const router = useRouter();
  const { run, busy } = useAction();
  const save = async (): Promise<void> => {
    if (!form.attempt()) return;
    const spec = form.value;
    const id = await run(
      async () => {
        if (!target) return (await client.ask('targets.create', { spec })).id;
        await client.ask('targets.update', { id: target.id, revision: form.base, spec });
        return target.id;
      },
      { done: t('targets.saved', { name: spec.name }), onError: form.refuse },
    );
    if (id === undefined) return;
    form.settle();
    if (!target) router.go(route('target', id));
  };
  return { save, busy };
}

function PageActions({ target }: { target: TargetOverview }) {
  const { t } = useText();
  const { items, dialog } = useTargetActions(target);
  return (
    <>
      {!target.enabled && <span className="muted">{t('targets.disabled')}</span>}
      <Menu items={items}>
        {(button) => <IconButton icon={Ellipsis} label={t('targets.actions', { name: target.spec.name })} {...button} />}
      </Menu>
      {dialog}
    </>
  );
}

function StrategiesOf({ target }: { target: TargetOverview | null }) {
  const { t } = useText();
  const router = useRouter();
  const strategies = useSlice('strategies').filter((one) => one.targetId === target?.id);
  return (
    <section className="side-section" aria-labelledby="target-strategies">
      <div className="side-head">
        <h2 id="target-strategies">{t('targets.ofThisDatabase')}</h2>
        {target && (
          <Button needs="strategies.create" icon={Plus} onClick={() => router.go(route('strategy', 'new', { target: target.id }))}>
            {t('targets.newStrategy')}
          </Button>
        )}
      </div>
      {strategies.length === 0 ? (
        <p className="muted">{t(target ? 'targets.noStrategies' : 'targets.saveFirst')}</p>
      ) : (
        <ul className="side-list">
          {strategies.map((one) => (
            <li key={one.id}>
              <Link to={route('strategy', one.id)}>{one.spec.name}</Link>
              <StatusBadge standing={standingOf(one.lastAttempt)} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
