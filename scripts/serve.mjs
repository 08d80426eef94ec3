// npm start and npm run demo: builds if something has changed, then serves in this same process.
import { buildIfChanged } from './build.mjs';

if (process.argv.includes('--demo')) process.env.DEMO = '1';
process.env.NODE_ENV ??= 'production';
if (await buildIfChanged({ onStart: () => process.stdout.write('Building Concord, once …\n') })) {
  process.stdout.write('Built.\n');
}
await import('../build/node/index.mjs');
