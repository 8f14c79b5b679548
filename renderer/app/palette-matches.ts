// Finds the commands that fit what was typed in the palette. Pure; knows no command.

/** A word is met when it begins a word of the label (3), or stands anywhere in it (1). All typed words must be met. */
function scoreOf(label: string, words: readonly string[]): number {
  let score = 0;
  for (const word of words) {
    const at = label.indexOf(word);
    if (at < 0) return -1;
    score += at === 0 || / /.test(label.charAt(at - 1)) ? 3 : 1;
  }
  return score;
}

/** Lower case without accents, so that `ejecucion` finds `Ejecución`. */
export function plainWords(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The fitting commands, best first; equally good ones keep their order. Nothing typed lets all through. */
export function matchesOf<Command extends { label: string }>(commands: readonly Command[], typed: string): Command[] {
  const words = plainWords(typed).split(/\s+/).filter(Boolean);
  return commands
    .map((command) => ({ command, score: scoreOf(plainWords(command.label), words) }))
    .filter(({ score }) => score >= 0)
    .sort((a, b) => b.score - a.score)
    .map(({ command }) => command);
}
