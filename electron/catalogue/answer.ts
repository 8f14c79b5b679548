// Asks a session for the answer of one panel; the only place that knows which question fills which panel.
import type { SqlSession } from '../app/oracle-ports.ts';
import { archiveDestinationsQuestion } from '../oracle/catalogue/archive-destinations.ts';
import { ask, type Asker } from '../oracle/catalogue/ask.ts';
import { changeTrackingQuestion } from '../oracle/catalogue/change-tracking.ts';
import { configurationQuestion } from '../oracle/catalogue/configuration.ts';
import { corruptionQuestion } from '../oracle/catalogue/corruption.ts';
import { dataFilesQuestion } from '../oracle/catalogue/data-files.ts';
import { identityQuestion } from '../oracle/catalogue/identity.ts';
import { jobsQuestion } from '../oracle/catalogue/jobs.ts';
import { piecesQuestion } from '../oracle/catalogue/pieces.ts';
import { pluggablesQuestion } from '../oracle/catalogue/pluggables.ts';
import { recoveryAreaQuestion } from '../oracle/catalogue/recovery-area.ts';
import { tablespacesQuestion } from '../oracle/catalogue/tablespaces.ts';
import type { BackupJob, KnownJob } from '../../shared/domain/catalogue/backups.ts';
import type { Panel, PanelName } from '../../shared/domain/catalogue/catalogue.ts';
import type { PanelResult } from '../../shared/domain/catalogue/panel.ts';
import type { Banner } from '../../shared/domain/catalogue/release.ts';

/** How far back jobs and pieces are shown. Records older than CONTROL_FILE_RECORD_KEEP_TIME may be gone anyway. */
export const SHOWN_DAYS = 31;

export type Answering = {
  session: SqlSession;
  banner: Banner;
  asker: Asker;
  /** Tells which jobs are runs of ours. */
  recognise(jobs: BackupJob[]): Promise<KnownJob[]>;
};

export async function answer(name: PanelName, { session, banner, asker, recognise }: Answering): Promise<Panel> {
  const { release } = banner;
  const days = { days: SHOWN_DAYS };
  switch (name) {
    case 'identity':
      return { name, result: await ask(session, identityQuestion(banner), release, asker) };
    case 'recovery-area':
      return { name, result: await ask(session, recoveryAreaQuestion, release, asker) };
    case 'change-tracking':
      return { name, result: await ask(session, changeTrackingQuestion, release, asker) };
    case 'corruption':
      return { name, result: await ask(session, corruptionQuestion, release, asker) };
    case 'configuration':
      return { name, result: await ask(session, configurationQuestion, release, asker) };
    case 'tablespaces':
      return { name, result: await ask(session, tablespacesQuestion, release, asker) };
    case 'data-files':
      return { name, result: await ask(session, dataFilesQuestion, release, asker) };
    case 'pluggables':
      return { name, result: await ask(session, pluggablesQuestion, release, asker) };
    case 'archive-destinations':
      return { name, result: await ask(session, archiveDestinationsQuestion, release, asker) };
    case 'jobs':
      return { name, result: await recognised(await ask(session, jobsQuestion, release, asker, days), recognise) };
    case 'pieces':
      return { name, result: await ask(session, piecesQuestion, release, asker, days) };
  }
}

async function recognised(
  result: PanelResult<{ items: BackupJob[]; cut: boolean }>,
  recognise: Answering['recognise'],
): Promise<PanelResult<{ items: KnownJob[]; cut: boolean }>> {
  if (result.state !== 'ok') return result;
  return { ...result, value: { cut: result.value.cut, items: await recognise(result.value.items) } };
}
