import type { Collapsed } from '#domain/activity/collapse';
import type { ActionId, DialogueId, EventId, InstitutionId, PlanId } from '#domain/ids';
import type { InstitutionLabel } from '#domain/institutions/name';
import { type EventRow, mentionsOf, type Names } from './names';

/** A line of the feed with everything that its sentence names. */
export interface ActivityEntry {
  id: EventId;
  at: string;
  kind: string;
  /** How many alike happenings it stands for. */
  count: number;
  /** Who, and for which institution; null for the system itself. */
  person: string | null;
  institution: InstitutionLabel<InstitutionId> | null;
  /** To whom or what it was done. */
  member: string | null;
  target: InstitutionLabel<InstitutionId> | null;
  plan: { id: PlanId; title: string } | null;
  action: { id: ActionId; title: string } | null;
  dialogue: { id: DialogueId; title: string } | null;
  role: string | null;
}

export function entryOf(row: Collapsed<EventRow>, names: Names): ActivityEntry {
  const mentions = mentionsOf(row);
  const role = row.after?.role ?? row.before?.role;
  return {
    id: row.id,
    at: row.at,
    kind: row.kind,
    count: row.count,
    person: row.accountId && (names.people.get(row.accountId) ?? null),
    institution: row.institutionId && (names.institutions.get(row.institutionId) ?? null),
    member: mentions.accountId && (names.people.get(mentions.accountId) ?? null),
    target: mentions.institutionId && (names.institutions.get(mentions.institutionId) ?? null),
    plan: titled(mentions.planId, names.plans),
    action: titled(mentions.actionId, names.actions),
    dialogue: titled(mentions.dialogueId, names.dialogues),
    role: typeof role === 'string' ? role : null,
  };
}

function titled<Id extends string>(id: Id | null, titles: Map<string, string>) {
  const title = id === null ? undefined : titles.get(id);
  return id === null || title === undefined ? null : { id, title };
}
