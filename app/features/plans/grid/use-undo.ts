import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useToast } from '#app/ui';
import type { PlanEdits, UndoOutcome } from './plan-edits';

/** Undo and redo of one's own edits, which say what had to stay since others have written in it. */
export function useUndo(edits: PlanEdits): { undo: () => void; redo: () => void } {
  const { t } = useTranslation('actions');
  const toast = useToast();
  return useMemo(() => {
    const say = (outcome: UndoOutcome) => {
      if (outcome === 'kept') toast({ title: t('kept.title'), body: t('kept.body'), tone: 'warning' });
    };
    return { undo: () => say(edits.undo()), redo: () => say(edits.redo()) };
  }, [edits, t, toast]);
}
