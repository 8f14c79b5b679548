// The texts: complete and different in both languages, whole sentences, and the same advice in each.
import { describe, expect, it } from 'vitest';
import type { ExplanationText } from '../../../../../shared/rman/codes/explanation.ts';
import { allCodes, explainCode } from '../../../../../shared/rman/codes/index.ts';
import { exitStatuses } from '../../../../../shared/rman/codes/system/exit-statuses.ts';
import { linuxErrors } from '../../../../../shared/rman/codes/system/linux-errors.ts';
import { posixErrors } from '../../../../../shared/rman/codes/system/posix-errors.ts';
import { posixLimitErrors } from '../../../../../shared/rman/codes/system/posix-limit-errors.ts';
import { signals } from '../../../../../shared/rman/codes/system/signals.ts';
import { windowsDeviceErrors } from '../../../../../shared/rman/codes/system/windows-device-errors.ts';
import { windowsErrors } from '../../../../../shared/rman/codes/system/windows-errors.ts';

type Explained = { readonly name: string; readonly en: ExplanationText; readonly es: ExplanationText };

const osErrors = [...posixErrors, ...posixLimitErrors, ...linuxErrors, ...windowsErrors, ...windowsDeviceErrors];
const everything: readonly Explained[] = [
  ...allCodes.map(({ code, en, es }) => ({ name: code, en, es })),
  ...osErrors.map(({ symbol, en, es }) => ({ name: symbol, en, es })),
  ...signals.map(({ name, en, es }) => ({ name, en, es })),
  ...exitStatuses.map(({ status, en, es }) => ({ name: `exit ${status}`, en, es })),
];

const sentences = (text: ExplanationText): string[] => [text.what, text.why, ...text.todo];
const whole = (text: ExplanationText): string => [text.title, ...sentences(text)].join(' ');

/** Every text for which `wrong` finds something, as `name: finding`, so that a failing test says where to look. */
const findings = (wrong: (entry: Explained) => readonly string[]): string[] =>
  everything.flatMap((entry) => wrong(entry).map((finding) => `${entry.name}: ${finding}`));

/** Words quoted from a log or a path are neither language: «failover to previous backup». */
const withoutQuotes = (text: string): string => text.replace(/«[^»]*»/g, '');
const matches = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map((match) => match[0]);

describe('each text', () => {
  it('is there in both languages, and long enough to say something', () => {
    expect(
      findings(({ en, es }) =>
        [en, es].flatMap((text) => [
          ...(text.title.length < 12 || text.title.length > 90 ? [`title: ${text.title}`] : []),
          ...(text.what.length < 30 ? [`what: ${text.what}`] : []),
          ...(text.why.length < 20 ? [`why: ${text.why}`] : []),
          ...(text.todo.length < 1 || text.todo.length > 5 ? [`${text.todo.length} steps`] : []),
          ...text.todo.filter((step) => step.length < 10),
        ]),
      ),
    ).toEqual([]);
  });

  it('differs between the languages', () => {
    expect(
      findings(({ en, es }) => {
        const english = new Set([en.title, ...sentences(en)]);
        return [es.title, ...sentences(es)].filter((sentence) => english.has(sentence));
      }),
    ).toEqual([]);
  });

  it('is made of whole sentences: a capital at the start, one full stop at the end, none after the title', () => {
    expect(
      findings(({ en, es }) =>
        [en, es].flatMap((text) => [
          ...sentences(text).filter((sentence) => !/^[\p{Lu}$]|^(asmcmd|crsctl|srvctl|fs\.|ulimit)/u.test(sentence)),
          ...sentences(text).filter((sentence) => !/[^.]\.$/.test(sentence) || /\s$/.test(sentence)),
          ...(/[.:;]$/.test(text.title) ? [text.title] : []),
        ]),
      ),
    ).toEqual([]);
  });

  it('holds no placeholder, no double blank and no leftover mark', () => {
    const mark = /TODO|TBD|FIXME|XXX|[Ll]orem|\?|\bundefined\b| {2}|\.{4}|<[a-z]|`/g;
    expect(findings(({ en, es }) => [en, es].flatMap((text) => matches(whole(text), mark)))).toEqual([]);
  });

  it('keeps to its language', () => {
    // Not as part of a path or of a kernel parameter such as fs.file-max.
    const english =
      /(?<![-./$\w])(the|and|with|from|database|backup|files?|check|which|disk|restore|this|that|before)(?![-/$\w])/g;
    const spanish = /[áéíóúñ¿¡«»]|\b(el|los|las|una|comprobar|ejecutar|archivo|copia|con|por|según)\b/gi;
    expect(findings(({ es }) => matches(withoutQuotes(whole(es)), english))).toEqual([]);
    expect(findings(({ en }) => matches(whole(en), spanish))).toEqual([]);
  });
});

describe('the two languages', () => {
  it('give the same number of steps', () => {
    expect(
      findings(({ en, es }) => (en.todo.length === es.todo.length ? [] : [`${en.todo.length}/${es.todo.length}`])),
    ).toEqual([]);
  });

  it('name the same codes, views and parameters, so that no advice is lost in translation', () => {
    const named = /\b(?:ORA|RMAN|KUP|LRM)-\d[\dx]+|\b(?:G?V\$|DBA_|CDB_|RC_|ALL_)[A-Z_#]+|\b[A-Z]+(?:_[A-Z]+)+\b/g;
    const names = (text: ExplanationText): string[] => [...new Set(matches(whole(text), named))].sort();
    expect(
      findings(({ en, es }) => {
        const [english, spanish] = [names(en), names(es)];
        return [
          ...english.filter((name) => !spanish.includes(name)).map((name) => `${name} only in English`),
          ...spanish.filter((name) => !english.includes(name)).map((name) => `${name} only in Spanish`),
        ];
      }),
    ).toEqual([]);
  });
});

describe('the advice', () => {
  it('sends nobody to a code that is not explained', () => {
    const unexplained = ({ en }: Explained): string[] =>
      matches(whole(en), /\b(?:ORA|RMAN|KUP|LRM)-\d{5}\b/g).filter((code) => explainCode(code) === undefined);
    expect(findings(unexplained)).toEqual([]);
  });

  it('looks before it deletes: no DELETE OBSOLETE without its report, no DELETE EXPIRED without a crosscheck', () => {
    const missing = (text: ExplanationText): string[] => {
      const all = whole(text);
      return [
        ...(/DELETE OBSOLETE/.test(all) && !/REPORT OBSOLETE|REPORT NEED BACKUP/.test(all) ? ['DELETE OBSOLETE'] : []),
        ...(/DELETE EXPIRED/.test(all) && !/CROSSCHECK/.test(all) ? ['DELETE EXPIRED'] : []),
      ];
    };
    expect(findings(({ en, es }) => [...missing(en), ...missing(es)])).toEqual([]);
  });

  it('gives more than one step wherever something is really broken', () => {
    const broken = ['space', 'corruption', 'encryption', 'nothing'];
    const thin = allCodes.filter((entry) => broken.includes(entry.family) && entry.en.todo.length < 2);
    expect(thin.map((entry) => entry.code)).toEqual([]);
  });
});
