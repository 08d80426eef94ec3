import { expect, it } from 'vitest';
import { seedOf } from './random';
import { playCampaign } from './sync/campaign';

it('whatever honest and hostile clients do and the server suffers, all honest ones end with the same and nothing is lost', async () => {
  const total = await playCampaign({ seed: seedOf('sync-engine'), goesOn: (rounds) => rounds < 4 });
  expect(total).toMatchObject({ rounds: 4 });
  expect(total.edits).toBeGreaterThan(50);
}, 120_000);
