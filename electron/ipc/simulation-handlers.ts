// The endpoint of simulations; their facts are gathered by what is only loaded when somebody asks.
import type { Application } from '../app/compose.ts';
import type { RespaldoHandlers } from '../../shared/ipc/contract.ts';

export function simulationHandlers({ ports, catalogue }: Application): Pick<RespaldoHandlers, 'simulation.facts'> {
  const { store, clock } = ports;
  return {
    'simulation.facts': async ({ targetId }) => {
      const { gatherFacts } = await import('../simulation/gather-facts.ts');
      return gatherFacts(targetId, { store, clock, panel: (id, name) => catalogue.panel(id, name, false) });
    },
  };
}
