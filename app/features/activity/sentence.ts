import type { i18n as I18n } from 'i18next';
import { institutionShortName } from '#domain/institutions/name';
import { isRole } from '#domain/workspaces/roles';
import type { ActivityEntry } from '#server/features/activity';

/** The catalogue's key of a kind: "plan.created" is told by "planCreated", "fiscal_calendar.set" by "fiscalCalendarSet". */
export function sentenceKey(kind: string): string {
  return kind.replace(/[._]([a-z])/g, (_all, letter: string) => letter.toUpperCase());
}

/** A line of the feed in words; a kind without words of its own is told in general ones. */
export function sentenceOf(entry: ActivityEntry, i18n: I18n): string {
  const t = i18n.getFixedT(null, 'activity');
  const key = `sentence.${sentenceKey(entry.kind)}`;
  const { role, target, plan, action, dialogue } = entry;
  return t(i18n.exists(`activity:${key}`) ? key : 'sentence.other', {
    person: entry.person ?? t('nobody.person'),
    member: entry.member ?? t('nobody.member'),
    target: target ? institutionShortName(target, i18n.language) : t('nobody.target'),
    plan: plan?.title || t('nobody.plan'),
    action: action?.title || t('nobody.action'),
    dialogue: dialogue?.title || t('nobody.dialogue'),
    role: isRole(role) ? t(`workspaces:role.${role}`) : '',
  });
}
