// The database and its first strategy that an `.env` file describes: what would be created, and the fields for what the
// file does not know.
import { useState } from 'react';
import { addressText } from '../../../../shared/domain/sql-connection.ts';
import { strategyOfEnv, targetOfEnv, type EnvAddition } from '../../../../shared/domain/env-import.ts';
import { targetSpecSchema } from '../../../../shared/domain/target.ts';
import { fieldProblemText, problemsOf } from '../../../../shared/errors/field-problem.ts';
import type { Answer, Client } from '../../../ipc/client.ts';
import { useText } from '../../../i18n/text-provider.tsx';
import { useInfo, useSlice } from '../../../state/window-parts.tsx';
import { Checkbox, TextField } from '../../../ui/inputs.tsx';
import { Fact, Facts } from '../../../ui/layout.tsx';

type Reading = Answer<'settings.readEnv'>;

/** The database of a reading as the user has it so far; `null` when the file describes none. */
export function useEnvDatabase(reading: Reading | null) {
  const { language } = useText();
  const names = useSlice('targets').map(({ spec }) => spec.name.toLowerCase());
  const [typed, setTyped] = useState<Partial<EnvAddition>>({});
  const [wanted, setWanted] = useState(true);
  const found = reading?.database;
  if (!reading || !found) return null;
  const { address } = found.sql ?? { address: null };
  const service = address?.kind === 'easy' ? address.service : found.connectIdentifier;
  const addition: EnvAddition = {
    name: typed.name ?? (/^[\w.$#-]{1,60}$/.test(service ?? '') ? (service ?? '') : found.oracleSid),
    oracleHome: typed.oracleHome ?? found.oracleHome,
    oracleSid: typed.oracleSid ?? found.oracleSid,
  };
  const spec = targetOfEnv(found, addition);
  const problems = problemsOf(targetSpecSchema, spec);
  if (names.includes(addition.name.trim().toLowerCase())) problems.push({ path: 'name', code: 'name.taken', params: {} });
  return {
    found,
    strategy: reading.strategy,
    spec,
    addition,
    wanted,
    ready: !wanted || problems.length === 0,
    want: setWanted,
    type: (part: Partial<EnvAddition>) => setTyped({ ...typed, ...part }),
    problem(path: string): string | undefined {
      const one = problems.find((candidate) => candidate.path === path);
      return one && fieldProblemText(one, language);
    },
  };
}

export type EnvDatabaseChoice = NonNullable<ReturnType<typeof useEnvDatabase>>;

export function EnvDatabaseFields({ choice }: { choice: EnvDatabaseChoice }) {
  const { t } = useText();
  const { keychain } = useInfo();
  const { found, strategy, addition, wanted, want, type, problem } = choice;
  const password = { available: 'envPasswordText', 'plain-text': 'envPasswordPlain', unavailable: 'envPasswordNot' } as const;
  const spec = strategy && strategyOfEnv(strategy, '');
  return (
    <section className="form">
      <h3>{t('notify.envDatabase')}</h3>
      <Checkbox label={t('notify.envCreate')} checked={wanted} onChange={want} />
      {wanted && (
        <>
          <Facts>
            <Fact term={t('notify.user')}><span className="mono">{found.user}</span></Fact>
            <Fact term={t('notify.envAddress')}>
              <span className="mono">{found.sql ? addressText(found.sql.address) : (found.connectIdentifier ?? '—')}</span>
            </Fact>
            {found.password !== null && <Fact term={t('notify.envPassword')}>{t(`notify.${password[keychain]}`)}</Fact>}
            {spec && (
              <Fact term={t('notify.envStrategy')}>
                {t('notify.envStrategyText')} <span className="mono">{spec.format}</span>.
                {spec.afterwards.deleteObsolete?.kind === 'window'
                  && ` ${t('notify.envWindow', { count: spec.afterwards.deleteObsolete.days })}`}
              </Fact>
            )}
          </Facts>
          <TextField label={t('targets.name')} value={addition.name} problem={problem('name')}
            onChange={(name) => type({ name })} />
          <TextField mono label={t('targets.oracleHome')} hint={t('notify.envHome')} value={addition.oracleHome}
            problem={problem('runner.oracleHome')} onChange={(oracleHome) => type({ oracleHome })} />
          <TextField mono label={t('targets.oracleSid')} value={addition.oracleSid}
            problem={problem('runner.oracleSid')} onChange={(oracleSid) => type({ oracleSid })} />
        </>
      )}
    </section>
  );
}

/**
 * Creates what was chosen: the database, its passwords in the keychain (the file has one for RMAN and for SQL), its
 * strategy. @throws AppError of the first call that is refused; what was created before it stays.
 */
export async function createFromEnv(
  client: Client,
  { spec, found, strategy }: Pick<EnvDatabaseChoice, 'spec' | 'found' | 'strategy'>,
  how: { strategyName: string; storesPassword: boolean; acceptPlainText: boolean },
): Promise<void> {
  const { strategyName, storesPassword, acceptPlainText } = how;
  const { id } = await client.ask('targets.create', { spec });
  if (storesPassword && found.password !== null) {
    const password = { id, password: found.password, acceptPlainText };
    await client.ask('targets.setPassword', password);
    if (spec.sql) await client.ask('databases.setPassword', { ...password, which: 'user' });
  }
  if (strategy) await client.ask('strategies.create', { targetId: id, spec: strategyOfEnv(strategy, strategyName) });
}

