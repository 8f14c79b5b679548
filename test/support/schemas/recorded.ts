// The recorded schemas: one dump and one list of facts for each schema that the store ever had
// (test/fixtures/schemas). Knows nothing of how they are compared.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export type RecordedSchema = {
  version: number;
  /** The file's statements, see dump.ts. */
  dump: string;
  /** What the store of that time answered about the file, see facts.ts. */
  facts: Record<string, unknown>;
};

const folder = new URL('../../fixtures/schemas/', import.meta.url);

const file = (version: number, ending: 'sql' | 'json'): URL =>
  new URL(`${String(version).padStart(4, '0')}.${ending}`, folder);

/** Where the two files of a schema lie. */
export const recordPaths = (version: number): { dump: string; facts: string } => ({
  dump: fileURLToPath(file(version, 'sql')),
  facts: fileURLToPath(file(version, 'json')),
});

/** All recorded schemas, the oldest first. */
export function recordedSchemas(): RecordedSchema[] {
  const versions = readdirSync(folder).filter((name) => name.endsWith('.sql')).map((name) => Number.parseInt(name, 10));
  return versions.sort((a, b) => a - b).map((version) => ({
    version,
    dump: readFileSync(file(version, 'sql'), 'utf8'),
    facts: JSON.parse(readFileSync(file(version, 'json'), 'utf8')) as Record<string, unknown>,
  }));
}
