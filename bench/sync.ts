// The sync engine beside its peers, in one run: `npm run bench:sync -- --help`.
import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { installPeers, takeSecondCore, versions } from './sync/prepare';
import { printScenario, type Runs } from './sync/report';
import type { Context, Scenario } from './sync/scenario';
import { joinScenarios } from './sync/scenarios/joins';
import { killsScenario } from './sync/scenarios/kills';
import { memoryScenario } from './sync/scenarios/memory';
import { paperScenario } from './sync/scenarios/paper';
import { presenceScenarios } from './sync/scenarios/presence';
import { typingScenarios } from './sync/scenarios/typing';
import { type ServerName, serverNames } from './sync/servers';

const scenarios: Scenario[] = [
  ...typingScenarios,
  memoryScenario,
  paperScenario,
  ...joinScenarios,
  ...presenceScenarios,
  killsScenario,
];
const resultFile = '.cache/bench/sync.json';

const { values: options } = parseArgs({
  options: {
    only: { type: 'string' },
    servers: { type: 'string' },
    runs: { type: 'string' },
    quick: { type: 'boolean', default: false },
    kills: { type: 'string' },
    'database-url': { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

if (options.help) {
  console.log(`npm run bench:sync -- [--quick] [--only a,b] [--servers a,b] [--runs n] [--kills n] [--database-url postgres://… (ours in the kills; an empty database)]
scenarios: ${scenarios.map(({ name }) => name).join(', ')}
servers: ${serverNames.join(', ')}`);
} else {
  await main();
}

async function main(): Promise<void> {
  installPeers();
  takeSecondCore();
  const context: Context = {
    isQuick: options.quick,
    kills: Number(options.kills ?? (options.quick ? 3 : 12)),
    databaseUrl: options['database-url'],
  };
  const about = versions();
  console.log(about.join('\n'));
  console.log(
    'Server on one core, generator on the other; medians, and in brackets the lowest and highest run.',
  );
  const results: Record<string, Runs> = {};
  for (const scenario of scenarios.filter(
    ({ name }) => !options.only || options.only.split(',').includes(name),
  )) {
    const runs = await runScenario(scenario, context);
    printScenario(scenario, runs);
    results[scenario.name] = runs;
    mkdirSync('.cache/bench', { recursive: true });
    writeFileSync(resultFile, JSON.stringify({ about, at: new Date(), results }, null, 2));
  }
  console.log(`\nAll figures of all runs: ${resultFile}`);
  process.exit(0);
}

/** All servers in turn, and then again: whatever disturbs the machine disturbs them alike. */
async function runScenario(scenario: Scenario, context: Context): Promise<Runs> {
  const wanted = (options.servers?.split(',') ?? serverNames) as ServerName[];
  const servers = (scenario.servers ?? serverNames).filter((name) => wanted.includes(name));
  const count = Number(options.runs ?? (context.isQuick ? 1 : (scenario.runs ?? 3)));
  const runs: Runs = {};
  for (let run = 0; run < count; run++) {
    for (const server of servers) {
      runs[server] ??= [];
      runs[server].push(await scenario.run(server, context));
    }
  }
  return runs;
}
