import type { CycleEventKind } from '#domain/funding-cycles/kinds';

/** What each step looks like on a 20 x 20 grid: its shape and letter say what it is, without any colour. */
export const markShapes: Record<CycleEventKind, string> = {
  pledging: 'M10 1.500 18.500 8 15.500 18.500H4.500L1.500 8Z',
  allocation_letter: 'M1.500 4h17v12h-17Z',
  start: 'M3 1.500h11l4.500 8.500L14 18.500H3Z',
  window_opens: 'M1.500 2.500h10.500L18.500 10 12 17.500H1.500Z',
  window_closes: 'M18.500 2.500H8L1.500 10 8 17.500h10.500Z',
  review: 'M10 1.500a8.500 8.500 0 1 1 0 17 8.500 8.500 0 0 1 0-17Z',
  decision: 'M10 0.800 19.200 10 10 19.200 0.800 10Z',
  signature_target: 'M5.500 1.500h9l4 8.500-4 8.500h-9l-4-8.500Z',
  end: 'M2.500 2.500h15v15h-15Z',
};

/** A step of the budget: a flag on the day, with its letter. */
export const budgetShape = 'M2 1v18.500M2 1.500h16.500v12H2';
