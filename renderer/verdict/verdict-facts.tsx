// Who spoke in the log and what was made, as rows for a list of facts.
import type { SessionVerdict } from '../../shared/domain/verdict.ts';
import { useText } from '../i18n/text-provider.tsx';
import { Fact } from '../ui/layout.tsx';

export function VerdictFacts({ verdict }: { verdict: SessionVerdict }) {
  const { t } = useText();
  const { tool, version, database, counts } = verdict;
  const made = [
    counts.pieces > 0 && t('verdict.pieces', { count: counts.pieces }),
    counts.sets > 0 && t('verdict.sets', { count: counts.sets }),
    counts.copies > 0 && t('verdict.copies', { count: counts.copies }),
    counts.dumpFiles > 0 && t('verdict.dumpFiles', { count: counts.dumpFiles }),
    counts.inputFiles > 0 && t('verdict.inputFiles', { count: counts.inputFiles }),
    counts.inputLogs > 0 && t('verdict.inputLogs', { count: counts.inputLogs }),
    counts.filesRestored > 0 && t('verdict.filesRestored', { count: counts.filesRestored }),
    counts.crosschecked > 0 && t('verdict.crosschecked', { count: counts.crosschecked }),
    counts.deleted > 0 && t('verdict.deleted', { count: counts.deleted }),
    counts.tables > 0 && t('verdict.tables', { count: counts.tables }),
    counts.rows > 0 && t('verdict.rows', { count: counts.rows }),
  ].filter((part) => part !== false);
  return (
    <>
      <Fact term={t('verdict.made')}>{made.length > 0 ? made.join(', ') : t('verdict.nothingMade')}</Fact>
      {tool !== 'unknown' && <Fact term={t('verdict.tool')}>{[tool.toUpperCase(), version].filter(Boolean).join(' ')}</Fact>}
      {database?.name && (
        <Fact term={t('verdict.database')}>
          {[database.name, database.dbid && t('verdict.dbid', { dbid: database.dbid })].filter(Boolean).join(' · ')}
        </Fact>
      )}
    </>
  );
}
