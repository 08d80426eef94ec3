import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { useFormAnswer } from '#app/features/accounts';
import {
  type ActAnswer,
  ActButton,
  answerOf,
  LinkList,
  OnceId,
  SourceField,
  SourceQuote,
  useTaken,
} from '#app/features/dialogues';
import { LinkForm } from '#app/features/public-dialogues';
import { Disclosure, Refusal, SubmitButton } from '#app/ui';
import type { ItemView } from '#server/features/dialogues';

interface Props {
  item: ItemView;
  freshId: string;
  answer: ActAnswer;
}

/** What participants read for an agenda item: papers, and passages and actions of plans as they read now. */
export function MaterialsEditor({ item, freshId, answer }: Props) {
  const { t } = useTranslation('meetings');
  const { papers, quotes } = item;
  return (
    <section
      className="card mt-4 grid max-w-reading scroll-mt-24 gap-3"
      id="materials"
      aria-labelledby="materials-title"
    >
      <h3 id="materials-title">{t('materials.heading', { title: item.title })}</h3>
      <p className="max-w-reading text-sm text-muted">{t('materials.lead')}</p>
      {papers.length > 0 && (
        <LinkList links={papers}>
          {({ id, title }) => (
            <ActButton
              fields={{ act: 'link-remove', linkId: id }}
              icon="remove"
              label={t('link.remove', { title })}
            />
          )}
        </LinkList>
      )}
      {quotes.map(({ id, source }) => (
        <div key={id} className="flex items-start gap-2">
          <div className="min-w-0 flex-1">
            <SourceQuote source={source} />
          </div>
          <ActButton
            fields={{ act: 'quote-remove', itemId: item.id, quoteId: id }}
            icon="remove"
            label={t('materials.removeQuote', { plan: source.planTitle })}
          />
        </div>
      ))}
      <Disclosure title={t('materials.addPaper')} isOpen={answerOf(answer, 'link-add') !== undefined}>
        <LinkForm {...{ freshId, answer }} itemId={item.id} />
      </Disclosure>
      <QuoteForm {...{ item, freshId, answer }} />
    </section>
  );
}

function QuoteForm({ item, freshId, answer }: Props) {
  const { t } = useTranslation('meetings');
  const { form, field, refusal } = useFormAnswer('quote-add', answerOf(answer, 'quote-add'), 'meetings');
  const taken = useTaken('quote-add');
  const { error } = field('source');
  return (
    <Form key={taken} method="post" preventScrollReset {...form} className="form">
      <Refusal refusal={refusal} />
      <OnceId id={`${freshId}-${taken}-quote`} />
      <input type="hidden" name="act" value="quote-add" />
      <input type="hidden" name="intent" value="quote-add" />
      <input type="hidden" name="itemId" value={item.id} />
      <SourceField known={null} error={error} label={t('materials.part')}>
        <div className="form-actions">
          <SubmitButton name="send" value="quote-add">
            {t('materials.quote')}
          </SubmitButton>
        </div>
      </SourceField>
    </Form>
  );
}
