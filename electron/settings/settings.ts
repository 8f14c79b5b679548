// Loads, checks and saves the settings of this workstation.
import type { Store } from '../app/store-port.ts';
import type { Settings } from '../../shared/domain/settings.ts';
import { settingsSchema } from '../../shared/domain/settings.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import { problemsOf } from '../../shared/errors/field-problem.ts';

/** The settings with their newest value at hand; `changed` hears of every save. */
export async function createSettings(store: Store['settings'], changed: () => void) {
  let current = await store.load();
  return {
    current: (): Settings => current,
    /** @throws AppError `input.invalid` with the problems by field. */
    async save(next: Settings): Promise<void> {
      const problems = problemsOf(settingsSchema, next);
      if (problems.length > 0) throw new AppError('input.invalid', {}, problems);
      await store.save(next);
      current = next;
      changed();
    },
    async reload(): Promise<void> {
      current = await store.load();
      changed();
    },
  };
}

export type SettingsService = Awaited<ReturnType<typeof createSettings>>;
