// The backups lie where the data files lie: what takes the one takes the other. Paths alone are known, not disks, so a
// common first directory is only a suspicion.
import { rule } from '../finding.ts';
import { placesOf, type Place } from '../lint-set.ts';

type Nearness = 'same' | 'suspected';

export const onDatabaseDisk = rule<{ name: string; path: string; files: string; near: Nearness }>({
  name: 'on-database-disk',
  judges: 'strategy',
  find({ enabled, facts }) {
    const homes = homesOf(facts.dataFiles ?? []);
    if (homes.roots.size === 0) return [];
    return enabled.flatMap((member) => {
      for (const place of placesOf(member)) {
        const path = pathOf(place, facts.recoveryArea?.path ?? null);
        const found = path === null ? null : nearness(path, homes);
        if (path === null || found === null) continue;
        return [{
          severity: found.near === 'same' ? 'serious' : 'caution', strategies: [member.id], path: 'format',
          params: { name: member.name, path, ...found }, repairs: [],
        }];
      }
      return [];
    });
  },
  words: {
    en: ({ name, path, files, near }) => ({
      title: near === 'same' ? `“${name}” writes to the disk of the data files` : `“${name}” may write to the disk of the data files`,
      why:
        near === 'same'
          ? `The backups go to ${path}, and data files lie in ${files}.`
          : `The backups go to ${path} and data files lie in ${files}: the same first directory is often the same disk. Respaldo sees the paths, not the disks.`,
      example: `If the disk below ${files} fails on Thursday, the database and every backup of it are gone in the same second.`,
      todo: 'Send the backups to another disk, better to another machine.',
    }),
    es: ({ name, path, files, near }) => ({
      title: near === 'same' ? `«${name}» escribe en el disco de los archivos de datos` : `«${name}» quizá escribe en el disco de los archivos de datos`,
      why:
        near === 'same'
          ? `Las copias van a ${path}, y en ${files} hay archivos de datos.`
          : `Las copias van a ${path} y en ${files} hay archivos de datos: un mismo primer directorio suele ser un mismo disco. Respaldo ve las rutas, no los discos.`,
      example: `Si el disco bajo ${files} falla el jueves, la base de datos y todas sus copias desaparecen en el mismo segundo.`,
      todo: 'Enviar las copias a otro disco o, mejor, a otra máquina.',
    }),
  },
});

type Homes = { directories: ReadonlySet<string>; roots: ReadonlyMap<string, string> };

function homesOf(files: readonly string[]): Homes {
  const directories = new Set(files.map(directoryOf));
  const roots = new Map([...directories].reverse().map((directory) => [rootOf(directory), directory]));
  roots.delete('');
  return { directories, roots };
}

const pathOf = (place: Place, area: string | null): string | null =>
  place.kind === 'directory' ? place.path : place.kind === 'recovery-area' ? area : null;

function nearness(path: string, { directories, roots }: Homes): { near: Nearness; files: string } | null {
  const root = rootOf(path);
  const files = roots.get(root);
  if (files === undefined) return null;
  // A disk group and a Windows drive are one thing; a directory is one thing with what is below it.
  const whole = /^(\+|[a-z]:)/.test(root);
  const inside = directories.has(path) || [...directories].find((directory) => within(path, directory)) !== undefined;
  return { near: whole || inside ? 'same' : 'suspected', files };
}

const within = (path: string, directory: string): boolean =>
  path.startsWith(`${directory}/`) || directory.startsWith(`${path}/`);

const directoryOf = (file: string): string =>
  file.startsWith('+') ? (file.split('/')[0] ?? file) : file.slice(0, Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')));

/** `+DATA`, `d:`, `\\server\share`, `/u01`; nothing for the root itself. */
function rootOf(path: string): string {
  if (path.startsWith('+')) return path.split('/')[0]!.toLowerCase();
  if (/^[A-Za-z]:/.test(path)) return path.slice(0, 2).toLowerCase();
  if (path.startsWith('\\\\')) return path.split('\\').slice(0, 4).join('\\').toLowerCase();
  const first = path.split('/')[1] ?? '';
  return first === '' ? '' : `/${first}`;
}
