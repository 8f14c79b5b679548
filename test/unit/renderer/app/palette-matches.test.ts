// Finding commands by what is typed.
import { describe, expect, it } from 'vitest';
import { matchesOf } from '../../../../renderer/app/palette-matches.ts';

const commands = ['Ir a Estrategias', 'Ejecutar ahora Nivel 0', 'Abrir la ejecución', 'Open strategy Weekly level 0'].map(
  (label) => ({ label }),
);
const found = (typed: string): string[] => matchesOf(commands, typed).map((command) => command.label);

describe('the palette', () => {
  it('lets everything through in its order while nothing is typed', () => {
    expect(found('  ')).toEqual(commands.map((command) => command.label));
  });

  it('needs every word, whatever the accents and capitals', () => {
    expect(found('EJECUCION')).toEqual(['Abrir la ejecución']);
    expect(found('0 weekly')).toEqual(['Open strategy Weekly level 0']);
    expect(found('weekly nivel')).toEqual([]);
  });

  it('prefers words that begin with what was typed', () => {
    expect(matchesOf([{ label: 'unopened' }, { label: 'open' }], 'open').map((one) => one.label)).toEqual(['open', 'unopened']);
  });
});
