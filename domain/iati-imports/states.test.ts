import { describe, expect, it } from 'vitest';
import { afterStep, canStep, type ImportStep, importStates, isOver, isUnderWay } from './states';

const steps: ImportStep[] = ['read', 'refuse', 'apply', 'finish', 'cancel', 'fail', 'retry'];

describe('an import', () => {
  it('is read, looked at and applied', () => {
    expect(afterStep('reading', 'read')).toBe('ready');
    expect(afterStep('ready', 'apply')).toBe('applying');
    expect(afterStep('applying', 'finish')).toBe('applied');
  });

  it('that is over takes no step any more', () => {
    for (const state of importStates.filter(isOver)) {
      for (const step of steps) {
        expect(canStep(state, step)).toBe(false);
        expect(() => afterStep(state, step)).toThrow('conflict');
      }
    }
  });

  it('can be cancelled until it is over', () => {
    for (const state of importStates) expect(canStep(state, 'cancel')).toBe(!isOver(state));
  });

  it('is applied only once it was read, and read again only when it failed', () => {
    expect(importStates.filter((state) => canStep(state, 'apply'))).toEqual(['ready']);
    expect(importStates.filter((state) => canStep(state, 'retry'))).toEqual(['failed']);
  });

  it('is taken up again after a restart where work was under way', () => {
    expect(importStates.filter(isUnderWay)).toEqual(['reading', 'applying']);
  });
});
