import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '#app/features/workspaces/gate.server';
import { readListParams } from '#app/http/list-params';
import { serverI18n } from '#app/i18n/i18n.server';
import { readLanguage } from '#app/i18n/language.server';
import type { DialogueId } from '#domain/ids';

/** The registrations that the search finds, as a table for files. */
export async function readRegistrationTable(args: LoaderFunctionArgs) {
  const { actor, workspace } = await requireMember(args);
  const { search } = readListParams(args.request, { sorts: ['name'], fallback: 'name' });
  const { rows } = await args.context.services.registrations.listRegistrations({
    ...{ actor, workspaceId: workspace.id, dialogueId: args.params.id as DialogueId },
    search,
  });
  const language = await readLanguage(args);
  const t = serverI18n(language).getFixedT(null, 'meetings');
  const columns = ['name', 'position', 'institution', 'email', 'registeredAt', 'attendance'];
  return {
    language,
    name: `${workspace.slug}-registrations`,
    title: t('people.title'),
    header: columns.map((key) => t(`people.${key}`)),
    rows: rows.map(({ name, position, institution, email, registeredAt, attendance }) => [
      ...[name, position, institution, email, registeredAt],
      attendance && t(`attendance.${attendance}`),
    ]),
  };
}
