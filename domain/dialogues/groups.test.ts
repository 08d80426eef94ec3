import { expect, it } from 'vitest';
import { institutionKinds } from '../institutions/kinds';
import { usualGroup } from './groups';

it('an institution sits with its like, and another country’s agency with the partners', () => {
  const seats = (isOfCountry: boolean) => institutionKinds.map((kind) => usualGroup({ kind, isOfCountry }));
  const others = ['development_partners', 'development_partners', 'civil_society', 'social_partners'];
  const rest = [...others, 'social_partners', 'civil_society'];
  expect(seats(true)).toEqual(['government', 'government', 'government', ...rest]);
  expect(seats(false)).toEqual([...Array(3).fill('development_partners'), ...rest]);
});
