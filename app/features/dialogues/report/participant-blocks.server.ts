import { dialogueGroups } from '#domain/dialogues/groups';
import type { ReportBlock } from '#domain/dialogues/report-document';
import type { DialogueReport } from '#server/features/dialogues';
import type { ReportWords } from './words.server';

type Invited = DialogueReport['institutions'][number];

/** Who was invited, whom each sent, and whether it came, bench by bench. */
export function participantBlocks({ institutions }: DialogueReport, words: ReportWords): ReportBlock[] {
  const { t, td } = words;
  return dialogueGroups.flatMap((group): ReportBlock[] => {
    const ofGroup = institutions.filter((one) => one.group === group);
    if (ofGroup.length === 0) return [];
    return [
      {
        kind: 'grid',
        head: [td(`group.${group}`), t('column.delegation'), t('column.attendance')],
        rows: ofGroup.map((invited) => rowOf(invited, words)),
        widths: [0.44, 0.34, 0.22],
        endColumns: [],
      },
    ];
  });
}

function rowOf(invited: Invited, words: ReportWords): string[] {
  const { td, fullName, shortName } = words;
  const { institution, delegates } = invited;
  const [full, short] = [fullName(institution.id), shortName(institution.id)];
  return [
    full === short ? full : `${full} (${short})`,
    delegates.map(({ name, role }) => `${name} (${td(`delegateRole.${role}`)})`).join('\n'),
    attendanceOf(invited, words),
  ];
}

/** Arrivals and departures where there was more than one; else the one word. */
function attendanceOf(
  { attended, answer, answerBasis, marks }: Invited,
  { t, td, time }: ReportWords,
): string {
  if (attended === null && answer === 'declined' && answerBasis)
    return `${t('declined')} (${td('position.recordedOn', { basis: answerBasis })})`;
  if (attended === null) return t(answer === 'declined' ? 'declined' : 'absent');
  if (marks.length < 2) return td(`attendanceState.${attended}`);
  return marks.map(({ state, atMs }) => `${time(atMs)} ${td(`attendanceState.${state}`)}`).join('\n');
}
