import type { ItemState } from './agenda-item';
import { type Floor, floorAfter, speaking } from './floor';

/**
 * The speakers list of an item that may have stopped at an instant: nobody speaks while it does not run, so whoever did
 * was done then. A coffee break is no intervention.
 */
export function floorUnder(item: ItemState, floor: Floor, atMs: number): Floor {
  if (item.state === 'running' || !speaking(floor)) return floor;
  return floorAfter(floor, { act: 'end', atMs }) ?? floor;
}
