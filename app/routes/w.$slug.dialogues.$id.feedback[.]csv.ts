import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '#app/features/workspaces/gate.server';
import { csvResponse } from '#app/http/csv.server';
import { guardLoader } from '#app/http/guard';
import { serverI18n } from '#app/i18n/i18n.server';
import { readLanguage } from '#app/i18n/language.server';
import type { DialogueId } from '#domain/ids';
import { institutionName } from '#domain/institutions/name';

const columns = ['institution', 'heard', 'usefulness', 'text', 'givenAt', 'reply', 'repliedAt'] as const;

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { actor, workspace } = await requireMember(args);
  const answers = await args.context.services.feedback.listFeedback({
    ...{ actor, workspaceId: workspace.id, dialogueId: args.params.id as DialogueId },
  });
  const language = await readLanguage(args);
  const t = serverI18n(language).getFixedT(null, 'feedback');
  return csvResponse({
    language,
    name: `${workspace.slug}-feedback`,
    header: columns.map((key) => t(`list.${key}`)),
    rows: answers.map(({ institution: { acronym, names }, given }) => {
      const name = [acronym, institutionName(names, language)].filter(Boolean).join(' – ');
      if (!given) return [name, null, null, null, null, null, null];
      const { heard, usefulness, text, givenAt, reply, repliedAt } = given;
      return [name, t(`heardBy.${heard}`), usefulness, text, givenAt, reply, repliedAt];
    }),
  });
});
