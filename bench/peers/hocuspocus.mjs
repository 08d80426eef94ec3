// Hocuspocus with its SQLite extension, as its documentation sets them up. Arguments: directory, port.
import { join } from 'node:path';
import { SQLite } from '@hocuspocus/extension-sqlite';
import { Server } from '@hocuspocus/server';
import { announce } from '../sync/probe.mjs';

const [directory, port] = process.argv.slice(2);
const server = new Server({
  port: Number(port),
  address: '127.0.0.1',
  quiet: true,
  extensions: [new SQLite({ database: join(directory, 'documents.sqlite') })],
});
await server.listen();
announce();
