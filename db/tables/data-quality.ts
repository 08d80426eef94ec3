import type { QualityMeasure } from '../../domain/data-quality/measures';
import type { Kit } from '../kit/sqlite';
import { type People, referencesTo } from './references';

/** What a partner says to what the measures find in its records. Earlier answers stay. */
export function dataQualityTables(kit: Kit, people: People) {
  const { workspaceRef, institutionRef, accountRef } = referencesTo(kit, people);
  const qualityAnswers = kit.table(
    'quality_answers',
    {
      workspaceId: workspaceRef(),
      institutionId: institutionRef(),
      measure: kit.choice<QualityMeasure>().notNull(),
      at: kit.instant().notNull(),
      text: kit.text().notNull(),
      accountId: accountRef(),
    },
    (t) => [kit.primaryKey({ columns: [t.workspaceId, t.institutionId, t.measure, t.at] })],
  );
  return { qualityAnswers };
}
