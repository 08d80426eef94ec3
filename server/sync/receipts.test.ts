import { expect, it } from 'vitest';
import { Receipts } from './receipts';

it('vouches for frames in order, once', () => {
  const receipts = new Receipts();
  const first = receipts.accepted(receipts.receive(), { carriesAll: true });
  const second = receipts.accepted(receipts.receive(), { carriesAll: false });
  receipts.durable(first);
  expect(receipts.next()).toBe(1);
  expect(receipts.next()).toBe(null);
  receipts.durable(second);
  expect(receipts.next()).toBe(2);
});

it('vouches for nothing behind a dropped frame until all that the client has is on disk', () => {
  const receipts = new Receipts();
  receipts.durable(receipts.accepted(receipts.receive(), { carriesAll: true }));
  receipts.dropped(receipts.receive());
  const behind = receipts.accepted(receipts.receive(), { carriesAll: false });
  const all = receipts.accepted(receipts.receive(), { carriesAll: true });
  receipts.durable(behind);
  expect(receipts.next()).toBe(1);
  receipts.durable(all);
  expect(receipts.next()).toBe(4);
});
