// Spanish texts of the queue.
import type { SameKeys } from '../translate.ts';
import type { queueEn } from '../en/queue.ts';

export const queueEs: SameKeys<typeof queueEn> = {
  title: { one: '{count} ejecución en espera', other: '{count} ejecuciones en espera' },
  first: 'Poner {name} la primera',
  up: 'Subir {name}',
  down: 'Bajar {name}',
  last: 'Poner {name} la última',
  'moved-first': '{name} es ahora la primera.',
  'moved-up': '{name} ha subido.',
  'moved-down': '{name} ha bajado.',
  'moved-last': '{name} es ahora la última.',
  cancel: 'Sacar {name} de la cola',
  clear: 'Vaciar la cola',
  clearTitle: { one: '¿Sacar de la cola {count} ejecución en espera?', other: '¿Sacar de la cola las {count} ejecuciones en espera?' },
  clearText: 'Quedan anotadas como canceladas; de ellas no se había iniciado nada. Lo que está en curso continúa, y las programaciones también.',
  cleared: { one: 'Salió de la cola {count} ejecución.', other: 'Salieron de la cola {count} ejecuciones.' },
};
