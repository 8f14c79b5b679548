// KEEP FOREVER needs a recovery catalogue (RMAN-06522), and Respaldo works without one.
import { rule } from '../finding.ts';
import { repair } from '../repairs.ts';

export const keepForever = rule<{ name: string }>({
  name: 'keep-forever',
  judges: 'strategy',
  find({ enabled }) {
    return enabled.flatMap((member) => {
      const { keep } = member.spec;
      if (keep?.until.kind !== 'forever') return [];
      const forDays = (days: number) => repair('keep-days', member, { keep: { ...keep, until: { kind: 'days', days } } }, { count: days });
      return [{
        severity: 'serious', strategies: [member.id], path: 'keep', params: { name: member.name },
        repairs: [...forDays(3650), ...forDays(365)],
      }];
    });
  },
  words: {
    en: ({ name }) => ({
      title: `“${name}” wants to be kept for ever, which needs a recovery catalogue`,
      why: 'The control file forgets old backups; only a catalogue remembers for ever. Runs connect to the database alone, so RMAN refuses KEEP FOREVER (RMAN-06522).',
      example: 'The archival backup of the year’s end fails on 31 December, and by the time somebody reads the mail the year is closed and the data has moved on.',
      todo: 'Keep it until a day: ten years, for example.',
    }),
    es: ({ name }) => ({
      title: `«${name}» quiere conservarse para siempre, y eso necesita un catálogo de recuperación`,
      why: 'El control file olvida las copias viejas; solo un catálogo recuerda siempre. Las ejecuciones se conectan solo a la base de datos, y RMAN rechaza KEEP FOREVER (RMAN-06522).',
      example: 'La copia de archivo de fin de año falla el 31 de diciembre, y cuando alguien lee el correo el año está cerrado y los datos han cambiado.',
      todo: 'Conservarlo hasta un día: diez años, por ejemplo.',
    }),
  },
});
