import type { Db } from '#db/db';
import type { Clock } from '#domain/clock';
import { participationQueries } from './list';

export type { DialogueParticipation, InstitutionParticipation, ParticipationFilter } from './list';

/** How institutions took part in the dialogues of a workspace. */
export function makeParticipation(dependencies: { db: Db; clock: Clock }) {
  return participationQueries(dependencies);
}
