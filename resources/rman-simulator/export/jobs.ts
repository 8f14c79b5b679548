// The jobs of the simulated database, one file each: what DBA_DATAPUMP_JOBS would show, and the word to kill one.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Job {
  owner: string;
  name: string;
  mode: string;
  pid: number;
  started: number;
  /** Dump files made so far. */
  files: string[];
}

export interface Jobs {
  /** False when a job of that name exists: its master table would have the same name. */
  create(job: Job): boolean;
  find(owner: string, name: string): Job | null;
  save(job: Job): void;
  drop(job: Job): void;
  /** Somebody attached and said KILL_JOB. */
  isKilled(job: Job): boolean;
  kill(job: Job): void;
}

export function jobsOf(home: string): Jobs {
  const folder = join(home, 'datapump');
  mkdirSync(folder, { recursive: true });
  const file = ({ owner, name }: Pick<Job, 'owner' | 'name'>): string => join(folder, `${owner}.${name}.json`);
  const word = (job: Job): string => `${file(job)}.kill`;
  return {
    create: (job) => {
      try {
        writeFileSync(file(job), JSON.stringify(job), { flag: 'wx' });
        return true;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
        throw error;
      }
    },
    find: (owner, name) => {
      try {
        return JSON.parse(readFileSync(file({ owner, name }), 'utf8')) as Job;
      } catch {
        return null;
      }
    },
    save: (job) => writeFileSync(file(job), JSON.stringify(job)),
    drop: (job) => {
      rmSync(file(job), { force: true });
      rmSync(word(job), { force: true });
    },
    isKilled: (job) => existsSync(word(job)),
    kill: (job) => writeFileSync(word(job), ''),
  };
}
