import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/i18n/format';
import { Section, SelectField, SubmitButton } from '#app/ui';
import { type InstitutionLabel, institutionName } from '#domain/institutions/name';
import type { Review } from './review';

/** The names that the workspace does not know, each decided once for all rows. */
export function NamesForm({
  review,
  institutions,
}: {
  review: Review;
  institutions: readonly InstitutionLabel[];
}) {
  const { t, i18n } = useTranslation('import');
  const { number } = useFormat();
  if (review.names.length === 0) return null;
  const options = institutions.map(({ id, acronym, names }) => {
    const name = institutionName(names, i18n.language);
    return { value: id, label: acronym && acronym !== name ? `${acronym} – ${name}` : name };
  });
  return (
    <Section title={t('names.title')} lead={t('names.lead')}>
      <Form
        method="post"
        className="form import-wide import-names"
        key={JSON.stringify(review.names.map(({ choice }) => choice))}
      >
        <ul>
          {review.names.map((name) => (
            <li key={name.key}>
              <SelectField
                name={`name.${name.key}`}
                label={name.name}
                hint={[
                  t('names.rows', { count: name.count, first: number(name.firstRow) }),
                  ...(name.isAmbiguous ? [t('names.ambiguous')] : []),
                ].join(' · ')}
                defaultValue={name.choice === '' ? 'keep' : (name.choice ?? '')}
                options={[
                  { value: '', label: t('names.undecided') },
                  { value: 'keep', label: t('names.keep') },
                  ...options,
                ]}
              />
            </li>
          ))}
        </ul>
        <div className="form-actions">
          <SubmitButton name="intent" value="names" variant="secondary">
            {t('names.save')}
          </SubmitButton>
        </div>
      </Form>
    </Section>
  );
}
