// Unpacks a zip file with Node alone (no `unzip` on a fresh machine). Knows the plain format only: stored or deflated
// entries, no encryption and no zip64, which is what release archives below 4 GB use.
import { chmod, mkdir, open, writeFile } from 'node:fs/promises';
import { dirname, join, normalize } from 'node:path';
import { promisify } from 'node:util';
import { crc32, inflateRaw } from 'node:zlib';

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const inflate = promisify(inflateRaw);

/**
 * Writes the files of `zipPath` below `folder`.
 * @param {(name: string) => string | null} rename The path inside `folder` for an entry, or null to leave it out.
 */
export async function unzip(zipPath, folder, rename) {
  const zip = await open(zipPath);
  try {
    for (const entry of await readDirectory(zip)) {
      const name = entry.name.endsWith('/') ? null : rename(entry.name);
      if (name !== null) await unpack(zip, entry, safePath(folder, name));
    }
  } finally {
    await zip.close();
  }
}

async function readAt(file, position, length) {
  const { bytesRead, buffer } = await file.read(Buffer.alloc(length), 0, length, position);
  if (bytesRead !== length) throw new Error('The zip file ends too early.');
  return buffer;
}

async function readDirectory(zip) {
  const { size } = await zip.stat();
  const tailLength = Math.min(size, 22 + 0xffff);
  const tail = await readAt(zip, size - tailLength, tailLength);
  let end = tail.length - 22;
  while (end >= 0 && tail.readUInt32LE(end) !== END_OF_DIRECTORY) end -= 1;
  if (end < 0) throw new Error('This is no zip file.');
  const directory = await readAt(zip, tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12));
  const entries = [];
  for (let at = 0; at < directory.length && directory.readUInt32LE(at) === DIRECTORY_ENTRY; ) {
    const nameEnd = at + 46 + directory.readUInt16LE(at + 28);
    entries.push({
      name: directory.toString('utf8', at + 46, nameEnd),
      method: directory.readUInt16LE(at + 10),
      crc: directory.readUInt32LE(at + 16),
      packedSize: directory.readUInt32LE(at + 20),
      mode: directory.readUInt32LE(at + 38) >>> 16,
      headerAt: directory.readUInt32LE(at + 42),
    });
    at = nameEnd + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}

async function unpack(zip, entry, path) {
  // The local header repeats the name and may carry extra fields of another length than the directory's.
  const header = await readAt(zip, entry.headerAt, 30);
  const start = entry.headerAt + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  const packed = await readAt(zip, start, entry.packedSize);
  const content = entry.method === 0 ? packed : await inflate(packed);
  if (crc32(content) !== entry.crc) throw new Error(`${entry.name} is damaged in the zip file.`);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
  if (entry.mode & 0o111) await chmod(path, 0o755);
}

function safePath(folder, name) {
  const path = normalize(join(folder, name));
  if (!path.startsWith(normalize(folder))) throw new Error(`The zip file tries to write outside its folder: ${name}`);
  return path;
}
