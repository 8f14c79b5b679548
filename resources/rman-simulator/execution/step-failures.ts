// The injected failures that strike a channel in the middle of its work.
import { spawn } from 'node:child_process';
import type { Channel, Session } from './session.ts';
import { StepFailure } from './steps.ts';

const IO_ERROR = [
  'ORA-19583: conversation terminated due to error',
  'ORA-27072: File I/O error',
  'Linux-x86_64 Error: 5: Input/output error',
  'Additional information: 4',
];

/** Strikes the next `step` failure ordered for this work, if any. */
export async function strikeStep(session: Session, channel: Channel, work: string): Promise<void> {
  const failure = session.failures.strike('step', work);
  if (failure === null) return;
  switch (failure.name) {
    case 'hang':
      if (failure.ignoreTerm === true) session.host.ignoreTermination();
      return session.clock.hang();
    case 'kill-mid-run':
      session.host.killSelf();
      return session.clock.hang();
    case 'lost-session':
      throw new StepFailure(lostSessionLines(channel), 'fatal');
    case 'partial':
      throw new StepFailure(IO_ERROR, 'continue');
    default:
      throw new StepFailure(IO_ERROR, 'channel');
  }
}

function lostSessionLines(channel: Channel): string[] {
  return [
    `RMAN-10038: database session for channel ${channel.name} terminated unexpectedly`,
    'ORA-03113: end-of-file on communication channel',
    'Process ID: 24117',
    `Session ID: ${channel.sid} Serial number: 51422`,
  ];
}

/** Leaves a process behind that keeps our standard output open for `seconds`. */
export function leaveGrandchild(seconds: number): void {
  const idle = `setTimeout(() => {}, ${seconds * 1000})`;
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  spawn(process.execPath, ['-e', idle], { stdio: ['ignore', 'inherit', 'ignore'], detached: true, env }).unref();
}
