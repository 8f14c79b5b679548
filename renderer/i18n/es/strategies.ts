// Spanish texts of the strategies page.
import type { SameKeys } from '../translate.ts';
import type { strategiesEn } from '../en/strategies.ts';

export const strategiesEs: SameKeys<typeof strategiesEn> = {
  title: 'strategies',
};
