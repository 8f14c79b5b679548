// DURATION without PARTIAL: a backup that does not fit into its time ends with an error (reference §2.5).
import { rule } from '../finding.ts';
import { repair } from '../repairs.ts';

export const durationFails = rule<{ name: string; minutes: number }>({
  name: 'duration-fails',
  judges: 'strategy',
  find({ enabled }) {
    return enabled.flatMap((member) => {
      const { duration } = member.spec;
      if (duration === null || duration.partial) return [];
      const repairs = repair('partial', member, { duration: { ...duration, partial: true } });
      const params = { name: member.name, minutes: duration.minutes };
      return [{ severity: 'caution', strategies: [member.id], path: 'duration', params, repairs }];
    });
  },
  words: {
    en: ({ name, minutes }) => ({
      title: `“${name}” fails when it needs more than ${minutes} minutes`,
      why: 'DURATION without PARTIAL stops at the limit with an error. The sets that are complete by then are good; the files that were not reached have no backup.',
      example: 'The database grows past the window one night in May. From then on every run fails at the same minute, and the last files in the list are never backed up again.',
      todo: 'End quietly with PARTIAL, and go on where it stopped with “not backed up since”.',
    }),
    es: ({ name, minutes }) => ({
      title: `«${name}» falla si necesita más de ${minutes} minutos`,
      why: 'DURATION sin PARTIAL se detiene en el límite con un error. Los conjuntos ya completos valen; los archivos a los que no llegó quedan sin copia.',
      example: 'Una noche de mayo la base ya no cabe en la ventana. Desde entonces cada ejecución falla en el mismo minuto, y los últimos archivos de la lista no se copian más.',
      todo: 'Terminar sin error con PARTIAL, y seguir donde quedó con «no copiado desde».',
    }),
  },
});
