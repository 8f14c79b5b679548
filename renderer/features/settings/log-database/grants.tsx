// What a colleague with the rights of a DBA runs for the log tables, written for the names that are typed here.
import { useState } from 'react';
import { grantNamesSchema, type GrantNames } from '../../../../shared/domain/log-database.ts';
import { fieldProblemText, problemsOf } from '../../../../shared/errors/field-problem.ts';
import { useText } from '../../../i18n/text-provider.tsx';
import { useAction, useClient } from '../../../state/window-parts.tsx';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/inputs.tsx';
import { Statements } from './installation.tsx';

type Parts = { part: 'owner' | 'writer' | 'reader'; statements: string[] }[];

export function Grants({ owner }: { owner: string }) {
  const { t, language } = useText();
  const client = useClient();
  const { run, busy } = useAction();
  const [names, setNames] = useState<GrantNames>({
    owner: owner || 'RESPALDO',
    writer: 'RESPALDO_APP',
    reader: 'RESPALDO_READER',
    tablespace: 'USERS',
  });
  const [parts, setParts] = useState<Parts | null>(null);
  const problems = problemsOf(grantNamesSchema, names);
  const problem = (path: keyof GrantNames): string | undefined => {
    const found = problems.find((one) => one.path === path);
    return found && fieldProblemText(found, language);
  };
  const put = (part: Partial<GrantNames>): void => {
    setNames({ ...names, ...part });
    setParts(null);
  };
  const name = (text: string): string | null => (text.trim() === '' ? null : text.trim());
  const write = async (): Promise<void> => {
    const written = await run(() => client.ask('logDatabase.grants', names));
    if (written) setParts(written);
  };
  return (
    <>
      <p className="field-hint">{t('logDatabase.grantsHint')}</p>
      <div className="log-database-names">
        <TextField mono label={t('logDatabase.grantOwner')} value={names.owner} problem={problem('owner')} onChange={(text) => put({ owner: text.trim() })} />
        <TextField mono label={t('logDatabase.tablespace')} value={names.tablespace} problem={problem('tablespace')} onChange={(text) => put({ tablespace: text.trim() })} />
        <TextField mono optional label={t('logDatabase.grantWriter')} value={names.writer ?? ''} problem={problem('writer')} onChange={(text) => put({ writer: name(text) })} />
        <TextField mono optional label={t('logDatabase.grantReader')} value={names.reader ?? ''} problem={problem('reader')} onChange={(text) => put({ reader: name(text) })} />
      </div>
      <div className="button-row">
        <Button busy={busy} disabled={problems.length > 0} onClick={() => void write()}>
          {t('logDatabase.writeGrants')}
        </Button>
      </div>
      {parts?.map(({ part, statements }) => (
        <section key={part} aria-label={t(`logDatabase.part-${part}`)}>
          <h3>{t(`logDatabase.part-${part}`)}</h3>
          <Statements statements={statements} name="grants" />
        </section>
      ))}
    </>
  );
}
