import { eq } from 'drizzle-orm';
import type { Db, Reader } from '#db/db';
import { type MatchOrganisation, makeMatcher } from '#domain/iati-imports/match-organisation';
import { foldName } from '#domain/iati-imports/organisation-keys';
import type { InstitutionId, WorkspaceId } from '#domain/ids';

/**
 * Finds the institution that an organisation of a file is. Identifiers are public and hold on the whole instance; what
 * people confirmed, aliases and names are the workspace's own.
 */
export async function readMatcher(
  { db, reader = db.read }: { db: Db; reader?: Reader },
  workspaceId: WorkspaceId,
): Promise<MatchOrganisation> {
  const { institutionIdentifiers, organisationMatches, partnerAliases, workspaceInstitutions, institutions } =
    db.tables;
  const confirmed = await reader
    .select({ key: organisationMatches.key, institutionId: organisationMatches.institutionId })
    .from(organisationMatches)
    .where(eq(organisationMatches.workspaceId, workspaceId));
  const identifiers = await reader.select().from(institutionIdentifiers);
  const aliases = await reader
    .select({ name: partnerAliases.name, institutionId: partnerAliases.institutionId })
    .from(partnerAliases)
    .where(eq(partnerAliases.workspaceId, workspaceId));
  const named = await reader
    .select({
      id: institutions.id,
      names: { en: institutions.nameEn, fr: institutions.nameFr, es: institutions.nameEs },
      acronym: institutions.acronym,
    })
    .from(workspaceInstitutions)
    .innerJoin(institutions, eq(institutions.id, workspaceInstitutions.institutionId))
    .where(eq(workspaceInstitutions.workspaceId, workspaceId));
  const names = new Map<string, InstitutionId>();
  for (const { id, names: own, acronym } of named)
    for (const name of [own.en, own.fr, own.es, acronym]) if (name) names.set(foldName(name), id);
  return makeMatcher({
    confirmed: new Map(confirmed.map(({ key, institutionId }) => [key, institutionId])),
    identifiers,
    aliases: new Map(aliases.map(({ name, institutionId }) => [foldName(name), institutionId])),
    names,
  });
}
