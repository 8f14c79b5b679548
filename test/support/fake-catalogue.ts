// A believable database for the stand-in of main: what each panel of it says, some of them forbidden. Knows no IPC.
import type { Panel, PanelName } from '../../shared/domain/catalogue/catalogue.ts';

const GB = 1024 ** 3;
const HOUR = 3_600_000;

export function fakePanel(name: PanelName, now: number): Panel {
  const ok = <Value>(value: Value) => ({ state: 'ok' as const, value, askedAt: now });
  const items = <Item>(list: Item[]) => ok({ items: list, cut: false });
  switch (name) {
    case 'identity':
      return { name, result: ok({
        dbid: 3_841_920_175, name: 'PROD', uniqueName: 'PROD_MAD', isContainer: true, logMode: 'ARCHIVELOG',
        openMode: 'READ WRITE', role: 'PRIMARY', flashback: 'NO', forceLogging: 'YES', createdAt: now - 900 * 24 * HOUR,
        resetlogsAt: now - 900 * 24 * HOUR, platform: 'Linux x86 64-bit', instance: 'PROD1', host: 'db1.example.com',
        version: '19.0.0.0.0', edition: 'Enterprise',
        banner: 'Oracle Database 19c Enterprise Edition Release 19.0.0.0.0 - Production', startedAt: now - 41 * 24 * HOUR,
      }) };
    case 'recovery-area':
      return { name, result: ok({
        name: '+RECO', limitBytes: 500 * GB, usedBytes: 471 * GB, reclaimableBytes: 18 * GB, files: 1842,
        usage: [
          { type: 'ARCHIVED LOG', usedPercent: 61.2, reclaimablePercent: 3.6, files: 1690 },
          { type: 'BACKUP PIECE', usedPercent: 31.4, reclaimablePercent: 0, files: 149 },
          { type: 'CONTROL FILE', usedPercent: 0.1, reclaimablePercent: 0, files: 1 },
        ],
      }) };
    case 'change-tracking':
      return { name, result: ok({ enabled: false, file: null, bytes: null }) };
    case 'corruption':
      return { name, result: items([
        { where: 'data-file' as const, fileNumber: 7, fileName: '/u02/oradata/PROD/users01.dbf', firstBlock: 18_232, blocks: 4, type: 'CHECKSUM' },
      ]) };
    case 'configuration':
      return { name, result: items([
        { number: 1, name: 'RETENTION POLICY', value: 'TO RECOVERY WINDOW OF 14 DAYS' },
        { number: 2, name: 'CONTROLFILE AUTOBACKUP', value: 'ON' },
        { number: 3, name: 'DEVICE TYPE', value: 'DISK PARALLELISM 4 BACKUP TYPE TO COMPRESSED BACKUPSET' },
      ]) };
    case 'tablespaces':
      return { name, result: items([
        { container: 'CDB$ROOT', name: 'SYSTEM', bigfile: false, excluded: false, files: 1, bytes: 1.2 * GB },
        { container: 'VENTAS', name: 'USERS', bigfile: false, excluded: false, files: 3, bytes: 96 * GB },
        { container: 'VENTAS', name: 'SCRATCH', bigfile: true, excluded: true, files: 1, bytes: 40 * GB },
      ]) };
    case 'data-files':
      return { name, result: items([
        { container: 'CDB$ROOT', number: 1, name: '/u02/oradata/PROD/system01.dbf', tablespace: 'SYSTEM', bytes: 1.2 * GB, status: 'SYSTEM', enabled: 'READ WRITE', unrecoverableAt: null },
        { container: 'VENTAS', number: 7, name: '/u02/oradata/PROD/users01.dbf', tablespace: 'USERS', bytes: 32 * GB, status: 'ONLINE', enabled: 'READ WRITE', unrecoverableAt: now - 30 * HOUR },
        { container: 'VENTAS', number: 8, name: '/u02/oradata/PROD/users02.dbf', tablespace: 'USERS', bytes: 32 * GB, status: 'RECOVER', enabled: 'READ WRITE', unrecoverableAt: null },
      ]) };
    case 'pluggables':
      return { name, result: items([
        { number: 2, name: 'PDB$SEED', openMode: 'READ ONLY', restricted: false, bytes: 0.9 * GB },
        { number: 3, name: 'VENTAS', openMode: 'READ WRITE', restricted: false, bytes: 136 * GB },
      ]) };
    case 'archive-destinations':
      return { name, result: {
        state: 'denied', code: 'ORA-00942', grants: ['GRANT SELECT ON sys.v_$archive_dest TO C##RESPALDO'],
      } };
    case 'jobs':
      return { name, result: items([
        job(now - 2 * HOUR, 'DB INCR', 'COMPLETED', 38 * GB, 9 * GB),
        job(now - 9 * HOUR, 'ARCHIVELOG', 'COMPLETED WITH WARNINGS', 4 * GB, GB),
        job(now - 26 * HOUR, 'DB FULL', 'FAILED', 90 * GB, 20 * GB),
      ]) };
    case 'pieces':
      return { name, result: { state: 'failed', error: {
        code: 'oracle.failed', params: { code: 'ORA-00235', detail: 'control file read without a lock inconsistent due to concurrent update' }, fields: [],
      } } };
  }
}

function job(startedAt: number, inputType: string, status: 'COMPLETED' | 'COMPLETED WITH WARNINGS' | 'FAILED', inputBytes: number, outputBytes: number) {
  return {
    sessionRecid: Math.round(startedAt / HOUR), sessionStamp: Math.round(startedAt / 1000), commandId: null,
    inputType, status,
    startedAt, endedAt: startedAt + 1800_000, inputBytes, outputBytes, device: 'DISK', autobackup: true, runId: null,
  };
}
