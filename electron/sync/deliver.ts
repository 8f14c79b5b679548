// Writes one batch of facts in one transaction and says what became of each. A row that Oracle refuses does not hold up
// the others. Knows no outbox, no timer and no connection beyond the session it is given.
import type { SqlSession } from '../app/oracle-ports.ts';
import type { DueFact, FactOutcome } from '../app/sync-ports.ts';
import type { SyncKind } from '../../shared/domain/sync.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import { failureOf } from './failure.ts';
import { isLast, parcelsOf, type Parcel } from './parcels.ts';
import { rowFate, stopOf } from './refusal.ts';
import { neverChanged, statements } from './statements.ts';

export type DeliveryTools = {
  workstationId: string;
  /** The number of the transaction that begins now; grows with every call. */
  nextBatch(): number;
  /** False for kinds that are not wanted in the log tables. */
  sends(kind: SyncKind): boolean;
  now(): number;
  /** In [0, 1). */
  random(): number;
};

export type Delivery = {
  outcomes: FactOutcome[];
  /** Nothing more can be sent; facts without an outcome were not taken. `null`: go on. */
  stop: Refusal | null;
};

/** Oracle's no, with its words. `error`: the whole statement was refused, not one of its rows. */
export type Refusal = { code: string; text: string; error: AppError | null };

/** The same row is there already: of what is never changed, a proof that it has arrived. */
const DUPLICATE = 'ORA-00001';

/**
 * @param parcels of the facts, if they were made while something else was waited for; they get the batch's number here
 * @throws AppError when the session is lost: nothing is known then, and everything may be sent again.
 */
export async function deliver(
  session: SqlSession,
  facts: readonly DueFact[],
  tools: DeliveryTools,
  parcels: readonly Parcel[] = parcelsOf(facts, tools.workstationId, tools.sends),
): Promise<Delivery> {
  const refused = new Map<number, Refusal>();
  try {
    const batch_no = tools.nextBatch();
    for (const { rows } of parcels) for (const row of rows) if ('batch_no' in row) row['batch_no'] = batch_no;
    if (parcels.length > 0) await beginBatch(session, tools.workstationId, batch_no);
    for (const { name, rows, owners } of parcels) {
      // What was refused takes nothing else along: no children without their parent, no end of a log with a hole.
      const kept = rows.flatMap((_, index) => (refused.has(owners[index] as number) ? [] : [index]));
      if (kept.length === 0) continue;
      const { errors } = await session.executeMany(statements[name], kept.map((index) => rows[index] ?? {}));
      for (const { offset, code, message } of errors) {
        if (code === DUPLICATE && neverChanged.has(name)) continue;
        const owner = owners[kept[offset] as number] as number;
        if (!refused.has(owner)) refused.set(owner, { code, text: message, error: null });
      }
    }
    await session.commit();
  } catch (error) {
    const failure = failureOf(error);
    if (failure === null || failure.lost) throw error;
    await session.rollback();
    const refusal = { code: failure.code, text: failure.text, error: error as AppError };
    return afterRefusedStatement(refusal, session, facts, tools);
  }
  return judged(facts, refused, tools);
}

async function beginBatch(session: SqlSession, workstation_id: string, batch_no: number): Promise<void> {
  const { rowsAffected } = await session.execute(statements.batch, { workstation_id, batch_no });
  // Another session of this workstation has gone on meanwhile: what is known of its batches is not so any more.
  if (rowsAffected === 0) throw new AppError('sync.refused', { code: '', detail: 'batch', lost: 1 });
}

/** Halves the batch until the fact is found for which the whole statement is refused. */
async function afterRefusedStatement(
  refusal: Refusal,
  session: SqlSession,
  facts: readonly DueFact[],
  tools: DeliveryTools,
): Promise<Delivery> {
  if (stopOf(refusal.code) !== null) return { outcomes: [], stop: refusal };
  if (facts.length === 1) return judged(facts, new Map([[0, refusal]]), tools);
  const middle = Math.ceil(facts.length / 2);
  const first = await deliver(session, facts.slice(0, middle), tools);
  if (first.stop) return first;
  const second = await deliver(session, facts.slice(middle), tools);
  return { outcomes: [...first.outcomes, ...second.outcomes], stop: second.stop };
}

function judged(facts: readonly DueFact[], refused: ReadonlyMap<number, Refusal>, tools: DeliveryTools): Delivery {
  let stop: Refusal | null = null;
  const outcomes = facts.flatMap((fact, owner): FactOutcome[] => {
    const refusal = refused.get(owner);
    if (!refusal) return [taken(fact, tools.sends)];
    const fate = rowFate(refusal.code, fact.attempts, tools.now(), tools.random());
    if (fate === null) stop ??= refusal;
    return fate === null ? [] : [{ ...entryOf(fact), ...fate, code: refusal.code, reason: refusal.text }];
  });
  return { outcomes, stop };
}

function taken(due: DueFact, sends: DeliveryTools['sends']): FactOutcome {
  const log = due.kind === 'log' && sends(due.kind) ? due.fact : null;
  if (log === null || isLast(log)) return { ...entryOf(due), result: 'sent' };
  return { ...entryOf(due), result: 'partly', progress: log.next.at(-1)?.chunk ?? 0 };
}

const entryOf = ({ no, stamp }: DueFact) => ({ no, stamp });
