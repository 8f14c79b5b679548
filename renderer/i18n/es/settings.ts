// Spanish texts of the settings page.
import type { SameKeys } from '../translate.ts';
import type { settingsEn } from '../en/settings.ts';

export const settingsEs: SameKeys<typeof settingsEn> = {
  title: 'settings',
};
