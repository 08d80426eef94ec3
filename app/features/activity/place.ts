import type { ActivityEntry } from '#server/features/activity';

/** Where one sees what a line of the feed is about, or null. */
export function placeOf({ kind, plan, target, dialogue }: ActivityEntry, slug: string): string | null {
  const at = `/w/${slug}`;
  if (plan) return `${at}/plans/${plan.id}`;
  if (dialogue) return `${at}/dialogues/${dialogue.id}`;
  const [subject] = kind.split('.');
  switch (subject) {
    case 'membership':
    case 'invitation':
      return `${at}/members`;
    case 'institution':
      return target && kind !== 'institution.removed'
        ? `${at}/institutions/${target.id}`
        : `${at}/institutions`;
    case 'funding_cycle':
    case 'cycle_event':
    case 'envelope':
      return `${at}/cycles`;
    case 'budget_event':
    case 'country_calendar':
      return `${at}/calendar`;
    case 'partner':
      if (kind === 'partner.removed') return `${at}/partners`;
      return target && `${at}/partners/${target.id}`;
    case 'mandate':
      return target && `${at}/partners/${target.id}/mandates`;
    case 'focal_person':
      return target && `${at}/partners/${target.id}/people`;
    case 'partner_document':
      return target && `${at}/partners/${target.id}/documents`;
    case 'proposal':
      return target && `${at}/partners/${target.id}/proposals`;
    case 'workspace':
    case 'fiscal_calendar':
      return `${at}/settings`;
    default:
      return null;
  }
}
