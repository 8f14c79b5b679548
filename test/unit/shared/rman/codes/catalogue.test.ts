// The catalogue as a whole: which codes it has, and how one of them is found.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allCodes, explainCode, normaliseCode } from '../../../../../shared/rman/codes/index.ts';
import { dataPumpCodes, failureCodes, otherCodes, warningCodes } from './expected-codes.ts';

describe('the codes that are explained', () => {
  it('are at least 150, each once and each in its usual spelling', () => {
    const codes = allCodes.map((entry) => entry.code);
    expect(codes.length).toBeGreaterThanOrEqual(150);
    expect(codes.filter((code, place) => codes.indexOf(code) !== place)).toEqual([]);
    expect(codes.filter((code) => normaliseCode(code) !== code)).toEqual([]);
  });

  it.each([
    ['warnings (§4.4)', warningCodes],
    ['failures (§4.8)', failureCodes],
    ['Data Pump (§6.5)', dataPumpCodes],
    ['other chapters', otherCodes],
  ])('cover the reference: %s', (_chapter, expected) => {
    expect(expected.filter((code) => explainCode(code)?.code !== code)).toEqual([]);
  });
});

describe('looking a code up', () => {
  it.each([
    ['ora-19809', 'ORA-19809'],
    ['ORA-1017', 'ORA-01017'],
    ['  ORA-01017: invalid username/password; logon denied', 'ORA-01017'],
    ['rman 6059', 'RMAN-06059'],
    ['RMAN-06059:', 'RMAN-06059'],
    ['RMAN-3002: failure of backup command', 'RMAN-03002'],
    ['lrm-109', 'LRM-00109'],
  ])('takes %j for %s', (asked, code) => {
    expect(explainCode(asked)?.code).toBe(code);
  });

  it.each([
    ['TNS-12541', 'ORA-12541'],
    ['UDE-12154', 'ORA-12154'],
    ['UDI-12154', 'ORA-12154'],
    ['UDI-00018', 'UDE-00018'],
  ])('explains %s, which has no entry of its own, as %s', (asked, code) => {
    expect(explainCode(asked)?.code).toBe(code);
  });

  it.each(['', 'backup', 'ORA-', '01017', 'ORA-123456', 'ORA-99999', 'XYZ-01017', 'see ORA-01017'])(
    'knows nothing about %j',
    (asked) => {
      expect(explainCode(asked)).toBeUndefined();
    },
  );

  it('finds every code, whatever the case, the leading zeros and the text behind it', () => {
    const rest = fc.constantFrom('', ':', ': text of the message', ' (ORA-00600)');
    fc.assert(
      fc.property(fc.constantFrom(...allCodes), fc.boolean(), fc.boolean(), rest, (entry, lower, short, tail) => {
        const shortened = short ? entry.code.replace(/-0{1,4}/, '-') : entry.code;
        const asked = (lower ? shortened.toLowerCase() : shortened) + tail;
        expect(explainCode(asked)).toBe(entry);
      }),
    );
  });

  it('never throws on arbitrary text', () => {
    fc.assert(fc.property(fc.string(), (text) => explainCode(text) === undefined || normaliseCode(text) !== undefined));
  });
});

describe('what the scheduler and the verdict read from an entry', () => {
  const retry = (code: string) => explainCode(code)?.healsByRetry;
  const ignorable = (code: string) => explainCode(code)?.ignorable;

  it.each([
    'ORA-00230', 'ORA-00235', 'ORA-19573', 'ORA-12541', 'ORA-12170', 'ORA-12519', 'ORA-00020', 'ORA-01089',
    'ORA-03113', 'ORA-03114', 'ORA-03135', 'RMAN-10038',
  ])('%s usually heals by trying again', (code) => {
    expect(retry(code)).toBe('yes');
  });

  it.each(['ORA-19804', 'ORA-19809', 'ORA-00257', 'ORA-19502', 'ORA-15041', 'ORA-01033', 'ORA-01555', 'ORA-19511'])(
    '%s may heal by trying again',
    (code) => {
      expect(retry(code)).toBe('maybe');
    },
  );

  it.each([
    'ORA-01017', 'ORA-28000', 'RMAN-01009', 'RMAN-06149', 'RMAN-06059', 'ORA-19566', 'ORA-01578', 'ORA-19914',
    'RMAN-20001', 'RMAN-03099', 'ORA-27038', 'ORA-12154', 'RMAN-06023',
  ])('%s does not heal by trying again', (code) => {
    expect(retry(code)).toBe('no');
  });

  it('never calls a failure harmless, nor a wrong password a thing to try again', () => {
    const harmless = allCodes.filter((entry) => entry.ignorable === 'yes').map((entry) => entry.family);
    expect(harmless.filter((family) => !['info', 'warning', 'repository'].includes(family))).toEqual([]);
    expect(ignorable('RMAN-06060')).toBe('no');
    expect(ignorable('RMAN-06061')).toBe('no');
    expect(ignorable('RMAN-20002')).toBe('yes');
    expect(ignorable('RMAN-08137')).toBe('depends');
  });

  it('leaves mistakes in scripts and closed keystores to a person', () => {
    const lasting = allCodes.filter((entry) => ['parse', 'encryption'].includes(entry.family));
    expect(lasting.filter((entry) => entry.healsByRetry !== 'no').map((entry) => entry.code)).toEqual([]);
  });
});
