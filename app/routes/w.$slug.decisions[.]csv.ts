import type { LoaderFunctionArgs } from '@remix-run/node';
import { readDecisionFilter } from '#app/features/dialogues/filters.server';
import { adReferendumText } from '#app/features/dialogues/report/ad-referendum.server';
import { requireMember } from '#app/features/workspaces/gate.server';
import { csvResponse } from '#app/http/csv.server';
import { guardLoader } from '#app/http/guard';
import { wholeList } from '#app/http/list-params';
import { serverI18n } from '#app/i18n/i18n.server';
import { readLanguage } from '#app/i18n/language.server';
import { institutionShortName } from '#domain/institutions/name';

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { actor, workspace } = await requireMember(args);
  const language = await readLanguage(args);
  const { rows } = await args.context.services.dialogues.pageDecisions(
    { actor, workspaceId: workspace.id },
    { ...readDecisionFilter(args.request), ...wholeList },
  );
  const t = serverI18n(language).getFixedT(null, 'dialogues');
  return csvResponse({
    language,
    name: `${workspace.slug}-decisions`,
    header: [
      'reference',
      'text',
      'state',
      'by',
      'rule',
      'verdict',
      'reservations',
      'adReferendum',
      'budget',
      'reviewOn',
      'decidedOn',
      'dialogue',
    ].map((key) => t(`report:register.${key}`)),
    rows: rows.map(({ rule, verdict, reservations, adReferendum, dialogue, ...line }) => [
      ...[line.reference, line.text, t(`decisionState.${line.state}`), line.by],
      ...[t(`rule.name_${rule.kind}`), t(`outcome.${verdict.outcome}`)],
      reservations
        .map(({ institution, reason }) =>
          institution ? `${institutionShortName(institution, language)} – ${reason}` : reason,
        )
        .join('\n'),
      // A file leaves the room, where under the Chatham House Rule no statement has a name.
      adReferendumText(dialogue.isChathamHouse ? adReferendum.map(() => null) : adReferendum, language),
      ...[line.budgetImplication, line.reviewOn, line.decidedAt.slice(0, 10), dialogue.title],
    ]),
  });
});
