import { useParams } from '@remix-run/react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#app/ui';
import type { QuoteView } from '#server/features/dialogues';
import { choiceOf, type QuotablePlan } from './quoted-part';

type SourceChoice = typeof import('./source-choice').SourceChoice;
type Choice =
  | { state: 'closed' | 'reading' | 'failed' }
  | { state: 'open'; plans: QuotablePlan[]; SourceChoice: SourceChoice };

/** Which part of a plan something is about. What there is, is read once someone wants to choose. */
export function SourceField({
  known,
  error,
  label,
  children,
}: {
  known: QuoteView | null;
  error?: string;
  label: string;
  /** What there is to do once there is a choice. */
  children?: ReactNode;
}) {
  const { t } = useTranslation('dialogues');
  const { slug } = useParams();
  const [choice, setChoice] = useState<Choice>({ state: 'closed' });
  const value = known && known.state !== 'gone' ? choiceOf(known) : '';

  async function read(): Promise<void> {
    setChoice({ state: 'reading' });
    try {
      const [response, { SourceChoice }] = await Promise.all([
        fetch(`/w/${slug}/quotable`),
        import('./source-choice'),
      ]);
      if (!response.ok) throw new Error(String(response.status));
      setChoice({ state: 'open', plans: (await response.json()) as QuotablePlan[], SourceChoice });
    } catch {
      setChoice({ state: 'failed' });
    }
  }

  if (choice.state === 'open')
    return (
      <>
        <choice.SourceChoice plans={choice.plans} value={value} label={label} error={error} />
        {children}
      </>
    );
  return (
    <div className="grid justify-items-start gap-1">
      {value && <input type="hidden" name="source" value={value} />}
      <Button size="small" isPending={choice.state === 'reading'} onClick={read}>
        {t('source.choose')}
      </Button>
      {(error || choice.state === 'failed') && (
        <p role="alert" className="text-sm">
          {error ?? t('source.failed')}
        </p>
      )}
    </div>
  );
}
