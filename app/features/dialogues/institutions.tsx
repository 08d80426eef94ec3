import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { useI18n } from '#app/i18n/use-i18n';
import { InstitutionBadge } from '#app/ui';
import { type InstitutionLabel, institutionName, institutionShortName } from '#domain/institutions/name';
import type { InvitedView } from '#server/features/dialogues';

const Invited = createContext<ReadonlyMap<string, InstitutionLabel>>(new Map());

/** Lets everything below show an institution of the dialogue by its id. */
export function InvitedInstitutions({
  institutions,
  children,
}: {
  institutions: readonly InvitedView[];
  children: ReactNode;
}) {
  const labels = useMemo(
    () => new Map(institutions.map(({ institution }) => [institution.id as string, institution])),
    [institutions],
  );
  return <Invited.Provider value={labels}>{children}</Invited.Provider>;
}

export function Institution({ id, isFull }: { id: string; isFull?: boolean }) {
  const { language } = useI18n();
  const label = useContext(Invited).get(id);
  if (!label) return null;
  return (
    <InstitutionBadge
      kind={label.kind}
      acronym={label.acronym}
      name={institutionName(label.names, language)}
      isFull={isFull}
    />
  );
}

/** The short names of institutions by id, for sentences. */
export function useInstitutionNames(): (id: string) => string {
  const { language } = useI18n();
  const labels = useContext(Invited);
  return (id) => {
    const label = labels.get(id);
    return label ? institutionShortName(label, language) : '';
  };
}
