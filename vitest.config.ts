// How the unit and integration tests are found and run; end-to-end tests have a runner of their own (test/e2e).
import { defineConfig } from 'vitest/config';
import { sqliteBindingEnvironment } from './scripts/setup/sqlite-binding.mjs';

// Where this Node is too old for the published SQLite binding, the store is told of the one that the set-up compiled.
const env = { ...sqliteBindingEnvironment() };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.{ts,tsx}'],
          environment: 'node',
          env,
          // Time says nothing about right and wrong: properties take as long as a busy machine needs.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'integration',
          include: ['test/integration/**/*.test.ts'],
          environment: 'node',
          env,
          globalSetup: './scripts/build/before-tests.mjs',
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
