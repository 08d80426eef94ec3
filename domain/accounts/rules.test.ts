import { describe, expect, it } from 'vitest';
import { emailKeyOf, passwordProblem } from './rules';

describe('account rules', () => {
  it('finds an address whatever its case and spaces', () => {
    expect(emailKeyOf('  Plan@Sante.GOV.mg ')).toBe('plan@sante.gov.mg');
  });

  it('refuses eleven characters and accepts twelve', () => {
    expect(passwordProblem('elevenchars', 'a@b.mg')).toBe('too_short');
    expect(passwordProblem('twelve chars', 'a@b.mg')).toBeNull();
  });

  it('counts characters, not the units that they are stored in', () => {
    expect(passwordProblem('🌿🌿🌿🌿🌿🌿', 'a@b.mg')).toBe('too_short');
  });

  it('refuses a text too long to hash in reasonable time', () => {
    expect(passwordProblem('x'.repeat(257), 'a@b.mg')).toBe('too_long');
  });

  it('refuses the address itself as the password', () => {
    expect(passwordProblem('Planning@sante.mg', 'planning@SANTE.mg')).toBe('is_email');
  });
});
