// What one backup set shall be, how large it is and into which sections it is cut. Decides, prints nothing.
import type { Keep } from '../language/commands.ts';
import type { ArchivedLog, Datafile, Piece } from '../state/model.ts';

export interface SetPlan {
  kind: 'datafile' | 'archivelog';
  files: Datafile[];
  logs: ArchivedLog[];
  controlfile: false | 'current' | 'standby';
  spfile: boolean;
  level: 0 | 1 | null;
  compressed: boolean;
  tag: string;
  formats: string[];
  copies: number;
  destination: string | null;
  keep: Keep | null;
  channel: string | null;
  reuse: boolean;
  /** Reads everything and writes nothing. */
  validate: boolean;
  deleteInput: 'input' | 'all input' | null;
  /** Input bytes a set may have. */
  maxSetSize: number | null;
  /** Bytes per section; null: the whole file at once. */
  sectionSize: number | null;
}

const BLOCK = 8192;
const CONTROLFILE_BYTES = 10 * 1024 * 1024;
const LEVEL_1_SHARE = 0.05;
const COMPRESSED_SHARE = 0.25;
const USED_SHARE = 0.85;

/** What a failure may be ordered `on`. */
export function workOf(plan: SetPlan): string {
  if (plan.kind === 'archivelog') return 'archivelog';
  if (plan.files.length === 0) return 'controlfile';
  return plan.level === null ? 'full' : `level${plan.level}`;
}

export interface Section {
  from: number;
  to: number;
  bytes: number;
}

/** A set in the making, shared by the steps of its sections. */
export interface SetDraft {
  plan: SetPlan;
  set: { count: number; stamp: number; started: number; scn: number } | null;
  remaining: number;
  pieces: Piece[];
}

/** At most 256 sections: RMAN enlarges the size beyond. */
export function sectionsOf(plan: SetPlan): (Section | null)[] {
  const file = plan.files[0];
  if (plan.sectionSize === null || file === undefined || plan.files.length > 1) return [null];
  if (file.bytes <= plan.sectionSize) return [null];
  const blocks = Math.ceil(file.bytes / BLOCK);
  const each = Math.max(Math.ceil(plan.sectionSize / BLOCK), Math.ceil(blocks / 256));
  const sections: Section[] = [];
  for (let from = 1; from <= blocks; from += each) {
    const to = Math.min(blocks, from + each - 1);
    sections.push({ from, to, bytes: (to - from + 1) * BLOCK });
  }
  return sections;
}

export function inputBytes(plan: SetPlan): number {
  const files = [...plan.files, ...plan.logs].reduce((sum, one) => sum + one.bytes, 0);
  return files + (plan.controlfile !== false ? CONTROLFILE_BYTES : 0);
}

/** Bytes the set would have on a real disk. */
export function outputBytes(plan: SetPlan, input: number): number {
  const share = plan.kind === 'archivelog' ? 1 : plan.level === 1 ? LEVEL_1_SHARE : USED_SHARE;
  return input * share * (plan.compressed ? COMPRESSED_SHARE : 1);
}
