// The frame of an error stack and the errors that travel inside the simulator (reference §4.1). Prints nothing itself.

export const STACK_HEADER = [
  `RMAN-00571: ${'='.repeat(59)}`,
  `RMAN-00569: ${'='.repeat(15)} ERROR MESSAGE STACK FOLLOWS ${'='.repeat(15)}`,
  `RMAN-00571: ${'='.repeat(59)}`,
];

/** A command that cannot go on: the body lines below its RMAN-03002 wrapper. */
export class CommandFailure extends Error {
  constructor(
    readonly lines: readonly string[],
    /** The lines are the whole body: no RMAN-03002 is put in front (connection, channel and fatal errors). */
    readonly complete = false,
    /** The session cannot run anything after this (lost session, internal error). */
    readonly fatal = false,
  ) {
    super(lines.join('\n'));
  }
}

/** Ctrl-C. */
export class Cancelled extends Error {}

/** The lines below an ORA-27xxx code for an operating-system error. */
export function osErrorLines(errno: number, windows: boolean, additional: number[] = [1]): string[] {
  if (windows) {
    const [osd, os] = WINDOWS_ERRORS[errno] ?? ['OSD-04002: unable to open file', '(OS 1) Incorrect function.'];
    return [osd, `O/S-Error: ${os}`];
  }
  return [
    `Linux-x86_64 Error: ${errno}: ${LINUX_ERRORS[errno] ?? 'Input/output error'}`,
    ...additional.map((n) => `Additional information: ${n}`),
  ];
}

const LINUX_ERRORS: Record<number, string> = {
  2: 'No such file or directory',
  5: 'Input/output error',
  13: 'Permission denied',
  28: 'No space left on device',
};

const WINDOWS_ERRORS: Record<number, [string, string]> = {
  2: ['OSD-04002: unable to open file', '(OS 3) The system cannot find the path specified.'],
  13: ['OSD-04002: unable to open file', '(OS 5) Access is denied.'],
  28: ['OSD-04008: WriteFile() failure, unable to write to file', '(OS 112) There is not enough space on the disk.'],
};

/** ORA-19504 and what is below it, for a backup file that could not be created. */
export function createFailureLines(path: string, errno: number, windows: boolean): string[] {
  const first = `ORA-19504: failed to create file "${path}"`;
  if (errno === 17) return [first, 'ORA-27038: created file already exists', 'Additional information: 1'];
  return [first, 'ORA-27040: file create error, unable to create file', ...osErrorLines(errno, windows)];
}

/** ORA-19502 and what is below it, for a backup file that could not be extended. */
export function writeFailureLines(path: string, block: number, errno: number, windows: boolean): string[] {
  return [
    `ORA-19502: write error on file "${path}", block number ${block} (block size=8192)`,
    'ORA-27072: File I/O error',
    ...osErrorLines(errno, windows, [4, block, -1]),
  ];
}
