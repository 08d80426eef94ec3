import { expect, it } from 'vitest';
import { WireFrames } from './wire-frames';

const whole = (message: Uint8Array) => Buffer.concat(new WireFrames().piecesOf(message));

it.each([
  [0, [0x82, 0]],
  [125, [0x82, 125]],
  [126, [0x82, 126, 0, 126]],
  [65_535, [0x82, 126, 255, 255]],
  [65_536, [0x82, 127, 0, 0, 0, 0, 0, 1, 0, 0]],
])('a message of %i bytes stands behind the header of RFC 6455', (length, header) => {
  const message = Buffer.alloc(length, 7);
  const frame = whole(message);
  expect([...frame.subarray(0, header.length)]).toEqual(header);
  expect(frame.subarray(header.length).equals(message)).toBe(true);
});

it('a message to many is framed once, and another one anew', () => {
  const wire = new WireFrames();
  const message = Uint8Array.of(1, 2, 3);
  const [frame] = wire.piecesOf(message);
  expect(wire.piecesOf(message)[0]).toBe(frame);
  expect([...(wire.piecesOf(Uint8Array.of(4))[0] as Uint8Array)]).toEqual([0x82, 1, 4]);
});
