import type { IncomingMessage, ServerResponse } from 'node:http';
import { syncHttpPath } from '#domain/documents/http-protocol';
import type { HttpTarget } from '#server/sync/http-channels';
import type { Config } from '../config/config';
import { clientAddress } from './client-address';
import { documentIdIn } from './document-path';
import { networkOf } from './network-of';
import { isOwnOrigin } from './origin';
import { readPath } from './well-formed';

/**
 * Requests to `/sync-http/<documentId>` go on to the sync engine under the terms of the WebSocket's upgrade: from our
 * own pages only, and 404 for what can be no document. Stands before whatever reads, limits or compresses bodies.
 */
export function syncRequests({
  config,
  onSyncHttp,
}: {
  config: Config;
  onSyncHttp: (request: IncomingMessage, response: ServerResponse, target: HttpTarget) => Promise<void>;
}) {
  return (request: IncomingMessage, response: ServerResponse, next: () => void): void => {
    const pathname = readPath(request.url);
    if (!pathname?.startsWith(syncHttpPath)) {
      next();
      return;
    }
    const { origin, host } = request.headers;
    const documentId = documentIdIn(pathname, syncHttpPath);
    if (request.method !== 'POST') refuse(response, 405);
    else if (!isOwnOrigin({ origin, host }, config)) refuse(response, 403);
    else if (documentId === null) refuse(response, 404);
    else {
      const parameters = new URL(request.url ?? '', 'http://localhost').searchParams;
      const network = networkOf(clientAddress(request, config.trustProxy));
      void onSyncHttp(request, response, { documentId, network, parameters });
    }
  };
}

function refuse(response: ServerResponse, status: number): void {
  if (status === 405) response.setHeader('Allow', 'POST');
  response.writeHead(status, { 'Content-Length': 0 }).end();
}
