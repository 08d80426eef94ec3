import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { useFormAnswer } from '#app/features/accounts';
import { type ActAnswer, ActButton, answerOf, OnceId } from '#app/features/dialogues';
import { EmptyState, Refusal, Section, SelectField, SubmitButton, TextField } from '#app/ui';
import { linkAudiences, linkKinds } from '#domain/dialogues/kinds';
import type { DialogueLink } from '#server/features/public-dialogues';
import { LinkList } from './link-list';

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
      <LinkForm key={links.length} freshId={freshId} answer={answer} />
    </Section>
  );
}

function LinkForm({ freshId, answer }: { freshId: string; answer: ActAnswer }) {
  const { t } = useTranslation('meetings');
  const { form, field, refusal } = useFormAnswer('link-add', answerOf(answer, 'link-add'), 'meetings');
  return (
    <Form method="post" preventScrollReset {...form} className="form mt-4">
      <Refusal refusal={refusal} />
      <input type="hidden" name="act" value="link-add" />
      <input type="hidden" name="intent" value="link-add" />
      <OnceId id={freshId} />
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
          options={linkAudiences.map((value) => ({ value, label: t(`dialogues:link.audienceOf.${value}`) }))}
        />
      </div>
      <div className="form-actions">
        <SubmitButton>{t('link.add')}</SubmitButton>
      </div>
    </Form>
  );
}
