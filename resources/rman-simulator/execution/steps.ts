// Runs the steps of a job on its channels, several at once, and settles what one failing step means for the others
// (reference §3.7, §4.2).
import { stackDate } from '../output/dates.ts';
import { CommandFailure, Cancelled } from '../output/stack.ts';
import type { Channel, Session } from './session.ts';

export interface Step {
  /** Only this channel may run it. */
  channel: string | null;
  /** What kind of work it is, for failures ordered `on` it. */
  work: string;
  run(channel: Channel): Promise<void>;
}

/** A step that failed: `lines` go below its RMAN-03009. */
export class StepFailure extends Error {
  constructor(
    readonly lines: readonly string[],
    /**
     * `stop`: ends the job, unless other channels still work. `continue`: the other steps go on. `channel`: the channel
     * is lost and another takes the step. `fatal`: the whole session ends.
     */
    readonly effect: 'stop' | 'continue' | 'channel' | 'fatal' = 'stop',
  ) {
    super(lines.join('\n'));
  }
}

interface Job {
  session: Session;
  command: string;
  waiting: Step[];
  channels: readonly Channel[];
  groups: string[][];
  stopped: boolean;
}

/**
 * @param command the word in RMAN-03009 (`backup`)
 * @throws CommandFailure whose lines are the whole stack, when a step failed for good
 */
export async function runSteps(
  session: Session,
  command: string,
  steps: readonly Step[],
  channels: readonly Channel[],
  serial: boolean,
): Promise<void> {
  const job: Job = { session, command, waiting: [...steps], channels, groups: [], stopped: false };
  refuseUnknownChannels(steps, channels);
  // A step given back by a dying channel may find the others idle already: they are called once more.
  while (job.waiting.length > 0 && !job.stopped && channels.some((channel) => !channel.disabled)) {
    const workers = serial ? [serialWorker(job)] : channels.map((channel) => worker(job, channel));
    for (const result of await Promise.allSettled(workers)) if (result.status === 'rejected') throw result.reason;
  }
  if (job.groups.length > 0) throw new CommandFailure(finalLines(job), true);
}

function refuseUnknownChannels(steps: readonly Step[], channels: readonly Channel[]): void {
  for (const { channel } of steps) {
    if (channel === null || channels.some((one) => one.name.toUpperCase() === channel.toUpperCase())) continue;
    throw new CommandFailure([`RMAN-06012: channel: ${channel} not allocated`]);
  }
}

/** Standard Edition: one step after the other, the channels taking turns. */
async function serialWorker(job: Job): Promise<void> {
  for (let turn = 0; job.waiting.length > 0 && !job.stopped; turn++) {
    const living = job.channels.filter((channel) => !channel.disabled);
    const channel = living[turn % Math.max(1, living.length)];
    if (channel === undefined) return;
    const step = take(job, channel);
    if (step !== undefined) await attempt(job, channel, step);
  }
}

async function worker(job: Job, channel: Channel): Promise<void> {
  while (!channel.disabled && !job.stopped) {
    const step = take(job, channel);
    if (step === undefined) return;
    await attempt(job, channel, step);
  }
}

function take(job: Job, channel: Channel): Step | undefined {
  const index = job.waiting.findIndex(
    (step) => step.channel === null || step.channel.toUpperCase() === channel.name.toUpperCase(),
  );
  return index < 0 ? undefined : job.waiting.splice(index, 1)[0];
}

async function attempt(job: Job, channel: Channel, step: Step): Promise<void> {
  try {
    await step.run(channel);
  } catch (error) {
    if (error instanceof Cancelled) job.stopped = true;
    if (!(error instanceof StepFailure)) throw error;
    settle(job, channel, step, error);
  }
}

function settle(job: Job, channel: Channel, step: Step, failure: StepFailure): void {
  const { session } = job;
  const at = stackDate(session.host.now());
  const group = [`RMAN-03009: failure of ${job.command} command on ${channel.name} channel at ${at}`, ...failure.lines];
  const others = job.channels.filter((one) => one !== channel && !one.disabled).length > 0;
  if (failure.effect === 'fatal') {
    job.stopped = true;
    throw new CommandFailure(group, true, true);
  }
  if (failure.effect === 'channel') {
    channel.disabled = true;
    if (others) {
      session.inline(group);
      session.say('channelDisabled', { ch: channel.name });
      job.waiting.unshift({ ...step, channel: null });
      return;
    }
    job.groups.push(group);
    job.stopped = true;
    return;
  }
  job.groups.push(group);
  if (failure.effect === 'continue' || others) {
    session.inline(group);
    session.say('continuing');
  } else job.stopped = true;
}

function finalLines(job: Job): string[] {
  if (job.groups.length === 1) return job.groups[0] ?? [];
  return ['', ...job.groups.flat()];
}
