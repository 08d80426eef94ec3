import { useTranslation } from 'react-i18next';
import type { ProposalSubject } from '#domain/partners/kinds';

const groups: Record<ProposalSubject, string> = {
  profile: 'profile',
  focal_person: 'person',
  mandate: 'mandate',
  document: 'document',
};

/** The names of a part's fields in the reader's language, as its form has them. */
export function useFieldLabels(subject: ProposalSubject): (field: string) => string {
  const { t } = useTranslation('partners');
  return (field) => t(`${groups[subject]}.${field}`);
}
