import type { LoaderFunctionArgs } from '@remix-run/node';
import { guardLoader } from '#app/http/guard';
import type { DialogueId } from '#domain/ids';

/** A public dialogue as a file for calendars. */
export const loader = guardLoader(async ({ params, context }: LoaderFunctionArgs) => {
  const text = await context.services.publicDialogues.writePublicCalendar({
    slug: params.slug ?? '',
    dialogueId: params.id as DialogueId,
  });
  return new Response(text, {
    headers: {
      'Cache-Control': 'public, max-age=300',
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': `attachment; filename="dialogue.ics"`,
    },
  });
});
