// The shell texts that run where a runner is: they start a client under a keeper, look for it, print its spool, signal
// it and clean up after it. Plain POSIX shell; they must not know what they run, nor hold anything secret.

/** What every text begins with: errors go nowhere, and a line of its own tells it from what login scripts print. */
const BEGIN = ['exec 2>/dev/null', 'mask=$(umask); umask 077', "printf '%s\\n' \"$1\"", 'shift'].join('\n');

/**
 * `stat_of PID` sets `state`, `group` and `token` of a living process and fails when there is none. Linux reads /proc,
 * all others ask ps in UTC, so that a change of the clocks does not make another process of it.
 */
const STAT_OF = [
  'fields() { state=$1; group=$3; shift 19; token=$boot/$1; }',
  'stat_of() {',
  '  if [ -r /proc/self/stat ]; then',
  '    read -r boot </proc/sys/kernel/random/boot_id; stat=; read -r stat </proc/"$1"/stat || return 1',
  '    fields ${stat##*) }',
  '  else',
  '    group=$(ps -o pgid= -p "$1") || return 1',
  '    group=${group##* } state=$(ps -o state= -p "$1")',
  "    token=ps/$(TZ=UTC LC_ALL=C ps -o lstart= -p \"$1\" | tr -s ' ' _)",
  '  fi',
  '  case $state in *Z* | *X*) return 1 ;; esac',
  '}',
].join('\n');

/**
 * `group_lives LEADER`: a living process belongs to the group. Zombies do not count: where nobody reaps orphans, as in
 * many containers, they stay for ever.
 */
const GROUP_LIVES = [
  'group_lives() {',
  '  kill -s 0 -- -"$1" || return 1',
  '  [ -r /proc/self/stat ] || return 0',
  '  for of in /proc/[0-9]*; do stat_of "${of##*/}" && [ "$group" = "$1" ] && return 0; done',
  '  return 1',
  '}',
].join('\n');

/**
 * The keeper, for `sh -c KEEPER respaldo-keeper STARTER END NAMES FEEDS MASK COMMAND…` in the run's directory, as
 * leader of a process group of its own.
 *
 * - What the client is to read comes through standard input, up to the line END. Without that line the connection broke
 *   before all was said, and nothing is started: half of what RMAN was to be told could be a whole command.
 * - It stays in a variable that is not exported and goes on through a pipe by a command of the shell itself: no
 *   argument list, no environment and no file ever holds it. (A here-document is a file in many shells.)
 * - The claim appears by `ln`, complete or not at all, and only once.
 * - The client runs in the foreground: a shell without job control starts background commands with SIGINT ignored, and
 *   RMAN must hear the interrupt.
 * - It runs with the umask of the login: a server process that it starts would make the pieces with ours.
 * - `exit` holds the client's status and when that was; the files that went along are gone by then.
 */
export const KEEPER = [
  "trap '' INT TERM HUP QUIT",
  'unset secret line whole',
  'starter=$1 end=$2 names=$3 feeds=$4 mask=$5; shift 5',
  "lf='\n'",
  'while IFS= read -r line; do',
  '  [ "$line" = "$end" ] && { whole=yes; break; }',
  '  secret=$secret$line$lf',
  'done',
  '[ "$whole" ] || exit 75',
  STAT_OF,
  'stat_of $$ || exit 75',
  '[ "$group" = $$ ] || { printf "no-group\\n"; exit 75; }',
  'printf "%s %s\\n" $$ "$token" >claim.$$ && ln claim.$$ claim || exit 75',
  'rm -f claim.$$',
  'printf "claimed %s %s\\n" $$ "$token"',
  'exec >/dev/null </dev/null',
  // Its work is done; while it waits for us, the connection could not end by itself.
  'kill -s TERM "$starter"',
  'case $(command -v printf) in /*) feed() { print -rn -- "$secret"; } ;; *) feed() { printf "%s" "$secret"; } ;; esac',
  'trap : INT TERM QUIT',
  'if [ "$feeds" = yes ]; then',
  '  feed | (umask "$mask"; exec "$@" >>spool 2>&1)',
  'else',
  '  (umask "$mask"; exec "$@" >>spool 2>&1)',
  'fi',
  'code=$?',
  "trap '' INT TERM QUIT",
  'unset secret',
  'rm -f $names',
  'printf "%s %s\\n" "$code" "$(TZ=UTC0 LC_ALL=C date +%Y-%m-%dT%H:%M:%S)" >exit.tmp && mv -f exit.tmp exit',
].join('\n');

/** Variables of that machine that would silently choose another database (reference §1.3). */
export const UNSET_UNWANTED = 'unset TWO_TASK LOCAL ORACLE_PDB_SID ORACLE_PATH SQLPATH';

/**
 * `MARK KEEPER PARENT NAME END FEEDS [FILE BYTES]… -- COMMAND…`: makes the directory NAME in PARENT, takes the files
 * from standard input, and stays until the keeper has claimed the directory. Prints `ready` when it listens, `claimed
 * PID TOKEN` when the client is about to start, or `no REASON`.
 *
 * The keeper must lead a process group, so that a cancellation reaches what the client starts: setsid gives it one and
 * a session of its own; where there is no setsid, a shell with job control does (`set -m`: bash, ksh).
 */
export const START = [
  BEGIN,
  'keeper=$1 parent=$2 name=$3 end=$4 feeds=$5; shift 5',
  "no() { printf 'no %s\\n' \"$1\"; exit 3; }",
  UNSET_UNWANTED,
  'cd "$parent" && mkdir "$name" && cd "$name" || no work-directory',
  'clean() { cd "$parent" && rm -rf "$name"; }',
  'if command -v setsid >/dev/null; then detach=setsid; else set -m; detach=; case $- in *m*) ;; *) clean; no setsid ;; esac; fi',
  ': >spool || { clean; no work-directory; }',
  "printf 'ready\\n'",
  'names=',
  'while [ "$1" != -- ]; do',
  '  dd bs=1 count="$2" >"$1"; [ "$(($(wc -c <"$1")))" = "$2" ] || { clean; no files; }',
  '  names="$names $1"; shift 2',
  'done',
  'shift',
  '(exec $detach sh -c "$keeper" respaldo-keeper $$ "$end" "$names" "$feeds" "$mask" "$@")',
  // Still here: nobody claimed the directory, and nobody will.
  'clean; no keeper',
].join('\n');

/**
 * `MARK PARENT NAME`: says who has the directory, and claims it for the application when nobody has: from then on no
 * keeper can start anything in it. Prints `never`, `claimed PID TOKEN` or `unsure`.
 */
export const LOOK = [
  BEGIN,
  "cd \"$1\" || { printf 'unsure\\n'; exit; }",
  "[ -d \"$2\" ] || { printf 'never\\n'; exit; }",
  "cd \"$2\" || { printf 'unsure\\n'; exit; }",
  "printf 'application\\n' >application.$$ && ln application.$$ claim && { printf 'never\\n'; exit; }",
  'rm -f application.$$',
  "read -r pid token <claim || { printf 'unsure\\n'; exit; }",
  "case $pid in application) printf 'never\\n' ;; *) printf 'claimed %s %s\\n' \"$pid\" \"$token\" ;; esac",
].join('\n');

const BLOCK = 4096;

/**
 * `MARK PARENT NAME AT`: prints the spool from byte AT on, as frames `at START COUNT` and so many bytes, while it
 * grows. A `beat` shows in silence that the connection lives. Ends with `exit STATUS THEN NOW` (UTC), `gone` (nobody
 * wrote a status down), `missing` (no such run here) or `again` (nothing is wrong; ask anew: what a broken connection
 * leaves running here ends by itself).
 *
 * The end is looked at before the size, so that all that was printed before the end is in it. Sizes come from `ls`, and
 * only as much is read: a file that grows between two looks must not put more bytes into a frame than it says.
 */
export const FOLLOW = [
  BEGIN,
  // Without the directory above, a mount is away; that says nothing about the run.
  "cd \"$1\" || { printf 'again\\n'; exit; }",
  "cd \"$2\" && read -r leader expected <claim || { printf 'missing\\n'; exit; }",
  'at=$3',
  STAT_OF,
  GROUP_LIVES,
  'alive() { stat_of "$leader" && [ "$token" = "$expected" ]; }',
  'size_is() { size=${5:-0}; }',
  'send() {',
  `  first=$((at / ${BLOCK})) last=$((to / ${BLOCK}))`,
  '  if [ "$last" -gt "$first" ]; then',
  `    printf 'at %s %s\\n' $((first * ${BLOCK})) $(((last - first) * ${BLOCK}))`,
  `    dd if=spool bs=${BLOCK} skip="$first" count=$((last - first))`,
  `    at=$((last * ${BLOCK}))`,
  '  fi',
  '  if [ "$to" -gt "$at" ]; then',
  "    printf 'at %s %s\\n' \"$at\" $((to - at))",
  '    dd if=spool bs=1 skip="$at" count=$((to - at))',
  '    at=$to',
  '  fi',
  '}',
  'rounds=0 silent=0 grace=6',
  'while :; do',
  '  over=',
  '  if [ -f exit ]; then',
  // Processes that the client left behind may say a last word; they must not keep the run open for ever.
  '    if [ "$grace" -gt 0 ] && group_lives "$leader"; then grace=$((grace - 1)); else over=exit; fi',
  '  elif ! alive && ! group_lives "$leader"; then',
  '    if [ -f exit ]; then over=exit; else over=gone; fi',
  '  fi',
  '  size_is $(LC_ALL=C ls -ln spool)',
  '  while [ "$size" -gt "$at" ]; do',
  '    to=$((at + 262144)); [ "$to" -gt "$size" ] && to=$size',
  '    send; silent=0',
  '  done',
  '  case $over in',
  '    exit) read -r code then <exit; printf "exit %s %s %s\\n" "$code" "$then" "$(TZ=UTC0 LC_ALL=C date +%Y-%m-%dT%H:%M:%S)"; exit ;;',
  '    gone) printf "gone\\n"; exit ;;',
  '  esac',
  '  rounds=$((rounds + 1)); [ "$rounds" -gt 1800 ] && { printf "again\\n"; exit; }',
  '  silent=$((silent + 1)); [ "$silent" -gt 10 ] && { silent=0; printf "beat\\n" || exit; }',
  '  sleep 0.5 || sleep 1',
  'done',
].join('\n');

/** `MARK PARENT NAME SIGNAL`: sends a signal to the client's whole group. Prints `sent`, or `over` when it is gone. */
export const SIGNAL = [
  BEGIN,
  "cd \"$1/$2\" && read -r leader expected <claim || { printf 'over\\n'; exit; }",
  STAT_OF,
  GROUP_LIVES,
  // The kernel gives no new process the number of a group that still has members.
  'if stat_of "$leader"; then [ "$token" = "$expected" ]; else group_lives "$leader"; fi || { printf "over\\n"; exit; }',
  'kill -s "$3" -- -"$leader"; printf "sent\\n"',
].join('\n');

/** `MARK PARENT NAME`: removes the run's directory. Prints `clean`. */
export const CLEAN = [BEGIN, "cd \"$1\" && rm -rf \"$2\" && printf 'clean\\n'"].join('\n');
