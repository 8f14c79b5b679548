// What a connection has agreed upon, and the numbers of TTC messages and functions (reference §3, §6, §7).

/** Decides which fields exist in messages. */
export type Dialect = {
  fieldVersion: number;
  /** Binds with a longer maximum come after the others; 4000 or 32767. */
  longestShort: number;
  endOfRequest: boolean;
};

export const MESSAGE = {
  protocol: 1,
  dataTypes: 2,
  function: 3,
  error: 4,
  rowHeader: 6,
  rowData: 7,
  parameters: 8,
  status: 9,
  ioVector: 11,
  lobData: 14,
  describe: 16,
  piggyback: 17,
  oneWay: 26,
  endOfRequest: 29,
  token: 33,
  fastAuth: 34,
} as const;

export const FUNCTION = {
  reexecute: 4,
  fetch: 5,
  logoff: 9,
  commit: 14,
  rollback: 15,
  reexecuteAndFetch: 78,
  execute: 94,
  lob: 96,
  authTwo: 115,
  authOne: 118,
  ping: 147,
  sessionRelease: 163,
  endPipeline: 200,
} as const;

/** Field versions at which messages grew. */
export const SINCE = {
  v12_2: 8,
  v12_2x: 9,
  v18_1: 11,
  v20_1: 14,
  v23_1: 17,
  v23_1x: 18,
  v23_annotations: 20,
  v23_4: 24,
};
