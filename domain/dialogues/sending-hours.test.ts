import { describe, expect, it } from 'vitest';
import { isSendingHour, lastSendingHour, nextSendingHour } from './sending-hours';

const at = (text: string) => Date.parse(text);

describe('the hours in which mails leave by themselves', () => {
  it('are from eight to eighteen by the clocks of the place', () => {
    // Antananarivo is three hours ahead of UTC.
    expect(isSendingHour(at('2026-03-13T04:59:59Z'), 'Indian/Antananarivo')).toBe(false);
    expect(isSendingHour(at('2026-03-13T05:00:00Z'), 'Indian/Antananarivo')).toBe(true);
    expect(isSendingHour(at('2026-03-13T14:59:59Z'), 'Indian/Antananarivo')).toBe(true);
    expect(isSendingHour(at('2026-03-13T15:00:00Z'), 'Indian/Antananarivo')).toBe(false);
  });

  it('come next the same morning, or the morning after', () => {
    const next = (text: string, zone = 'Indian/Antananarivo') =>
      new Date(nextSendingHour(at(text), zone)).toISOString();
    expect(next('2026-03-13T10:20:00Z')).toBe('2026-03-13T10:20:00.000Z');
    expect(next('2026-03-12T22:00:00Z')).toBe('2026-03-13T05:00:00.000Z');
    expect(next('2026-03-31T15:00:00Z')).toBe('2026-04-01T05:00:00.000Z');
    // The clocks of Paris go forward in the night to 29 March 2026.
    expect(next('2026-03-28T20:00:00Z', 'Europe/Paris')).toBe('2026-03-29T06:00:00.000Z');
  });

  it('are soon over in the evening', () => {
    const last = (text: string) => new Date(lastSendingHour(at(text), 'Indian/Antananarivo')).toISOString();
    expect(last('2026-03-13T13:59:00Z')).toBe('2026-03-13T13:59:00.000Z');
    expect(last('2026-03-13T16:30:00Z')).toBe('2026-03-13T14:00:00.000Z');
    expect(last('2026-03-12T22:00:00Z')).toBe('2026-03-12T22:00:00.000Z');
  });
});
