import { Link, useNavigation, useSubmit } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Disclosure, EmptyState, Icon, type SelectOption } from '#app/ui';
import { agendaMoved, plannedTimes } from '#domain/dialogues/agenda-item';
import type { DialogueView, ItemView } from '#server/features/dialogues';
import { ActButton } from './act-button';
import { AgendaList } from './agenda-list';
import type { ActAnswer } from './frame';
import { ItemForm } from './item-form';
import { ReviewForm } from './review-form';
import { useAgendaDrag } from './use-agenda-drag';

/** The agenda in the making: items are added, changed, dragged or moved by buttons, and taken out. */
export function AgendaEditor({
  slug,
  view: given,
  editedId,
  freshId,
  reviewable,
  answer,
  children,
}: {
  slug: string;
  view: DialogueView;
  editedId: string | null;
  freshId: string;
  /** The dialogues whose decisions it can go through. */
  reviewable: { options: readonly SelectOption[]; usualId: string };
  answer: ActAnswer;
  /** What else there is to set of an item that is being changed. */
  children(edited: ItemView): ReactNode;
}) {
  const { t } = useTranslation('dialogues');
  const submit = useSubmit();
  const view = useMovedAgenda(given);
  const { onPointerDown, markOf } = useAgendaDrag((from, toIndex) => {
    const itemId = view.items[from]?.id;
    if (!itemId) return;
    submit({ act: 'item-move', itemId, toIndex }, { method: 'post', preventScrollReset: true });
  });
  const edited = view.items.find(({ id }) => id === editedId) ?? null;
  return (
    <>
      {view.items.length === 0 && <EmptyState title={t('agenda.empty')} body={t('agenda.emptyBody')} />}
      <AgendaList view={view} nowMs={view.nowMs} markOf={markOf}>
        {({ id, title, item, proposals, reviewsDialogueId, papers, quotes }, index) => (
          <div className="flex flex-wrap items-center gap-1">
            {view.items.length > 1 && (
              <span
                className="agenda-handle"
                aria-hidden="true"
                onPointerDown={(event) => onPointerDown(event, index)}
              >
                <Icon name="drag" />
              </span>
            )}
            <Link
              to={`?item=${id}`}
              preventScrollReset
              className="me-2 text-sm"
              aria-label={t('meetings:agenda.editOf', { title })}
            >
              {t('agenda.edit')}
            </Link>
            <Link
              to={`?item=${id}#materials`}
              className="me-2 text-sm"
              aria-label={t('meetings:materials.ofItem', { title, count: papers.length + quotes.length })}
            >
              {t('meetings:materials.link', { count: papers.length + quotes.length })}
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
                label={t('meetings:agenda.up', { title })}
              />
            )}
            {index < view.items.length - 1 && (
              <ActButton
                fields={{ act: 'item-move', itemId: id, toIndex: String(index + 1) }}
                icon="arrowDown"
                label={t('meetings:agenda.down', { title })}
              />
            )}
            {item.state === 'planned' && proposals.length === 0 && (
              <ActButton
                fields={{ act: 'item-remove', itemId: id }}
                icon="remove"
                label={t('meetings:agenda.remove', { title })}
              />
            )}
          </div>
        )}
      </AgendaList>
      <div className="mt-4">
        <ItemForm item={edited} freshId={freshId} answer={answer} />
        {edited && children(edited)}
      </div>
      {reviewable.options.length > 0 && (
        <div className="mt-4">
          <Disclosure title={t('meetings:review.heading')}>
            <ReviewForm {...{ ...reviewable, freshId, answer }} />
          </Disclosure>
        </div>
      )}
    </>
  );
}

/** The agenda in the order that was just asked for, with its times, until the server has answered. */
function useMovedAgenda(view: DialogueView): DialogueView {
  const { formData } = useNavigation();
  if (formData?.get('act') !== 'item-move') return view;
  const id = String(formData.get('itemId'));
  const items = agendaMoved(view.items, { id, toIndex: Number(formData.get('toIndex')) });
  const times = plannedTimes(items, Date.parse(view.startsAt));
  return { ...view, items: items.map((item, index) => ({ ...item, ...times[index], id: item.id })) };
}
