import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { makeFormat } from '#app/i18n/make-format';
import { useI18n } from '#app/i18n/use-i18n';
import type { Column } from '#app/ui';
import { heardShare } from '#domain/dialogues/feedback';
import type { Participation } from '#domain/dialogues/participation';
import { minutesOf } from './minutes-of';

/** How an institution took part, figure by figure; with a total, in a last row. */
export function useFigureColumns<Row extends { participation: Participation }>(
  total?: Participation,
): Column<Row>[] {
  const { t } = useTranslation('participation');
  const format = makeFormat(useI18n().language);
  const ofAll = (part: number, all: number) => (all === 0 ? 0 : t('ofAll', { part, all }));
  const figure = (key: string, show: (participation: Participation) => ReactNode): Column<Row> => {
    const cell = (participation: Participation) => show(participation) ?? <Dash words={t('notShown')} />;
    return {
      ...{ key, header: t(key), align: 'end', isSortable: true },
      cell: (row) => cell(row.participation),
      footer: total && cell(total),
    };
  };
  return [
    figure('invited', ({ invited }) => invited),
    figure('accepted', ({ accepted }) => accepted),
    figure('came', ({ came }) => came),
    figure('interventions', ({ voice }) => voice?.interventions),
    figure('spoken', ({ voice }) => voice && minutesOf(voice)),
    figure('positions', ({ voice }) => voice?.positions),
    figure('corrections', ({ voice }) => voice && ofAll(voice.correctionsAnswered, voice.corrections)),
    figure('feedback', ({ feedback }) => feedback && ofAll(feedback.given, feedback.asked)),
    figure('heard', ({ feedback }) => {
      if (!feedback) return null;
      if (feedback.given === 0) return <Dash words={t('noFeedback')} />;
      const share = heardShare(feedback.heard);
      return share === null ? t('noneRaised') : format.percent(share);
    }),
  ];
}

function Dash({ words }: { words: string }) {
  return (
    <span className="text-muted">
      <span aria-hidden="true">–</span>
      <span className="sr-only">{words}</span>
    </span>
  );
}
