import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { syncPath } from '#domain/documents/protocol';
import type { Upgrade } from '#server/sync/sockets';
import type { Config } from '../config/config';
import { clientAddress } from './client-address';
import { documentIdIn } from './document-path';
import { networkOf } from './network-of';
import { isOwnOrigin } from './origin';
import { readPath } from './well-formed';

/**
 * The one listener to upgrades: `/sync/<documentId>` from our own pages goes on, everything else is refused. In
 * development other paths are left to Vite, which listens on the same server.
 */
export function listenToUpgrades(
  httpServer: Server,
  { config, onSync }: { config: Config; onSync: (upgrade: Upgrade) => Promise<void> },
): void {
  httpServer.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    // Not a function made here, which would keep the request in memory for as long as the socket lives.
    socket.on('error', socket.destroy);
    const pathname = readPath(request.url);
    if (pathname === null) return refuse(socket, '400 Bad Request');
    if (!pathname.startsWith(syncPath)) {
      if (!config.isDevelopment) socket.destroy();
      return;
    }
    const { origin, host } = request.headers;
    if (!isOwnOrigin({ origin, host }, config)) return refuse(socket, '403 Forbidden');
    const documentId = documentIdIn(pathname, syncPath);
    if (documentId === null) return refuse(socket, '404 Not Found');
    const parameters = new URL(request.url ?? '', 'http://localhost').searchParams;
    const network = networkOf(clientAddress(request, config.trustProxy));
    void onSync({ request, socket, head, documentId, network, parameters });
  });
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
