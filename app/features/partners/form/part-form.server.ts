import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { z } from 'zod';
import { requireMember } from '#app/features/workspaces/gate.server';
import { handleForm } from '#app/http/form.server';
import { malformed, readForm } from '#app/http/read-form.server';
import { pageTitle } from '#app/i18n/language.server';
import type { InstitutionId } from '#domain/ids';
import type { Fields } from '#domain/partners/differences';
import { type FactsOf, partSchemas } from '#domain/partners/facts';
import type { ProposalSubject } from '#domain/partners/kinds';
import type { ListedPart } from '#server/features/partners';

/** In which tab the parts of a kind are listed, below the partner's address. */
const tabs: Record<ProposalSubject, string> = {
  profile: '',
  focal_person: '/people',
  mandate: '/mandates',
  document: '/documents',
};

const reason = z.object({
  reason: z.string({ required_error: 'reasonMissing' }).trim().min(1, 'reasonMissing').max(2000, 'tooLong'),
});

/** What the form of a part shows; `partId` "new" in the address adds one. */
export async function loadPart<S extends ProposalSubject>(args: LoaderFunctionArgs, subject: S) {
  const { found, at, id } = await findPart(args, subject);
  const verb = found.isKeeper ? 'keep' : 'propose';
  const title = await pageTitle(args, `partners:form.${verb}.${id === null ? 'add' : 'edit'}.${subject}`);
  return { ...found, title, backTo: `${at}${tabs[subject]}` };
}

/** Saves or removes the part where the person keeps the record, else proposes to. */
export async function actOnPart<S extends ProposalSubject>(args: ActionFunctionArgs, subject: S) {
  const { found, at, id, to } = await findPart(args, subject);
  const { partners } = args.context.services;
  const formData = await readForm(args.request);
  const seen = readSeen(formData);
  splitLines(formData, 'aliases');
  const isRemoval = formData.get('act') === 'remove' && subject !== 'profile' && id !== null;
  const saved = (what: string) => redirect(`${at}${tabs[subject]}?done=${what}`);
  const propose = async (facts: Fields | null, why: string) => {
    const change = { subject, subjectId: id, facts, seen };
    await partners.propose({ ...to, change, reason: why });
    return redirect(`${at}/proposals?done=proposed`);
  };

  if (!found.isKeeper) {
    const schema = isRemoval ? reason : partSchemas[subject].and(reason);
    return handleForm({
      formData,
      schema,
      act: ({ reason: why, ...facts }: Fields & { reason: string }) => propose(isRemoval ? null : facts, why),
    });
  }
  if (isRemoval) {
    await partners.removePart({ ...to, subject, id });
    return saved('removed');
  }
  return handleForm({
    formData,
    schema: partSchemas[subject] as z.ZodType<FactsOf<S>, z.ZodTypeDef, unknown>,
    act: async (facts) => {
      if (id !== null) await partners.editPart({ ...to, subject, id, facts, seen });
      else
        await partners.addPart({
          ...to,
          subject: subject as ListedPart,
          facts: facts as FactsOf<ListedPart>,
        });
      return saved('saved');
    },
  });
}

async function findPart<S extends ProposalSubject>(
  args: LoaderFunctionArgs | ActionFunctionArgs,
  subject: S,
) {
  const { actor, workspace } = await requireMember(args);
  const institutionId = args.params.id as InstitutionId;
  const { partId } = args.params;
  const id = subject === 'profile' ? institutionId : partId === 'new' ? null : String(partId);
  const to = { actor, workspaceId: workspace.id, institutionId };
  const found = await args.context.services.partners.findPart({ ...to, subject, id });
  return { found, id, to, at: `/w/${workspace.slug}/partners/${institutionId}` };
}

/** What the form showed before anything was typed. */
export function readSeen(formData: FormData): Fields | undefined {
  const text = formData.get('seen');
  formData.delete('seen');
  if (text === null) return undefined;
  try {
    const seen: unknown = JSON.parse(String(text));
    if (seen !== null && typeof seen === 'object' && !Array.isArray(seen)) return seen as Fields;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw malformed();
}

/** One a line becomes one value a line. */
function splitLines(formData: FormData, name: string): void {
  const text = formData.get(name);
  if (typeof text !== 'string') return;
  formData.delete(name);
  for (const line of text.split('\n')) if (line.trim()) formData.append(name, line.trim());
}
