import { expect, it } from 'vitest';
import { SaveLedger } from './save-ledger';

const [step1, step2, update] = [0, 1, 2];

function connected(carriedOver = 0) {
  const ledger = new SaveLedger(carriedOver);
  ledger.copyLoaded();
  ledger.socketOpened();
  ledger.frameSent(step1);
  ledger.frameSent(step2);
  return ledger;
}

it('an edit is saved when its frame is acknowledged, not when it is sent', () => {
  const ledger = connected();
  ledger.edited();
  ledger.frameSent(update);
  ledger.acknowledged(1);
  expect(ledger.unsaved).toBe(1);
  ledger.acknowledged(2);
  expect(ledger.unsaved).toBe(0);
});

it('edits made offline, or on an earlier visit, are saved by the frame that carries everything', () => {
  const ledger = new SaveLedger(3);
  ledger.copyLoaded();
  ledger.edited();
  expect(ledger.unsaved).toBe(4);
  ledger.socketOpened();
  ledger.frameSent(step2);
  ledger.acknowledged(1);
  expect(ledger.unsaved).toBe(0);
});

it('an update sent before everything else was does not vouch for what went before', () => {
  const ledger = new SaveLedger(2);
  ledger.copyLoaded();
  ledger.socketOpened();
  ledger.edited();
  ledger.frameSent(update);
  ledger.acknowledged(1);
  expect(ledger.unsaved).toBe(3);
  ledger.frameSent(step2);
  ledger.acknowledged(2);
  expect(ledger.unsaved).toBe(0);
});

it('what a lost connection did not acknowledge is unsaved until the next one carries it', () => {
  const ledger = connected();
  ledger.edited();
  ledger.frameSent(update);
  ledger.socketOpened();
  ledger.acknowledged(2);
  expect(ledger.unsaved).toBe(1);
  ledger.frameSent(step2);
  ledger.acknowledged(1);
  expect(ledger.unsaved).toBe(0);
});

it('what was carried over is not vouched for by what was sent before this browser’s copy was loaded', () => {
  const ledger = new SaveLedger(2);
  ledger.socketOpened();
  ledger.edited();
  ledger.frameSent(step2);
  ledger.copyLoaded();
  ledger.acknowledged(1);
  expect(ledger).toMatchObject({ unsaved: 2, carried: 2 });
  ledger.socketOpened();
  ledger.frameSent(step2);
  ledger.acknowledged(1);
  expect(ledger).toMatchObject({ unsaved: 0, carried: 0 });
});
