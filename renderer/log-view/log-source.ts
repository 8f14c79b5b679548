// What the log view needs of a log, whoever keeps it: main's store, a run under way or a file that was dropped.

/** Where the nearest match stands (0-based), and how many lines match in all. */
export type Found = { line: number | null; matches: number };

/** A log as numbered lines; all numbers count from 0. */
export type LogSource = {
  /** How many lines are known by now. */
  total(): number;
  /** More lines may come. */
  growing(): boolean;
  /** True once `total` says something. */
  ready(): boolean;
  /** A line that lies in memory anyway, such as the newest ones of a run under way. */
  peek(line: number): string | undefined;
  /** Lines `from` … `from + count - 1`, fewer where the log ends. */
  lines(from: number, count: number): Promise<readonly string[]>;
  /** The nearest line at or after `from` (backwards: at or before) that holds `text`, ignoring case. */
  find(text: string, from: number, backwards: boolean): Promise<Found>;
  /** Why the log cannot be followed any more. */
  failure(): unknown;
  /** Tells of growth, end and failure; the log is only followed while somebody listens. */
  subscribe(ear: () => void): () => void;
};
