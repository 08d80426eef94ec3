import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lanesOf, makeScale } from './scale';

describe('the scale of a timeline', () => {
  it('runs from the first day to the end of the last', () => {
    const { position, extent } = makeScale({ start: '2026-01-01', end: '2027-12-31' });
    expect(position('2026-01-01')).toBe(0);
    expect(position('2027-01-01')).toBe(50);
    expect(extent({ start: '2027-01-01', end: '2027-12-31' })).toEqual({ from: 50, length: 50 });
    expect(extent({ start: '2020-01-01', end: '2030-12-31' })).toEqual({ from: 0, length: 100 });
    expect(extent({ start: '2026-05-01', end: '2026-05-01' }).length).toBe(0.25);
  });

  it('keeps marks of one lane apart, and uses no lane without need', () => {
    const positions = fc
      .array(fc.integer({ min: 0, max: 100 }), { maxLength: 40 })
      .map((some) => some.sort((a, b) => a - b));
    fc.assert(
      fc.property(positions, fc.integer({ min: 1, max: 10 }), (all, gap) => {
        const lanes = lanesOf(all, gap);
        for (const lane of new Set(lanes)) {
          const own = all.filter((_position, index) => lanes[index] === lane);
          for (const [index, position] of own.entries())
            if (index > 0) expect(position - (own[index - 1] ?? 0)).toBeGreaterThanOrEqual(gap);
        }
        const mostAtOnce = Math.max(0, ...all.map((p) => all.filter((q) => q > p - gap && q <= p).length));
        expect(new Set(lanes).size).toBe(mostAtOnce);
      }),
    );
    expect(lanesOf([0, 0, 5, 40], 10)).toEqual([0, 1, 2, 0]);
  });
});
