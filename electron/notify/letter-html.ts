// A letter as HTML that mail programs show alike: inline styles, the reader's own colours (light or dark), nothing
// from other servers and nothing that runs.
import type { Language } from '../../shared/domain/settings.ts';
import type { Letter, Table } from './letter.ts';

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as it may stand in an element or in a quoted attribute. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '');

const CELL = 'padding:2px 16px 2px 0;text-align:left;vertical-align:top';
const MONOSPACE = 'font-family:ui-monospace,Consolas,Menlo,monospace;font-size:12px';

export function letterHtml(letter: Letter, language: Language): string {
  const parts = [
    `<h1 style="font-size:20px;margin:0 0 12px">${escapeHtml(letter.headline)}</h1>`,
    paragraph(letter.meaning),
    factsHtml(letter.facts),
    letter.table && tableHtml(letter.table),
    letter.cause && causeHtml(letter.cause),
    letter.steps && heading(letter.steps.heading) + listHtml(letter.steps.items),
    letter.log && heading(letter.log.heading) + logHtml(letter.log.lines),
    letter.run && runHtml(letter.run),
    `<p style="font-size:12px;margin:24px 0 0;padding-top:8px;border-top:1px solid #8888">${escapeHtml(letter.footer)}</p>`,
  ];
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(letter.subject)}</title>
</head>
<body style="font-family:system-ui,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;font-size:14px;line-height:1.45;margin:16px">
${parts.filter(Boolean).join('\n')}
</body>
</html>
`;
}

const paragraph = (text: string): string => `<p style="margin:0 0 12px;max-width:48em">${escapeHtml(text)}</p>`;
const heading = (text: string): string => `<h2 style="font-size:15px;margin:16px 0 6px">${escapeHtml(text)}</h2>\n`;

function factsHtml(facts: Letter['facts']): string {
  const rows = facts.map(
    ([label, value]) =>
      `<tr><th scope="row" style="${CELL};font-weight:600">${escapeHtml(label)}</th><td style="${CELL}">${escapeHtml(value)}</td></tr>`,
  );
  return facts.length === 0 ? '' : `<table style="border-collapse:collapse;margin:0 0 12px">\n${rows.join('\n')}\n</table>`;
}

function tableHtml({ head, rows }: Table): string {
  const line = (tag: string, cells: string[]): string =>
    `<tr>${cells.map((cell) => `<${tag} style="${CELL};border-bottom:1px solid #8888">${escapeHtml(cell)}</${tag}>`).join('')}</tr>`;
  return `<table style="border-collapse:collapse;margin:0 0 12px">
<thead>${line('th', head)}</thead>
<tbody>
${rows.map((row) => line('td', row)).join('\n')}
</tbody>
</table>`;
}

function causeHtml(cause: NonNullable<Letter['cause']>): string {
  const title = cause.code ? `${cause.code} – ${cause.title}` : cause.title;
  const quote = cause.inTheLog === null
    ? ''
    : `<p style="margin:0 0 12px">${escapeHtml(cause.quoteHeading)}: <code style="${MONOSPACE}">${escapeHtml(cause.inTheLog)}</code></p>`;
  return [
    heading(cause.heading),
    `<p style="margin:0 0 6px;font-weight:600">${escapeHtml(title)}</p>`,
    ...cause.sentences.map(paragraph),
    quote,
  ].join('\n');
}

const listHtml = (items: readonly string[]): string =>
  `<ol style="margin:0 0 12px;padding-left:24px">\n${items.map((item) => `<li>${escapeHtml(item)}</li>`).join('\n')}\n</ol>`;

const logHtml = (lines: string[]): string =>
  `<pre style="${MONOSPACE};white-space:pre-wrap;overflow-wrap:anywhere;margin:0 0 12px;padding:8px;border:1px solid #8888">${lines.map(escapeHtml).join('\n')}</pre>`;

const runHtml = ({ link, text, how }: NonNullable<Letter['run']>): string =>
  `<p style="margin:16px 0 0"><a href="${escapeHtml(link)}">${escapeHtml(text)}</a> (${escapeHtml(link)})<br>${escapeHtml(how)}</p>`;
