import { describe, expect, it } from 'vitest';
import { instantOfLocal, isTimeZone, localTimeAt, placeOfTimeZone } from './local-time';

const iso = (date: string, time: string, zone: string) =>
  new Date(instantOfLocal({ date, time }, zone)).toISOString();

describe('the time of a dialogue', () => {
  it('names the place whose clocks it goes by', () => {
    expect(placeOfTimeZone('Indian/Antananarivo')).toBe('Antananarivo');
    expect(placeOfTimeZone('America/Argentina/Buenos_Aires')).toBe('Buenos Aires');
    expect(placeOfTimeZone('UTC')).toBe('UTC');
  });

  it('is read by the clocks of its place', () => {
    expect(iso('2026-12-10', '09:00', 'Indian/Antananarivo')).toBe('2026-12-10T06:00:00.000Z');
    expect(iso('2026-07-01', '09:00', 'Europe/Paris')).toBe('2026-07-01T07:00:00.000Z');
    expect(iso('2026-12-01', '00:00', 'UTC')).toBe('2026-12-01T00:00:00.000Z');
    expect(localTimeAt(Date.parse('2026-12-31T22:30:00.000Z'), 'Africa/Bujumbura')).toEqual({
      date: '2027-01-01',
      time: '00:30',
    });
  });

  it('is an instant also where clocks change', () => {
    expect(iso('2026-10-25', '02:30', 'Europe/Paris')).toBe('2026-10-25T00:30:00.000Z');
    expect(iso('2026-03-29', '02:30', 'Europe/Paris')).toBe('2026-03-29T01:30:00.000Z');
  });

  it('knows a time zone from a word', () => {
    expect([isTimeZone('Africa/Dakar'), isTimeZone('Dakar o’clock')]).toEqual([true, false]);
  });
});
