import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Reading } from './reading';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function makeReading() {
  const channel = {
    isRead: true,
    pause: () => {
      channel.isRead = false;
    },
    resume: () => {
      channel.isRead = true;
    },
  };
  return { channel, reading: new Reading(channel) };
}

it('the end of a wait does not read on from a client whose rights are being looked up', () => {
  const { channel, reading } = makeReading();
  reading.holdBack(100);
  reading.suspend();
  vi.advanceTimersByTime(1_000);
  expect(channel.isRead).toBe(false);
  reading.resume();
  expect(channel.isRead).toBe(true);
});

it('the answer about its rights does not cut short the wait of a client that has sent too much', () => {
  const { channel, reading } = makeReading();
  reading.holdBack(100);
  reading.suspend();
  reading.resume();
  expect(channel.isRead).toBe(false);
  vi.advanceTimersByTime(101);
  expect(channel.isRead).toBe(true);
});

it('of several waits the longest counts', () => {
  const { channel, reading } = makeReading();
  reading.holdBack(100);
  reading.holdBack(300);
  reading.holdBack(50);
  vi.advanceTimersByTime(250);
  expect(channel.isRead).toBe(false);
  vi.advanceTimersByTime(100);
  expect(channel.isRead).toBe(true);
});

it('no wait, no pause; and after the end nothing is resumed', () => {
  const { channel, reading } = makeReading();
  reading.holdBack(0);
  expect(channel.isRead).toBe(true);
  reading.holdBack(100);
  reading.end();
  vi.advanceTimersByTime(1_000);
  expect(channel.isRead).toBe(false);
});
