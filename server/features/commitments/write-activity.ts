import { and, eq } from 'drizzle-orm';
import type { Db, Tx } from '#db/db';
import { type Clock, instant } from '#domain/clock';
import { cutActivity } from '#domain/commitments/cut-activity';
import { facetsOf } from '#domain/commitments/facets';
import type { ActivityRecord } from '#domain/commitments/types';
import { DomainError } from '#domain/errors';
import type { ActivityId, FinancialFactId, IatiImportId, InstitutionId, WorkspaceId } from '#domain/ids';
import { fold } from '#domain/lists/search';
import type { OriginSource } from '#domain/provenance';
import { newId } from '#server/new-id';
import type { Author } from '../events';
import { readCutRules } from './cut-rules';
import { noteOrigins } from './note-origins';
import { type ActivityRow, contentOf, type FactRow, factRecordOf } from './rows';
import { statementsOf } from './statements';
import { takeBackParts } from './take-back-parts';
import { makeTotalsDelta } from './totals-delta';

export interface Writing {
  db: Db;
  tx: Tx;
  clock: Clock;
}

export interface WrittenActivity {
  workspaceId: WorkspaceId;
  /** Whose record it is. */
  partnerId: InstitutionId;
  /** The one to replace; without it the one of the same identifier, else it is a new one. */
  activityId?: ActivityId | null;
  activity: ActivityRecord;
  by: Author;
  source: OriginSource;
  /** The file's name, or what the person wrote. */
  sourceText: string;
  /** The ids of its facts, in their order, where whoever writes them knows them; null for one that is to be given. */
  factIds?: readonly (FinancialFactId | null)[];
  importId?: IatiImportId | null;
  importHash?: string | null;
}

/**
 * Writes an activity whole, in the place of the one it replaces, with all that follows from it: the parts of its
 * facts, what it is found by, and the totals. A fact that says what it said before keeps its id and its origin; one
 * that was removed comes back. Throws `not_found`, and `conflict` where the identifier is another partner's.
 */
export async function writeActivity(
  { db, tx, clock }: Writing,
  written: WrittenActivity,
): Promise<{ activityId: ActivityId; outcome: 'created' | 'changed' }> {
  const { workspaceId, partnerId, activity } = written;
  const known = await findKnown({ db, tx }, written);
  const delta = makeTotalsDelta();
  const statements = statementsOf(db);
  if (known) await noteOrigins({ db, tx, clock }, known, written);
  const earlier = known ? await clearActivity({ db, tx }, known, delta) : [];
  const activityId = known?.id ?? newId<ActivityId>();
  const row = activityRowOf(written, { activityId, at: instant(clock), known });
  if (known) await tx.update(db.tables.activities).set(row).where(eq(db.tables.activities.id, activityId));
  else await statements.insertActivities(tx, [row]);

  const rules = await readCutRules({ db, reader: tx }, workspaceId);
  const cuts = cutActivity(activity, rules);
  const facts = factRowsOf(written, { activityId, at: instant(clock), cuts, earlier });
  const parts = facts.flatMap(({ id: factId, kind }, index) =>
    (cuts[index]?.parts ?? []).map((part, position) => {
      delta.add({ ...part, kind, partnerId });
      return { factId, position, workspaceId, activityId, partnerId, kind, ...part };
    }),
  );
  const facets = facetsOf(activity, cuts).map((facet) => ({ workspaceId, activityId, ...facet }));
  const numbered = <Row>(rows: Row[]) => rows.map((given, position) => ({ activityId, position, ...given }));
  await statements.insertShares(tx, numbered(activity.shares));
  await statements.insertOrganisations(tx, numbered(activity.organisations));
  await statements.insertFacts(tx, facts);
  await statements.insertParts(tx, parts);
  await statements.insertFacets(tx, facets);
  await statements.addTotals(tx, delta.rows(workspaceId));
  return { activityId, outcome: known ? 'changed' : 'created' };
}

async function findKnown(
  { db, tx }: Omit<Writing, 'clock'>,
  { workspaceId, partnerId, activityId, activity }: WrittenActivity,
): Promise<ActivityRow | null> {
  const { activities } = db.tables;
  if (!activityId && activity.identifier === null) return null;
  const which = activityId
    ? eq(activities.id, activityId)
    : eq(activities.identifier, activity.identifier ?? '');
  const [known] = await tx
    .select()
    .from(activities)
    .where(and(eq(activities.workspaceId, workspaceId), which));
  if (!known && activityId) throw new DomainError({ code: 'not_found' });
  if (known && known.partnerId !== partnerId)
    throw new DomainError({ code: 'conflict', details: { partnerId: known.partnerId } });
  return known ?? null;
}

/** Takes away all that hangs on an activity, and from the totals what it counted for. Gives the facts that it had. */
async function clearActivity(
  { db, tx }: Omit<Writing, 'clock'>,
  { id }: ActivityRow,
  delta: ReturnType<typeof makeTotalsDelta>,
): Promise<FactRow[]> {
  const { activityFacets, activityShares, activityOrganisations, financialFacts } = db.tables;
  await takeBackParts({ db, tx }, id, delta);
  const facts = await tx.select().from(financialFacts).where(eq(financialFacts.activityId, id));
  await tx.delete(financialFacts).where(eq(financialFacts.activityId, id));
  await tx.delete(activityShares).where(eq(activityShares.activityId, id));
  await tx.delete(activityOrganisations).where(eq(activityOrganisations.activityId, id));
  await tx.delete(activityFacets).where(eq(activityFacets.activityId, id));
  return facts;
}

function activityRowOf(
  { workspaceId, partnerId, activity, by, source, sourceText, importId, importHash }: WrittenActivity,
  { activityId, at, known }: { activityId: ActivityId; at: string; known: ActivityRow | null },
): ActivityRow {
  const { shares: _shares, organisations: _organisations, facts: _facts, ...fields } = activity;
  return {
    id: activityId,
    workspaceId,
    partnerId,
    ...fields,
    searched: fold([activity.title, activity.identifier].filter(Boolean).join(' ')),
    importId: importId ?? known?.importId ?? null,
    importHash: importHash ?? null,
    source,
    sourceText,
    setBy: by.accountId,
    setFor: by.institutionId,
    setAt: at,
    createdAt: known?.createdAt ?? at,
    removedAt: null,
  };
}

function factRowsOf(
  { workspaceId, activity, by, source, sourceText, factIds = [] }: WrittenActivity,
  {
    activityId,
    at,
    cuts,
    earlier,
  }: { activityId: ActivityId; at: string; cuts: ReturnType<typeof cutActivity>; earlier: FactRow[] },
): FactRow[] {
  const named = new Set(factIds);
  const byId = new Map(earlier.map((row) => [row.id, row]));
  const kept = new Map<string, FactRow[]>();
  for (const row of earlier.filter(({ id }) => !named.has(id))) {
    const content = contentOf(factRecordOf(row));
    kept.set(content, [...(kept.get(content) ?? []), row]);
  }
  return activity.facts.map((fact, position) => {
    const given = factIds[position] ?? null;
    const alike = () => (kept.size > 0 ? kept.get(contentOf(fact))?.shift() : undefined);
    const same = given === null ? alike() : sameAs(byId.get(given), fact);
    const origin = same ?? { source, sourceText, setBy: by.accountId, setFor: by.institutionId, setAt: at };
    const cut = cuts[position];
    return {
      id: given ?? same?.id ?? newId<FinancialFactId>(),
      workspaceId,
      activityId,
      position,
      ...fact,
      isCounted: cut?.isCounted ?? true,
      usd: cut?.usd?.amount ?? null,
      usdRate: cut?.usd?.rate ?? null,
      usdSource: cut?.usd?.source ?? '',
      local: cut?.local?.amount ?? null,
      localRate: cut?.local?.rate ?? null,
      localSource: cut?.local?.source ?? '',
      source: origin.source,
      sourceText: origin.sourceText,
      setBy: origin.setBy,
      setFor: origin.setFor,
      setAt: origin.setAt,
    };
  });
}

/** The row, if it says what the fact says: then its origin stays what it was. */
function sameAs(row: FactRow | undefined, fact: ActivityRecord['facts'][number]): FactRow | undefined {
  return row && contentOf(factRecordOf(row)) === contentOf(fact) ? row : undefined;
}
