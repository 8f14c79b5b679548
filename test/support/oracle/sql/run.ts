// What a statement can see while it runs: the model, its session, its transaction, its binds and the time.
import { type SqlType, type Time, type Value } from '../values/value.ts';
import { type Locale } from './convert.ts';
import { type Catalogue } from './catalogue.ts';
import { type Row, type Transaction } from './transactions.ts';

export type SessionState = {
  id: number;
  serial: number;
  user: string;
  schema: string;
  /** Null, or the administrative privilege of this log-on, e.g. SYSBACKUP. */
  administrative: string | null;
  service: string;
  container: string;
  program: string;
  machine: string;
  terminal: string;
  osUser: string;
  clientId: string | null;
  module: string | null;
  action: string | null;
  clientInfo: string | null;
  locale: Locale;
  /** CURRVAL of the sequences that this session has used. */
  currentValues: Map<string, number>;
};

export type Run = {
  catalogue: Catalogue;
  session: SessionState;
  transaction: Transaction;
  binds: Value[];
  /** Database time of the statement, as TIMESTAMP WITH TIME ZONE. */
  now: Time;
  /** Rows that FOR UPDATE SKIP LOCKED passes over. */
  hidden: Set<Row> | null;
};

/** Types that binds were described with; index as in the text. */
export type BindTypes = SqlType[];

/** One row under evaluation, with those of the queries around it. */
export type Frame = {
  row: Value[];
  outer: Frame | null;
  rownum: number;
  level: number;
  aggregates: Value[];
  windows: Value[];
};

export const frameOf = (row: Value[], outer: Frame | null = null): Frame => ({
  row,
  outer,
  rownum: 0,
  level: 1,
  aggregates: [],
  windows: [],
});
