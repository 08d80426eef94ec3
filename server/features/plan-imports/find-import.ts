import { and, eq, isNull } from 'drizzle-orm';
import type { Db } from '#db/db';
import { DomainError } from '#domain/errors';
import type { PlanId, WorkspaceId } from '#domain/ids';
import { matrixMappingSchema, type SourceTable } from '#domain/plans/matrix';
import type { ImportPlace, PlanOfImport, StoredImport } from './types';

/** Throws `not_found` for a plan of another workspace and for an archived one. */
export async function findPlan(db: Db, workspaceId: WorkspaceId, planId: PlanId): Promise<PlanOfImport> {
  const { plans } = db.tables;
  const [plan] = await db.read
    .select({
      id: plans.id,
      workspaceId: plans.workspaceId,
      documentId: plans.documentId,
      title: plans.title,
      language: plans.language,
      startYear: plans.startYear,
    })
    .from(plans)
    .where(and(eq(plans.id, planId), eq(plans.workspaceId, workspaceId), isNull(plans.archivedAt)));
  if (!plan) throw new DomainError({ code: 'not_found' });
  return plan;
}

/** Throws `not_found` for an import of another workspace or of another plan. */
export async function findImport(
  db: Db,
  { workspaceId, planId, importId }: ImportPlace,
): Promise<{ plan: PlanOfImport; stored: StoredImport }> {
  const { planImports } = db.tables;
  const [row] = await db.read
    .select()
    .from(planImports)
    .where(
      and(
        eq(planImports.id, importId),
        eq(planImports.planId, planId),
        eq(planImports.workspaceId, workspaceId),
      ),
    );
  if (!row) throw new DomainError({ code: 'not_found' });
  const plan = await findPlan(db, workspaceId, planId);
  const { id, sourceName, createdAt, appliedAt } = row;
  const mapping = matrixMappingSchema.parse(row.mapping);
  return {
    plan,
    stored: { id, planId, sourceName, source: row.source as SourceTable, mapping, createdAt, appliedAt },
  };
}

/** The workspace's institutions as a matrix may name them. */
export async function listKnownInstitutions(db: Db, workspaceId: WorkspaceId) {
  const { institutions, workspaceInstitutions } = db.tables;
  return db.read
    .select({
      id: institutions.id,
      acronym: institutions.acronym,
      nameEn: institutions.nameEn,
      nameFr: institutions.nameFr,
      nameEs: institutions.nameEs,
    })
    .from(workspaceInstitutions)
    .innerJoin(institutions, eq(institutions.id, workspaceInstitutions.institutionId))
    .where(eq(workspaceInstitutions.workspaceId, workspaceId));
}
