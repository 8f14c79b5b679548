// Words as a POSIX shell takes them back, whatever is in them; knows no command.

/** One word; every byte of it but NUL, which no argument can hold, comes back as it was. */
export const shellWord = (word: string): string =>
  /^[A-Za-z0-9_@%+:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;

export const shellWords = (words: readonly string[]): string => words.map(shellWord).join(' ');
