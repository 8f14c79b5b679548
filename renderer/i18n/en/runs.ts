// English texts of the runs page.
export const runsEn = {
  title: 'Runs',
} as const;
