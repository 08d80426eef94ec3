// Runs one of the operator's commands of server/cli: node scripts/cli.mjs <command> [arguments].
import { buildIfChanged } from './build.mjs';

const [command, ...rest] = process.argv.slice(2);
process.env.NODE_ENV ??= 'production';
await buildIfChanged();
process.argv = [process.argv[0], command, ...rest];
await import(`../build/node/cli/${command}.mjs`);
