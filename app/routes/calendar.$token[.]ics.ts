import type { LoaderFunctionArgs } from '@remix-run/node';
import { writeCalendar } from '#app/features/calendar-feeds/write-calendar.server';
import { guardLoader } from '#app/http/guard';
import { visitorLanguage } from '#app/i18n/i18n.server';

/** A person's calendar feed: whoever holds the address reads it, without signing in. */
export const loader = guardLoader(async ({ params, request, context }: LoaderFunctionArgs) => {
  const content = await context.services.calendarFeeds.readFeed({
    token: params.token ?? '',
    address: context.address,
  });
  const language = content.language ?? (await visitorLanguage(request));
  const { text, etag } = writeCalendar({ content, language, publicUrl: context.publicUrl });
  const headers = {
    'Cache-Control': 'private, max-age=300',
    ETag: etag,
    'Content-Type': 'text/calendar; charset=utf-8',
    'X-Robots-Tag': 'noindex',
  };
  if (request.headers.get('If-None-Match')?.includes(etag))
    return new Response(null, { status: 304, headers });
  return new Response(text, { headers });
});
