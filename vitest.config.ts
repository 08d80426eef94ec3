import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { configDefaults, defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('.', import.meta.url));

export default defineConfig({
  resolve: { alias: [{ find: /^#(app|domain|server|db|tests)\//, replacement: `${root}$1/` }] },
  test: {
    include: ['{app,domain,server,db}/**/*.test.{ts,tsx}', 'tests/{contract,integration,fuzz}/**/*.test.ts'],
    // They read real publishers' files, which a plain clone does not have beside it.
    exclude: [
      ...configDefaults.exclude,
      ...(existsSync(`${root}../shared/data`) ? [] : ['**/*.shared.test.ts']),
    ],
    globalSetup: ['tests/global-setup.ts'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    pool: 'forks',
    // By default one core is left idle, which of two is half.
    maxWorkers: '100%',
  },
});
