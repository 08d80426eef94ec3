import { useDocument } from '#app/features/documents';
import { presenceKey } from '../grid/presence';

/** Tells the others in which field of the action this person is. */
export function useFieldPresence(actionId: string) {
  const { awareness } = useDocument();
  return (column: string) => ({
    onFocus: () => awareness.setLocalStateField(presenceKey, { actionId, column }),
    onBlur: () => awareness.setLocalStateField(presenceKey, null),
  });
}
