// What a channel has to be able to do, and what it says about one attempt. Only types.
import type { OutboxMessage } from '../../shared/domain/outbox.ts';

export type DueMessage = OutboxMessage & { content: unknown };

/** What one attempt came to; `answer` is the other side's own words where it spoke. */
export type Attempt =
  | { kind: 'delivered'; answer: string }
  /** A lasting no. */
  | { kind: 'refused'; answer: string }
  /** Not now. */
  | { kind: 'later'; answer: string }
  /** Nobody answered: whatever else is due on this channel would fare no better right now. */
  | { kind: 'unreachable'; answer: string };

export type Courier = {
  /** False where this process cannot serve the channel at all: it leaves its messages to one that can. */
  serves(): boolean;
  /** Messages older than this, in ms, are of no use to anybody. */
  staleAfter(message: DueMessage): number;
  /** Ends within a minute or two, whatever the other side does. Never throws for anything foreseen. */
  deliver(message: DueMessage): Promise<Attempt>;
};
