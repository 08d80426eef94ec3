import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '#app/features/workspaces/gate.server';
import { wholeList } from '#app/http/list-params';
import { serverI18n } from '#app/i18n/i18n.server';
import { readLanguage } from '#app/i18n/language.server';
import { heardShare } from '#domain/dialogues/feedback';
import type { Participation } from '#domain/dialogues/participation';
import { institutionName } from '#domain/institutions/name';
import { readParticipationFilter } from './filters.server';
import { minutesOf } from './minutes-of';

const figures = [
  ...(['invited', 'accepted', 'came', 'interventions', 'spoken', 'positions'] as const),
  ...(['correctionsProposed', 'corrections', 'feedbackAsked', 'feedback', 'heardPercent'] as const),
];

/** The participation that the address asks for, as a table for files; what is not the reader's to know is empty. */
export async function readParticipationTable(args: LoaderFunctionArgs) {
  const { actor, workspace } = await requireMember(args);
  const language = await readLanguage(args);
  const { institutionId, ...wanted } = readParticipationFilter(args.request);
  const asked = { actor, workspaceId: workspace.id };
  const filter = { ...wanted, ...wholeList, language };
  const service = args.context.services.participation;
  const t = serverI18n(language).getFixedT(null, 'participation');
  const table = (first: readonly string[], rows: (string | number | null)[][]) => ({
    ...{ language, name: `${workspace.slug}-participation`, rows },
    header: [...first, ...figures].map((key) => t(key)),
  });
  if (!institutionId) {
    const { page } = await service.listParticipation(asked, filter);
    return table(
      ['institution'],
      page.rows.map(({ institution: { acronym, names }, participation }) => [
        [acronym, institutionName(names, language)].filter(Boolean).join(' – '),
        ...cellsOf(participation),
      ]),
    );
  }
  const { page } = await service.listOfInstitution({ ...asked, institutionId }, filter);
  return table(
    ['number', 'dialogue', 'startsUtc'],
    page.rows.map(({ dialogue: { number, title, startsAt }, participation }) => [
      ...[number, title, startsAt],
      ...cellsOf(participation),
    ]),
  );
}

function cellsOf({ invited, accepted, came, voice, feedback }: Participation): (number | null)[] {
  const share = feedback && heardShare(feedback.heard);
  return [
    ...[invited, accepted, came, voice?.interventions ?? null, voice && minutesOf(voice)],
    ...[voice?.positions ?? null, voice?.corrections ?? null, voice?.correctionsAnswered ?? null],
    ...[feedback?.asked ?? null, feedback?.given ?? null, share === null ? null : Math.round(share * 100)],
  ];
}
