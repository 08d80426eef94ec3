import { eq } from 'drizzle-orm';
import type { Db, Tx } from '#db/db';
import { emailKeyOf } from '#domain/accounts/rules';
import type { FiscalCalendar } from '#domain/calendars';
import { type Clock, instant } from '#domain/clock';
import { DomainError } from '#domain/errors';
import type { InstitutionId, WorkspaceId } from '#domain/ids';
import { isLanguage, type Language } from '#domain/languages';
import { authorise } from '#domain/policy';
import type { Actor } from '#domain/workspaces/actor';
import { isSlug } from '#domain/workspaces/slug';
import { newId } from '#server/new-id';
import type { RecordEvent } from '../events';
import { type InstitutionFacts, insertInstitution, joinWorkspace } from '../institutions';
import { assertCalendar } from './calendars';
import { type Delivery, deliver } from './send-invitation';
import { authorOf, type DoorDependencies } from './types';
import { insertInvitation } from './write-invitation';
import { startMembership } from './write-membership';

export interface WorkspaceFacts {
  name: string;
  /** ISO 3166-1 alpha-2, or null for a region or network. */
  country: string | null;
  /** ISO 4217. */
  currency: string;
  languages: Language[];
}

export interface NewWorkspace extends WorkspaceFacts {
  actor: Actor;
  slug: string;
  calendars: FiscalCalendar[];
  /** The convening institution: one that is known, or a new one. */
  institution: { id: InstitutionId } | { facts: InstitutionFacts };
  /** Who convenes first: the administrator, or someone invited by mail or (email null) by a link. */
  convenor: { by: 'self' } | { by: 'invitation'; email: string | null };
}

export interface CreatedWorkspace {
  workspaceId: WorkspaceId;
  institutionId: InstitutionId;
  slug: string;
  delivery: Delivery | null;
}

export function workspaceCommands(dependencies: DoorDependencies) {
  const { db, clock, events } = dependencies;
  const { workspaces, fiscalCalendars } = db.tables;

  /** Opens a workspace with its convening institution and first convenor. Throws `slug_taken`, `invalid_input`. */
  async function createWorkspace(input: NewWorkspace): Promise<CreatedWorkspace> {
    const { actor, slug, calendars } = input;
    authorise(actor, 'workspace.create', {});
    assertFacts(input);
    if (!isSlug(slug)) throw new DomainError({ code: 'invalid_input', details: { field: 'slug' } });
    if (calendars.length === 0)
      throw new DomainError({ code: 'invalid_input', details: { field: 'calendar' } });
    for (const calendar of calendars) assertCalendar(calendar);

    const created = await events.commit(authorOf(actor), async (tx, record) => {
      const workspaceId = await insertWorkspace({ tx, record }, input);
      const context = { db, clock, tx, record };
      const institutionId =
        'id' in input.institution
          ? input.institution.id
          : await insertInstitution(context, {
              facts: input.institution.facts,
              homeWorkspaceId: workspaceId,
            });
      await joinWorkspace(context, { workspaceId, institutionId });
      const invitation = await appoint(context, { ...input, workspaceId, institutionId });
      return { workspaceId, institutionId, invitation };
    });
    const { invitation, ...ids } = created;
    const delivery = invitation
      ? await deliver(dependencies, { invitation, invitedBy: actor.accountId })
      : null;
    return { ...ids, slug, delivery };
  }

  async function insertWorkspace(
    { tx, record }: { tx: Tx; record: RecordEvent },
    { slug, calendars, ...input }: NewWorkspace,
  ): Promise<WorkspaceId> {
    const [taken] = await tx.select({ id: workspaces.id }).from(workspaces).where(eq(workspaces.slug, slug));
    if (taken) throw new DomainError({ code: 'slug_taken', details: { field: 'slug' } });
    const id = newId<WorkspaceId>();
    const facts = factsOf(input);
    await tx.insert(workspaces).values({ id, slug, ...facts, createdAt: instant(clock) });
    await tx.insert(fiscalCalendars).values(calendars.map((calendar) => ({ workspaceId: id, ...calendar })));
    await record({
      workspaceId: id,
      kind: 'workspace.created',
      subjectType: 'workspace',
      subjectId: id,
      after: { slug, ...facts, calendars },
    });
    return id;
  }

  function appoint(
    context: { db: Db; clock: Clock; tx: Tx; record: RecordEvent },
    {
      actor,
      convenor,
      workspaceId,
      institutionId,
    }: NewWorkspace & { workspaceId: WorkspaceId; institutionId: InstitutionId },
  ) {
    const membership = { workspaceId, institutionId, role: 'convenor', canInvite: true } as const;
    if (convenor.by === 'self') {
      return startMembership(context, { ...membership, accountId: actor.accountId }).then(() => null);
    }
    return insertInvitation(context, {
      ...membership,
      email: convenor.email === null ? null : emailKeyOf(convenor.email),
      invitedBy: actor.accountId,
    });
  }

  /** Changes name, country, currency and languages; the address stays, since links to it are about. */
  async function editWorkspace({
    actor,
    workspaceId,
    ...input
  }: WorkspaceFacts & { actor: Actor; workspaceId: WorkspaceId }): Promise<void> {
    authorise(actor, 'workspace.edit', { workspaceId });
    assertFacts(input);
    await events.commit(authorOf(actor), async (tx, record) => {
      const [before] = await tx.select().from(workspaces).where(eq(workspaces.id, workspaceId));
      if (!before) throw new DomainError({ code: 'not_found' });
      const after = factsOf(input);
      await tx.update(workspaces).set(after).where(eq(workspaces.id, workspaceId));
      await record({
        workspaceId,
        kind: 'workspace.edited',
        subjectType: 'workspace',
        subjectId: workspaceId,
        before: { ...factsOf(before) },
        after: { ...after },
      });
    });
  }

  return { createWorkspace, editWorkspace };
}

function factsOf({ name, country, currency, languages }: WorkspaceFacts): WorkspaceFacts {
  return { name: name.trim(), country, currency, languages };
}

function assertFacts({ name, currency, languages, country }: WorkspaceFacts): void {
  const wrong = [
    ['name', name.trim() === ''],
    ['country', country !== null && !/^[A-Z]{2}$/.test(country)],
    ['currency', !/^[A-Z]{3}$/.test(currency)],
    ['languages', languages.length === 0 || !languages.every(isLanguage)],
  ].find(([, isWrong]) => isWrong);
  if (wrong) throw new DomainError({ code: 'invalid_input', details: { field: wrong[0] } });
}
