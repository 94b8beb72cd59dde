import { defineConfig } from 'vitest/config';

const database = { globalSetup: ['tests/setup/global.ts'], testTimeout: 60_000, hookTimeout: 60_000 };

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      // What is pure keeps nothing between files: modules are read once, which takes half of the time.
      { test: { name: 'unit', include: ['tests/unit/**/*.test.{ts,tsx}'], testTimeout: 20_000, isolate: false } },
      {
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts', 'tests/contract/**/*.test.ts'],
          ...database,
        },
      },
      { test: { name: 'conformance', include: ['tests/conformance/**/*.test.ts'], ...database, testTimeout: 300_000 } },
    ],
  },
});
