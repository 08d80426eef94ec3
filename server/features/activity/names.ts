import { inArray } from 'drizzle-orm';
import type { Db } from '#db/db';
import type {
  AccountId,
  ActionId,
  DialogueId,
  EventId,
  InstitutionId,
  PlanId,
  WorkspaceId,
} from '#domain/ids';
import type { InstitutionLabel } from '#domain/institutions/name';
import { labelColumns, labelOf } from '../institutions';

/** An event as the table holds it. */
export interface EventRow {
  id: EventId;
  at: string;
  workspaceId: WorkspaceId | null;
  accountId: AccountId | null;
  institutionId: InstitutionId | null;
  kind: string;
  subjectType: string;
  subjectId: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}

/** What the ids in an event point to. */
export interface Mentions {
  accountId: AccountId | null;
  institutionId: InstitutionId | null;
  planId: PlanId | null;
  actionId: ActionId | null;
  dialogueId: DialogueId | null;
}

/** Reads the ids that events of every feature keep under these names, or as their subject. */
export function mentionsOf({ subjectType, subjectId, before, after }: EventRow): Mentions {
  const find = (name: string, type: string): string | null => {
    if (subjectType === type) return subjectId;
    const value = after?.[name] ?? before?.[name];
    return typeof value === 'string' ? value : null;
  };
  return {
    accountId: find('accountId', 'account') as AccountId | null,
    institutionId: find('institutionId', 'institution') as InstitutionId | null,
    planId: find('planId', 'plan') as PlanId | null,
    actionId: find('actionId', 'action') as ActionId | null,
    dialogueId: find('dialogueId', 'dialogue') as DialogueId | null,
  };
}

export interface Names {
  people: Map<string, string>;
  institutions: Map<string, InstitutionLabel<InstitutionId>>;
  plans: Map<string, string>;
  actions: Map<string, string>;
  dialogues: Map<string, string>;
}

/** Resolves everything that a page of events mentions, in one query for each kind of thing. */
export async function resolveNames(db: Db, rows: readonly EventRow[]): Promise<Names> {
  const mentions = rows.map(mentionsOf);
  const { accounts, institutions, plans, planActions, dialogues } = db.tables;
  const accountIds = distinct([...rows, ...mentions].map(({ accountId }) => accountId));
  const institutionIds = distinct([...rows, ...mentions].map(({ institutionId }) => institutionId));
  const planIds = distinct(mentions.map(({ planId }) => planId));
  const actionIds = distinct(mentions.map(({ actionId }) => actionId));
  const dialogueIds = distinct(mentions.map(({ dialogueId }) => dialogueId));
  const [people, labels, titles, actionTitles, dialogueTitles] = await Promise.all([
    accountIds.length > 0
      ? db.read
          .select({ id: accounts.id, name: accounts.name })
          .from(accounts)
          .where(inArray(accounts.id, accountIds))
      : [],
    institutionIds.length > 0
      ? db.read
          .select(labelColumns(db.tables))
          .from(institutions)
          .where(inArray(institutions.id, institutionIds))
      : [],
    planIds.length > 0
      ? db.read.select({ id: plans.id, title: plans.title }).from(plans).where(inArray(plans.id, planIds))
      : [],
    actionIds.length > 0
      ? db.read
          .select({ id: planActions.id, title: planActions.title })
          .from(planActions)
          .where(inArray(planActions.id, actionIds))
      : [],
    dialogueIds.length > 0
      ? db.read
          .select({ id: dialogues.id, title: dialogues.title })
          .from(dialogues)
          .where(inArray(dialogues.id, dialogueIds))
      : [],
  ]);
  return {
    people: new Map(people.map(({ id, name }) => [id, name])),
    institutions: new Map(labels.map((row) => [row.id, labelOf(row)])),
    plans: new Map(titles.map(({ id, title }) => [id, title])),
    actions: new Map(actionTitles.map(({ id, title }) => [id, title])),
    dialogues: new Map(dialogueTitles.map(({ id, title }) => [id, title])),
  };
}

function distinct<T>(values: (T | null)[]): T[] {
  return [...new Set(values.filter((value): value is T => value !== null))];
}
