// Versions of shared strategies: what of the others continues ours, and what was saved from the same version. Pure.

export type KnownVersion = { version: number; hash: string; basedOn: string | null };

/** What others saved, seen from what is here. */
export type Outlook<Theirs> = {
  /** Each continues the one before, the first of them the newest version here. */
  forward: Theirs[];
  /** The newest of what was saved from a version that is here but is not the newest any more. */
  conflict: Theirs | null;
};

/**
 * @param mine all versions here, ascending. Whatever one of them says it is based on counts as known: it was compared.
 * @param theirs versions in the log tables. One whose base is not there was never accepted: its workstation will settle
 * that first, and it is passed over.
 */
export function outlook<Theirs extends KnownVersion>(
  mine: readonly KnownVersion[],
  theirs: readonly Theirs[],
): Outlook<Theirs> {
  const known = new Set(mine.flatMap(({ hash, basedOn }) => (basedOn === null ? [hash] : [hash, basedOn])));
  const newer = theirs.filter(({ hash }) => !known.has(hash));
  const after = (hash: string): Theirs | undefined =>
    newer.filter(({ basedOn }) => basedOn === hash).sort((a, b) => b.version - a.version)[0];
  const chain = (hash: string): Theirs[] => {
    const found: Theirs[] = [];
    for (let next = after(hash); next && !found.includes(next); next = after(next.hash)) found.push(next);
    return found;
  };
  const head = mine.at(-1);
  const forward = head ? chain(head.hash) : [];
  const beside = mine.slice(0, -1).flatMap(({ hash }) => chain(hash).slice(-1));
  const conflict = beside.sort((a, b) => a.version - b.version).at(-1) ?? null;
  return { forward, conflict };
}
