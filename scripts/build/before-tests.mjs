// Vitest's global set-up for the integration tests: they start the store's worker and the simulated RMAN as bundled.
import { build } from './build.mjs';

export const setup = () => build(['electron', 'simulator']);
