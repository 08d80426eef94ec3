// The ceiling: appends the bytes, flushes them to the disk, forwards them. It knows no document, checks nothing, and
// what one turn of the disk gathers goes out in one write a client. Arguments: directory, port.
import { fdatasync, fstatSync, openSync, readFileSync, write } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { WebSocketServer } from 'ws';
import { announce } from '../sync/probe.mjs';

const [directory, port] = process.argv.slice(2);
const rooms = new Map();
const dirty = new Set();
let isWriting = false;

function roomOf(name) {
  let room = rooms.get(name);
  if (!room) {
    const file = join(directory, name.replaceAll(/\W/g, '_'));
    const fd = openSync(file, 'a');
    room = { file, fd, size: fstatSync(fd).size, sockets: new Map(), queue: [] };
    rooms.set(name, room);
  }
  return room;
}

/** A WebSocket frame around the payload: what is stored is what is sent. */
function framed(payload) {
  const { length } = payload;
  const header = Buffer.alloc(length < 126 ? 2 : length < 65_536 ? 4 : 10);
  header[0] = 0x82;
  if (length < 126) header[1] = length;
  else if (length < 65_536) {
    header[1] = 126;
    header.writeUInt16BE(length, 2);
  } else {
    header[1] = 127;
    header.writeBigUInt64BE(BigInt(length), 2);
  }
  return Buffer.concat([header, payload]);
}

function syncFrame(step, payload) {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, 0);
  encoding.writeVarUint(encoder, step);
  encoding.writeVarUint8Array(encoder, payload);
  return encoding.toUint8Array(encoder);
}

const emptyUpdate = Uint8Array.of(0, 0);
/** What is being written just now is not in it: that is forwarded once it is on the disk. */
const wholeLogThenSynced = (room) =>
  Buffer.concat([readFileSync(room.file).subarray(0, room.size), framed(syncFrame(1, emptyUpdate))]);

function receive(room, raw, data) {
  const decoder = decoding.createDecoder(data);
  if (decoding.readVarUint(decoder) !== 0) return relay(room, raw, framed(data), false);
  const step = decoding.readVarUint(decoder);
  if (step === 0) raw.write(wholeLogThenSynced(room));
  else if (data.length > 5) relay(room, raw, framed(step === 2 ? data : asUpdate(data)), true);
}

const asUpdate = (data) => syncFrame(2, data.subarray(data.length - readLength(data)));

function readLength(data) {
  const decoder = decoding.createDecoder(data);
  decoding.readVarUint(decoder);
  decoding.readVarUint(decoder);
  return decoding.readVarUint(decoder);
}

function relay(room, from, frame, isStored) {
  room.queue.push({ from, frame, isStored });
  dirty.add(room);
  if (!isWriting) {
    isWriting = true;
    setImmediate(flush);
  }
}

async function flush() {
  while (dirty.size > 0) {
    const batch = [...dirty].map((room) => ({ room, queue: room.queue.splice(0) }));
    dirty.clear();
    await Promise.all(batch.map(store));
    for (const { room, queue } of batch) forward(room, queue);
  }
  isWriting = false;
}

function store({ room, queue }) {
  const bytes = Buffer.concat(queue.filter(({ isStored }) => isStored).map(({ frame }) => frame));
  if (bytes.length === 0) return null;
  return new Promise((resolve, reject) => {
    const done = (error) => {
      if (error) return reject(error);
      room.size += bytes.length;
      resolve();
    };
    write(room.fd, bytes, (error) => (error ? reject(error) : fdatasync(room.fd, done)));
  });
}

function forward(room, queue) {
  const all = Buffer.concat(queue.map(({ frame }) => frame));
  const senders = new Set(queue.map(({ from }) => from));
  for (const raw of room.sockets.keys()) {
    if (!senders.has(raw)) raw.write(all);
    else {
      const others = queue.filter(({ from }) => from !== raw);
      if (others.length > 0) raw.write(Buffer.concat(others.map(({ frame }) => frame)));
    }
  }
}

const webSockets = new WebSocketServer({ noServer: true, clientTracking: false });
const server = createServer();
server.on('upgrade', (request, socket, head) => {
  webSockets.handleUpgrade(request, socket, head, (webSocket) => {
    const room = roomOf(request.url);
    room.sockets.set(socket, webSocket);
    webSocket.on('message', (data) => receive(room, socket, data));
    webSocket.on('close', () => room.sockets.delete(socket));
    webSocket.on('error', () => undefined);
    // Like the others, it asks for what the client has.
    socket.write(framed(syncFrame(0, Uint8Array.of(0))));
  });
});
server.listen(Number(port), '127.0.0.1', announce);
