// What one client of Data Pump has at hand, and how its lines look: times and worker names in front of them, a copy in
// the server's log file.
import { appendFileSync, writeFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import type { SimulatorConfig } from '../config.ts';
import type { ArmedFailures } from '../execution/armed-failures.ts';
import type { Host } from '../host.ts';
import type { Console } from '../output/console.ts';
import { formatDate } from '../output/dates.ts';
import type { ExportOrder } from './client-rules.ts';
import type { Jobs } from './jobs.ts';

export interface ExportSession {
  readonly host: Host;
  readonly config: SimulatorConfig;
  readonly failures: ArmedFailures;
  readonly jobs: Jobs;
  readonly order: Pick<ExportOrder, 'metrics' | 'logTime'>;
  /** A line of the job. */
  say(text: string): void;
  /** A line of a worker. */
  worker(text: string): void;
  /** Waits; the client's interrupt ends it with `Detached`. */
  wait(milliseconds: number): Promise<void>;
}

/** Ctrl-C: the client leaves, the job goes on (reference §6.6). */
export class Detached extends Error {}

export function exportSession(
  parts: Pick<ExportSession, 'host' | 'config' | 'failures' | 'jobs'> & { console: Console; order: ExportOrder; logFile: string | null },
): ExportSession {
  const { host, console, order, logFile } = parts;
  let interrupted = false;
  const abort = new AbortController();
  host.onInterrupt(() => {
    interrupted = true;
    abort.abort();
  });
  if (logFile !== null) writeFileSync(logFile, '');
  const stamp = (): string => {
    const now = host.now();
    return `${formatDate(now, 'DD-MON-RR HH24:MI:SS')}.${String(now.getMilliseconds()).padStart(3, '0')}: `;
  };
  const say = (text: string): void => {
    const { logTime } = order;
    console.line(`${logTime === 'STATUS' || logTime === 'ALL' ? stamp() : ''}${text}`);
    if (logFile !== null) appendFileSync(logFile, `${logTime === 'LOGFILE' || logTime === 'ALL' ? stamp() : ''}${text}\n`);
  };
  return {
    host: parts.host,
    config: parts.config,
    failures: parts.failures,
    jobs: parts.jobs,
    order,
    say,
    worker: (text) => say(`${order.metrics ? 'W-1 ' : ''}${text}`),
    wait: async (milliseconds) => {
      if (interrupted) throw new Detached();
      try {
        await delay(milliseconds, undefined, { signal: abort.signal });
      } catch {
        throw new Detached();
      }
    },
  };
}
