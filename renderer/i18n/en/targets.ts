// English texts of the targets page.
export const targetsEn = {
  title: 'targets',
} as const;
