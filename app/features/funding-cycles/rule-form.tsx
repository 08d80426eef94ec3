import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { FormAnswer } from '#app/http/form.server';
import { Refusal, SelectField, SubmitButton, TextField } from '#app/ui';
import type { WindowRule } from '#domain/funding-cycles/rule';
import { useFilledForm } from './use-filled-form';

/** From which a cycle’s recurring windows are generated. */
export function RuleForm({ rule, answer }: { rule: WindowRule | null; answer: FormAnswer | undefined }) {
  const { t } = useTranslation('cycles');
  const { form, filled, refusal } = useFilledForm('rule', answer, rule ? typedOf(rule) : {});
  return (
    <Form method="post" {...form} className="form">
      <Refusal refusal={refusal} />
      <input type="hidden" name="intent" value="rule" />
      <TextField label={t('rule.title')} hint={t('rule.titleHint')} {...filled('title')} isRequired={false} />
      <div className="field-row grid gap-3 sm:grid-cols-2">
        <TextField label={t('rule.firstOpens')} {...filled('firstOpens')} type="date" isRequired />
        <TextField label={t('rule.until')} {...filled('until')} type="date" isRequired />
      </div>
      <TextField
        label={t('rule.everyMonths')}
        hint={t('rule.everyMonthsHint')}
        {...filled('everyMonths', '12')}
        type="number"
        min={1}
        max={60}
        isRequired
      />
      <div className="grid grid-cols-[minmax(0,1fr)_9rem] items-end gap-3">
        <TextField
          label={t('rule.closesAfter')}
          {...filled('closesAfter', '6')}
          type="number"
          min={0}
          max={1000}
          isRequired
        />
        <SelectField
          label={t('rule.unit')}
          {...filled('closesUnit', 'weeks')}
          options={(['days', 'weeks'] as const).map((value) => ({ value, label: t(`rule.${value}`) }))}
          isRequired
        />
      </div>
      <div className="field-row grid gap-3 sm:grid-cols-2">
        <TextField
          label={t('rule.reviewAfterDays')}
          {...filled('reviewAfterDays')}
          type="number"
          min={0}
          isRequired={false}
        />
        <TextField
          label={t('rule.decisionAfterDays')}
          {...filled('decisionAfterDays')}
          type="number"
          min={0}
          isRequired={false}
        />
      </div>
      {rule && (
        <TextField
          label={t('rule.reason')}
          hint={t('rule.reasonHint')}
          {...filled('reason')}
          isRequired={false}
        />
      )}
      <div className="form-actions">
        <SubmitButton>{t('rule.submit')}</SubmitButton>
      </div>
    </Form>
  );
}

/** Whole weeks are shown as such. */
function typedOf({ closesAfterDays, ...rule }: WindowRule) {
  const isInWeeks = closesAfterDays > 0 && closesAfterDays % 7 === 0;
  return {
    ...rule,
    closesAfter: isInWeeks ? closesAfterDays / 7 : closesAfterDays,
    closesUnit: isInWeeks ? 'weeks' : 'days',
  };
}
