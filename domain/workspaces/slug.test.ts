import { describe, expect, it } from 'vitest';
import { isSlug, slugOf } from './slug';

describe('slugs', () => {
  it('are small letters, digits and single hyphens', () => {
    for (const good of ['mg', 'madagascar-2030', 'a'.repeat(40)]) expect(isSlug(good)).toBe(true);
    for (const bad of ['', 'a', 'A-b', 'a--b', '-a', 'a-', 'a b', 'é1', 'a'.repeat(41)])
      expect(isSlug(bad)).toBe(false);
  });

  it('come from names', () => {
    expect(slugOf('Feuille de route — Côte d’Ivoire')).toBe('feuille-de-route-cote-d-ivoire');
    expect(isSlug(slugOf('Plan national de développement sanitaire et social 2026–2030'))).toBe(true);
  });
});
