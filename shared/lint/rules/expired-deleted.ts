// Crosscheck and DELETE EXPIRED on a directory that may not be mounted: good backups are struck from the records.
import { rule } from '../finding.ts';
import { placesOf } from '../lint-set.ts';
import { repair } from '../repairs.ts';

export const expiredDeleted = rule<{ name: string; place: string }>({
  name: 'expired-deleted',
  judges: 'strategy',
  find({ enabled }) {
    return enabled.flatMap((member) => {
      const { afterwards } = member.spec;
      if (!afterwards.deleteExpired) return [];
      const away = placesOf(member).find(({ kind }) => kind !== 'recovery-area');
      if (!away) return [];
      const place = away.kind === 'directory' ? away.path : '';
      const repairs = repair('no-delete-expired', member, { afterwards: { ...afterwards, deleteExpired: false } });
      return [{ severity: 'hint', strategies: [member.id], path: 'afterwards.deleteExpired', params: { name: member.name, place }, repairs }];
    });
  },
  words: {
    en: ({ name, place }) => ({
      title: `“${name}” forgets backups that it cannot see for a moment`,
      why: `Crosscheck marks as expired what it does not find ${place === '' ? 'at the media manager' : `in ${place}`}, and DELETE EXPIRED strikes it from the records, whether it is gone or only not mounted.`,
      example: 'A share with last month’s backups is not mounted on Thursday night. They are struck out; on Friday the share is back, and a restore does not know of a single one until somebody CATALOGs them.',
      todo: 'Only crosscheck, and delete expired records by hand once it is known that the files are gone.',
    }),
    es: ({ name, place }) => ({
      title: `«${name}» olvida las copias que no ve por un momento`,
      why: `Crosscheck marca como expirado lo que no encuentra ${place === '' ? 'en el gestor de medios' : `en ${place}`}, y DELETE EXPIRED lo tacha de los registros, se haya perdido o solo no esté montado.`,
      example: 'Un recurso con las copias del mes pasado no está montado el jueves por la noche. Se tachan; el viernes vuelve, y una restauración no conoce ninguno hasta que alguien los registra con CATALOG.',
      todo: 'Hacer solo crosscheck, y borrar a mano los expirados cuando se sepa que los archivos ya no existen.',
    }),
  },
});
