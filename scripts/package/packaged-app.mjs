// Where electron-builder leaves the unpacked application of this platform.
import { join } from 'node:path';
import { inRoot } from '../places.mjs';

/** @returns {{folder: string, executable: string, resources: string}} */
export function packagedApp(platform = process.platform, arch = process.arch) {
  const suffix = arch === 'x64' ? '' : `-${arch}`;
  if (platform === 'darwin') {
    const folder = inRoot('release', `mac${suffix}`);
    const contents = join(folder, 'Respaldo.app', 'Contents');
    return { folder, executable: join(contents, 'MacOS', 'Respaldo'), resources: join(contents, 'Resources') };
  }
  const [name, file] = platform === 'win32' ? ['win', 'Respaldo.exe'] : ['linux', 'respaldo'];
  const folder = inRoot('release', `${name}${suffix}-unpacked`);
  return { folder, executable: join(folder, file), resources: join(folder, 'resources') };
}
