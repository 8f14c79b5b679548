// The user's settings: one row, read so that a setting this version does not know or does not like costs only itself.
import { defaultSettings, settingsSchema, type Settings } from '../../../shared/domain/settings.ts';
import type { Connection } from '../connection.ts';
import type { Tables } from '../store-methods.ts';
import { rawJson } from './rows.ts';

export function createSettings({ sql, value }: Connection): Tables['settings'] {
  return {
    load() {
      const text = value<string>('SELECT value FROM settings').get();
      return text === undefined ? defaultSettings : settingsOf(rawJson(text));
    },
    save(settings) {
      sql('INSERT INTO settings (one, value) VALUES (1, ?) ON CONFLICT DO UPDATE SET value = excluded.value').run(
        JSON.stringify(settings),
      );
    },
  };
}

function settingsOf(stored: unknown): Settings {
  const known: Record<string, unknown> = { ...defaultSettings };
  if (typeof stored === 'object' && stored !== null) {
    for (const [name, setting] of Object.entries(stored)) {
      if (name in known && settingsSchema.safeParse({ ...defaultSettings, [name]: setting }).success) {
        known[name] = setting;
      }
    }
  }
  return settingsSchema.parse(known);
}
