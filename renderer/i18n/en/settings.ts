// English texts of the settings page.
export const settingsEn = {
  title: 'settings',
} as const;
