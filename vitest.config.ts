import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** What is waited for comes at once, or on a crowded machine after a while; the second that `expect.poll` has by itself is a race. */
const PATIENT = { poll: { timeout: 30_000, interval: 50 } };

/**
 * Tests of threads, processes and browsers get a second try on a machine that nobody watches; the run then ends with
 * their names and what went wrong the first time. A person at work sees a race as a failure, at once.
 */
const RETRIES = process.env.CI ? 1 : 0;

const LONG = 'test/**/*.long.test.ts';

/** By itself Vitest leaves one processor free: on two that is half of them. */
const maxWorkers = '100%';

const TOGETHER = {
  // The modules are read once a process and not once a file, which took a third of the time. Processes, because
  // threads cannot take another user's rights; what a test put in place of something goes with the test.
  pool: 'forks',
  isolate: false,
  maxWorkers,
  restoreMocks: true,
  unstubEnvs: true,
  // No test waits this long; a crowded machine may stop one for a while.
  testTimeout: 60_000,
  hookTimeout: 60_000,
  expect: PATIENT,
} as const;

export default defineConfig({
  plugins: [react()],
  test: {
    projects: [
      // Pure functions and real SQLite in a temporary folder; needs no build.
      {
        extends: true,
        test: {
          ...TOGETHER,
          name: 'unit',
          include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
          exclude: ['test/e2e/**', 'test/built/**', LONG],
        },
      },
      // Of the same kind, and seconds each: properties over thousands of cases, the whole desk over many pages, a full
      // disk. Every run of all tests has them; what is run before every commit does without.
      { extends: true, test: { ...TOGETHER, name: 'long', include: [LONG] } },
      // Whatever starts a thread, a process or a packed application: reads out/, so it runs after the build.
      {
        extends: true,
        test: {
          name: 'built',
          include: ['test/built/**/*.test.ts'],
          maxWorkers,
          retry: RETRIES,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          expect: PATIENT,
        },
      },
      // Journeys in a real browser (and in Electron where its binary is present).
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          // Two, however many processors there are: each has a service and a browser of its own, which wait for
          // another more than they work, and a crowd of browsers is what makes a journey's tests race.
          maxWorkers: 2,
          retry: RETRIES,
          testTimeout: 120_000,
          hookTimeout: 60_000,
          expect: PATIENT,
        },
      },
    ],
  },
});
