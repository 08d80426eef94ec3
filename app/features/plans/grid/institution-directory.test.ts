import { describe, expect, it } from 'vitest';
import type { InstitutionId } from '#domain/ids';
import { InstitutionDirectory, type ListedInstitution } from './institution-directory';

function listed(id: string, acronym: string, ...names: string[]): ListedInstitution {
  return { id: id as InstitutionId, kind: 'agency', acronym, name: names[0] ?? '', names };
}

const directory = new InstitutionDirectory([
  listed('who', 'WHO', 'World Health Organization', 'Organisation mondiale de la Santé', 'OMS'),
  listed('msanp', 'MSANP', 'Ministère de la Santé publique'),
  listed('cnaps', 'CNaPS', 'Caisse nationale de prévoyance sociale'),
  listed('union-a', 'CTM', 'Conférence des travailleurs'),
  listed('union-b', 'CTM', 'Confédération des travailleurs malgaches'),
]);
const ids = (text: string) => directory.resolveAll(text).map((ref) => ref.institutionId ?? `?${ref.text}`);

describe('institutions as people type them', () => {
  it('are found by id when they were chosen from the list, also where two bear the acronym', () => {
    expect(directory.resolve('union-b')).toEqual({ institutionId: 'union-b', text: 'CTM' });
  });

  it('are found by acronym or name, whatever the case, accents and stops', () => {
    for (const text of ['who', 'O.M.S.', 'organisation mondiale de la sante', ' OMS ']) {
      expect(directory.resolve(text).institutionId).toBe('who');
    }
  });

  it('are found by a name with its acronym behind it', () => {
    expect(directory.resolve('Ministère de la santé publique (MSANP)').institutionId).toBe('msanp');
  });

  it('are kept as free text where nobody, or two, answer to it', () => {
    expect(directory.resolve(' Croix-Rouge ')).toEqual({ institutionId: null, text: 'Croix-Rouge' });
    expect(directory.resolve('CTM').institutionId).toBeNull();
  });

  it('are split at semicolons and line breaks always, at commas only where every part is known', () => {
    expect(ids('MSANP; OMS\nCNaPS')).toEqual(['msanp', 'who', 'cnaps']);
    expect(ids('MSANP, OMS / CNaPS')).toEqual(['msanp', 'who', 'cnaps']);
    expect(ids('MSANP et CNaPS')).toEqual(['msanp', 'cnaps']);
    expect(ids('Ministère du travail, de l’emploi; OMS')).toEqual([
      '?Ministère du travail, de l’emploi',
      'who',
    ]);
  });
});
