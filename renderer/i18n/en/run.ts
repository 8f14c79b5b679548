// English texts of the run page.
export const runEn = {
  title: 'Run',
} as const;
