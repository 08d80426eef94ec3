import type { Background } from '#server/background';
import { activityCommands, type Dependencies } from './commands';
import { countryQueries } from './countries';
import { activityQueries } from './find-activity';
import { activityLists } from './list-activities';
import { factQueries } from './list-facts';
import { matrixQueries } from './matrix';
import { pasteCommands } from './paste';
import { makeRecut } from './recut';

export type { CountryKindSums } from './countries';
export type { FoundActivity } from './find-activity';
export type { ListedActivity } from './list-activities';
export type { ListedPart } from './list-facts';
export type { CommitmentMatrix, MatrixRow } from './matrix';
export type { PastePreview } from './paste';
export type { RecutProgress } from './recut';
export { removeActivity } from './remove-activity';
export { type WrittenActivity, writeActivity } from './write-activity';

/** Money from partners to countries: entered, listed, and added up. */
export function makeCommitments(dependencies: Dependencies & { background: Background }) {
  const { db } = dependencies;
  return {
    ...activityCommands(dependencies),
    ...pasteCommands(dependencies),
    ...activityQueries(db),
    ...activityLists(db),
    ...factQueries(db),
    ...countryQueries(db),
    ...matrixQueries(db),
    ...makeRecut(dependencies),
  };
}
