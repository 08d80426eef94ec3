import type { DemoDialogue, DemoLetter } from '#db/seed/types';
import type { DelegateId } from '#domain/ids';
import { newId } from '#server/new-id';
import type { Message } from '../mail';
import type { Sitting } from './open-sitting';

const dayMinutes = 24 * 60;

/** Writes to people of invited institutions, who answer day by day; one letter is left for the convenor to send. */
export async function enterLetters(
  sitting: Sitting,
  { letters: demo }: Pick<DemoDialogue, 'letters'>,
): Promise<void> {
  if (!demo) return;
  const { letters, asked, pass } = sitting;
  await letters.setLetterText({ ...asked, text: demo.text, hasReminders: false });
  pass(dayMinutes);
  await add(
    sitting,
    demo.to.filter(({ isUnsent }) => !isUnsent),
  );
  await letters.sendLetters(asked);
  for (const letter of demo.to) {
    if (!letter.answer) continue;
    pass(dayMinutes);
    await answer(sitting, letter);
  }
  pass(2 * dayMinutes);
  await letters.remindUnanswered(asked);
  pass(dayMinutes);
  await add(
    sitting,
    demo.to.filter(({ isUnsent }) => isUnsent),
  );
}

async function add({ letters, asked, idOf }: Sitting, people: DemoLetter[]): Promise<void> {
  const addressees = people.map(({ acronym, name, email }) => ({
    ...{ institutionId: idOf(acronym), name, email },
    language: 'fr' as const,
  }));
  await letters.addLetters({ ...asked, addressees });
}

async function answer(
  { letters, asked, mailTo }: Sitting,
  { email, answer: said, delegate }: DemoLetter,
): Promise<void> {
  const mail = mailTo(email);
  if (said === 'tentative') {
    await letters.takeReplies({ ...asked, text: calendarReply(mail, 'TENTATIVE') });
    return;
  }
  const link = { token: mail.action?.url.split('/').at(-1) ?? '', address: 'demo' };
  if (said) await letters.answerByLink({ ...link, answer: said });
  const named = { id: newId<DelegateId>(), name: delegate ?? '', role: 'head' as const };
  if (delegate) await letters.nameByLink({ ...link, delegate: named });
}

/** What the calendar of whoever got the mail sends back. */
function calendarReply({ calendar }: Message, answered: string): string {
  const unfolded = (calendar?.content ?? '').replace(/\r\n[ \t]/g, '');
  return unfolded
    .replace('METHOD:REQUEST', 'METHOD:REPLY')
    .replace('PARTSTAT=NEEDS-ACTION', `PARTSTAT=${answered}`);
}
