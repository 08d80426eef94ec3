import type { LoaderFunctionArgs } from '@remix-run/node';
import { reportDocument } from '#app/features/dialogues/report/report-document.server';
import { requireMember } from '#app/features/workspaces/gate.server';
import { guardLoader } from '#app/http/guard';
import { serverI18n } from '#app/i18n/i18n.server';
import { readLanguage } from '#app/i18n/language.server';
import { confidentialities } from '#domain/dialogues/kinds';
import type { DialogueId } from '#domain/ids';
import { languages } from '#domain/languages';

const types = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  json: 'application/json; charset=utf-8',
};

/** The report of a dialogue: ?as=docx, pdf or json, ?language, and ?audience for a copy that may be handed on. */
export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { actor, workspace } = await requireMember(args);
  const { dialogues } = args.context.services;
  const { searchParams } = new URL(args.request.url);
  const asked = <T extends string>(name: string, known: readonly T[], usual: T) =>
    known.find((value) => value === searchParams.get(name)) ?? usual;
  const as = asked('as', ['docx', 'pdf', 'json'] as const, 'json');
  const language = asked('language', languages, await readLanguage(args));
  const report = await dialogues.dialogueReport({
    ...{ actor, workspaceId: workspace.id, dialogueId: args.params.id as DialogueId },
    audience: asked('audience', confidentialities, 'convenor'),
  });
  const body =
    as === 'json'
      ? JSON.stringify(report)
      : await dialogues.writeReport({
          as,
          document: reportDocument(report, language),
        });
  const title = `${report.reference.replaceAll('/', '-')} ${report.dialogue.title}`;
  // Of several copies of one report the name says which is for whom.
  const forWhom = serverI18n(language).getFixedT(null, 'report')(`audience.${report.audience}`);
  const name = encodeURIComponent(`${title.replace(/[\\/:*?"<>|]/g, ' ').slice(0, 80)} – ${forWhom}.${as}`);
  return new Response(body as BodyInit, {
    headers: {
      'Content-Type': types[as],
      'Content-Disposition': `attachment; filename="report.${as}"; filename*=UTF-8''${name}`,
      'Cache-Control': 'private, no-store',
    },
  });
});
