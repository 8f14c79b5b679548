// Where the simulator's text goes: lines, prompts, line ends, character set and the oddities real logs have. Owns the
// position in the line; knows nothing of RMAN's messages.

export interface ConsoleOptions {
  crlf: boolean;
  /** A page of NUL bytes in front of everything, as logs on some file systems show. */
  nulPage: boolean;
  encoding: 'utf8' | 'cp1252';
  /** One byte per write. */
  splitBytes: boolean;
}

export interface Console {
  line(text: string): void;
  /** A blank line, unless the last line was one already. */
  gap(): void;
  /** Text without a line end: a prompt. */
  prompt(text: string): void;
  /** Ends an unfinished line. */
  endLine(): void;
  /** Someone typed Enter on our terminal: the line is ended already. */
  assumeLineStart(): void;
}

export function createConsole(write: (bytes: Buffer) => void, options: ConsoleOptions): Console {
  let atLineStart = true;
  let lastWasBlank = false;
  let nulPending = options.nulPage;
  const lineEnd = options.crlf ? '\r\n' : '\n';

  const put = (text: string): void => {
    const bytes = options.encoding === 'cp1252' ? Buffer.from(text, 'latin1') : Buffer.from(text, 'utf8');
    const page = nulPending ? Buffer.alloc(512) : Buffer.alloc(0);
    nulPending = false;
    const all = Buffer.concat([page, bytes]);
    if (!options.splitBytes) write(all);
    else for (const byte of all) write(Buffer.from([byte]));
  };
  const endLine = (): void => {
    if (!atLineStart) put(lineEnd);
    atLineStart = true;
  };
  const line = (text: string): void => {
    endLine();
    put(text + lineEnd);
    lastWasBlank = text === '';
  };

  return {
    line,
    gap: () => {
      if (!atLineStart || !lastWasBlank) line('');
    },
    prompt: (text) => {
      put(text);
      atLineStart = false;
      lastWasBlank = false;
    },
    endLine,
    assumeLineStart: () => void (atLineStart = true),
  };
}
