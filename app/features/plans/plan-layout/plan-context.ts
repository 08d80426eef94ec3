import { useOutletContext } from '@remix-run/react';
import { useSaveState } from '#app/features/documents';
import type { FiscalYear } from '#domain/calendars';
import type { AccountId, DocumentId, PlanId } from '#domain/ids';
import type { InstitutionLabel } from '#domain/institutions/name';
import type { Language } from '#domain/languages';

/** What every tab of a plan knows about it. */
export interface OpenPlan {
  id: PlanId;
  title: string;
  language: Language;
  isArchived: boolean;
  documentId: DocumentId;
  epoch: number;
  /** The fiscal years of the plan, the first one first. */
  horizon: readonly FiscalYear[];
  /** `/w/<workspace>/plans/<plan>`, the address of the text tab; the others' begin with it. */
  address: string;
  workspace: { slug: string; name: string; currency: string };
  /** Institutions of the workspace, by name in the reader's language. */
  institutions: readonly InstitutionLabel[];
  /** The institution that the reader acts for. */
  acting: InstitutionLabel;
  person: { accountId: AccountId; name: string };
  rights: { canEdit: boolean; canImport: boolean; canSettle: boolean };
}

/** The plan that the page is about; for routes below `w.$slug.plans.$planId`. */
export function useOpenPlan(): OpenPlan {
  return useOutletContext<OpenPlan>();
}

/** Whether what one types would be taken: by right, and as far as the connection knows. */
export function useCanWrite(): boolean {
  const { rights } = useOpenPlan();
  const { state } = useSaveState();
  return rights.canEdit && state !== 'refused' && state !== 'read_only';
}
