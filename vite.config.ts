import { fileURLToPath } from 'node:url';
import { vitePlugin as remix } from '@remix-run/dev';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig, type Plugin } from 'vite';
import remixConfig from './remix.config.js';

const root = fileURLToPath(new URL('.', import.meta.url));

export const alias = [{ find: /^#(app|domain|server|db|tests)\//, replacement: `${root}$1/` }];

/** React Aria brings its own few words in thirty languages; a page needs those of ours. */
function ownLanguagesOnly(): Plugin {
  const foreignWords = /[\\/]react-aria[^\\/]*[\\/]dist[\\/].*[\\/](?!(?:en|fr|es)-)[a-z]{2}-[A-Z]{2}\.m?js$/;
  return {
    name: 'own-languages-only',
    enforce: 'pre',
    load: (id) => (foreignWords.test(id) ? 'export default {};' : null),
  };
}

export default defineConfig({
  plugins: [ownLanguagesOnly(), tailwindcss(), remix(remixConfig)],
  resolve: { alias },
  // Found before the first page asks, else a reload in mid-page leaves two copies of React.
  optimizeDeps: { entries: ['app/entry.client.tsx', 'app/root.tsx', 'app/routes/**/*.tsx'] },
  build: { sourcemap: false, target: 'es2020', cssCodeSplit: true },
  // One instance of Yjs: a second copy breaks every instanceof inside it.
  ssr: { external: ['yjs', 'y-protocols', 'lib0'] },
});
