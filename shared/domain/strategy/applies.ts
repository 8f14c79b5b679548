// Which options mean something for which kind of backup, as a table; and the strategy without those that do not. Pure.
import type { FieldProblemCode } from '../../errors/field-problem.ts';
import type { StrategySpec } from '../strategy.ts';
import { nothingAfterwards } from './keeping.ts';
import { isFilesScope, type BackupScope } from './scope.ts';

/** Kinds of backup that take the same options. */
export type Family = 'sets' | 'copies' | 'logs' | 'single-file' | 'recovery-area' | 'custom-script' | 'data-pump';

export function familyOf(scope: BackupScope): Family {
  if (isFilesScope(scope)) return scope.mode === 'image-copy' || scope.mode === 'updated-copy' ? 'copies' : 'sets';
  switch (scope.kind) {
    case 'archived-logs':
      return 'logs';
    case 'control-file':
    case 'spfile':
      return 'single-file';
    case 'recovery-area':
    case 'custom-script':
    case 'data-pump':
      return scope.kind;
  }
}

/** What an option is when it asks for nothing; beside each the families that it means something for. */
const OPTIONS = {
  device: { neutral: { kind: 'disk' }, for: ['sets', 'copies', 'logs', 'single-file', 'recovery-area'] },
  channels: { neutral: 1, for: ['sets', 'copies', 'logs', 'single-file', 'recovery-area'] },
  perChannel: { neutral: [], for: ['sets', 'copies', 'logs', 'single-file', 'recovery-area'] },
  compression: { neutral: 'none', for: ['sets', 'logs', 'single-file'] },
  encryption: { neutral: { kind: 'as-configured' }, for: ['sets', 'logs', 'single-file', 'data-pump'] },
  format: { neutral: null, for: ['sets', 'copies', 'logs', 'single-file', 'recovery-area'] },
  tag: { neutral: null, for: ['sets', 'copies', 'logs', 'single-file', 'recovery-area'] },
  sectionSize: { neutral: null, for: ['sets', 'copies'] },
  filesPerSet: { neutral: null, for: ['sets', 'logs'] },
  maxSetSize: { neutral: null, for: ['sets', 'logs'] },
  maxPieceSize: { neutral: null, for: ['sets', 'logs', 'single-file', 'recovery-area'] },
  duration: { neutral: null, for: ['sets', 'copies', 'logs'] },
  skip: { neutral: [], for: ['sets', 'copies', 'logs'] },
  checkLogical: { neutral: false, for: ['sets', 'copies'] },
  validateOnly: { neutral: false, for: ['sets', 'logs'] },
  notBackedUpSinceHours: { neutral: null, for: ['sets', 'copies'] },
  keep: { neutral: null, for: ['sets', 'copies', 'single-file'] },
  controlFile: { neutral: { kind: 'as-configured' }, for: ['sets', 'copies', 'logs', 'single-file', 'recovery-area'] },
  copyDaysBehind: { neutral: 0, for: ['copies'] },
  deleteArchivedLogsBackedUp: { neutral: null, for: ['sets', 'copies', 'logs', 'recovery-area'] },
  afterwards: { neutral: nothingAfterwards, for: ['sets', 'copies', 'logs', 'single-file', 'recovery-area'] },
} as const satisfies { [Key in keyof StrategySpec]?: { neutral: StrategySpec[Key]; for: readonly Family[] } };

export type OptionKey = keyof typeof OPTIONS;
const KEYS = Object.keys(OPTIONS) as OptionKey[];

/** Why an option is nothing for a family. */
export const NOT_FOR: Record<Family, FieldProblemCode> = {
  sets: 'option.sets',
  copies: 'option.copies',
  logs: 'option.logs',
  'single-file': 'option.single-file',
  'recovery-area': 'option.recovery-area',
  'custom-script': 'option.custom-script',
  'data-pump': 'option.data-pump',
};

/** True when the option means something for this kind of backup. */
export const applies = (key: OptionKey, scope: BackupScope): boolean =>
  (OPTIONS[key].for as readonly Family[]).includes(familyOf(scope));

/** Options that ask for something although they mean nothing for the strategy's kind of backup. */
export const idleOptions = (spec: StrategySpec): OptionKey[] =>
  KEYS.filter((key) => !applies(key, spec.scope) && JSON.stringify(spec[key]) !== JSON.stringify(OPTIONS[key].neutral));

/** The strategy with every option that its kind of backup does not take as if nobody had asked for it. */
export function withoutIdleOptions(spec: StrategySpec): StrategySpec {
  const neutral = idleOptions(spec).map((key) => [key, structuredClone(OPTIONS[key].neutral)]);
  return { ...spec, ...(Object.fromEntries(neutral) as Partial<StrategySpec>) };
}
