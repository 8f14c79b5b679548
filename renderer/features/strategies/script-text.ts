// The script of a form, also while it is half typed. Pure.
import type { StrategySpec } from '../../../shared/domain/strategy.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import { renderScript } from '../../../shared/rman/render-script.ts';

/** The script of a strategy; `null` when a field has no right value yet. */
export function scriptOf(spec: StrategySpec, version: number | null): string | null {
  try {
    return renderScript(spec, { version, commandId: null }).text;
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}
