import { Form, Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { usePlaceTime } from '#app/features/dialogues';
import type { RefusalData } from '#app/http/guard';
import { Notice, PageHeader, Refusal, SubmitButton } from '#app/ui';
import type { OpenedRegistration } from '#server/features/registrations';

/** What the link in the mail opens: what one registered for, and the way out. */
export function OwnRegistration({
  registration: { name, slug, isPublic, dialogue },
  refusal,
}: {
  registration: OpenedRegistration;
  refusal: RefusalData | null;
}) {
  const { t } = useTranslation('publicPages');
  const { dateTime } = usePlaceTime(dialogue.timeZone);
  return (
    <>
      <PageHeader title={dialogue.title} lead={t('own.lead', { name })} />
      <div className="grid max-w-reading gap-4">
        {dialogue.isCancelled && <Notice tone="critical" title={t('cancelledTitle')} />}
        <Refusal refusal={refusal} />
        <p>
          <time dateTime={dialogue.startsAt}>{dateTime(dialogue.startsAt)}</time>
          {dialogue.place && ` · ${dialogue.place}`}
        </p>
        {dialogue.link && (
          <p>
            <a href={dialogue.link}>{t('dialogues:overview.join')}</a>
          </p>
        )}
        {isPublic && (
          <p>
            <Link to={`/p/${slug}/dialogues/${dialogue.id}`}>{t('own.page')}</Link>
          </p>
        )}
        <Form method="post" className="grid gap-2">
          <p className="text-muted">{t('own.withdrawLead')}</p>
          <p>
            <SubmitButton variant="danger">{t('own.withdraw')}</SubmitButton>
          </p>
        </Form>
      </div>
    </>
  );
}

export function Withdrawn() {
  const { t } = useTranslation('publicPages');
  return <PageHeader title={t('own.withdrawn')} lead={t('own.withdrawnBody')} />;
}
