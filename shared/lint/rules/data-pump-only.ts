// Exports and nothing else. An export is no physical backup: no redo can be applied to it.
import { rule } from '../finding.ts';

export const dataPumpOnly = rule<{ name: string }>({
  name: 'data-pump-only',
  judges: 'set',
  find({ enabled }) {
    const first = enabled[0];
    if (!first || !enabled.every(({ scope }) => scope.kind === 'data-pump')) return [];
    const strategies = enabled.map(({ id }) => id);
    return [{ severity: 'serious', strategies, path: 'scope.kind', params: { name: first.name }, repairs: [] }];
  },
  words: {
    en: () => ({
      title: 'Data Pump is the only backup of this database',
      why: 'An export is a copy of rows as of one moment. It cannot be recovered to a later one, it holds no redo, and a new database has to be made before it can be imported.',
      example: 'The export ran at 02:00, the server dies at 17:30: fifteen hours of work are gone, and the rest comes back after a day of importing and building indexes.',
      todo: 'Add an RMAN backup of the whole database with its archived logs; keep the export for single tables.',
    }),
    es: () => ({
      title: 'Data Pump es la única copia de seguridad de esta base de datos',
      why: 'Una exportación copia filas en un momento dado. No se puede recuperar hasta uno posterior, no contiene redo, y antes de importarla hay que crear una base de datos nueva.',
      example: 'La exportación terminó a las 02:00 y el servidor muere a las 17:30: se pierden quince horas de trabajo, y el resto vuelve tras un día importando y creando índices.',
      todo: 'Añadir una copia RMAN de la base entera con sus archived logs, y dejar la exportación para tablas sueltas.',
    }),
  },
});
