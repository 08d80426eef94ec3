import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormAnswer } from '#app/http/form.server';
import type { RefusalData } from '#app/http/guard';
import { LinkButton, Notice, PageHeader, Refusal, TabLinks } from '#app/ui';
import { registrableTypes } from '#domain/dialogues/kinds';
import type { DialogueView } from '#server/features/dialogues';
import { InvitedInstitutions } from './institutions';
import { usePlaceTime } from './time-words';

export type ActAnswer = FormAnswer | { refusal: RefusalData } | undefined;

/** The frame of a dialogue's pages: what it is, its parts, and what was refused. */
export function DialogueFrame({
  slug,
  view,
  answer,
  children,
}: {
  slug: string;
  view: DialogueView;
  answer?: ActAnswer;
  children: ReactNode;
}) {
  const { t } = useTranslation('dialogues');
  const { dateTime } = usePlaceTime(view.timeZone);
  const at = `/w/${slug}/dialogues/${view.id}`;
  const parts = [
    { to: at, label: t('part.overview'), end: true },
    { to: `${at}/take-part`, label: t('part.takePart') },
    { to: `${at}/minutes`, label: t('part.minutes') },
    ...(view.endedAt ? [{ to: `${at}/feedback`, label: t('part.feedback') }] : []),
    ...(view.mayRun
      ? [
          // Once its report is final there is nothing left to run or to prepare.
          ...(view.isFinal
            ? []
            : [
                { to: `${at}/console`, label: t('part.console') },
                { to: `${at}/edit`, label: t('part.edit') },
              ]),
          { to: `${at}/letters`, label: t('part.letters') },
          { to: `${at}/public`, label: t('part.public') },
          ...(registrableTypes.includes(view.type)
            ? [{ to: `${at}/registrations`, label: t('part.registrations') }]
            : []),
        ]
      : []),
  ];
  return (
    <InvitedInstitutions institutions={view.institutions}>
      <PageHeader
        title={view.title}
        lead={`${t(`type.${view.type}`)} ${view.number} · ${dateTime(view.startsAt)}`}
        breadcrumbs={[{ to: `/w/${slug}/dialogues`, label: t('list.title') }]}
        actions={
          <>
            {view.mayRun && (
              <LinkButton to={`/w/${slug}/dialogues/new?from=${view.id}`}>{t('part.copy')}</LinkButton>
            )}
            <LinkButton to={`${at}/room`}>{t('part.room')}</LinkButton>
          </>
        }
      />
      <TabLinks label={t('part.label')} items={parts} />
      <div className="mt-4 mb-4 empty:hidden">
        {view.cancelledAt && <CancelledNotice reason={view.cancelReason} />}
        <Refusal refusal={pageRefusal(answer)} />
      </div>
      {children}
    </InvitedInstitutions>
  );
}

export function CancelledNotice({ reason }: { reason: string }) {
  const { t } = useTranslation('dialogues');
  return (
    <Notice tone="critical" title={t('cancelled.title')}>
      {reason && <p className="whitespace-pre-line">{reason}</p>}
    </Notice>
  );
}

/** A form with fields of its own shows its refusal itself. */
function pageRefusal(answer: ActAnswer): RefusalData | null {
  if (!answer) return null;
  const isOfForm = 'result' in answer && answer.result.initialValue?.intent !== undefined;
  return isOfForm ? null : answer.refusal;
}

/** The answer for a form with fields, by its intent. */
export function answerOf(answer: ActAnswer, intent: string): FormAnswer | undefined {
  if (!answer || !('result' in answer)) return undefined;
  return answer.result.initialValue?.intent === intent ? answer : undefined;
}
