// Runs over a real sshd on loopback: started, followed, cut off, taken over, cancelled, refused.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Store } from '../../../electron/app/store-port.ts';
import { createLauncher } from '../../../electron/rman/launcher.ts';
import { filesOf } from '../../../electron/rman/run-files.ts';
import { createRunnersLauncher } from '../../../electron/runners/launcher.ts';
import type { SshRunner } from '../../../shared/domain/target.ts';
import { eventually, overRun, prints, GOOD_SESSION, runsOver, saveTarget, tailed, temporaryProfile, type Profile, type RunsFixture } from '../../support/runs-fixture.ts';
import { startSshServer, type SshServer } from '../../support/runners/ssh-server.ts';
import { oracleHomeWith } from '../../support/runners/oracle-home.ts';
import { storeInProcess } from '../../support/store-in-process.ts';

let server: SshServer;
let profile: Profile;
let store: Store;
let fixture: RunsFixture;

beforeAll(async () => {
  server = await startSshServer();
});
afterAll(() => server.stop());
beforeEach(() => {
  profile = temporaryProfile();
  mkdirSync(profile.paths.runs, { recursive: true });
  mkdirSync(inProfile('work'));
  store = storeInProcess();
});
afterEach(async () => {
  await fixture.runs.shutdown();
  expect(fixture.logger.exceptions).toEqual([]);
  await store.close();
  profile.remove();
});

const inProfile = (name: string): string => join(profile.paths.profile, name);

const runner = (): SshRunner => ({
  kind: 'ssh', host: '127.0.0.1', port: server.port, user: server.user, identityFile: server.identityFile,
  oracleHome: inProfile('home'), oracleSid: 'ORCL', tnsAdmin: null, workDirectory: inProfile('work'),
});

test('a run is good', async () => {
  oracleHomeWith(inProfile('home'), prints(GOOD_SESSION));
  const launcher = createRunnersLauncher({ local: createLauncher(), filesOf, ownEnv: server.env });
  fixture = runsOver(store, profile, '', { launcher });
  await fixture.runs.begin();
  const { target, strategy } = await saveTarget(store, 'REMOTE');
  target.spec.runner = runner();
  await store.targets.save({ ...target, revision: 2 }, 1);
  const { runId } = await fixture.runs.start(strategy.id, 'manual');
  const run = await overRun(store, runId);
  console.log(run, await tailed(fixture.runs, runId));
  expect(run.state).toBe('succeeded');
});
