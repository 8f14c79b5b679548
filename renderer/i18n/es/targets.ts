// Spanish texts of the targets page.
import type { SameKeys } from '../translate.ts';
import type { targetsEn } from '../en/targets.ts';

export const targetsEs: SameKeys<typeof targetsEn> = {
  title: 'targets',
};
