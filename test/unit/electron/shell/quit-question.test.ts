// The question before the end says what goes on without us and what does not.
import { expect, test } from 'vitest';
import { quitQuestion } from '../../../../electron/shell/quit-question.ts';
import type { ActiveRun, Run } from '../../../../shared/domain/run.ts';
import { sampleRun } from '../../../support/store-samples.ts';

const active = (...states: Run['state'][]): ActiveRun[] =>
  states.map((state) => ({ run: { ...sampleRun().run, state }, waitsFor: null, progress: null }));

test('running backups go on and are picked up', () => {
  const three = quitQuestion(active('running', 'preparing', 'running'), 'en');
  expect(three).toEqual({
    message: '3 backups are running.',
    detail: 'They go on without Respaldo and are picked up at the next start.',
    buttons: ['Quit', 'Stay'],
  });
  const one = quitQuestion(active('running'), 'es');
  expect(one.message).toBe('Hay 1 copia en curso.');
  expect(one.detail).toBe('Sigue sin Respaldo y se retoma en el próximo inicio.');
});

test('the queue does not move on without us, and that is said', () => {
  const mixed = quitQuestion(active('running', 'queued', 'queued'), 'en');
  expect(mixed.message).toBe('1 backup is running.');
  expect(mixed.detail.split('\n')[1]).toBe('2 backups in the queue do not begin before Respaldo runs again.');
  const only = quitQuestion(active('queued'), 'es');
  expect(only.message).toBe('Hay 1 copia en la cola.');
  expect(only.detail).toBe('1 copia de la cola no empezará hasta que Respaldo vuelva a abrirse.');
});
