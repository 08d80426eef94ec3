import { useParams } from '@remix-run/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, SelectField } from '#app/ui';
import type { ProposalView } from '#server/features/dialogues';

interface QuotablePlan {
  id: string;
  title: string;
  actions: { id: string; title: string }[];
}

type Choice = { state: 'closed' | 'reading' | 'failed' } | { state: 'open'; plans: QuotablePlan[] };

/** Which action of a plan a proposal is about. The actions are read once someone wants to choose. */
export function SourceField({ known, error }: { known: ProposalView['source']; error?: string }) {
  const { t } = useTranslation('dialogues');
  const { slug } = useParams();
  const [choice, setChoice] = useState<Choice>({ state: 'closed' });
  const value = known && known.state !== 'gone' ? `${known.planId} ${known.actionId}` : '';

  async function read(): Promise<void> {
    setChoice({ state: 'reading' });
    try {
      const response = await fetch(`/w/${slug}/quotable-actions`);
      if (!response.ok) throw new Error(String(response.status));
      setChoice({ state: 'open', plans: (await response.json()) as QuotablePlan[] });
    } catch {
      setChoice({ state: 'failed' });
    }
  }

  if (choice.state !== 'open')
    return (
      <div className="grid justify-items-start gap-1">
        {value && <input type="hidden" name="source" value={value} />}
        <Button size="small" isPending={choice.state === 'reading'} onClick={read}>
          {t('source.choose')}
        </Button>
        {choice.state === 'failed' && (
          <p role="alert" className="text-sm">
            {t('source.failed')}
          </p>
        )}
      </div>
    );
  return (
    <SelectField
      name="source"
      label={t('source.label')}
      hint={t('source.hint')}
      defaultValue={value}
      error={error}
      placeholder={t('source.none')}
    >
      {choice.plans.map((plan) => (
        <optgroup key={plan.id} label={plan.title}>
          {plan.actions.map((action) => (
            <option key={action.id} value={`${plan.id} ${action.id}`}>
              {action.title}
            </option>
          ))}
        </optgroup>
      ))}
    </SelectField>
  );
}
