// A profile that outlives one start of the application.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export function temporaryProfile(): { path: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'respaldo-e2e-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  return { path: join(folder, 'profile'), remove };
}
