// Says what an entry of the queue waits for.
import type { WaitReason } from '../../shared/domain/run.ts';
import type { T } from '../i18n/languages.ts';

export function waitText(reason: WaitReason | null, t: T): string {
  if (reason?.kind === 'lane') return t('activity.waitsLane', { name: reason.strategyName });
  if (reason?.kind === 'cap') return t('activity.waitsCap', { count: reason.runsAtOnce });
  return t('activity.waitsNext');
}
