import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/i18n/format';
import { ConfirmButton, DataTable, SubmitButton, VisuallyHidden } from '#app/ui';
import type { CalendarFeed } from '#server/features/calendar-feeds';

export type ListedFeed = CalendarFeed & { countryName: string | null };

/** The person's addresses: each can be renewed or revoked, none can be shown again. */
export function FeedList({ feeds }: { feeds: readonly ListedFeed[] }) {
  const { t } = useTranslation('cycles');
  const { day, dateTime } = useFormat();
  const placeOf = ({ countryName }: ListedFeed) => countryName ?? t('feeds.allCountries');
  return (
    <DataTable
      caption={t('feeds.yours')}
      rows={feeds}
      rowKey={({ id }) => id}
      columns={[
        { key: 'country', header: t('feeds.country'), isRowHeader: true, cell: placeOf },
        {
          key: 'reminder',
          header: t('feeds.reminder'),
          cell: ({ reminderDays }) =>
            reminderDays === null ? t('feeds.noReminder') : t('feeds.daysBefore', { count: reminderDays }),
        },
        { key: 'created', header: t('feeds.created'), cell: ({ createdAt }) => day(createdAt) },
        {
          key: 'read',
          header: t('feeds.lastRead'),
          cell: ({ lastReadAt }) => (lastReadAt ? dateTime(lastReadAt) : t('feeds.neverRead')),
        },
        {
          key: 'actions',
          header: t('workspaces:list.actions'),
          isHeaderHidden: true,
          align: 'end',
          cell: (feed) => (
            <span className="inline-flex flex-wrap justify-end gap-2">
              <Form method="post">
                <input type="hidden" name="intent" value="renew" />
                <SubmitButton name="id" value={feed.id} size="small" variant="secondary">
                  {t('feeds.renew')}
                  <VisuallyHidden>{` – ${placeOf(feed)}`}</VisuallyHidden>
                </SubmitButton>
              </Form>
              <ConfirmButton
                label={t('feeds.revoke')}
                button={{ size: 'small', variant: 'quiet' }}
                title={t('feeds.revokeQuestion', { country: placeOf(feed) })}
                confirmLabel={t('feeds.revoke')}
                fields={{ intent: 'revoke', id: feed.id }}
              >
                <p>{t('feeds.revokeBody')}</p>
              </ConfirmButton>
            </span>
          ),
        },
      ]}
    />
  );
}
