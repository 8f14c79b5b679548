// electron-builder's hook: removes from the copied Electron what belongs to its distribution and not to an application.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';

export async function afterPack({ appOutDir, packager }) {
  const resources = packager.getResourcesDir(appOutDir);
  const leftovers = [
    join(resources, 'default_app.asar'),
    join(resources, 'default_app.sha256'),
    join(appOutDir, 'version'),
  ];
  await Promise.all(leftovers.map((path) => rm(path, { force: true })));
}
