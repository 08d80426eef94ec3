import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button, SelectField, type SelectOption } from '#app/ui';
import { dialogueTypes } from '#domain/dialogues/kinds';
import type { ItemFacts } from '#server/features/dialogues';

/** The choice of what a new dialogue begins from, and what comes with it. Works without JavaScript. */
export function StartFrom({
  chosen,
  sources,
  copied,
  template,
  onUse,
}: {
  chosen: string;
  sources: readonly SelectOption[];
  /** How much of it is taken over. */
  copied: { items: number; institutions: number } | null;
  template: { items: readonly ItemFacts[] } | null;
  /** Called before the form below is filled in from the choice. */
  onUse: () => void;
}) {
  const { t } = useTranslation('meetings');
  return (
    <div className="card mb-6 grid max-w-xl gap-3">
      <Form method="get" preventScrollReset onSubmit={onUse} className="flex flex-wrap items-end gap-2">
        <div className="min-w-0 grow basis-64">
          <SelectField key={chosen} name="from" label={t('from.label')} defaultValue={chosen}>
            <option value="">{t('from.nothing')}</option>
            <optgroup label={t('from.templates')}>
              {dialogueTypes.map((type) => (
                <option key={type} value={type}>
                  {t(`dialogues:type.${type}`)}
                </option>
              ))}
            </optgroup>
            {sources.length > 0 && (
              <optgroup label={t('from.dialogues')}>
                {sources.map(({ value, label }) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </optgroup>
            )}
          </SelectField>
        </div>
        <Button type="submit" variant="secondary">
          {t('from.use')}
        </Button>
      </Form>
      {copied && (
        <p className="max-w-reading text-sm text-muted">
          {t('from.taken', {
            items: t('from.items', { count: copied.items }),
            institutions: t('from.institutions', { count: copied.institutions }),
          })}
        </p>
      )}
      {template && (
        <ol className="list-decimal ps-5 text-sm text-muted">
          {template.items.map(({ title, purpose, plannedMinutes }) => (
            <li key={title}>
              {title} · {t(`dialogues:purpose.${purpose}`)} ·{' '}
              {t('dialogues:agenda.minutes', { count: plannedMinutes })}
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
