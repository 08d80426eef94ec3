import { EngineProcess } from './engine-process';
import { type Counts, Round } from './round';

interface CampaignOptions {
  seed: number;
  /** The first round to play; to repeat one, it and a count of 1. */
  from?: number;
  databaseUrl?: string;
  /** Whether to play another after so many. */
  goesOn(rounds: number): boolean;
  onRound?(round: number, counts: Counts): void;
}

/** Plays rounds against one engine; each has its own seed, made of the base. Throws at the first that fails. */
export async function playCampaign({
  seed,
  from = 0,
  databaseUrl,
  goesOn,
  onRound,
}: CampaignOptions): Promise<Counts> {
  const engine = await EngineProcess.start(databaseUrl);
  const total: Counts = { rounds: 0 };
  try {
    for (let round = from; goesOn(round - from); round++) {
      const counts = await playRound(engine, seed, round);
      for (const [kind, count] of Object.entries(counts)) total[kind] = (total[kind] ?? 0) + count;
      total.rounds = round - from + 1;
      onRound?.(round, total);
    }
  } finally {
    await engine.stop();
  }
  return total;
}

async function playRound(engine: EngineProcess, seed: number, index: number): Promise<Counts> {
  let round: Round | null = null;
  let onStray: (error: unknown) => void = () => undefined;
  const stray = new Promise<never>((_resolve, reject) => {
    onStray = reject;
  });
  // What a client throws while it reads what has come is thrown outside of the round, and is its failure.
  process.on('uncaughtException', onStray);
  const playing = Round.run(engine, seedOfRound(seed, index), (started) => {
    round = started;
  });
  try {
    await Promise.race([playing, stray]);
    return (round as Round | null)?.counts ?? {};
  } catch (error) {
    await playing.catch(() => undefined);
    throw new Error(inWords({ error, engine, seed, index, steps: (round as Round | null)?.steps ?? [] }));
  } finally {
    process.off('uncaughtException', onStray);
  }
}

interface Failure {
  error: unknown;
  engine: EngineProcess;
  seed: number;
  index: number;
  steps: string[];
}

function inWords({ error, engine, seed, index, steps }: Failure): string {
  return [
    `SEED=${seed} round ${index}: ${error instanceof Error ? error.stack : String(error)}`,
    ...engine.trouble.map((line) => `server: ${line}`),
    `repeat: npm run fuzz:sync -- --seed ${seed} --round ${index}`,
    'steps:',
    ...steps.map((step) => `  ${step}`),
  ].join('\n');
}

function seedOfRound(seed: number, index: number): number {
  return (Math.imul(seed ^ (index + 1), 0x9e3779b1) ^ index) >>> 0;
}
