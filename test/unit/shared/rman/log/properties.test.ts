// What must hold for any log: splits, cuts, noise, other clothes, and logs behind one another.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { verdictSchema, worstOutcome } from '../../../../../shared/domain/verdict.ts';
import { createVerdictBuilder } from '../../../../../shared/rman/log/verdict-builder.ts';
import { bytesOf, essence, fixtureBytes, fixtureNames, fixtureText, framed, session, verdictOn } from './support.ts';

const UNKNOWN = { exitCode: null, signal: null, cancelled: false, pieces: null };
const splits = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 40 });
const anyFixture = fc.constantFrom(...fixtureNames);
const spoken = fixtureNames.filter((name) => verdictOn(fixtureBytes(name)).sessions.length > 0);
const withBanner = spoken.filter((name) => /Release \d/.test(fixtureText(name)));

describe('bytes in any split', () => {
  it('give the same verdict', () => {
    fc.assert(
      fc.property(anyFixture, splits, (name, sizes) => {
        const bytes = fixtureBytes(name);
        const builder = createVerdictBuilder();
        for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
          const size = sizes[turn % sizes.length]!;
          builder.push(bytes.subarray(at, at + size));
          builder.progress();
          at += size;
        }
        expect(builder.finish(UNKNOWN)).toEqual(verdictOn(bytes));
      }),
      { numRuns: 60 },
    );
  });

  it.each(['es-21c-windows', 'ja-19c-success', '12c-continuing-partial'])('%s byte by byte', (name) => {
    const bytes = fixtureBytes(name);
    const builder = createVerdictBuilder();
    for (let at = 0; at < bytes.length; at += 1) builder.push(bytes.subarray(at, at + 1));
    expect(builder.finish(UNKNOWN)).toEqual(verdictOn(bytes));
  });
});

describe('a log whose end is missing', () => {
  // The closing lines of these two are not their last lines.
  const early = ['overwritten-in-place', 'wrapper-thread-labels'];
  const whole = withBanner.filter((name) => !early.includes(name));
  const good = whole.filter((name) => ['succeeded', 'warning'].includes(verdictOn(fixtureBytes(name)).outcome));

  it('is never a success, and never throws', () => {
    fc.assert(
      fc.property(fc.constantFrom(...good), fc.double({ min: 0, max: 1, noNaN: true }), (name, part) => {
        const text = fixtureText(name).trimEnd();
        const lastLine = text.lastIndexOf('\n');
        const verdict = verdictOn(text.slice(0, Math.floor(part * lastLine)));
        expect(verdict.outcome).not.toBe('succeeded');
      }),
      { numRuns: 400 },
    );
  });

  it('is never better with exit code 0 than with a closing line', () => {
    const text = fixtureText('19c-level0');
    const cut = text.slice(0, text.indexOf('Finished backup'));
    expect(verdictOn(cut, { exitCode: 0 })).toMatchObject({ outcome: 'lost', truncated: true });
    const codes = verdictOn(cut, { exitCode: 0 }).disagreements.map((one) => one.code);
    expect(codes).toContain('no-end-line-but-exit-zero');
  });
});

describe('noise', () => {
  const anyExitCode = fc.option(fc.integer({ min: 0, max: 255 }));

  it('never throws and is never green', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), anyExitCode, (bytes, exitCode) => {
        const verdict = verdictOn(bytes, { exitCode });
        expect(verdictSchema.safeParse(verdict).success).toBe(true);
        expect(['failed', 'lost']).toContain(verdict.outcome);
      }),
      { numRuns: 300 },
    );
  });

  const fragments = [
    ...spoken.flatMap((name) => fixtureText(name).split('\n').slice(0, 60)),
    '', '', 'RMAN> ', '2> ', 'continuing other job steps, job failed will not be re-run', 'failover to previous backup',
  ];

  it('made of real lines in any order never throws, and a framed error is never green', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...fragments), { maxLength: 120 }), (lines) => {
        const error = framed('RMAN-03002: failure of backup command at 10/04/2026 02:00:00', 'ORA-19504: failed');
        const harmless = lines.filter((line) => !/complete\.|Release|^Job /.test(line));
        const verdict = verdictOn(session(...harmless, '', error));
        expect(verdictSchema.safeParse(verdict).success).toBe(true);
        expect(['failed', 'cancelled']).toContain(verdict.outcome);
      }),
      { numRuns: 200 },
    );
  });
});

describe('the same log in other clothes', () => {
  const clothes: Record<string, (text: string) => Uint8Array> = {
    'CRLF': (text) => bytesOf(text.replace(/\r?\n/g, '\r\n')),
    'CR CR LF of a terminal': (text) => bytesOf(text.replace(/\r?\n/g, '\r\r\n')),
    'NUL bytes': (text) => bytesOf(text.replace(/\n/g, '\n\0\0').replace(/e/g, 'e\0')),
    'UTF-8 with BOM': (text) => bytesOf(`\ufeff${text}`),
    'UTF-16LE with BOM': (text) => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le')),
    'UTF-16BE with BOM': (text) => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le').swap16()),
    'no line end at the end': (text) => bytesOf(text.trimEnd()),
    'ISO timestamps': (text) => eachLine(text, (line, n) => `2026-10-04T02:00:${10 + (n % 50)}.123Z ${line}`),
    'bracketed timestamps and level': (text) => eachLine(text, (line) => `[2026/10/04 02:00:01] INFO: ${line}`),
    'syslog': (text) => eachLine(text, (line) => `Oct  4 02:00:01 bd01 rman[4711]: ${line}`),
    'container name': (text) => eachLine(text, (line) => `ora19_1  | ${line}`),
    'a mail quote': (text) => eachLine(text, (line) => `> ${line}`),
    'indentation': (text) => eachLine(text, (line) => `    ${line}`),
    'terminal colours': (text) => eachLine(text, (line) => `\u001b[32m${line}\u001b[0m`),
    'a label of its own': (text) => eachLine(text, (line, n) => `tarea ${n} salida=${line}`),
    'shell chatter around it': (text) =>
      bytesOf(`+ export ORACLE_SID=X\n+ rman target /\n${text}\n+ rc=1\nORA-00942: no such table\nfin\n`),
  };
  // Labels are learned from RMAN's own first words; these logs have none, or have labels or garbage of their own.
  const bare = ['23ai-bad-argument', 'wrapper-thread-labels', 'overwritten-in-place', 'cut-in-frame'];
  const plain = withBanner.filter((name) => !bare.includes(name));

  for (const [cloth, wear] of Object.entries(clothes)) {
    const names = plain.filter((name) => !/^(?:expdp|impdp|imp)-/.test(name) || !/label|chatter/.test(cloth));
    it.each(names)(`%s with ${cloth}`, (name) => {
      const text = fixtureText(name);
      expect(essence(verdictOn(wear(text)))).toEqual(essence(verdictOn(text)));
    });
  }

  function eachLine(text: string, change: (line: string, number: number) => string): Uint8Array {
    const lines = text.split('\n').map((line, number) => (line.trim() === '' ? line : change(line, number)));
    return bytesOf(lines.join('\n'));
  }
});

describe('MSGNO', () => {
  const numbers: readonly [RegExp, string][] = [
    [/^connected to target/, '06005'], [/^using target database/, '06009'], [/^Starting /, '03090'],
    [/^Finished /, '03091'], [/^allocated channel/, '08030'], [/^channel \S+: SID=/, '08500'],
    [/^released channel/, '08031'], [/^channel \S+: starting piece/, '08038'],
    [/^channel \S+: finished piece/, '08044'], [/^channel \S+: specifying/, '08010'],
    [/^channel \S+: starting .*set$/, '08008'], [/^channel \S+: backup set complete/, '08540'],
    [/^input datafile/, '08522'], [/^including current control/, '08011'], [/^piece handle=.*tag=/, '08530'],
    [/^piece handle=/, '08503'], [/^output file name/, '08588'], [/^channel \S+: starting datafile copy/, '08580'],
    [/^channel \S+: datafile copy complete/, '08581'], [/^input archived log/, '08504'],
  ];

  it.each(withBanner.filter((name) => /^(?:1[0-9]|2[0-9])/.test(name)))('numbers change nothing in %s', (name) => {
    const text = fixtureText(name);
    const numbered = text.split('\n').map((line) => {
      const known = numbers.find(([pattern]) => pattern.test(line));
      return known ? `RMAN-${known[1]}: ${line}` : line;
    });
    expect(essence(verdictOn(numbered.join('\n')))).toEqual(essence(verdictOn(text)));
  });
});

describe('logs behind one another', () => {
  it('give the verdicts of their sessions, and the worst decides', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...withBanner), { minLength: 2, maxLength: 5 }), (names) => {
        const alone = names.map((name) => verdictOn(fixtureText(name)));
        const together = verdictOn(names.map(fixtureText).join('\n'));
        const sessions = alone.flatMap((verdict) => verdict.sessions);
        const facts = (one: (typeof sessions)[number]): unknown => [
          one.outcome, one.tool, one.rootCause?.code, one.errorCodes, one.pieces.map((piece) => piece.handle),
          one.counts.sets, one.truncated, one.restored, one.nothingToDo,
        ];
        expect(together.sessions.map(facts)).toEqual(sessions.map(facts));
        expect(together.outcome).toBe(sessions.map((one) => one.outcome).reduce(worstOutcome));
      }),
      { numRuns: 60 },
    );
  });
});
