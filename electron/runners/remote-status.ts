// What an exit status of a shell on another machine means; pure.

export type RemoteStatus = { exitCode: number | null; signal: string | null };

/** Signals whose numbers POSIX fixes: others differ from system to system, and ours say nothing about theirs. */
const FIXED: Record<number, string> = {
  1: 'SIGHUP', 2: 'SIGINT', 3: 'SIGQUIT', 4: 'SIGILL', 6: 'SIGABRT', 8: 'SIGFPE', 9: 'SIGKILL', 11: 'SIGSEGV', 13: 'SIGPIPE',
  14: 'SIGALRM', 15: 'SIGTERM',
};

/** Beyond 128 the status names the signal that ended the client; beyond 256 in ksh93, where it does the same. */
export function remoteStatus(status: number): RemoteStatus {
  const signal = FIXED[status > 256 ? status - 256 : status - 128];
  return signal === undefined ? { exitCode: status, signal: null } : { exitCode: null, signal };
}
