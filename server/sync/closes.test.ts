import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Closes } from './closes';
import { Meter } from './meter';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

function makeCloses() {
  const lines: { level: string; fields: Record<string, unknown> }[] = [];
  const at = (level: string) => (fields: object) => void lines.push({ level, fields: { ...fields } });
  const meter = new Meter();
  const closes = new Closes({ log: { info: at('info'), warn: at('warn'), error: at('error') }, meter });
  const close = (code: number) =>
    closes.closed({
      code,
      reason: 'why',
      accountId: 'a',
      network: '203.0.113.9',
      documentId: 'd',
      bytesIn: 1,
      bytesOut: 2,
      ageMs: 3,
    });
  return { lines, meter, close };
}

it('an abnormal close is one line that says who, where, why, how much and how old', () => {
  const { lines, close } = makeCloses();
  close(4400);
  expect(lines).toEqual([
    {
      level: 'warn',
      fields: {
        code: 4400,
        reason: 'why',
        accountId: 'a',
        network: '203.0.113.9',
        documentId: 'd',
        bytesIn: 1,
        bytesOut: 2,
        ageMs: 3,
      },
    },
  ]);
});

it('a closed tab is no line, a lost line or right is no warning; all are counted', () => {
  const { lines, meter, close } = makeCloses();
  for (const code of [1000, 1001, 1005, 1006, 4403, 1013]) close(code);
  expect(lines.map(({ level }) => level)).toEqual(['info', 'info', 'warn']);
  expect([...meter.closes.keys()]).toEqual([1000, 1001, 1005, 1006, 4403, 1013]);
});

it('a flood of closes is counted whole and logged in part, and the log says so', () => {
  const { lines, meter, close } = makeCloses();
  for (let i = 0; i < 1_000; i++) close(1002);
  expect(lines).toHaveLength(50);
  expect(meter.closes.get(1002)).toBe(1_000);
  vi.advanceTimersByTime(10_000);
  close(1002);
  expect(lines.at(-1)?.fields.unlogged).toBe(950);
  close(1002);
  expect(lines.at(-1)?.fields).not.toHaveProperty('unlogged');
});
