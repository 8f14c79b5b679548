// The vocabulary in which the IPC contract is written, and the types that main and renderer derive from it.
import { z } from 'zod';
import { errorReportSchema } from '../errors/report.ts';

type Schema = z.ZodType;

export type Call<I extends Schema = Schema, O extends Schema = Schema> = { kind: 'call'; input: I; output: O };
export type Topic<P extends Schema = Schema> = { kind: 'topic'; payload: P };
export type Stream<I extends Schema = Schema, C extends Schema = Schema> = { kind: 'stream'; input: I; chunk: C };

/** A question with one answer. Undeclared keys of the answer never leave main. */
export const call = <I extends Schema, O extends Schema>(input: I, output: O): Call<I, O> => ({
  kind: 'call',
  input,
  output,
});

/** Something that main announces to every window. */
export const topic = <P extends Schema>(payload: P): Topic<P> => ({ kind: 'topic', payload });

/** A flow of chunks that main sends only as fast as the window gives credit back. */
export const stream = <I extends Schema, C extends Schema>(input: I, chunk: C): Stream<I, C> => ({
  kind: 'stream',
  input,
  chunk,
});

export type Endpoint = Call | Topic | Stream;
export type Contract = Record<string, Record<string, Endpoint>>;

/** `feature.name` of every endpoint of one kind. */
export type EndpointName<C extends Contract, K extends Endpoint['kind']> = {
  [F in keyof C & string]: {
    [N in keyof C[F] & string]: C[F][N] extends { kind: K } ? `${F}.${N}` : never;
  }[keyof C[F] & string];
}[keyof C & string];

export type EndpointOf<C extends Contract, Name extends string> = Name extends `${infer F}.${infer N}` ? C[F][N] : never;

/** What a handler receives: the parsed input. */
export type InputOf<E> = E extends { input: infer I extends Schema } ? z.output<I> : never;
/** What a caller may pass. */
export type RequestOf<E> = E extends { input: infer I extends Schema } ? z.input<I> : never;
export type OutputOf<E> = E extends Call<Schema, infer O> ? z.output<O> : never;
export type ChunkOf<E> = E extends Stream<Schema, infer C> ? z.output<C> : never;
export type PayloadOf<E> = E extends Topic<infer P> ? z.output<P> : never;

/** Every handler that main must provide; leaving one out does not compile. */
export type Handlers<C extends Contract> = {
  [Name in EndpointName<C, 'call'>]: (
    input: InputOf<EndpointOf<C, Name>>,
  ) => Promise<OutputOf<EndpointOf<C, Name>>> | OutputOf<EndpointOf<C, Name>>;
};

/**
 * Every stream that main must provide, as an asynchronous iteration of chunks;
 * `signal` aborts when the window leaves.
 */
export type StreamHandlers<C extends Contract> = {
  [Name in EndpointName<C, 'stream'>]: (
    input: InputOf<EndpointOf<C, Name>>,
    signal: AbortSignal,
  ) => AsyncIterable<ChunkOf<EndpointOf<C, Name>>>;
};

/** How every answer travels: a value or a foreseen error. */
export const envelopeSchema = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), value: z.unknown() }),
  z.strictObject({ ok: z.literal(false), error: errorReportSchema }),
]);
export type Envelope = z.infer<typeof envelopeSchema>;

/** Finds the endpoint of a `feature.name`; `undefined` for anything that the contract does not declare itself. */
export function endpointOf(contract: Contract, name: string): Endpoint | undefined {
  const [feature, member, more] = name.split('.');
  if (feature === undefined || member === undefined || more !== undefined) return undefined;
  if (!Object.hasOwn(contract, feature)) return undefined;
  const members = contract[feature];
  return members && Object.hasOwn(members, member) ? members[member] : undefined;
}
