import { expect, it } from 'vitest';
import { Histogram, Meter } from './meter';

it('a histogram counts what is at most each bound, and all', () => {
  const histogram = new Histogram([1, 5]);
  for (const value of [0.5, 1, 3, 100]) histogram.observe(value);
  expect(histogram.lines('x')).toEqual([
    '# TYPE x histogram',
    'x_bucket{le="1"} 2',
    'x_bucket{le="5"} 3',
    'x_bucket{le="+Inf"} 4',
    'x_sum 104.5',
    'x_count 4',
  ]);
});

it('says how often connections ended with which code', () => {
  const meter = new Meter();
  for (const code of [4400, 1006, 4400]) meter.closed(code);
  expect(meter.exposition()).toContain(
    'concord_sync_closes_total{code="1006"} 1\nconcord_sync_closes_total{code="4400"} 2\n',
  );
});
