import { and, eq } from 'drizzle-orm';
import { instant } from '#domain/clock';
import { DomainError } from '#domain/errors';
import type { InstitutionId } from '#domain/ids';
import type { InstitutionKind } from '#domain/institutions/kinds';
import { authorise } from '#domain/policy';
import { type InstitutionFacts, insertInstitution, joinWorkspace } from '../institutions';
import { findImport } from './find-import';
import { authoriseImporter, authorOfImporter } from './importer';
import { readMatcher } from './known-organisations';
import type { Dependencies, NamedOrganisation, OnImport } from './types';

/** IATI's OrganisationType as our kinds, where one fits; a person corrects it in the directory. */
const kindOfType: Readonly<Record<string, InstitutionKind>> = {
  '10': 'ministry',
  '11': 'ministry',
  '15': 'agency',
  '21': 'ngo',
  '22': 'ngo',
  '23': 'ngo',
  '24': 'ngo',
  '30': 'fund',
  '40': 'agency',
  '60': 'fund',
  '80': 'university',
};

export function matchCommands(dependencies: Dependencies) {
  const { db, clock, events } = dependencies;
  const { organisationMatches } = db.tables;

  /**
   * Says which institution an organisation of the file is, for this import and all that follow; 'new' enters it into
   * the directory. Convenors say it of any institution, others of their own alone.
   */
  async function confirmMatch({
    actor,
    key,
    institutionId,
    ...place
  }: OnImport & { key: string; institutionId: InstitutionId | 'new' }): Promise<InstitutionId> {
    authoriseImporter(actor, place.workspaceId);
    const { workspaceId } = place;
    const { report } = await findImport({ db }, place);
    const organisation = report.organisations.find((named) => named.key === key);
    if (!organisation) throw new DomainError({ code: 'not_found' });
    if (actor !== 'operator')
      authorise(actor, 'partner.add', {
        workspaceId,
        institutionId: institutionId === 'new' ? null : institutionId,
      });
    return events.commit(authorOfImporter(actor), async (tx, record) => {
      const context = { db, clock, tx, record };
      const facts = factsOf(organisation);
      const id =
        institutionId === 'new'
          ? await insertInstitution(context, { facts, homeWorkspaceId: workspaceId })
          : institutionId;
      await joinWorkspace(context, { workspaceId, institutionId: id });
      const set = {
        name: organisation.name || (organisation.ref ?? ''),
        institutionId: id,
        confirmedBy: actor === 'operator' ? null : actor.accountId,
        confirmedAt: instant(clock),
      };
      await tx
        .insert(organisationMatches)
        .values({ workspaceId, key, ...set })
        .onConflictDoUpdate({ target: [organisationMatches.workspaceId, organisationMatches.key], set });
      const after = { key, name: set.name, institutionId: id };
      await record({
        workspaceId,
        kind: 'organisation_match.confirmed',
        subjectType: 'institution',
        subjectId: id,
        after,
      });
      return id;
    });
  }

  /** Takes back what was confirmed: files that name the organisation ask again. */
  async function undoMatch({
    actor,
    key,
    workspaceId,
  }: Omit<OnImport, 'importId'> & { key: string }): Promise<void> {
    authoriseImporter(actor, workspaceId);
    const one = and(eq(organisationMatches.workspaceId, workspaceId), eq(organisationMatches.key, key));
    const [known] = await db.read.select().from(organisationMatches).where(one);
    if (!known) throw new DomainError({ code: 'not_found' });
    const { institutionId } = known;
    if (actor !== 'operator') authorise(actor, 'partner.add', { workspaceId, institutionId });
    await events.commit(authorOfImporter(actor), async (tx, record) => {
      await tx.delete(organisationMatches).where(one);
      const before = { key, name: known.name, institutionId };
      await record({
        workspaceId,
        kind: 'organisation_match.removed',
        subjectType: 'institution',
        subjectId: institutionId,
        before,
      });
    });
  }

  /** Enters every reporting organisation that nothing decides; for the operator who accepts all. */
  async function confirmAllNew(on: OnImport): Promise<number> {
    const { report } = await findImport({ db }, on);
    let entered = 0;
    for (const organisation of report.organisations.filter(({ isReporting }) => isReporting)) {
      const match = await readMatcher({ db }, on.workspaceId);
      if (match(asNamed(organisation)).institutionId) continue;
      await confirmMatch({ ...on, key: organisation.key, institutionId: 'new' });
      entered++;
    }
    return entered;
  }

  return { confirmMatch, undoMatch, confirmAllNew };
}

export function asNamed({ ref, name }: NamedOrganisation) {
  return { ref, names: name ? [{ language: null, text: name }] : [] };
}

function factsOf({ ref, type, name }: NamedOrganisation): InstitutionFacts {
  return {
    kind: kindOfType[type ?? ''] ?? 'agency',
    country: null,
    names: { en: name || (ref ?? ''), fr: '', es: '' },
    acronym: '',
    identifiers: ref ? [identifierOf(ref)] : [],
  };
}

/** "XM-DAC-46004" is 46004 of the agency XM-DAC; a reference without an agency is kept under IATI itself. */
function identifierOf(ref: string): { scheme: string; value: string } {
  const [, scheme, value] = /^([A-Z]{2,}-[A-Z0-9_]+)-(.+)$/i.exec(ref) ?? [];
  return scheme && value ? { scheme, value } : { scheme: 'IATI', value: ref };
}
