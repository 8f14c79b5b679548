// How a set-up step speaks and fails. Everything goes to stderr: stdout belongs to what the set-up prepares.

/** A set-up step that cannot go on; its message is meant for the person at the terminal, no stack is shown. */
export class SetUpFailure extends Error {}

/** One line for one step that really does something. */
export function say(line) {
  process.stderr.write(`set-up: ${line}\n`);
}

/** Throws with the command's whole output unless it succeeded. */
export function mustSucceed(what, result) {
  if (result.code === 0) return result;
  throw new SetUpFailure(`${what} failed (exit code ${result.code}).\n${result.output.trimEnd()}`);
}

/** Runs a script's main function; a foreseen failure ends it with its message and exit code 1. */
export async function asScript(main) {
  try {
    const exitCode = await main();
    process.exitCode = exitCode ?? 0;
  } catch (error) {
    process.stderr.write(`${error instanceof SetUpFailure ? error.message : error.stack}\n`);
    process.exitCode = 1;
  }
}
