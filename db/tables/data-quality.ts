import type { QualityMeasure } from '../../domain/data-quality/measures';
import type { AccountId, InstitutionId, WorkspaceId } from '../../domain/ids';
import type { Kit } from '../kit/sqlite';
import type { AccountsTables } from './accounts';
import type { WorkspacesTables } from './workspaces';

/** What a partner says to what the measures find in its records. Earlier answers stay. */
export function dataQualityTables(
  kit: Kit,
  { accounts, workspaces, institutions }: AccountsTables & WorkspacesTables,
) {
  const qualityAnswers = kit.table(
    'quality_answers',
    {
      workspaceId: kit
        .id<WorkspaceId>()
        .notNull()
        .references(() => workspaces.id, { onDelete: 'cascade' }),
      institutionId: kit
        .id<InstitutionId>()
        .notNull()
        .references(() => institutions.id),
      measure: kit.choice<QualityMeasure>().notNull(),
      at: kit.instant().notNull(),
      text: kit.text().notNull(),
      accountId: kit
        .id<AccountId>()
        .notNull()
        .references(() => accounts.id),
    },
    (t) => [kit.primaryKey({ columns: [t.workspaceId, t.institutionId, t.measure, t.at] })],
  );
  return { qualityAnswers };
}
