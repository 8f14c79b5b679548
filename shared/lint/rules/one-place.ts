// Everything goes to one and the same place: whatever takes it takes every backup.
import { rule } from '../finding.ts';
import { isBase, placesOf, type Place } from '../lint-set.ts';

export const onePlace = rule<{ place: string; kind: Place['kind'] }>({
  name: 'one-place',
  judges: 'set',
  find({ running, facts }) {
    const writers = running.filter((one) => placesOf(one).length > 0);
    const base = writers.find((one) => isBase(one) && one.scope.kind === 'database');
    // What a script does, and where it copies to, only its author knows.
    if (!base || running.some(({ scope }) => scope.kind === 'custom-script')) return [];
    const places = new Map(writers.flatMap((one) => placesOf(one).map((place) => [keyOf(place), place])));
    const [only] = places.values();
    if (places.size > 1 || !only || only.kind === 'tape') return [];
    const place = only.kind === 'directory' ? only.path : (facts.recoveryArea?.path ?? '');
    const strategies = [base.id, ...writers.map(({ id }) => id).filter((id) => id !== base.id)];
    return [{ severity: 'caution', strategies, path: 'format', params: { place, kind: only.kind }, repairs: [] }];
  },
  words: {
    en: ({ place, kind }) => ({
      title: kind === 'recovery-area' ? 'All backups are in the recovery area alone' : `All backups are in ${place} alone`,
      why: `There is one copy of each backup, and all are in one place${kind === 'recovery-area' && place !== '' ? ` (${place})` : ''}. A copy made outside of RMAN, by storage or by another tool, is not seen here.`,
      example: 'If that file system is lost, encrypted by an intruder or emptied by mistake on Thursday, every backup of this database goes with it, the oldest like the newest.',
      todo: 'Add a second strategy to another place: tape, cloud, or the recovery area backed up to another machine.',
    }),
    es: ({ place, kind }) => ({
      title: kind === 'recovery-area' ? 'Todas las copias están solo en el área de recuperación' : `Todas las copias están solo en ${place}`,
      why: `Cada copia de seguridad existe una sola vez, y todas en un mismo sitio${kind === 'recovery-area' && place !== '' ? ` (${place})` : ''}. Una copia hecha fuera de RMAN, por el almacenamiento u otra herramienta, no se ve desde aquí.`,
      example: 'Si ese sistema de archivos se pierde el jueves, lo cifra un intruso o se vacía por error, se van con él todas las copias de la base, de la más vieja a la más nueva.',
      todo: 'Añadir una segunda estrategia a otro sitio: cinta, nube, o el área de recuperación copiada en otra máquina.',
    }),
  },
});

const keyOf = (place: Place): string => (place.kind === 'directory' ? `directory ${place.path}` : place.kind);
