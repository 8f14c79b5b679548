// Asks a database what retention must know of it: its backups, its policies and its standbys. Judges nothing.
import type { SqlSession } from '../app/oracle-ports.ts';
import { archiveDestinationsQuestion } from '../oracle/catalogue/archive-destinations.ts';
import { ask, type Asker } from '../oracle/catalogue/ask.ts';
import { configurationQuestion } from '../oracle/catalogue/configuration.ts';
import { identityQuestion } from '../oracle/catalogue/identity.ts';
import type { Question } from '../oracle/catalogue/question.ts';
import {
  archivedLogsQuestion, fileNumbersQuestion, retainedCopiesQuestion, retainedRedoQuestion, retainedSetsQuestion,
} from '../oracle/catalogue/retention.ts';
import type { Banner } from '../../shared/domain/catalogue/release.ts';
import type { StandbyFacts } from '../../shared/retention/assess.ts';
import type { RetainedBackup, RetentionPolicy } from '../../shared/retention/backups.ts';
import { backupsOfCatalogue, configuredPolicy, protectsStandby } from '../../shared/retention/of-catalogue.ts';

/** What a database says; `null` for what it does not answer, whatever keeps it from it. */
export type Recorded = {
  backups: { all: RetainedBackup[]; files: string[] } | null;
  configured: RetentionPolicy | null;
  standby: StandbyFacts | null;
};

export type RecordedAsking = { session: SqlSession; banner: Banner; asker: Asker };

export async function askRecorded({ session, banner, asker }: RecordedAsking): Promise<Recorded> {
  const answerTo = async <Value>(question: Question<Value>): Promise<Value | null> => {
    const answer = await ask(session, question, banner.release, asker);
    return answer.state === 'ok' ? answer.value : null;
  };
  const whole = async <Item>(question: Question<{ items: Item[]; cut: boolean }>): Promise<Item[] | null> => {
    const answer = await answerTo(question);
    return answer === null || answer.cut ? null : answer.items;
  };
  const configuration = await whole(configurationQuestion);
  const identity = await answerTo(identityQuestion(banner));
  const destinations = await whole(archiveDestinationsQuestion);
  const parts = await Promise.all([whole(retainedSetsQuestion), whole(retainedCopiesQuestion)]);
  const redo = await Promise.all([whole(retainedRedoQuestion), whole(archivedLogsQuestion)]);
  const files = await whole(fileNumbersQuestion);
  return {
    backups:
      files === null || parts.includes(null) || redo.includes(null)
        ? null
        : { all: backupsOfCatalogue(parts.flatMap((part) => part ?? []), redo.flatMap((part) => part ?? [])), files },
    configured: configuration && configuredPolicy(configuration),
    standby:
      configuration && identity && destinations
        ? {
            hasStandby:
              identity.role !== 'PRIMARY' || destinations.some(({ target }) => /STANDBY|REMOTE/i.test(target ?? '')),
            logsProtected: protectsStandby(configuration),
          }
        : null,
  };
}
