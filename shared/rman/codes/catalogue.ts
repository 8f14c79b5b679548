// The one table of all explained codes, and how a code is looked up in it. It holds no text of its own.
import type { CodeExplanation } from './explanation.ts';
import { connectDriverCodes, DRIVER_SYNONYMS } from './families/connect-driver.ts';
import { connectListenerCodes } from './families/connect-listener.ts';
import { connectLoginCodes } from './families/connect-login.ts';
import { connectNetworkCodes } from './families/connect-network.ts';
import { connectRmanCodes } from './families/connect-rman.ts';
import { connectSessionCodes } from './families/connect-session.ts';
import { corruptionCodes } from './families/corruption.ts';
import { datapumpClientCodes } from './families/datapump-client.ts';
import { datapumpExportCodes } from './families/datapump-export.ts';
import { datapumpFilesCodes } from './families/datapump-files.ts';
import { datapumpImportCodes } from './families/datapump-import.ts';
import { datapumpJobCodes } from './families/datapump-job.ts';
import { encryptionCodes } from './families/encryption.ts';
import { fileAsmCodes } from './families/file-asm.ts';
import { fileBackupCodes } from './families/file-backup.ts';
import { fileDatabaseCodes } from './families/file-database.ts';
import { fileOsCodes } from './families/file-os.ts';
import { infoCodes } from './families/info.ts';
import { infoCatalogCodes } from './families/info-catalog.ts';
import { internalCodes } from './families/internal.ts';
import { jobSchedulerCodes } from './families/job-scheduler.ts';
import { mediaCodes } from './families/media.ts';
import { mediaCallsCodes } from './families/media-calls.ts';
import { nothingCodes } from './families/nothing.ts';
import { parseCodes } from './families/parse.ts';
import { parseWordsCodes } from './families/parse-words.ts';
import { repositoryCatalogCodes } from './families/repository-catalog.ts';
import { repositoryRecordsCodes } from './families/repository-records.ts';
import { spaceDatabaseCodes } from './families/space-database.ts';
import { spaceRecoveryAreaCodes } from './families/space-recovery-area.ts';
import { stateBackupCodes } from './families/state-backup.ts';
import { stateInstanceCodes } from './families/state-instance.ts';
import { stateLocksCodes } from './families/state-locks.ts';
import { statePointInTimeCodes } from './families/state-point-in-time.ts';
import { stateRecoveryCodes } from './families/state-recovery.ts';
import { stateStartupCodes } from './families/state-startup.ts';
import { warningDeleteCodes } from './families/warning-delete.ts';
import { warningRunCodes } from './families/warning-run.ts';
import { wrapperRmanCodes } from './families/wrapper-rman.ts';
import { wrapperServerCodes } from './families/wrapper-server.ts';
import { normaliseCode } from './normalise-code.ts';

/** Every explained code, family by family. */
export const allCodes: readonly CodeExplanation[] = [
  ...connectDriverCodes,
  ...connectListenerCodes,
  ...connectLoginCodes,
  ...connectNetworkCodes,
  ...connectRmanCodes,
  ...connectSessionCodes,
  ...corruptionCodes,
  ...datapumpClientCodes,
  ...datapumpExportCodes,
  ...datapumpFilesCodes,
  ...datapumpImportCodes,
  ...datapumpJobCodes,
  ...encryptionCodes,
  ...fileAsmCodes,
  ...fileBackupCodes,
  ...fileDatabaseCodes,
  ...fileOsCodes,
  ...infoCodes,
  ...infoCatalogCodes,
  ...internalCodes,
  ...jobSchedulerCodes,
  ...mediaCodes,
  ...mediaCallsCodes,
  ...nothingCodes,
  ...parseCodes,
  ...parseWordsCodes,
  ...repositoryCatalogCodes,
  ...repositoryRecordsCodes,
  ...spaceDatabaseCodes,
  ...spaceRecoveryAreaCodes,
  ...stateBackupCodes,
  ...stateInstanceCodes,
  ...stateLocksCodes,
  ...statePointInTimeCodes,
  ...stateRecoveryCodes,
  ...stateStartupCodes,
  ...warningDeleteCodes,
  ...warningRunCodes,
  ...wrapperRmanCodes,
  ...wrapperServerCodes,
];

const byCode: ReadonlyMap<string, CodeExplanation> = new Map(allCodes.map((entry) => [entry.code, entry]));

/**
 * Prefixes whose numbers another prefix explains too: Oracle Net prints its errors as TNS or ORA, impdp numbers its
 * messages like expdp, and both Data Pump clients pass on server errors under their own prefix (reference §6.5).
 */
const ALSO_EXPLAINED_AS: Readonly<Record<string, readonly string[]>> = {
  TNS: ['ORA'],
  UDE: ['ORA'],
  UDI: ['UDE', 'ORA'],
};

/**
 * The explanation of a code in any usual spelling (`ora-1017`, `TNS-12541`, `ORA-19809: limit exceeded…`), or
 * `undefined` when the catalogue has none. The `code` of the result can differ from the one asked for: `TNS-12541` is
 * explained by `ORA-12541`.
 */
export const explainCode = (code: string): CodeExplanation | undefined => {
  const wanted = normaliseCode(code);
  if (wanted === undefined) return undefined;
  const [prefix = '', number = ''] = wanted.split('-');
  const synonym = DRIVER_SYNONYMS[wanted];
  if (synonym !== undefined) return byCode.get(synonym);
  const spellings = [wanted, ...(ALSO_EXPLAINED_AS[prefix] ?? []).map((other) => `${other}-${number}`)];
  return spellings.map((spelling) => byCode.get(spelling)).find((found) => found !== undefined);
};
