// The number that puts runs into the order of time: the primary key of `runs`, and the base of rowids in the text
// index.

/** Runs that can be told apart within one millisecond; more than that spill into the next, in order of arrival. */
const PER_MILLISECOND = 64;

/** Documents of the text index that one run can have; the run's own is number 0. */
export const DOCUMENTS_PER_RUN = 16_384;

/** Beyond every run's number: its documents' rowids then still fit into 63 bits. Reached in the year 2248. */
export const SEQ_END = 2 ** 49;

/** The lowest number that a run queued at `ms` or later can have. */
export function firstSeqAt(ms: number): number {
  return Math.min(Math.max(0, Math.ceil(ms) * PER_MILLISECOND), SEQ_END);
}

/** Numbers of runs, `[first, end)`. */
export type SeqRange = { first: number; end: number };

/** The numbers of all runs queued from `from` (inclusive) to `until` (exclusive), in milliseconds since 1970. */
export function seqRange({ from, until }: { from: number | null; until: number | null }): SeqRange {
  return { first: from === null ? 0 : firstSeqAt(from), end: until === null ? SEQ_END : firstSeqAt(until) };
}
