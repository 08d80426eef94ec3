import type { LoaderFunctionArgs } from '@remix-run/node';
import { readDialogueFilter } from '#app/features/dialogues/filters.server';
import { requireMember } from '#app/features/workspaces/gate.server';
import { csvResponse } from '#app/http/csv.server';
import { guardLoader } from '#app/http/guard';
import { wholeList } from '#app/http/list-params';
import { serverI18n } from '#app/i18n/i18n.server';
import { readLanguage } from '#app/i18n/language.server';

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { actor, workspace } = await requireMember(args);
  const language = await readLanguage(args);
  const { rows } = await args.context.services.dialogues.listDialogues(
    { actor, workspaceId: workspace.id },
    { ...readDialogueFilter(args.request), ...wholeList },
  );
  const t = serverI18n(language).getFixedT(null, 'dialogues');
  const columns = [
    'number',
    'dialogue',
    'type',
    'startsUtc',
    'timeZone',
    'place',
    'accepted',
    'invited',
    'state',
  ];
  return csvResponse({
    language,
    name: `${workspace.slug}-dialogues`,
    header: columns.map((key) => t(`meetings:list.${key}`)),
    rows: rows.map(({ number, title, type, startsAt, timeZone, place, accepted, invited, state }) => [
      ...[number, title, t(`type.${type}`), startsAt, timeZone, place],
      ...[accepted, invited, t(`state.${state}`)],
    ]),
  });
});
