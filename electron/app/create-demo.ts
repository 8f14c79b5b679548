// Makes the demonstration: the simulated target DEMO with its ready strategies, in a profile of any kind.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { demoStrategies, demoTarget } from '../strategies/demo.ts';
import type { Language } from '../../shared/domain/settings.ts';
import type { Application } from './compose.ts';

/** Creates them and answers their ids, the weekly level 0 first. */
export async function createDemo({
  ports: { paths, about, clock },
  settings,
  targets,
  strategies,
}: Pick<Application, 'ports' | 'settings' | 'targets' | 'strategies'>): Promise<{
  targetId: string;
  strategyIds: string[];
}> {
  const language: Language = settings.current().language ?? (about.locale.startsWith('es') ? 'es' : 'en');
  const pieces = join(paths.profile, 'demo-pieces');
  await mkdir(pieces, { recursive: true });
  const targetId = await targets.create(demoTarget(language));
  const strategyIds: string[] = [];
  const moment = { zone: Intl.DateTimeFormat().resolvedOptions().timeZone, now: clock.now() };
  const specs = demoStrategies(pieces, language, moment);
  for (const spec of specs) strategyIds.push(await strategies.create(targetId, spec));
  return { targetId, strategyIds };
}
