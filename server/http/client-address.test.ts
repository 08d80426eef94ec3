import type { IncomingMessage } from 'node:http';
import { expect, it } from 'vitest';
import { clientAddress } from './client-address';

function from(remoteAddress: string, forwarded?: string): IncomingMessage {
  return {
    socket: { remoteAddress },
    headers: { 'x-forwarded-for': forwarded },
  } as unknown as IncomingMessage;
}

it('without proxies the address is the socket’s, whatever the client claims', () => {
  expect(clientAddress(from('203.0.113.9', '198.51.100.1'), 0)).toBe('203.0.113.9');
});

it('behind trusted proxies it is what the outermost of them saw', () => {
  expect(clientAddress(from('10.0.0.1', '198.51.100.1'), 1)).toBe('198.51.100.1');
  expect(clientAddress(from('10.0.0.1', '1.1.1.1, 198.51.100.1 , 10.0.0.2'), 2)).toBe('198.51.100.1');
});

it('with fewer entries than proxies it is the first there is', () => {
  expect(clientAddress(from('10.0.0.1'), 2)).toBe('10.0.0.1');
  expect(clientAddress(from('10.0.0.1', '198.51.100.1'), 3)).toBe('198.51.100.1');
});
