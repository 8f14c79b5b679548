// The page of one strategy: its form beside the script that it makes, the check of its destination and its versions.
import { Ellipsis, ListChecks, Play, Redo2, Undo2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { z } from 'zod';
import { newStrategySpec, strategySpecSchema, type StrategySpec } from '../../../shared/domain/strategy.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import type { StrategyOverview } from '../../../shared/ipc/slices.ts';
import { useText } from '../../i18n/text-provider.tsx';
import { Link } from '../../navigation/link.tsx';
import { route } from '../../navigation/route.ts';
import { useForm, type Form } from '../../state/form.ts';
import { useEditHistory } from '../../state/edit-history.ts';
import { useStartRun } from '../../state/start-run.ts';
import { useAction, useClient, useRoute, useRouter, useShortcut, useSlice } from '../../state/window-parts.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { FormBar, StaleDraft } from '../../ui/form-bar.tsx';
import { Empty, PageFrame, Split } from '../../ui/layout.tsx';
import { Menu } from '../../ui/menu.tsx';
import { Permitted } from '../../ui/permitted.tsx';
import { StatusBadge, standingOf } from '../../ui/status-badge.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { RelativeTime } from '../../ui/words.tsx';
import { DestinationCheck } from './destination-check.tsx';
import { FindingsPane, FindingsTab, useFormFindings } from './findings-pane.tsx';
import { DraftOffer } from './draft-offer.tsx';
import { PlanPane } from './plan-pane.tsx';
import { ScriptPane } from './script-pane.tsx';
import { useStrategyActions } from './strategy-actions.tsx';
import { StrategyFields } from './strategy-fields.tsx';
import { TeamPart } from './team-part.tsx';
import { VersionsPane } from './versions-pane.tsx';
import './strategies.css';

/** What the form edits: the strategy and the database that it belongs to. */
export type StrategyDraft = { targetId: string; spec: StrategySpec };
const draftSchema = z.strictObject({ targetId: z.string().min(1), spec: strategySpecSchema });

export function StrategyPage({ id }: { id: string | null }) {
  const { t } = useText();
  const router = useRouter();
  const strategy = useSlice('strategies').find((one) => one.id === id) ?? null;
  if (id !== 'new' && !strategy) {
    const back = <Button onClick={() => router.go(route('strategies'))}>{t('strategies.toList')}</Button>;
    return (
      <PageFrame title={t('strategies.title')}>
        <Empty icon={ListChecks} title={t('strategies.missing')} actions={back} />
      </PageFrame>
    );
  }
  return <StrategyEditor key={id} strategy={strategy} />;
}

function StrategyEditor({ strategy }: { strategy: StrategyOverview | null }) {
  const { t } = useText();
  const saved = useSavedDraft(strategy);
  const current = strategy?.version ?? 0;
  const form = useForm<StrategyDraft>({
    key: `strategy/${strategy?.id ?? 'new'}`,
    saved,
    base: current,
    schema: draftSchema,
  });
  const { save, saveAndRun, busy } = useSave(strategy, form);
  const edits = useEditHistory(form);
  useShortcut('mod+z', t('strategies.undo'), edits.undo);
  useShortcut('mod+shift+z', t('strategies.redo'), edits.redo);
  useShortcut('mod+Enter', t('strategies.saveAndRun'), () => void saveAndRun());
  return (
    <PageFrame
      fixed
      title={strategy ? strategy.spec.name : t('strategies.newTitle')}
      about={strategy && <Standing strategy={strategy} />}
      actions={strategy && <PageActions strategy={strategy} />}
    >
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
            <DraftOffer formKey={`strategy/${strategy?.id ?? 'new'}`} form={form} />
            {form.stale && <StaleDraft base={form.base} current={current} onKeep={form.rebase} onDrop={form.discard} />}
            <Permitted needs={strategy ? 'strategies.update' : 'strategies.create'}>
              <TeamPart strategy={strategy} />
              <StrategyFields form={form} id={strategy?.id ?? null} />
            </Permitted>
            <FormBar
              needs={strategy ? 'strategies.update' : 'strategies.create'}
              dirty={form.dirty}
              isNew={!strategy}
              busy={busy}
              onSave={() => void save()}
              onDiscard={form.discard}
            >
              <Button needs="runs.start" icon={Play} busy={busy} onClick={() => void saveAndRun()}>
                {t(form.dirty || !strategy ? 'strategies.saveAndRun' : 'strategies.run')}
              </Button>
              <IconButton icon={Undo2} label={t('strategies.undo')} disabled={!edits.canUndo} onClick={edits.undo} />
              <IconButton icon={Redo2} label={t('strategies.redo')} disabled={!edits.canRedo} onClick={edits.redo} />
            </FormBar>
          </form>
        }
        second={<Panes strategy={strategy} form={{ ...form, change: edits.changeWhole }} />}
      />
    </PageFrame>
  );
}

/** What is saved; for a new strategy an empty one of the database that the address names, else of the only one. */
function useSavedDraft(strategy: StrategyOverview | null): StrategyDraft {
  const wanted = useRoute().query['target'];
  const targets = useSlice('targets');
  const chosen = targets.find((target) => target.id === wanted) ?? (targets.length === 1 ? targets[0] : undefined);
  const targetId = strategy?.targetId ?? chosen?.id ?? '';
  const spec = strategy?.spec ?? null;
  return useMemo(() => ({ targetId, spec: spec ?? newStrategySpec() }), [targetId, spec]);
}

function useSave(strategy: StrategyOverview | null, form: Form<StrategyDraft>) {
  const { t } = useText();
  const client = useClient();
  const router = useRouter();
  const { run, busy } = useAction();
  const starting = useStartRun();

  const store = async (): Promise<string | undefined> => {
    if (!form.attempt()) return undefined;
    const { targetId, spec } = form.value;
    if (strategy && !form.dirty) return strategy.id;
    const id = await run(
      async () => {
        if (!strategy) return (await client.ask('strategies.create', { targetId, spec })).id;
        await client.ask('strategies.update', { id: strategy.id, version: form.base, targetId, spec });
        return strategy.id;
      },
      { done: t('strategies.saved', { name: spec.name }), onError: (error) => form.refuse(belowSpec(error)) },
    );
    if (id !== undefined) form.settle();
    return id;
  };

  return {
    busy: busy || starting.busy,
    async save(): Promise<void> {
      const id = await store();
      if (id !== undefined && !strategy) router.go(route('strategy', id));
    },
    async saveAndRun(): Promise<void> {
      const { spec } = form.value;
      const id = await store();
      if (id === undefined) return;
      const runId = await starting.start({ id, spec }, true);
      if (runId !== undefined) router.go(route('run', runId));
      else if (!strategy) router.go(route('strategy', id));
    },
  };
}

/** Main names the fields of the spec alone; in this form they stand under `spec`. */
function belowSpec({ code, params, fields }: AppError): AppError {
  const moved = fields.map((one) => (one.path === 'targetId' ? one : { ...one, path: `spec.${one.path}` }));
  return new AppError(code, params, moved);
}

function Standing({ strategy: { lastAttempt, lastGood, enabled } }: { strategy: StrategyOverview }) {
  const { t } = useText();
  return (
    <span className="badge-and-time">
      {!enabled && <strong>{t('strategies.disabled')}</strong>}
      {t('strategies.lastAttempt')}: <StatusBadge standing={standingOf(lastAttempt)} />
      {lastAttempt && (
        <Link to={route('run', lastAttempt.id)}>
          <RelativeTime at={lastAttempt.endedAt ?? lastAttempt.queuedAt} />
        </Link>
      )}
      · {t('strategies.lastGood')}:{' '}
      {lastGood ? (
        <Link to={route('run', lastGood.id)}>
          <RelativeTime at={lastGood.endedAt ?? lastGood.queuedAt} />
        </Link>
      ) : (
        t('strategies.never')
      )}
    </span>
  );
}

function PageActions({ strategy }: { strategy: StrategyOverview }) {
  const { t } = useText();
  const { items, dialog } = useStrategyActions(strategy);
  return (
    <>
      <Menu items={items}>
        {(button) => <IconButton icon={Ellipsis} label={t('strategies.actions', { name: strategy.spec.name })} {...button} />}
      </Menu>
      {dialog}
    </>
  );
}

type Pane = 'script' | 'findings' | 'destination' | 'plan' | 'versions';

/** What a pane changes in `form` is one click: an edit of its own. */
function Panes({ strategy, form }: { strategy: StrategyOverview | null; form: Form<StrategyDraft> }) {
  const { t } = useText();
  const [tab, setTab] = useState<Pane>(useRoute().query['pane'] === 'findings' ? 'findings' : 'script');
  const findings = useFormFindings(strategy, form);
  return (
    <Tabs<Pane>
      label={t('strategies.panes')}
      tabs={[
        { id: 'script', label: t('strategies.script') },
        { id: 'findings', label: <FindingsTab findings={findings} /> },
        { id: 'destination', label: t('strategies.checkTitle') },
        { id: 'plan', label: t('standing.tab') },
        { id: 'versions', label: t('strategies.versions') },
      ]}
      current={tab}
      onChange={setTab}
    >
      {tab === 'script' && <ScriptPane strategy={strategy} targetId={form.value.targetId} spec={form.value.spec} version={strategy && !form.dirty ? strategy.version : null} />}
      {tab === 'findings' && <FindingsPane strategy={strategy} form={form} findings={findings} />}
      {tab === 'destination' && <DestinationCheck form={form} />}
      {tab === 'plan' && <PlanPane strategy={strategy} />}
      {tab === 'versions' && (
        <VersionsPane strategy={strategy} onUse={(spec) => form.change({ ...form.value, spec })} />
      )}
    </Tabs>
  );
}
