import { useEffect, useMemo, useState } from 'react';
import { useDocument } from '#app/features/documents';
import { figureRows, type Reading, readPlan } from '#domain/plans';

/** Edits that come closer together than this are shown together. */
const pauseMs = 300;

/** The rows of money in the document as it is now, and again after each pause in editing. */
export function useLivePlan(reading: Reading) {
  const { doc } = useDocument();
  const [edits, setEdits] = useState(0);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    const onUpdate = () => {
      timer ??= setTimeout(() => {
        timer = null;
        setEdits((count) => count + 1);
      }, pauseMs);
    };
    doc.on('update', onUpdate);
    return () => {
      doc.off('update', onUpdate);
      if (timer) clearTimeout(timer);
    };
  }, [doc]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `edits` says that the document has changed.
  return useMemo(() => {
    const { objectives, actions } = readPlan(doc);
    return { objectives, ...figureRows(actions, reading) };
  }, [doc, edits, reading]);
}
