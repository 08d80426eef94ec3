import { expect, test } from 'vitest';
import { Ways } from './ways';

function storeWith(value: string | null = null) {
  let kept = value;
  return {
    read: () => kept,
    keep(next: string) {
      kept = next || null;
    },
  };
}

test('a WebSocket is tried first, HTTP after one that got nothing through, and then in turn', () => {
  const ways = new Ways(storeWith());
  expect(ways.next).toBe('web_socket');
  ways.failed('web_socket');
  expect(ways.next).toBe('http');
  ways.failed('http');
  expect(ways.next).toBe('web_socket');
});

test('what has opened is what is tried next, also by the next page of the tab', () => {
  const store = storeWith();
  const ways = new Ways(store);
  ways.failed('web_socket');
  ways.opened('http');
  expect(ways.next).toBe('http');
  expect(new Ways(store).next).toBe('http');
  ways.opened('web_socket');
  expect(new Ways(store).next).toBe('web_socket');
});

test('that streams are held back is known until the network changes', () => {
  const store = storeWith();
  const ways = new Ways(store);
  ways.failed('web_socket');
  ways.heldBack();
  ways.opened('http');
  expect(new Ways(store)).toMatchObject({ next: 'http', isPolling: true });
  ways.forget();
  expect(new Ways(store)).toMatchObject({ next: 'web_socket', isPolling: false });
});
