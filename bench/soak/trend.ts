export interface Sample {
  minute: number;
  heapKiB: number;
  externalKiB: number;
  rssKiB: number;
}

/** Below this slope heap and buffers would take a week to grow by half a gigabyte: no leak of any connection or edit. */
const flatKiBPerMinute = 50;
/** A slope that is not this many times its own error says nothing. */
const certainty = 2;

export interface Trend {
  slope: number;
  /** Standard error of the slope. */
  error: number;
  isFlat: boolean;
}

/** KiB a minute over the second half of the samples, by least squares. */
export function trendOf(samples: Sample[], figure: (sample: Sample) => number): Trend {
  const half = samples.slice(Math.floor(samples.length / 2));
  const middle = mean(half.map(({ minute }) => minute));
  const level = mean(half.map(figure));
  const spread = sum(half.map(({ minute }) => (minute - middle) ** 2));
  const slope = sum(half.map((sample) => (sample.minute - middle) * (figure(sample) - level))) / spread;
  const rest = sum(half.map((sample) => (figure(sample) - level - slope * (sample.minute - middle)) ** 2));
  const error = Math.sqrt(rest / Math.max(1, half.length - 2) / spread);
  return { slope, error, isFlat: slope <= flatKiBPerMinute || slope <= certainty * error };
}

/** The second half needs three of them to say anything. */
export const samplesAtLeast = 5;

/** What counts as flat, to be printed beside the verdict. */
export const flatMeans = `flat: at most ${flatKiBPerMinute} KiB a minute, or less than ${certainty} standard errors from it being level`;

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function mean(values: number[]): number {
  return sum(values) / values.length;
}
