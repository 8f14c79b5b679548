// The pause of the whole scheduler, which outlives the process that began it.
import type { Pause } from '../../../shared/domain/occurrence.ts';
import type { Connection } from '../connection.ts';
import type { Tables } from '../store-methods.ts';

export function createPause({ sql }: Connection): Tables['pause'] {
  return {
    load: () => sql<Pause>('SELECT since, until FROM scheduler_pause').get() ?? null,
    save(pause) {
      sql('DELETE FROM scheduler_pause').run();
      if (pause) {
        sql('INSERT INTO scheduler_pause (one, since, until) VALUES (1, ?, ?)').run(pause.since, pause.until);
      }
    },
  };
}
