// Ties the linter's endpoints to the catalogue; converts, decides nothing.
import type { Application } from '../app/compose.ts';
import { askedFacts, rememberedFacts } from '../lint/target-facts.ts';
import type { RespaldoHandlers } from '../../shared/ipc/contract.ts';
import { AppError } from '../../shared/errors/app-error.ts';

type Own = Extract<keyof RespaldoHandlers, `lint.${string}`>;

export function lintHandlers({ ports, catalogue }: Application): Pick<RespaldoHandlers, Own> {
  const { targets } = ports.store;
  return {
    'lint.facts': async ({ targetId }) => {
      const target = await targets.get(targetId);
      if (!target) throw new AppError('target.missing');
      return askedFacts(target, catalogue);
    },
    'lint.knownFacts': async () => {
      const all = await targets.list();
      return Object.fromEntries(
        await Promise.all(all.map(async (target) => [target.id, await rememberedFacts(target, catalogue)] as const)),
      );
    },
  };
}
