// Every SQL text of the catalogue in one list, for the test that reads them with a grammar.
import { archiveDestinationsQuestion } from './archive-destinations.ts';
import { bannerSql } from './banner.ts';
import { changeTrackingQuestion } from './change-tracking.ts';
import { clockSql } from './clock.ts';
import { configurationQuestion } from './configuration.ts';
import { corruptionQuestion } from './corruption.ts';
import { dataFilesQuestion } from './data-files.ts';
import { identityQuestion } from './identity.ts';
import { jobsQuestion } from './jobs.ts';
import { liveProgressQuestion } from './live-progress.ts';
import { jobPiecesQuestion, piecesQuestion } from './pieces.ts';
import { pluggablesQuestion } from './pluggables.ts';
import { probes } from './question.ts';
import { recoveryAreaQuestion } from './recovery-area.ts';
import {
  archivedLogsQuestion, fileNumbersQuestion, retainedCopiesQuestion, retainedRedoQuestion, retainedSetsQuestion,
} from './retention.ts';
import { tablespacesQuestion } from './tablespaces.ts';
import { recordedJobQuestion, recordedSessionQuestion } from './testimony.ts';

const questions = [
  identityQuestion({ text: '', release: 0, edition: null }),
  recoveryAreaQuestion,
  changeTrackingQuestion,
  corruptionQuestion,
  configurationQuestion,
  tablespacesQuestion,
  dataFilesQuestion,
  pluggablesQuestion,
  archiveDestinationsQuestion,
  jobsQuestion,
  piecesQuestion,
  jobPiecesQuestion,
  liveProgressQuestion,
  recordedSessionQuestion,
  recordedJobQuestion,
  retainedSetsQuestion,
  retainedCopiesQuestion,
  retainedRedoQuestion,
  archivedLogsQuestion,
  fileNumbersQuestion,
];

export const catalogueSql: readonly string[] = [
  bannerSql,
  clockSql,
  ...Object.values(probes),
  ...questions.flatMap(({ texts }) => texts.map(({ sql }) => sql)),
];
