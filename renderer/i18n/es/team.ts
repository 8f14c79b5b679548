// Textos en español de las demás estaciones que usan las mismas tablas de bitácora.
import type { teamEn } from '../en/team.ts';
import type { SameKeys } from '../translate.ts';

export const teamEs: SameKeys<typeof teamEn> = {
  workstation: 'Estación',
  own: 'Esta estación',
  ofAnother: 'Ejecución de {name}. Sus datos se leyeron de la base de datos de bitácora; el log y el script siguen allí.',
  share: 'Compartida con el equipo',
  shareHint:
    'La tienen todas las estaciones que participan; la ejecuta, una sola vez, la que tenga su turno en la base de datos de bitácora. Sin la bitácora espera: a mano siempre puede ejecutarse.',
  conflict: '{name} guardó entretanto otra versión ({version}, {when}). La de aquí es la {mine}. No se pierde nada: ambas quedan en el historial.',
  keepMine: 'Conservar la mía',
  takeTheirs: 'Tomar la suya',
  difference: 'Diferencias: la suya − / la mía +',
  others: 'En otras estaciones',
  othersAbout: 'Estrategias que tienen otros en la misma base de datos de bitácora. Se pueden ver; en las compartidas se puede participar.',
  strategy: 'Estrategia',
  database: 'Base de datos',
  changed: 'Cambiada',
  notShared: 'sin compartir',
  join: 'Participar',
  open: 'Abrir la estrategia',
  logThere: 'El log queda en la base de datos de bitácora y en {name}.',
  version: 'Versión',
  conflictWith: 'Compartida · {name} guardó otra versión',
  joinName: 'Participar en {name}',
  joinWith: 'Su base de datos para ella (allí: {database})',
  joinHint: 'Elija la entrada de la misma base de datos. La contraseña sigue siendo la de aquí; la estrategia es la misma en todas las estaciones.',
  joined: '{name} se ejecuta también en esta estación.',
};
