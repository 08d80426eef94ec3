import { useTranslation } from 'react-i18next';
import type { Refused, WaitingAct } from '#domain/dialogues/waiting-acts';
import type { DialogueView } from '#server/features/dialogues';
import { useInstitutionNames } from '../institutions';

/** An act that waits, or was refused, in words. */
export function useActWords(view: DialogueView) {
  const { t, i18n } = useTranslation(['waiting', 'dialogues', 'errors']);
  const nameOf = useInstitutionNames();

  function of(act: WaitingAct): string {
    switch (act.act) {
      case 'floor-ask':
        return t('what.floorAsk', { kind: t(`dialogues:floorKind.${act.kind}`) });
      case 'floor-withdraw':
        return t('what.floorWithdraw');
      case 'position':
        return t('what.position', {
          number: numberOf(act.proposalId),
          step: t(`dialogues:step.${act.step}`),
        });
      case 'attendance':
        return t('what.attendance', {
          institution: nameOf(act.institutionId),
          state: t(`dialogues:attendanceState.${act.state}`),
        });
      case 'answer':
        return t('what.answer', { answer: t(`dialogues:answer.${act.answer}`) });
    }
  }

  const numberOf = (proposalId: string) =>
    view.items.flatMap(({ proposals }) => proposals).find(({ id }) => id === proposalId)?.number ?? '';

  /** What was typed, so that it is not lost. */
  function enteredIn(act: WaitingAct): string {
    if (act.act === 'position') return act.reason;
    return act.act === 'floor-ask' ? act.speaker : '';
  }

  function why({ code, problem }: Refused): string {
    return i18n.exists(`waiting:why.${problem}`) ? t(`why.${problem}`) : t(`errors:${code}`);
  }

  return { of, enteredIn, why };
}
