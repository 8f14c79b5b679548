// How the end-to-end tests are run: one after another, each with an application and a profile of its own.
import { defineConfig } from 'playwright/test';

const resultFile = process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'];

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  workers: 1,
  fullyParallel: false,
  // A test that passes only at the second attempt has found something.
  retries: 0,
  // Time says nothing about right and wrong: a busy machine may need twenty times as long as a calm one.
  timeout: 240_000,
  expect: { timeout: 10_000 },
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [['list'], ...(resultFile === undefined ? [] : [['json', { outputFile: resultFile }] as ['json', object]])],
});
