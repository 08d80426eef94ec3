import { and, asc, eq, isNull, type Placeholder, type SQL, sql } from 'drizzle-orm';
import type { Db, Reader } from '#db/db';
import { DomainError } from '#domain/errors';
import type { AccountId, WorkspaceId } from '#domain/ids';
import type { Actor } from '#domain/workspaces/actor';
import { labelColumns, labelOf } from '../institutions';
import type { MembershipWithInstitution, Standing, Workspace } from './types';

interface Person {
  accountId: AccountId;
  isAdministrator: boolean;
}

export function standingQueries(db: Db) {
  const { workspaces } = db.tables;
  // Every request asks these: they are put together once.
  const ofPerson = sql.placeholder('accountId');
  const inSlug = selectStanding(db, ofPerson, eq(workspaces.slug, sql.placeholder('slug'))).prepare();
  const inId = selectStanding(db, ofPerson, eq(workspaces.id, sql.placeholder('workspaceId'))).prepare();

  /** How a person stands in a workspace. Throws `not_found` alike for an unknown address and for a non-member. */
  async function findStanding({ slug, ...person }: Person & { slug: string }): Promise<Standing> {
    const rows = await inSlug.execute({ accountId: person.accountId, slug });
    const [mine] = standingsOf(rows, person);
    if (!mine) throw new DomainError({ code: 'not_found' });
    return mine;
  }

  /** The person as the actor of a workspace; `membership` is null for an outsider. */
  async function actorIn({ workspaceId, ...person }: Person & { workspaceId: WorkspaceId }): Promise<Actor> {
    const rows = await inId.execute({ accountId: person.accountId, workspaceId });
    const [mine] = standingsOf(rows, person);
    return mine ? mine.actor : { ...person, membership: null };
  }

  /** Every workspace the person is a member of, by name. */
  async function listStandings(person: Person): Promise<Standing[]> {
    const rows = await selectStanding(db, person.accountId, undefined);
    return standingsOf(rows, person).sort((a, b) => a.workspace.name.localeCompare(b.workspace.name));
  }

  return { findStanding, actorIn, listStandings };
}

type Row = Awaited<ReturnType<typeof selectStanding>>[number];

/** One query for the workspaces, the person's memberships, their institutions and the acting choice. */
function selectStanding(
  db: Db,
  accountId: AccountId | Placeholder,
  where: SQL | undefined,
  reader: Reader = db.read,
) {
  const { workspaces, memberships, institutions, actingChoices } = db.tables;
  return reader
    .select({
      workspace: {
        id: workspaces.id,
        slug: workspaces.slug,
        name: workspaces.name,
        country: workspaces.country,
        currency: workspaces.currency,
        languages: workspaces.languages,
      },
      membership: {
        id: memberships.id,
        workspaceId: memberships.workspaceId,
        institutionId: memberships.institutionId,
        role: memberships.role,
        canInvite: memberships.canInvite,
      },
      institution: labelColumns(db.tables),
      chosenId: actingChoices.membershipId,
    })
    .from(memberships)
    .innerJoin(workspaces, eq(workspaces.id, memberships.workspaceId))
    .innerJoin(institutions, eq(institutions.id, memberships.institutionId))
    .leftJoin(
      actingChoices,
      and(
        eq(actingChoices.accountId, memberships.accountId),
        eq(actingChoices.workspaceId, memberships.workspaceId),
      ),
    )
    .where(and(eq(memberships.accountId, accountId), isNull(memberships.endedAt), where))
    .orderBy(asc(memberships.id));
}

function standingsOf(rows: Row[], person: Person): Standing[] {
  const byWorkspace = new Map<WorkspaceId, Row[]>();
  for (const row of rows) {
    const known = byWorkspace.get(row.workspace.id);
    if (known) known.push(row);
    else byWorkspace.set(row.workspace.id, [row]);
  }
  return [...byWorkspace.values()].flatMap((own) => standingOf(own, person) ?? []);
}

/** The chosen membership is acted under; a choice that has ended falls back to the oldest. */
function standingOf(rows: Row[], person: Person): Standing | null {
  const acting = rows.find((row) => row.chosenId === row.membership.id) ?? rows[0];
  if (!acting) return null;
  return {
    workspace: acting.workspace satisfies Workspace,
    actor: { ...person, membership: acting.membership },
    membership: withInstitution(acting),
    memberships: rows.map(withInstitution),
  };
}

function withInstitution(row: Row): MembershipWithInstitution {
  return { ...row.membership, institution: labelOf(row.institution) };
}
