import { PassThrough } from 'node:stream';
import {
  type AppLoadContext,
  createReadableStreamFromReadable,
  type EntryContext,
  type HandleErrorFunction,
} from '@remix-run/node';
import { isRouteErrorResponse, RemixServer } from '@remix-run/react';
import { isbot } from 'isbot';
import { renderToPipeableStream } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import { fallbackLanguage, isLanguage } from '#domain/languages';
import { NonceProvider } from './http/nonce';
import { serverI18n } from './i18n/i18n.server';

const abortAfterMs = 10_000;

/** What nobody expected goes to the log; refusals, wrong methods and readers who left do not. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return;
  context.reportError(isRouteErrorResponse(error) ? new Error(String(error.data)) : error);
};

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  entry: EntryContext,
  { cspNonce, reportError }: AppLoadContext,
): Promise<Response> {
  const rootData = entry.staticHandlerContext.loaderData.root as { language?: unknown } | undefined;
  const language = isLanguage(rootData?.language) ? rootData.language : fallbackLanguage;
  const waitForAll = isbot(request.headers.get('user-agent') ?? '');

  return new Promise((resolve, reject) => {
    let hasStarted = false;
    const start = () => {
      hasStarted = true;
      const body = new PassThrough();
      headers.set('Content-Type', 'text/html; charset=utf-8');
      resolve(new Response(createReadableStreamFromReadable(body), { status, headers }));
      pipe(body);
    };
    const { pipe, abort } = renderToPipeableStream(
      <NonceProvider value={cspNonce}>
        <I18nextProvider i18n={serverI18n(language)}>
          <RemixServer context={entry} url={request.url} nonce={cspNonce} abortDelay={abortAfterMs} />
        </I18nextProvider>
      </NonceProvider>,
      {
        nonce: cspNonce,
        onShellReady: waitForAll ? undefined : start,
        onAllReady: waitForAll ? start : undefined,
        onShellError: reject,
        onError(error) {
          if (hasStarted) reportError(error);
        },
      },
    );
    setTimeout(abort, abortAfterMs).unref();
  });
}
