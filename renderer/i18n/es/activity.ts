// Spanish texts of runs under way: progress, waiting, cancelling.
import type { SameKeys } from '../translate.ts';
import type { activityEn } from '../en/activity.ts';

export const activityEs: SameKeys<typeof activityEn> = {
  waitsLane: 'Espera a «{name}» en la misma base de datos',
  waitsCap: {
    one: 'Espera: el límite de los ajustes es {count} ejecución a la vez',
    other: 'Espera: el límite de los ajustes es {count} ejecuciones a la vez',
  },
  waitsNext: 'Empieza a continuación',
  preparing: 'Comprobando el cliente y escribiendo el script',
  step: 'Paso: {step}',
  stepNone: 'Entre pasos',
  lines: { one: '{count} línea', other: '{count} líneas' },
  pieces: { one: '{count} pieza', other: '{count} piezas' },
  sets: { one: '{count} juego', other: '{count} juegos' },
  files: { one: '{count} archivo leído', other: '{count} archivos leídos' },
  errors: { one: '{count} línea de error', other: '{count} líneas de error' },
  left: 'Faltan unos {duration}, según la última ejecución correcta ({usual})',
  leftBrief: 'faltan unos {duration}',
  soon: 'A punto de terminar, según la última ejecución correcta ({usual})',
  longer: '{duration} más que la última ejecución correcta ({usual})',
  noUsual: 'Sin una ejecución correcta anterior con la que comparar',
  ending: 'Esperando a que RMAN se detenga',
  noUsualBrief: 'aún sin estimación',
  silent: 'Sin salida desde hace {duration}. RMAN calla mientras escribe una pieza grande; si no es habitual, revise el canal.',
  lastOutput: 'Última salida: {ago}',
  progressOf: 'Tiempo de {name} frente a su duración habitual',
  cancel: 'Cancelar la ejecución',
  cancelTitle: '¿Cancelar {name}?',
  cancelText: 'Se pide a RMAN que se detenga. Si no responde en su tiempo de gracia se termina el proceso y, pasado otro tanto, se mata. Las piezas completas se quedan; la copia en conjunto no será válida.',
  cancelQueued: 'La ejecución sale de la cola; no se había iniciado nada.',
  cancelRequested: 'Se ha pedido a {name} que se detenga.',
  cancelling: 'Se pidió parar {ago}. Si no responde a tiempo, se termina y después se mata.',
};
