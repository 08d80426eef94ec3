import type { z } from 'zod';
import { DomainError } from '#domain/errors';
import type { InstitutionId } from '#domain/ids';
import type { Language } from '#domain/languages';
import type { Actor } from '#domain/workspaces/actor';
import type { NewWorkspace } from '#server/features/workspaces';
import type { newWorkspaceSchema } from './schemas';

/** The form's answer as the command takes it. The first calendar holds for every year until another is added. */
export function newWorkspaceOf(
  value: z.output<typeof newWorkspaceSchema>,
  { actor, language }: { actor: Actor; language: Language },
): NewWorkspace {
  const { slug, name, country, currency, languages, startMonth, startDay } = value;
  return {
    actor,
    slug,
    name,
    country,
    currency,
    languages,
    calendars: [{ appliesFrom: '1960-01-01', startMonth, startDay }],
    institution: institutionOf(value, language),
    convenor: convenorOf(value),
  };
}

function institutionOf(
  value: z.output<typeof newWorkspaceSchema>,
  language: Language,
): NewWorkspace['institution'] {
  if (value.institutionId) return { id: value.institutionId as InstitutionId };
  const names = { en: '', fr: '', es: '', [language]: value.institutionName };
  const { country, institutionAcronym: acronym } = value;
  return { facts: { kind: 'ministry', country, names, acronym, identifiers: [] } };
}

function convenorOf({
  convenor,
  email,
}: Pick<z.output<typeof newWorkspaceSchema>, 'convenor' | 'email'>): NewWorkspace['convenor'] {
  if (convenor === 'self') return { by: 'self' };
  if (convenor === 'link') return { by: 'invitation', email: null };
  if (email === null) throw new DomainError({ code: 'invalid_input', details: { field: 'email' } });
  return { by: 'invitation', email };
}
