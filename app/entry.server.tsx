import { Writable } from 'node:stream';
import type { AppLoadContext, EntryContext, HandleErrorFunction } from '@remix-run/node';
import { isRouteErrorResponse, RemixServer } from '@remix-run/react';
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

  // No page defers data, so the answer goes out in one piece: half the work of streaming it in fifty.
  return new Promise((resolve, reject) => {
    let isShellReady = false;
    const { pipe, abort } = renderToPipeableStream(
      <NonceProvider value={cspNonce}>
        <I18nextProvider i18n={serverI18n(language)}>
          <RemixServer context={entry} url={request.url} nonce={cspNonce} abortDelay={abortAfterMs} />
        </I18nextProvider>
      </NonceProvider>,
      {
        nonce: cspNonce,
        onShellReady() {
          isShellReady = true;
        },
        onAllReady() {
          clearTimeout(timeout);
          headers.set('Content-Type', 'text/html; charset=utf-8');
          pipe(collect((body) => resolve(new Response(body, { status, headers }))));
        },
        onShellError: reject,
        onError(error) {
          if (isShellReady) reportError(error);
        },
      },
    );
    const timeout = setTimeout(abort, abortAfterMs);
  });
}

/** A sink that gives all that was written to it at once. */
function collect(onFinished: (body: Buffer<ArrayBuffer>) => void): Writable {
  const chunks: Buffer[] = [];
  return new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
    },
    final(done) {
      onFinished(Buffer.concat(chunks));
      done();
    },
  });
}
