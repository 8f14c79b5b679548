// A letter as plain text.
import type { Letter, Table } from './letter.ts';

const UNDERLINE = '-';

export function letterText(letter: Letter): string {
  const { cause, steps, log, run, table } = letter;
  const parts = [
    `${letter.headline}\n${UNDERLINE.repeat(Math.min(72, letter.headline.length))}`,
    letter.meaning,
    letter.facts.map(([label, value]) => `${label}: ${value}`).join('\n'),
    table && tableText(table),
    cause &&
      [
        `${cause.heading}: ${cause.code ? `${cause.code} – ` : ''}${cause.title}`,
        ...cause.sentences,
        cause.inTheLog && `${cause.quoteHeading}: ${cause.inTheLog}`,
      ].filter(Boolean).join('\n'),
    steps && [`${steps.heading}:`, ...steps.items.map((item, at) => `  ${at + 1}. ${item}`)].join('\n'),
    log && [`${log.heading}:`, '', ...log.lines.map((line) => `  ${line}`)].join('\n'),
    run && `${run.text}: ${run.link}\n${run.how}`,
    // The line that mail programs take for the beginning of a signature.
    `-- \n${letter.footer}`,
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

function tableText({ head, rows }: Table): string {
  const all = [head, ...rows];
  const widths = head.map((_cell, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const line = (row: string[]): string =>
    row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd();
  return [line(head), line(widths.map((width) => UNDERLINE.repeat(width))), ...rows.map(line)].join('\n');
}
