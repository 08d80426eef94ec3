import { describe, expect, it } from 'vitest';
import { toCsv } from './csv';

describe('the exported file', () => {
  it('quotes what holds the separator, quotation marks or line breaks', () => {
    expect(toCsv([['a;b', 'say "yes"', 'two\nlines', 'plain']], ';')).toBe(
      '"a;b";"say ""yes""";"two\nlines";plain',
    );
  });

  it('disarms texts that a spreadsheet would run, and leaves numbers', () => {
    expect(toCsv([['=1+1', '+33', '@x', '-cmd', '-5,5', '12']], ';')).toBe("'=1+1;'+33;'@x;'-cmd;-5,5;12");
  });
});
