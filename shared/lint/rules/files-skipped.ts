// Files that cannot be read are left out, and the run is good all the same (RMAN-06060, RMAN-06061).
import { rule } from '../finding.ts';
import { repair } from '../repairs.ts';

export const filesSkipped = rule<{ name: string; kinds: string }>({
  name: 'files-skipped',
  judges: 'strategy',
  find({ enabled }) {
    return enabled.flatMap((member) => {
      const risky = member.spec.skip.filter((kind) => kind !== 'readonly');
      if (risky.length === 0) return [];
      const repairs = repair('no-skip', member, { skip: member.spec.skip.filter((kind) => kind === 'readonly') });
      const params = { name: member.name, kinds: risky.map((kind) => kind.toUpperCase()).join(', ') };
      return [{ severity: 'caution', strategies: [member.id], path: 'skip', params, repairs }];
    });
  },
  words: {
    en: ({ name, kinds }) => ({
      title: `“${name}” leaves out what it cannot read, and says success`,
      why: `SKIP ${kinds}: such files get no backup, only a warning that RMAN itself does not count as a failure.`,
      example: 'A file goes offline on Monday because of a bad cable. Every night it is skipped; when it has to be restored four weeks later, its last backup is obsolete and deleted.',
      todo: 'Leave nothing out, so that a missing file is a failure on the first night.',
    }),
    es: ({ name, kinds }) => ({
      title: `«${name}» omite lo que no puede leer y termina bien`,
      why: `SKIP ${kinds}: esos archivos no se copian, y RMAN solo da un aviso que no cuenta como fallo.`,
      example: 'El lunes un archivo queda offline por un cable defectuoso. Cada noche se omite; cuando hay que restaurarlo cuatro semanas después, su última copia es obsoleta y está borrada.',
      todo: 'No omitir nada, para que un archivo ausente sea un fallo la primera noche.',
    }),
  },
});
