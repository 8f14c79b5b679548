// The client attached to a job that runs: `Export> ` and the commands behind it (reference §6.6).
import { setTimeout as delay } from 'node:timers/promises';
import type { SimulatorConfig } from '../config.ts';
import type { Host } from '../host.ts';
import type { Console } from '../output/console.ts';
import { removeFiles } from './export-job.ts';
import type { Job, Jobs } from './jobs.ts';
import { ClientRefusal, type Parameters } from './parameters.ts';

interface Attached {
  host: Host;
  config: SimulatorConfig;
  console: Console;
  jobs: Jobs;
  owner: string;
  parameters: Parameters;
  ask(prompt: string): Promise<string>;
}

const BESIDE = ['attach', 'userid', 'encryption_password', 'encryption_pwd_prompt'];

/** @throws ClientRefusal */
export async function attach(client: Attached, written: string): Promise<number> {
  const { console, jobs, parameters, ask } = client;
  const other = [...parameters.keys()].find((name) => !BESIDE.includes(name));
  if (other !== undefined) throw new ClientRefusal(`UDE-00011: parameter ${other} is incompatible with parameter attach.`);
  if (parameters.has('encryption_pwd_prompt')) await ask('Encryption Password: ');
  const [name = '', owner = client.owner] = written.toUpperCase().split('.').reverse();
  const job = jobs.find(owner, name);
  console.line('');
  if (job === null) {
    for (const line of ['ORA-31626: job does not exist', 'ORA-06512: at "SYS.DBMS_SYS_ERROR", line 79']) console.line(line);
    return 1;
  }
  sayJob(console, job);
  for (;;) {
    console.prompt('Export> ');
    const line = await client.host.input.next();
    const command = line?.trim().toUpperCase() ?? 'EXIT_CLIENT';
    console.endLine();
    if (command === 'EXIT_CLIENT') return 0;
    if (command === 'STATUS') sayJob(console, job);
    else if (command === 'KILL_JOB') {
      const answer = await ask('Are you sure you wish to stop this job ([yes]/no): ');
      if (!/^(y|yes|)$/i.test(answer.trim())) continue;
      await kill(jobs, job);
      return 0;
    } else if (command !== '') console.line('UDE-00053: unrecognized client command');
  }
}

function sayJob(console: Console, job: Job): void {
  console.line(`Job: ${job.name}`);
  for (const line of [`Owner: ${job.owner}`, 'Operation: EXPORT', `Mode: ${job.mode}`, 'State: EXECUTING']) console.line(`  ${line}`);
  console.line('');
}

/** Until the job is gone. Nobody works on the job of a client that was killed: it ends here. */
async function kill(jobs: Jobs, job: Job): Promise<void> {
  jobs.kill(job);
  while (jobs.find(job.owner, job.name) !== null) {
    if (!isAlive(job.pid)) {
      removeFiles(job);
      jobs.drop(job);
      return;
    }
    await delay(25);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
