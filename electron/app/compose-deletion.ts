// Puts together what foresees deletions, when the first strategy that deletes something is looked at.
import type { Catalogue } from '../catalogue/catalogue.ts';
import { createDeletion, type Deletions } from '../deletion/deletion.ts';
import { askRecorded } from '../deletion/recorded.ts';
import type { Ports } from './compose.ts';

export function composeDeletion({ store, clock }: Pick<Ports, 'store' | 'clock'>, catalogue: Catalogue): Deletions {
  return createDeletion({
    store,
    now: clock.now,
    recorded: (id) => catalogue.withSession(id, askRecorded),
  });
}
