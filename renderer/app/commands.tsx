// Everything that the palette offers at this moment.
import {
  CalendarDays, CirclePause, CirclePlay, Database, FileSearch, FileText, History, Languages, LayoutList, LifeBuoy,
  ListChecks, Monitor, Moon, Play, Plus, Settings, Sun,
} from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { useMemo } from 'react';
import { ID_PATTERN } from '../../shared/domain/id.ts';
import type { Settings as SettingsValue } from '../../shared/domain/settings.ts';
import { useText } from '../i18n/text-provider.tsx';
import type { CallName } from '../../shared/ipc/contract.ts';
import { route } from '../navigation/route.ts';
import { useRefusals } from '../state/refusal.ts';
import { useOpenLog } from '../state/opened-log.ts';
import { usePause } from '../state/pause.ts';
import { useStartRun } from '../state/start-run.ts';
import { useAction, useClient, useRouter, useSlice } from '../state/window-parts.tsx';

/** `needs`: what it asks main for; whoever may not is not offered it. */
export type Command = { key: string; label: string; icon: LucideIcon; beside?: string; needs?: CallName; act(): void };

/** The commands for what is typed so far: a run is only offered once its whole id stands there. */
export function useCommands(typed: string): Command[] {
  const places = usePlaces();
  const settings = useSettingCommands();
  const named = useNamed();
  const scheduler = useSchedulerCommands();
  const { t } = useText();
  const router = useRouter();
  const refusalOf = useRefusals();
  const id = typed.trim().toUpperCase();
  return useMemo(() => {
    const run: Command[] = ID_PATTERN.test(id)
      ? [{ key: 'run', label: t('app.openRun', { id }), icon: FileText, act: () => router.go(route('run', id)) }]
      : [];
    return [...run, ...places, ...scheduler, ...named, ...settings].filter(({ needs }) => refusalOf(needs) === null);
  }, [id, places, scheduler, named, settings, router, t, refusalOf]);
}

function usePlaces(): Command[] {
  const { t } = useText();
  const router = useRouter();
  const { choose } = useOpenLog();
  return useMemo(() => {
    const place = (page: 'overview' | 'targets' | 'strategies' | 'runs' | 'calendar' | 'readiness' | 'settings', icon: LucideIcon): Command => ({
      key: `go-${page}`,
      label: t('app.goTo', { page: t(`app.${page}`) }),
      icon,
      act: () => router.go(route(page)),
    });
    return [
      place('overview', LayoutList),
      place('targets', Database),
      place('strategies', ListChecks),
      place('runs', History),
      place('calendar', CalendarDays),
      place('readiness', LifeBuoy),
      place('settings', Settings),
      { key: 'new-strategy', label: t('app.newStrategy'), icon: Plus, needs: 'strategies.create', act: () => router.go(route('strategy', 'new')) },
      { key: 'new-target', label: t('app.newTarget'), icon: Plus, needs: 'targets.create', act: () => router.go(route('target', 'new')) },
      { key: 'explain', label: t('explain.command'), icon: FileSearch, act: choose },
    ];
  }, [t, router, choose]);
}

function useSchedulerCommands(): Command[] {
  const { t } = useText();
  const paused = useSlice('schedule').pause !== null;
  const pausing = usePause();
  return useMemo(
    () => [
      ...(paused ? [{ key: 'resume', label: t('scheduler.resume'), icon: CirclePlay, needs: 'schedule.resume' as const, act: pausing.resume }] : []),
      { key: 'pause-hour', label: t('scheduler.pauseHour'), icon: CirclePause, needs: 'schedule.pause' as const, act: pausing.forHour },
      { key: 'pause-tomorrow', label: t('scheduler.pauseTomorrow'), icon: CirclePause, needs: 'schedule.pause' as const, act: pausing.untilTomorrow },
      { key: 'pause-open', label: t('scheduler.pauseOpen'), icon: CirclePause, needs: 'schedule.pause' as const, act: pausing.untilResumed },
    ],
    [t, paused, pausing],
  );
}

function useNamed(): Command[] {
  const { t } = useText();
  const router = useRouter();
  const strategies = useSlice('strategies');
  const targets = useSlice('targets');
  const start = useStartRun();
  return useMemo(() => {
    const nameOf = new Map(targets.map((target) => [target.id, target.spec.name]));
    const beside = (targetId: string) => ({ beside: nameOf.get(targetId) ?? '' });
    return [
      ...strategies
        .filter((strategy) => strategy.enabled)
        .map((strategy) => ({
          key: `run-${strategy.id}`,
          label: t('app.runStrategy', { name: strategy.spec.name }),
          icon: Play,
          needs: 'runs.start' as const,
          ...beside(strategy.targetId),
          act: () => void start.start(strategy),
        })),
      ...strategies.map((strategy) => ({
        key: `open-${strategy.id}`,
        label: t('app.openStrategy', { name: strategy.spec.name }),
        icon: ListChecks,
        ...beside(strategy.targetId),
        act: () => router.go(route('strategy', strategy.id)),
      })),
      ...targets.map((target) => ({
        key: `open-${target.id}`,
        label: t('app.openTarget', { name: target.spec.name }),
        icon: Database,
        act: () => router.go(route('target', target.id)),
      })),
    ];
  }, [t, router, strategies, targets, start]);
}

function useSettingCommands(): Command[] {
  const { t, language } = useText();
  const client = useClient();
  const settings = useSlice('settings');
  const { run } = useAction();
  return useMemo(() => {
    const { theme, language: saved } = settings;
    const save = (change: Partial<Pick<SettingsValue, 'language' | 'theme'>>) => () =>
      void run(() => client.ask('settings.setAppearance', { language: saved, theme, ...change }));
    const themes = [
      { theme: 'light', label: t('app.themeLight'), icon: Sun },
      { theme: 'dark', label: t('app.themeDark'), icon: Moon },
      { theme: 'system', label: t('app.themeSystem'), icon: Monitor },
    ] as const;
    return [
      {
        key: 'language',
        label: t('app.switchLanguage'),
        icon: Languages,
        act: save({ language: language === 'es' ? 'en' : 'es' }),
      },
      ...themes
        .filter(({ theme }) => theme !== settings.theme)
        .map(({ theme, label, icon }) => ({ key: theme, label, icon, act: save({ theme }) })),
    ];
  }, [t, language, client, settings, run]);
}
