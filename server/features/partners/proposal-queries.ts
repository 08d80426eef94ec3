import { and, desc, eq, inArray } from 'drizzle-orm';
import type { AccountId, InstitutionId, ProposalId } from '#domain/ids';
import type { InstitutionLabel } from '#domain/institutions/name';
import { conflictsOf, type Fields, pick } from '#domain/partners/differences';
import type { ProposalState, ProposalSubject } from '#domain/partners/kinds';
import { authorise, may } from '#domain/policy';
import type { Actor } from '#domain/workspaces/actor';
import { labelColumns, labelOf } from '../institutions';
import { type OnPartner, partnerSubject } from './partner-subject';
import { parts } from './parts';
import { impersonal, mayShowPerson } from './persons';
import type { Dependencies } from './types';

export interface ListedProposal {
  id: ProposalId;
  subject: ProposalSubject;
  subjectId: string | null;
  change: 'add' | 'edit' | 'remove';
  state: ProposalState;
  /** By field: what stood there when it was proposed, and what is proposed. */
  before: Fields;
  changes: Fields;
  /** The whole part that it is about, as it stands now; null for one to be added, or gone. */
  about: Fields | null;
  /** Of that, the fields that would change. */
  current: Fields | null;
  /** Fields that have changed since. */
  conflicts: string[];
  /** What it would change was removed since. */
  isGone: boolean;
  reason: string;
  proposedBy: { person: string; institution: InstitutionLabel<InstitutionId> | null };
  proposedAt: string;
  answer: string;
  answeredBy: string | null;
  answeredAt: string | null;
  mayWithdraw: boolean;
}

const shown = 100;

export function proposalQueries({ db }: Pick<Dependencies, 'db'>) {
  const { changeProposals: table, accounts, institutions } = db.tables;

  /** The open ones first, then the latest; for convenors and the partner's own members. */
  async function listProposals({ actor, ...on }: OnPartner & { actor: Actor }): Promise<ListedProposal[]> {
    const subject = await partnerSubject(db, db.read, on);
    authorise(actor, 'proposals.see', subject);
    const rows = await db.read.select().from(table).where(isOf(on)).orderBy(desc(table.id)).limit(shown);
    rows.sort((a, b) => Number(b.state === 'open') - Number(a.state === 'open'));
    const names = await namesOf(rows);
    const seesPeople = may(actor, 'partner.seePeople', subject);
    return Promise.all(
      rows.map(async (row) => ({
        ...(await stand(row, on, seesPeople)),
        proposedBy: {
          person: names.people.get(row.proposedBy) ?? '',
          institution: names.institutions.get(row.proposedFor) ?? null,
        },
        answeredBy: row.answeredBy && (names.people.get(row.answeredBy) ?? null),
        mayWithdraw: row.state === 'open' && may(actor, 'proposal.withdraw', row),
      })),
    );
  }

  function countOpenProposals(on: OnPartner): Promise<number> {
    return Promise.resolve(db.read.$count(table, and(isOf(on), eq(table.state, 'open'))));
  }

  /** How a proposal stands beside the record of today. */
  async function stand(row: typeof table.$inferSelect, on: OnPartner, seesPeople: boolean) {
    const { id, subject, subjectId, state, isRemoval, reason, proposedAt, answer, answeredAt } = row;
    const isAddition = !isRemoval && Object.keys(row.before).length === 0;
    const found =
      subjectId === null ? null : await parts[subject].read({ db, reader: db.read }, on, subjectId);
    const isHidden = subject === 'focal_person' && !seesPeople && found !== null && !mayShowPerson(found);
    const current = found && isHidden ? impersonal(found) : found;
    return {
      id,
      subject,
      subjectId,
      state,
      reason,
      proposedAt,
      answer,
      answeredAt,
      change: isRemoval ? ('remove' as const) : isAddition ? ('add' as const) : ('edit' as const),
      changes: row.changes,
      before: isHidden ? impersonal(row.before) : row.before,
      about: current,
      current: current && (isRemoval ? current : pick(current, Object.keys(row.changes))),
      conflicts:
        found && state === 'open'
          ? conflictsOf({ seen: row.before, wanted: row.changes, current: found })
          : [],
      isGone: state === 'open' && !isAddition && found === null,
    };
  }

  async function namesOf(rows: (typeof table.$inferSelect)[]) {
    const accountIds = rows.flatMap(({ proposedBy, answeredBy }) => [proposedBy, answeredBy]);
    const [people, labels] = await Promise.all([
      db.read
        .select({ id: accounts.id, name: accounts.name })
        .from(accounts)
        .where(inArray(accounts.id, [...new Set(accountIds.filter((id): id is AccountId => id !== null))])),
      db.read
        .select(labelColumns(db.tables))
        .from(institutions)
        .where(inArray(institutions.id, [...new Set(rows.map(({ proposedFor }) => proposedFor))])),
    ]);
    return {
      people: new Map(people.map(({ id, name }) => [id, name])),
      institutions: new Map(labels.map((row) => [row.id, labelOf(row)])),
    };
  }

  function isOf({ workspaceId, institutionId }: OnPartner) {
    return and(eq(table.workspaceId, workspaceId), eq(table.institutionId, institutionId));
  }

  return { listProposals, countOpenProposals };
}
