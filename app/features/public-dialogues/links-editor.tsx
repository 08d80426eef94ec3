import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { useFormAnswer } from '#app/features/accounts';
import { type ActAnswer, ActButton, answerOf, LinkList, OnceId, useTaken } from '#app/features/dialogues';
import { EmptyState, Refusal, Section, SelectField, SubmitButton, TextField } from '#app/ui';
import { linkAudiences, linkKinds } from '#domain/dialogues/kinds';
import type { DialogueLink } from '#server/features/public-dialogues';

/** Adds papers and recordings, and takes them away. */
export function LinksEditor({
  links,
  freshId,
  answer,
}: {
  links: readonly DialogueLink[];
  freshId: string;
  answer: ActAnswer;
}) {
  const { t } = useTranslation('meetings');
  return (
    <Section title={t('dialogues:link.title')} lead={t('link.lead')}>
      {links.length === 0 ? (
        <EmptyState title={t('link.none')} body={t('link.noneBody')} />
      ) : (
        <LinkList links={links}>
          {({ id, title }) => (
            <ActButton
              fields={{ act: 'link-remove', linkId: id }}
              icon="remove"
              label={t('link.remove', { title })}
            />
          )}
        </LinkList>
      )}
      <LinkForm freshId={freshId} answer={answer} />
    </Section>
  );
}

/** Adds a paper or a recording of the whole dialogue, or for one item of its agenda. */
export function LinkForm({
  itemId,
  freshId,
  answer,
}: {
  itemId?: string;
  freshId: string;
  answer: ActAnswer;
}) {
  const { t } = useTranslation('meetings');
  const { form, field, refusal } = useFormAnswer('link-add', answerOf(answer, 'link-add'), 'meetings');
  const taken = useTaken('link-add');
  return (
    <Form key={taken} method="post" preventScrollReset {...form} className="form mt-4">
      <Refusal refusal={refusal} />
      <input type="hidden" name="act" value="link-add" />
      <input type="hidden" name="intent" value="link-add" />
      <OnceId id={`${freshId}-${taken}-link`} />
      {itemId && <input type="hidden" name="itemId" value={itemId} />}
      <TextField label={t('link.name')} {...field('title')} isRequired />
      <TextField type="url" label={t('link.url')} hint={t('link.urlHint')} {...field('url')} isRequired />
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField
          label={t('link.kind')}
          {...field('kind')}
          options={linkKinds.map((value) => ({ value, label: t(`dialogues:link.kindOf.${value}`) }))}
        />
        <SelectField
          label={t('link.audience')}
          {...field('audience')}
          defaultValue={field('audience').defaultValue ?? (itemId ? 'participants' : undefined)}
          options={linkAudiences.map((value) => ({ value, label: t(`dialogues:link.audienceOf.${value}`) }))}
        />
      </div>
      <div className="form-actions">
        <SubmitButton>{t('link.add')}</SubmitButton>
      </div>
    </Form>
  );
}
