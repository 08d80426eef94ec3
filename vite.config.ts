import { fileURLToPath } from 'node:url';
import { vitePlugin as remix } from '@remix-run/dev';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vite';
import { areaOf } from './app/i18n/areas';
import remixConfig from './remix.config.js';

const root = fileURLToPath(new URL('.', import.meta.url));

export const alias = [{ find: /^#(app|domain|server|db|tests)\//, replacement: `${root}$1/` }];

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [tailwindcss(), remix(remixConfig)],
  resolve: { alias },
  // Found before the first page asks, else a reload in mid-page leaves two copies of React.
  optimizeDeps: { entries: ['app/entry.client.tsx', 'app/root.tsx', 'app/routes/**/*.tsx'] },
  // Older phones and the browsers of ministries: Lightning CSS rewrites what they lack, such as light-dark().
  build: {
    sourcemap: false,
    // Three in a hundred less than by esbuild, on networks where that is felt.
    minify: isSsrBuild ? false : 'terser',
    target: 'es2020',
    cssCodeSplit: true,
    chunkSizeWarningLimit: 800, // The text editor, loaded on its own tab; npm run size watches the weights.
    cssMinify: 'lightningcss',
    cssTarget: ['chrome111', 'firefox115', 'safari16.4'],
    rollupOptions: isSsrBuild ? {} : { output: { manualChunks: wordsChunk } },
  },
  // One instance of Yjs: a second copy breaks every instanceof inside it.
  ssr: { external: ['yjs', 'y-protocols', 'lib0'] },
}));

/** The catalogues of a language in one file for each area. */
function wordsChunk(id: string): string | undefined {
  const [, language, namespace = ''] = /\/catalogues\/(\w+)\/(\w+)\.json/.exec(id) ?? [];
  return language && `words-${language}-${areaOf(namespace) ?? 'common'}`;
}
