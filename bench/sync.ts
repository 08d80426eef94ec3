// The sync engine beside its peers, in one run, with every target of the engine: `npm run bench:sync -- --help`. About an
// hour and a quarter; a tenth of that with --quick, whose figures are rough.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { installPeers, takeSecondCore, versions } from './sync/prepare';
import { printScenario, type Runs, verdictsOn } from './sync/report';
import type { Context, Scenario } from './sync/scenario';
import { attackScenarios } from './sync/scenarios/attacks';
import { joinScenarios } from './sync/scenarios/joins';
import { killsScenarios } from './sync/scenarios/kills';
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
  ...attackScenarios,
  ...killsScenarios,
];
const resultFile = '.cache/bench/sync.json';

const { values: options } = parseArgs({
  options: {
    only: { type: 'string' },
    servers: { type: 'string' },
    runs: { type: 'string' },
    quick: { type: 'boolean', default: false },
    kills: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

if (options.help) {
  console.log(`npm run bench:sync -- [--quick] [--only a,b] [--servers a,b] [--runs n] [--kills n]
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
    kills: options.kills === undefined ? null : Number(options.kills),
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
  if (!options.only) theRest(options.quick);
  console.log(`\n${about.join('\n')}\nTargets, with ours, the others in brackets, and what is wanted:`);
  for (const scenario of scenarios) {
    const verdicts = verdictsOn(scenario, results[scenario.name] ?? {});
    if (verdicts.length > 0) console.log(`${scenario.title}\n  ${verdicts.join('\n  ')}`);
  }
  console.log(`\nAll figures of all runs: ${resultFile}`);
  process.exit(0);
}

/** What needs the whole product, or ten minutes: commands of their own, which say themselves whether they pass. */
function theRest(isQuick: boolean): void {
  console.log('\nEditing while pages are rendered, at most twice the p99 without:');
  spawnSync('npm', ['run', '--silent', 'bench:pages-and-edits'], { stdio: 'inherit' });
  console.log('\n2,000 connections over 200 documents, memory level for ten minutes:');
  spawnSync('npm', ['run', '--silent', 'soak:sync', '--', '--minutes', isQuick ? '3' : '10'], {
    stdio: 'inherit',
  });
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
