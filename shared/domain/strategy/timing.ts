// A strategy without what it backs up: what decides when it runs. Thousands of these are read at every start.
import type { Strategy, StrategySpec } from '../strategy.ts';

export type TimedStrategy = Omit<Strategy, 'spec'> & {
  spec: Pick<StrategySpec, 'name' | 'schedule' | 'missed' | 'retries'>;
};
