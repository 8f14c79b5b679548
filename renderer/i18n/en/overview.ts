// English texts of the overview page.
export const overviewEn = {
  title: 'overview',
} as const;
