import { describe, expect, it } from 'vitest';
import { type DomainErrorCode, domainErrorCodes } from '#domain/errors';
import { type Language, languages } from '#domain/languages';
import en from './catalogues/en/errors.json';
import es from './catalogues/es/errors.json';
import fr from './catalogues/fr/errors.json';

const catalogues: Record<Language, Partial<Record<DomainErrorCode, string>>> = { en, fr, es };

describe.each(languages)('refusals in %s', (language) => {
  it.each(domainErrorCodes)('%s says what happened, what was kept and what to do', (code) => {
    const words = catalogues[language][code] ?? '';
    expect(words.split(/[.!?](?:\s|$)/).filter(Boolean).length).toBeGreaterThanOrEqual(3);
  });
});
