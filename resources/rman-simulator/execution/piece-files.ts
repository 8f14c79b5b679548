// The real files behind pieces and copies: deterministic content, a header that CATALOG can read, a check that VALIDATE
// can make, and Oracle's errors for what the file system refuses.
import { createHash } from 'node:crypto';
import { closeSync, fstatSync, mkdirSync, openSync, readSync, unlinkSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { createFailureLines, writeFailureLines } from '../output/stack.ts';
import type { Session } from './session.ts';
import { StepFailure } from './steps.ts';

const BLOCK = 8192;
const MAGIC = 'RMAN SIMULATED BACKUP\n';

export interface WriteOrder {
  path: string;
  bytes: number;
  /** Kept in the header as JSON: what CATALOG needs to know the file again. */
  header: object;
  milliseconds: number;
  work: string;
  reuse: boolean;
  /** Oracle makes the folders of the recovery area and of tape itself. */
  makeFolder: boolean;
}

/**
 * Writes one file in the time it should take. A file that failed or was cancelled is removed again.
 * @returns bytes on disk
 * @throws StepFailure with Oracle's lines when it cannot be created or written
 */
export async function writeBackupFile(session: Session, order: WriteOrder): Promise<number> {
  const fd = createFile(session, order);
  let complete = false;
  try {
    const written = await fill(session, order, fd);
    complete = true;
    return written;
  } finally {
    closeSync(fd);
    if (!complete) unlinkSync(order.path);
  }
}

function createFile(session: Session, order: WriteOrder): number {
  const { windows } = session.config;
  const refuse = (lines: string[]): never => {
    throw new StepFailure(lines);
  };
  const failure = session.failures.strike('create-piece', order.work);
  if (failure?.name === 'media-manager') return refuse(mediaManagerLines(session, order.path));
  if (failure !== null) return refuse(createFailureLines(session.shown(order.path), 28, windows));
  if (order.path.startsWith('+')) return refuse(asmLines(order.path));
  try {
    if (order.makeFolder) mkdirSync(dirname(order.path), { recursive: true });
    return openSync(order.path, order.reuse ? 'w' : 'wx');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const errno = { EEXIST: 17, EACCES: 13, EPERM: 13, EROFS: 30, ENOSPC: 28 }[code ?? ''] ?? 2;
    return refuse(createFailureLines(session.shown(order.path), errno, windows));
  }
}

async function fill(session: Session, order: WriteOrder, fd: number): Promise<number> {
  const blocks = Math.max(2, Math.ceil(order.bytes / BLOCK));
  const content = createHash('sha256').update(JSON.stringify(order.header)).digest();
  const head = Buffer.alloc(BLOCK);
  head.write(MAGIC + JSON.stringify({ ...order.header, blocks }));
  writeBlocks(session, order, fd, head, 0);
  const perChunk = Math.max(1, Math.min(64, Math.ceil(blocks / 20)));
  const chunks = Math.ceil((blocks - 1) / perChunk);
  const failAt = Math.floor(chunks / 2);
  for (let chunk = 0; chunk < chunks; chunk++) {
    if (chunk === failAt) injectedWriteFailure(session, order, 1 + chunk * perChunk);
    const count = Math.min(perChunk, blocks - 1 - chunk * perChunk);
    const body = Buffer.alloc(count * BLOCK, content);
    for (let i = 0; i < count; i++) body.writeUInt32BE(1 + chunk * perChunk + i, i * BLOCK);
    writeBlocks(session, order, fd, body, 1 + chunk * perChunk);
    await session.clock.wait(order.milliseconds / chunks);
  }
  return blocks * BLOCK;
}

function writeBlocks(session: Session, order: WriteOrder, fd: number, bytes: Buffer, block: number): void {
  try {
    for (let done = 0; done < bytes.length;) done += writeSync(fd, bytes, done);
  } catch (error) {
    const errno = (error as NodeJS.ErrnoException).code === 'ENOSPC' ? 28 : 5;
    throw new StepFailure(writeFailureLines(session.shown(order.path), block, errno, session.config.windows));
  }
}

function injectedWriteFailure(session: Session, order: WriteOrder, block: number): void {
  const failure = session.failures.strike('write-piece', order.work);
  if (failure === null) return;
  if (failure.name === 'enospc') {
    throw new StepFailure(writeFailureLines(session.shown(order.path), block, 28, session.config.windows));
  }
  const wanted = Math.max(order.bytes, 52_428_800);
  throw new StepFailure([
    'ORA-19809: limit exceeded for recovery files',
    `ORA-19804: cannot reclaim ${wanted} bytes disk space from 4385144832 bytes limit`,
  ]);
}

function mediaManagerLines(session: Session, path: string): string[] {
  const layer =
    session.config.release.major <= 11
      ? 'ORA-19511: Error received from media manager layer, error text:'
      : 'ORA-19511: non RMAN, but media manager or vendor specific failure, error text:';
  return [
    `ORA-19506: failed to create sequential file, name="${path.split('/').at(-1)}", parms=""`,
    'ORA-27028: skgfqcre: sbtbackup returned error',
    layer,
    '   KBHS-01404: See trace file for details',
    '   The media server did not accept the connection (status 25)',
  ];
}

function asmLines(path: string): string[] {
  const group = /^\+([^/]+)/.exec(path)?.[1] ?? '';
  return [
    `ORA-19504: failed to create file "${path}"`,
    `ORA-17502: ksfdcre:4 Failed to create file ${path}`,
    `ORA-15001: diskgroup "${group}" does not exist or is not mounted`,
  ];
}

/** What a file turned out to be: its header, or why it is no good backup file. */
export type Inspection =
  { state: 'good'; header: Record<string, unknown> } | { state: 'missing' | 'foreign' | 'damaged' };

/** Reads a file that `writeBackupFile` wrote; finds missing, truncated and changed ones. */
export function inspectBackupFile(path: string): Inspection {
  let fd: number;
  try {
    fd = openSync(path, 'r');
  } catch {
    return { state: 'missing' };
  }
  try {
    const head = Buffer.alloc(BLOCK);
    readSync(fd, head, 0, BLOCK, 0);
    const text = head.toString('utf8');
    if (!text.startsWith(MAGIC)) return { state: 'foreign' };
    const header = JSON.parse(text.slice(MAGIC.length, text.indexOf('\0'))) as Record<string, unknown>;
    return isWhole(fd, header) ? { state: 'good', header } : { state: 'damaged' };
  } catch {
    return { state: 'damaged' };
  } finally {
    closeSync(fd);
  }
}

/** Every block must hold its number and the content its header leads to. */
function isWhole(fd: number, header: Record<string, unknown>): boolean {
  const { blocks, ...original } = header;
  if (typeof blocks !== 'number' || fstatSync(fd).size !== blocks * BLOCK) return false;
  const expected = Buffer.alloc(BLOCK, createHash('sha256').update(JSON.stringify(original)).digest());
  const found = Buffer.alloc(BLOCK);
  for (let block = 1; block < blocks; block++) {
    readSync(fd, found, 0, BLOCK, block * BLOCK);
    if (found.readUInt32BE(0) !== block || !found.subarray(32).equals(expected.subarray(32))) return false;
  }
  return true;
}
