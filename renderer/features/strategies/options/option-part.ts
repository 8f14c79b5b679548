// What every group of options gets from the form.
import type { StrategySpec } from '../../../../shared/domain/strategy.ts';

export type OptionPart = {
  spec: StrategySpec;
  change(part: Partial<StrategySpec>): void;
  /** The text for the field at a path below the strategy, `undefined` while it has no problem to show. */
  problem(path: string): string | undefined;
};
