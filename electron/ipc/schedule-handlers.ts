// The endpoints of the scheduler; converts, decides nothing.
import type { Application } from '../app/compose.ts';
import type { RespaldoHandlers } from '../../shared/ipc/contract.ts';

type ScheduleHandlers = Pick<RespaldoHandlers, Extract<keyof RespaldoHandlers, `schedule.${string}`>>;

export function scheduleHandlers({ scheduler, requirements }: Application): ScheduleHandlers {
  return {
    'schedule.pause': ({ until }) => scheduler.pause(until),
    'schedule.resume': () => scheduler.resume(),
    'schedule.skip': ({ strategyId, instant }) => scheduler.skip(strategyId, instant),
    'schedule.cancelRetry': ({ occurrenceId }) => scheduler.cancelRetry(occurrenceId),
    'schedule.retryNow': ({ occurrenceId }) => scheduler.retryNow(occurrenceId),
    'schedule.between': ({ from, until, strategyId }) => scheduler.between(from, until, strategyId),
    'schedule.strips': ({ days }) => scheduler.strips(days),
    'schedule.requirements': ({ strategyId }) => requirements(strategyId),
  };
}
