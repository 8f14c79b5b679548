// English texts of the strategies page.
export const strategiesEn = {
  title: 'strategies',
} as const;
