import { useTranslation } from 'react-i18next';
import { makeFormat } from '#app/i18n/make-format';
import { useI18n } from '#app/i18n/use-i18n';
import { KeyFigure, KeyFigures, Section } from '#app/ui';
import { countHeard, type FeedbackCounts, fewestCounted, heardAnswers } from '#domain/dialogues/feedback';
import type { FeedbackView, InstitutionFeedback } from '#server/features/feedback';

/** How many gave each answer: to convenors always, to others from a few on. */
export function CountsSection({
  feedback,
  answers,
}: {
  feedback: FeedbackView;
  answers: readonly InstitutionFeedback[] | null;
}) {
  const { t } = useTranslation('feedback');
  const { language } = useI18n();
  const given = answers?.flatMap((one) => one.given ?? []) ?? null;
  const counts = given ? countHeard(given) : feedback.counts;
  const steps = given?.flatMap(({ usefulness }) => usefulness ?? []) ?? [];
  const mean = steps.reduce<number>((sum, step) => sum + step, 0) / steps.length;
  return (
    <Section
      title={t('counts.title')}
      lead={
        counts
          ? t('counts.of', { answered: sumOf(counts), asked: feedback.asked })
          : t('counts.tooFew', { fewest: fewestCounted })
      }
    >
      {counts && (
        <KeyFigures>
          {heardAnswers.map((heard) => (
            <KeyFigure key={heard} label={t(`heardBy.${heard}`)} value={counts[heard]} />
          ))}
          {steps.length > 0 && (
            <KeyFigure
              label={t('counts.usefulness')}
              value={t('counts.outOf', {
                value: makeFormat(language).number(Math.round(mean * 10) / 10),
              })}
            />
          )}
        </KeyFigures>
      )}
    </Section>
  );
}

function sumOf(counts: FeedbackCounts): number {
  return heardAnswers.reduce((sum, heard) => sum + counts[heard], 0);
}
