import { and, asc, count, desc, eq, isNull } from 'drizzle-orm';
import type { Reader } from '#db/db';
import { instant } from '#domain/clock';
import { DomainError } from '#domain/errors';
import type { FocalPersonId, InstitutionId, PartnerDocumentId, WorkspaceId } from '#domain/ids';
import type { InstitutionLabel } from '#domain/institutions/name';
import type { Fields } from '#domain/partners/differences';
import type { FactsOf } from '#domain/partners/facts';
import { type ValidityState, validityOn } from '#domain/partners/in-force';
import type { ProposalSubject } from '#domain/partners/kinds';
import { authorise, may } from '#domain/policy';
import type { Actor } from '#domain/workspaces/actor';
import { type InstitutionIdentifier, identifiersOf, labelColumns, labelOf } from '../institutions';
import { type DescribedOrigin, describeOrigins } from '../provenance';
import { mandatesWhere } from './mandate-filter';
import { type OnPartner, type PartnerSubject, partnerSubject } from './partner-subject';
import { parts } from './parts';
import { factsOf as documentFacts } from './parts/document';
import { factsOf as personFacts } from './parts/focal-person';
import { mayShowPerson } from './persons';
import type { Dependencies } from './types';

export interface PartnerDetail extends InstitutionLabel<InstitutionId> {
  /** Where its seat is; null for an international one. */
  country: string | null;
  homeWorkspaceId: WorkspaceId | null;
  identifiers: InstitutionIdentifier[];
  profile: FactsOf<'profile'>;
  origins: DescribedOrigin[];
  subject: PartnerSubject;
  counts: { mandates: number; themes: number; people: number; documents: number };
}

/** Whoever has not consented has a function here, and neither name nor address. */
export interface ListedPerson extends FactsOf<'focal_person'> {
  id: FocalPersonId;
  isHidden: boolean;
  state: ValidityState;
  origins: DescribedOrigin[];
}

export interface ListedDocument extends FactsOf<'document'> {
  id: PartnerDocumentId;
  origins: DescribedOrigin[];
}

interface Asking extends OnPartner {
  actor: Actor;
}

export function partnerQueries({ db, clock }: Pick<Dependencies, 'db' | 'clock'>) {
  const { institutions, mandates, focalPersons, partnerDocuments } = db.tables;
  const today = () => instant(clock).slice(0, 10);

  async function isPartner({ workspaceId, institutionId }: OnPartner): Promise<boolean> {
    const { partnerProfiles: table } = db.tables;
    const isIt = and(eq(table.workspaceId, workspaceId), eq(table.institutionId, institutionId));
    return (await db.read.$count(table, isIt)) > 0;
  }

  /** Throws `not_found` for what is no partner of the workspace. */
  async function findPartner(on: OnPartner): Promise<PartnerDetail> {
    const { workspaceId, institutionId } = on;
    const [subject, profile, [row], identifiers, origins, counts] = await Promise.all([
      partnerSubject(db, db.read, on),
      parts.profile.read({ db, reader: db.read }, on, institutionId),
      db.read
        .select({
          ...labelColumns(db.tables),
          country: institutions.country,
          homeWorkspaceId: institutions.homeWorkspaceId,
        })
        .from(institutions)
        .where(eq(institutions.id, institutionId)),
      identifiersOf(db, [institutionId]),
      describeOrigins(db, { workspaceId, subjectType: 'partner', ids: [institutionId] }),
      countParts(on),
    ]);
    if (!profile || !row) throw new DomainError({ code: 'not_found' });
    return {
      ...labelOf(row),
      country: row.country,
      homeWorkspaceId: row.homeWorkspaceId,
      identifiers: identifiers.get(institutionId) ?? [],
      profile: profile as FactsOf<'profile'>,
      origins: origins.get(institutionId) ?? [],
      subject,
      counts,
    };
  }

  /** Those in office first; who has not consented is shown to the partner's own people and whoever keeps its record. */
  async function listFocalPersons({ actor, ...on }: Asking): Promise<ListedPerson[]> {
    const subject = await partnerSubject(db, db.read, on);
    const seesAll = may(actor, 'partner.seePeople', subject);
    const rows = await db.read
      .select()
      .from(focalPersons)
      .where(presentOf(focalPersons, on))
      .orderBy(asc(focalPersons.country), asc(focalPersons.createdAt));
    const ids = rows.map(({ id }) => id);
    const origins = await describeOrigins(db, { ...on, subjectType: 'focalPerson', ids });
    const listed = rows.map((row) => {
      const isHidden = !seesAll && !mayShowPerson(row);
      return {
        ...personFacts(row),
        ...(isHidden ? { name: '', email: '', phone: '' } : {}),
        id: row.id,
        isHidden,
        state: validityOn(row, today()),
        origins: origins.get(row.id) ?? [],
      };
    });
    return listed.sort((a, b) => Number(a.state === 'ended') - Number(b.state === 'ended'));
  }

  /** The newest first. */
  async function listDocuments(on: OnPartner): Promise<ListedDocument[]> {
    await partnerSubject(db, db.read, on);
    const rows = await db.read
      .select()
      .from(partnerDocuments)
      .where(presentOf(partnerDocuments, on))
      .orderBy(desc(partnerDocuments.publishedOn), asc(partnerDocuments.title));
    const ids = rows.map(({ id }) => id);
    const origins = await describeOrigins(db, { ...on, subjectType: 'partnerDocument', ids });
    return rows.map((row) => ({ ...documentFacts(row), id: row.id, origins: origins.get(row.id) ?? [] }));
  }

  /**
   * One part of a record as its form shows it, for those who may change it or propose to. Throws `forbidden` to others
   * and `not_found` for what is not there or not to be seen.
   */
  async function findPart<S extends ProposalSubject>({
    actor,
    subject,
    id,
    ...on
  }: Asking & { subject: S; id: string | null }): Promise<{ facts: FactsOf<S> | null; isKeeper: boolean }> {
    const partner = await partnerSubject(db, db.read, on);
    const isKeeper = may(actor, 'partner.edit', partner);
    if (!isKeeper) authorise(actor, 'partner.propose', partner);
    if (id === null) return { facts: null, isKeeper };
    const facts: Fields | null = await parts[subject].read({ db, reader: db.read }, on, id);
    const isHidden = facts && subject === 'focal_person' && !isKeeper && !mayShowPerson(facts);
    if (!facts || isHidden) throw new DomainError({ code: 'not_found' });
    return { facts: facts as FactsOf<S>, isKeeper };
  }

  async function countParts(on: OnPartner): Promise<PartnerDetail['counts']> {
    const [themes, people, documents] = await Promise.all([
      db.read
        .select({ theme: mandates.theme, n: count() })
        .from(mandates)
        .where(mandatesWhere(db, on.workspaceId, { institutionId: on.institutionId }, today()))
        .groupBy(mandates.theme),
      countIn(db.read, focalPersons, on),
      countIn(db.read, partnerDocuments, on),
    ]);
    const mandateCount = themes.reduce((sum, { n }) => sum + n, 0);
    return { mandates: mandateCount, themes: themes.length, people, documents };
  }

  type PartTable = typeof focalPersons | typeof partnerDocuments;

  function countIn(reader: Reader, table: PartTable, on: OnPartner): Promise<number> {
    return Promise.resolve(reader.$count(table, presentOf(table, on)));
  }

  function presentOf(table: PartTable, { workspaceId, institutionId }: OnPartner) {
    return and(
      eq(table.workspaceId, workspaceId),
      eq(table.institutionId, institutionId),
      isNull(table.removedAt),
    );
  }

  return { isPartner, findPartner, listFocalPersons, listDocuments, findPart };
}
