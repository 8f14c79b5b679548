// English texts of the first-run page.
export const firstRunEn = {
  title: 'firstRun',
} as const;
