// Who looks after the runs of this profile. Compare-and-set: of two processes that try, one gets it. Each method runs
// in one transaction that holds the write lock, so what is read here cannot change before it is written.
import type { ProcessIdentity } from '../../app/ports.ts';
import type { Connection } from '../connection.ts';
import type { Tables } from '../store-methods.ts';

type Row = { pid: number; start_token: string };

export function createSupervision({ sql }: Connection): Tables['supervision'] {
  function holder(): ProcessIdentity | null {
    const row = sql<Row>('SELECT pid, start_token FROM supervision').get();
    return row ? { pid: row.pid, startToken: row.start_token } : null;
  }

  return {
    holder,
    claim(self, expected) {
      if (!isSame(holder(), expected)) return false;
      sql(`INSERT INTO supervision (one, pid, start_token) VALUES (1, ?, ?)
           ON CONFLICT DO UPDATE SET pid = excluded.pid, start_token = excluded.start_token`).run(
        self.pid,
        self.startToken,
      );
      return true;
    },
    release(self) {
      sql('DELETE FROM supervision WHERE pid = ? AND start_token = ?').run(self.pid, self.startToken);
    },
  };
}

function isSame(a: ProcessIdentity | null, b: ProcessIdentity | null): boolean {
  return a === null || b === null ? a === b : a.pid === b.pid && a.startToken === b.startToken;
}
