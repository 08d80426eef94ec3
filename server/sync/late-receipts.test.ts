import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LateReceipts } from './late-receipts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('a receipt that found nothing to go along with goes alone, each in its own time', () => {
  const late = new LateReceipts(50);
  const [first, second, third] = [0, 1, 2].map(() => ({ sendReceipt: vi.fn() }));
  late.add(first as never);
  vi.advanceTimersByTime(30);
  late.add(second as never);
  late.add(third as never);
  late.add(first as never);
  vi.advanceTimersByTime(20);
  expect(first?.sendReceipt).toHaveBeenCalledTimes(1);
  expect(second?.sendReceipt).not.toHaveBeenCalled();
  late.delete(third as never);
  vi.advanceTimersByTime(30);
  expect(second?.sendReceipt).toHaveBeenCalledTimes(1);
  expect(third?.sendReceipt).not.toHaveBeenCalled();
  expect(vi.getTimerCount()).toBe(0);
});
