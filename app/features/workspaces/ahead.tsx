import { Link } from '@remix-run/react';
import { usePlaceTime } from '#app/features/dialogues';
import { useI18n } from '#app/i18n/use-i18n';
import { Section } from '#app/ui';
import type { DialogueAhead } from '#server/features/dialogues';
import type { FollowUp } from '#server/features/follow-ups';

/** What awaits the person's institution, and the dialogues under way and to come. */
export function Ahead({
  slug,
  awaited,
  dialogues,
}: {
  slug: string;
  awaited: readonly FollowUp[];
  dialogues: readonly DialogueAhead[];
}) {
  const t = useI18n().getFixedT(null, 'home');
  if (awaited.length + dialogues.length === 0) return null;
  const next = dialogues.find(({ isRunning }) => !isRunning);
  return (
    <Section title={t('overview.ahead.title')}>
      <ul className="grid gap-2">
        {awaited.map(({ decision, plan, action }) => (
          <li key={`${decision.id} ${plan.id} ${action.id}`}>
            <Link to={`/w/${slug}/decisions/${decision.id}`}>
              {t('overview.ahead.asked', { decision: decision.reference, action: action.title })}
            </Link>
          </li>
        ))}
        {dialogues.map((dialogue) => (
          <li key={dialogue.id}>
            <DialogueLine slug={slug} dialogue={dialogue} isNext={dialogue === next} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function DialogueLine({
  slug,
  dialogue,
  isNext,
}: {
  slug: string;
  dialogue: DialogueAhead;
  isNext: boolean;
}) {
  const t = useI18n().getFixedT(null, 'home');
  const { dateTime } = usePlaceTime(dialogue.timeZone);
  const { id, title, startsAt, isRunning, awaitsAnswer } = dialogue;
  const words = isRunning ? 'running' : awaitsAnswer ? 'invited' : isNext ? 'next' : 'later';
  const page = isRunning || awaitsAnswer ? '/take-part' : '';
  return (
    <Link to={`/w/${slug}/dialogues/${id}${page}`}>
      {t(`overview.ahead.${words}`, { title, when: dateTime(startsAt) })}
    </Link>
  );
}
