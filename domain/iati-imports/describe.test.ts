import { expect, it } from 'vitest';
import { describeDifference } from './describe';

const text = (language: string | null, words: string) => ({ language, text: words });

it('a difference of texts names each side with its language', () => {
  const held = [text('en', 'Clinics'), text('fr', 'Cliniques')];
  const coming = [text('en', 'Hospitals'), text('fr', 'Cliniques')];
  expect(describeDifference('titles', { held, coming, isConflict: true })).toEqual({
    field: 'titles',
    isConflict: true,
    held: ['Clinics (en)'],
    coming: ['Hospitals (en)'],
    more: 0,
  });
});

it('a difference of lists shows what one side has more, as often as it has, wherever it stands', () => {
  const fact = (amount: string, line: number) => ({
    line,
    type: '3',
    value: { amount, text: amount, currency: 'USD' },
  });
  const held = [fact('1', 1), fact('1', 2), fact('2', 3)];
  const coming = [fact('2', 9), fact('1', 8), fact('3', 7)];
  const { held: gone, coming: added } = describeDifference('transactions', {
    held,
    coming,
    isConflict: false,
  });
  expect(gone).toEqual(['3 · 1 · USD']);
  expect(added).toEqual(['3 · 3 · USD']);
});

it('a long difference is cut, and says by how much', () => {
  const coming = Array.from({ length: 50 }, (_, index) => ({ code: String(index) }));
  const described = describeDifference('sectors', { held: null, coming, isConflict: false });
  expect(described.coming).toHaveLength(12);
  expect(described.more).toBe(38);
});
