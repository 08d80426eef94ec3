// The server that y-websocket 2 comes with, over LevelDB, as its readme starts it. Arguments: directory, port.
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { announce } from '../sync/probe.mjs';

const [directory, port] = process.argv.slice(2);
process.env.YPERSISTENCE = join(directory, 'leveldb');
const require = createRequire(import.meta.url);
const { setupWSConnection } = require('y-websocket/bin/utils');
// The same version of ws that the package itself brings.
const fromPackage = createRequire(require.resolve('y-websocket/bin/utils'));
const WebSocket = fromPackage('ws');

const webSockets = new WebSocket.Server({ noServer: true });
webSockets.on('connection', setupWSConnection);
const server = createServer();
server.on('upgrade', (request, socket, head) => {
  webSockets.handleUpgrade(request, socket, head, (webSocket) =>
    webSockets.emit('connection', webSocket, request),
  );
});
server.listen(Number(port), '127.0.0.1', announce);
