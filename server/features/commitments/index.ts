import type { InstitutionId, WorkspaceId } from '#domain/ids';
import type { Language } from '#domain/languages';
import type { Background } from '#server/background';
import { partnerSubject } from '../partners';
import { activityCommands, type Dependencies } from './commands';
import { countryQueries } from './countries';
import { activityQueries } from './find-activity';
import { listKeepers } from './keepers';
import { activityLists } from './list-activities';
import { factQueries } from './list-facts';
import { matrixQueries } from './matrix';
import { optionQueries } from './options';
import { pasteCommands } from './paste';
import { makeRecut } from './recut';

export type { CountryPartner } from './countries';
export type { FoundActivity } from './find-activity';
export type { ListedActivity } from './list-activities';
export type { ListedPart } from './list-facts';
export type { CommitmentMatrix } from './matrix';
export type { PastePreview } from './paste';
export { type HeldActivity, readActivities } from './read-activities';
export type { RecutProgress } from './recut';
export { removeActivity } from './remove-activity';
export { activityFieldsOf, factRecordOf, organisationRecordOf, shareRecordOf } from './rows';
export { writeActivity } from './write-activity';

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
    ...optionQueries(db),
    ...makeRecut(dependencies),
    listKeepers: (workspaceId: WorkspaceId, language: Language) => listKeepers(db, workspaceId, language),
    /** What the right to a partner's record is decided by. */
    subjectOf: (workspaceId: WorkspaceId, institutionId: InstitutionId) =>
      partnerSubject(db, db.read, { workspaceId, institutionId }),
  };
}
