import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Disclosure, EmptyState, type SelectOption } from '#app/ui';
import type { DialogueView } from '#server/features/dialogues';
import { ActButton } from './act-button';
import { AgendaList } from './agenda-list';
import type { ActAnswer } from './frame';
import { ItemForm } from './item-form';
import { ReviewForm } from './review-form';

/** The agenda in the making: items are added, changed, moved by buttons, and taken out. */
export function AgendaEditor({
  slug,
  view,
  editedId,
  freshId,
  reviewable,
  answer,
}: {
  slug: string;
  view: DialogueView;
  editedId: string | null;
  freshId: string;
  /** The dialogues whose decisions it can go through. */
  reviewable: { options: readonly SelectOption[]; usualId: string };
  answer: ActAnswer;
}) {
  const { t } = useTranslation('dialogues');
  const edited = view.items.find(({ id }) => id === editedId) ?? null;
  return (
    <>
      {view.items.length === 0 && <EmptyState title={t('agenda.empty')} body={t('agenda.emptyBody')} />}
      <AgendaList view={view} nowMs={view.nowMs}>
        {({ id, title, item, proposals, reviewsDialogueId }, index) => (
          <div className="flex flex-wrap items-center gap-1">
            <Link
              to={`?item=${id}`}
              preventScrollReset
              className="me-2 text-sm"
              aria-label={t('agenda.editOf', { title })}
            >
              {t('agenda.edit')}
            </Link>
            {reviewsDialogueId && (
              <Link to={`/w/${slug}/dialogues/${reviewsDialogueId}`} className="me-2 text-sm">
                {t('meetings:review.shows')}
              </Link>
            )}
            {index > 0 && (
              <ActButton
                fields={{ act: 'item-move', itemId: id, toIndex: String(index - 1) }}
                icon="arrowUp"
                label={t('agenda.up', { title })}
              />
            )}
            {index < view.items.length - 1 && (
              <ActButton
                fields={{ act: 'item-move', itemId: id, toIndex: String(index + 1) }}
                icon="arrowDown"
                label={t('agenda.down', { title })}
              />
            )}
            {item.state === 'planned' && proposals.length === 0 && (
              <ActButton
                fields={{ act: 'item-remove', itemId: id }}
                icon="remove"
                label={t('agenda.remove', { title })}
              />
            )}
          </div>
        )}
      </AgendaList>
      <div className="mt-4">
        <ItemForm item={edited} freshId={freshId} count={view.items.length} answer={answer} />
      </div>
      {reviewable.options.length > 0 && (
        <div className="mt-4">
          <Disclosure title={t('meetings:review.heading')}>
            <ReviewForm {...{ ...reviewable, freshId, answer }} count={view.items.length} />
          </Disclosure>
        </div>
      )}
    </>
  );
}
