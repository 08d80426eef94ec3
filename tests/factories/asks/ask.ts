import type { Actor } from '#domain/workspaces/actor';
import type { Services } from '#server/services';
import type { FilledWorkspace } from '../filled-workspace';

type Code = 'not_found' | 'forbidden' | 'invalid_input';

export type Place = FilledWorkspace & { actor: Actor };

/** A command or query, asked with ids of this workspace. */
export interface Ask {
  ask: (services: Services, on: Place) => Promise<unknown>;
  /** What another workspace's convenor hears who names this one's ids. */
  stranger: Code;
  /** What an observer of this one hears; null: may ask. */
  observer: Code | null;
}

/** Of some features, by the name of the command or query. */
export type AsksOf<Feature extends keyof Services> = {
  [F in Feature]: Partial<Record<keyof Services[F], Ask>>;
};

/** Of the same features, what asks for no right: on one's own behalf, with a token, or by a caller let in already. */
export type OpenIn<Feature extends keyof Services> = { [F in Feature]: (keyof Services[F])[] };

export const seen = (ask: Ask['ask']): Ask => ({ ask, stranger: 'not_found', observer: null });
export const kept = (ask: Ask['ask']): Ask => ({ ask, stranger: 'not_found', observer: 'forbidden' });
export const administered = (ask: Ask['ask']): Ask => ({ ask, stranger: 'forbidden', observer: 'forbidden' });

export const onWorkspace = ({ actor, workspaceId }: Place) => ({ actor, workspaceId });
