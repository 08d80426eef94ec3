import { describe, expect, it } from 'vitest';
import { csvResponse } from './csv.server';

describe('csvResponse', () => {
  it('quotes what needs it, disarms formulas and leaves numbers alone', async () => {
    const response = csvResponse({
      language: 'en',
      name: 'members',
      header: ['Name', 'Count'],
      rows: [
        ['Budget, "Trésor"', -3],
        ['=HYPERLINK("x")', null],
      ],
    });
    expect(response.headers.get('Content-Disposition')).toBe('attachment; filename="members.csv"');
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(new TextDecoder().decode(bytes)).toBe(
      'Name,Count\r\n"Budget, ""Trésor""",-3\r\n"\'=HYPERLINK(""x"")",\r\n',
    );
  });

  it('separates by semicolons for those who write decimals with a comma', async () => {
    const response = csvResponse({
      language: 'fr',
      name: 'members',
      header: ['Nom', 'Nombre'],
      rows: [['A, B', 1]],
    });
    expect(await response.text()).toBe('Nom;Nombre\r\n"A, B";1\r\n');
  });
});
