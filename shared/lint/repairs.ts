// What one click can change in a strategy: each repair as a patch of its spec, with the words of its button. A repair
// that the form's own rules would refuse is not offered. Saves nothing.
import { withoutIdleOptions } from '../domain/strategy/applies.ts';
import { ruleProblems } from '../domain/strategy/rules.ts';
import type { Language } from '../domain/settings.ts';
import type { StrategySpec } from '../domain/strategy.ts';
import type { FindingParams, Repair, SpecPatch } from './finding.ts';
import type { FilesMember, Member } from './lint-set.ts';
import { days } from './prose.ts';

type Words = Record<Language, (params: FindingParams) => string>;

const WORDS = {
  'as-level-0': { en: () => 'Make it a level 0', es: () => 'Convertirla en nivel 0' },
  'as-cumulative': { en: () => 'Make it cumulative', es: () => 'Hacerla acumulativa' },
  'as-updated-copy': { en: () => 'Update one copy instead', es: () => 'Actualizar una sola copia' },
  'plus-logs': { en: () => 'Back up archived logs with it', es: () => 'Copiar con ella los archived logs' },
  autobackup: { en: () => 'Switch autobackup on', es: () => 'Activar el autobackup' },
  'control-file-in-backup': { en: () => 'Put the control file into the backup', es: () => 'Incluir el control file en la copia' },
  'keep-input': { en: () => 'Do not delete them here', es: () => 'No borrarlos aquí' },
  'second-backup-first': {
    en: ({ count }) => `Delete only after ${count} backups`,
    es: ({ count }) => `Borrar solo tras ${count} copias`,
  },
  'back-up-times': { en: ({ count }) => `Back each log up ${count} times`, es: ({ count }) => `Copiar cada log ${count} veces` },
  redundancy: { en: ({ count }) => `Keep ${count} copies`, es: ({ count }) => `Conservar ${count} copias` },
  window: {
    en: ({ count }) => `Use a recovery window of ${days(Number(count), 'en')}`,
    es: ({ count }) => `Usar una ventana de recuperación de ${days(Number(count), 'es')}`,
  },
  'validate-restore': { en: () => 'Check a restore after each run', es: () => 'Comprobar una restauración tras cada ejecución' },
  partial: { en: () => 'End quietly when the time is up', es: () => 'Terminar sin error al acabar el tiempo' },
  'no-skip': { en: () => 'Leave nothing out', es: () => 'No omitir nada' },
  'no-delete-expired': { en: () => 'Only crosscheck', es: () => 'Solo hacer crosscheck' },
  'keep-days': { en: ({ count }) => `Keep it for ${days(Number(count), 'en')}`, es: ({ count }) => `Conservarlo ${days(Number(count), 'es')}` },
  retag: { en: ({ tag }) => `Change the tag to ${tag}`, es: ({ tag }) => `Cambiar la etiqueta a ${tag}` },
  'run-late': { en: () => 'Run it as soon as possible', es: () => 'Ejecutarla en cuanto se pueda' },
  'basic-compression': { en: () => 'Use BASIC, which is free', es: () => 'Usar BASIC, que no cuesta' },
  'one-channel': { en: () => 'Use one channel', es: () => 'Usar un solo canal' },
  'alerts-as-settings': { en: () => 'Tell as the settings say', es: () => 'Avisar como dicen los ajustes' },
  later: { en: ({ time }) => `Start it at ${time}`, es: ({ time }) => `Iniciarla a las ${time}` },
  'no-logs-with-it': { en: () => 'Leave the logs to others', es: () => 'Dejar los logs a las demás' },
} as const satisfies Record<string, Words>;

export type RepairName = keyof typeof WORDS;

export const REPAIR_NAMES = Object.keys(WORDS) as RepairName[];

/** What the button of a repair says. */
export const repairText = ({ choice, params }: Pick<Repair, 'choice' | 'params'>, language: Language): string =>
  (WORDS as Record<string, Words>)[choice]![language](params);

/** The spec after the repair. */
export const repaired = (spec: StrategySpec, { patch }: Pick<Repair, 'patch'>): StrategySpec => ({ ...spec, ...patch });

/** The repair of one strategy as a list: empty when the form would refuse what it comes to. */
export function repair(
  choice: RepairName,
  { id, spec }: Pick<Member, 'id' | 'spec'>,
  change: SpecPatch,
  params: FindingParams = {},
): Repair[] {
  // Another kind of backup takes other options.
  const after = change.scope === undefined ? { ...spec, ...change } : withoutIdleOptions({ ...spec, ...change });
  if (ruleProblems(after).length > 0) return [];
  const keys = (Object.keys(after) as (keyof StrategySpec)[]).filter((key) => after[key] !== spec[key]);
  const patch = Object.fromEntries(keys.map((key) => [key, after[key]])) as SpecPatch;
  return [{ choice, params, strategyId: id, patch }];
}

export const asMode = (choice: RepairName, member: FilesMember, mode: FilesMember['scope']['mode'], more: SpecPatch = {}): Repair[] =>
  repair(choice, member, { scope: { ...member.scope, mode }, ...more });

export const withPlusLogs = (member: FilesMember): Repair[] =>
  repair('plus-logs', member, { scope: { ...member.scope, plusArchivedLogs: true } });

export const withWindow = (member: Member, count: number): Repair[] =>
  repair('window', member, { afterwards: { ...member.spec.afterwards, deleteObsolete: { kind: 'window', days: count } } }, { count });

export const withRedundancy = (member: Member, count: number): Repair[] =>
  repair(
    'redundancy', member, { afterwards: { ...member.spec.afterwards, deleteObsolete: { kind: 'redundancy', copies: count } } }, { count },
  );
