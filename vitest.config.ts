import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('.', import.meta.url));

export default defineConfig({
  resolve: { alias: [{ find: /^#(app|domain|server|db|tests)\//, replacement: `${root}$1/` }] },
  test: {
    include: ['{app,domain,server,db}/**/*.test.{ts,tsx}', 'tests/{contract,integration,fuzz}/**/*.test.ts'],
    globalSetup: ['tests/global-setup.ts'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    pool: 'forks',
  },
});
