// What `respaldo explain` prints about a cause: the system's number says what to do before Oracle's code does.
import { describe, expect, test } from 'vitest';
import { explainedLog } from '../../../../electron/command-line/explained.ts';
import { verdictText } from '../../../../electron/command-line/verdict-text.ts';
import type { Language } from '../../../../shared/domain/settings.ts';
import { explainOsError } from '../../../../shared/rman/codes/index.ts';
import { explainCause } from '../../../../shared/rman/findings/explain-cause.ts';
import { fixtureBytes, verdictOn } from '../../shared/rman/log/support.ts';

const verdict = verdictOn(fixtureBytes('19c-disk-full'));

describe.each<Language>(['en', 'es'])('a full disk, in %s', (language) => {
  const full = explainOsError(28, 'linux')![language];
  const fileError = explainCause('ORA-27072', language)!;

  test('is explained by the system first, then by Oracle', () => {
    const text = verdictText(verdict, language);
    expect(text).toContain(`${full.title}: ${full.what}`);
    const steps = [...full.todo, ...fileError.todo].map((step, at) => `  ${at + 1}. ${step}`);
    expect(text).toContain(steps.join('\n'));
  });

  test('comes with its number, platform and explanation in JSON', () => {
    expect(explainedLog('x.log', verdict, language).rootCause?.osError).toEqual({
      number: 28,
      text: 'No space left on device',
      platform: 'linux',
      symbol: 'ENOSPC',
      explanation: { ...full, healsByRetry: explainOsError(28, 'linux')!.healsByRetry },
    });
  });
});
