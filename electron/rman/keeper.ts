// The keeper: the shell script that stands between the application and the client, and outlives the application. It
// owns the claim on a run directory and the client's exit status; it must not know what it runs.

/** Exit status of a keeper that found the directory claimed, or could not claim it: nothing was started. */
export const NOT_CLAIMED = 75;

/** Prints what tells this process from a later one with the same pid; the same text as `startTokenOf` reads. */
const TOKEN: Partial<Record<NodeJS.Platform, string>> = {
  linux: [
    'twenty_second() { shift 21; printf "%s" "$1"; }',
    'read -r stat </proc/$$/stat; read -r boot </proc/sys/kernel/random/boot_id',
    'token=$boot/$(twenty_second $stat)',
  ].join('\n'),
};
const TOKEN_BY_PS = 'token=$(TZ=UTC LC_ALL=C own ps -o lstart= -p $$)';

/**
 * Chromium leaves its descriptors open for the children of Node's `spawn`, trusting that only its own launcher starts
 * processes. Kept by RMAN, the socket that says "Respaldo is running" would keep a killed application from being
 * started again, and its connection to the display would leave a dead window standing there.
 * Not every shell can name a descriptor above 9; which can is found out where a failure ends only a subshell.
 */
export const CLOSE_WHAT_IS_INHERITED = [
  "within='[0-9]*'; (eval 'exec 10>&-') || within='[0-9]'",
  'for fd in /dev/fd/*; do',
  '  fd=${fd##*/}',
  '  case $fd in [0-3]) ;; $within) eval "exec $fd>&-" ;; esac',
  'done',
].join('\n');

/**
 * The script, for `SHELL -c SCRIPT NAME TICKET FILE ARGS…` in the run directory as working directory; bash where there
 * is one, see above.
 *
 * - The ticket is a file of the launch that ordered this keeper. A keeper that was delayed until after the death of its
 *   application, and finds the directory prepared anew for another launch, reads a foreign ticket and leaves.
 * - The claim appears by `ln`, complete or not at all, and only once: either the client runs under this keeper, or an
 *   application has claimed the directory and no client will ever run.
 * - The client runs in the foreground: a shell without job control starts background commands with SIGINT ignored, and
 *   RMAN must hear the interrupt. Signals that are caught here (not ignored) have their default effect in the client.
 * - The shell's own words ("Terminated") go nowhere; the spool holds what the client printed. That is why the client
 *   has a subshell to itself: some shells say those words where the command's own errors go.
 */
export function keeperScript(platform: NodeJS.Platform): string {
  return [
    'exec 3>&2 2>/dev/null',
    "trap '' INT TERM HUP QUIT",
    CLOSE_WHAT_IS_INHERITED,
    // The client's library path and PATH must not choose our own tools.
    'own() { PATH="/usr/bin:/bin:$PATH" LD_LIBRARY_PATH= "$@"; }',
    `read -r ticket <ticket && [ "$ticket" = "$1" ] || exit ${NOT_CLAIMED}`,
    'shift',
    TOKEN[platform] ?? TOKEN_BY_PS,
    `(umask 077; printf '%s %s\\n' "$$" "$token" >claim.$$) && own ln claim.$$ claim || exit ${NOT_CLAIMED}`,
    'own rm -f claim.$$',
    'trap : INT TERM HUP QUIT',
    '(exec "$@" 2>&3 3>&-)',
    'code=$?',
    "trap '' INT TERM HUP QUIT",
    "(umask 077; printf '%s\\n' \"$code\" >exit.tmp) && own mv -f exit.tmp exit",
    'exit "$code"',
  ].join('\n');
}
