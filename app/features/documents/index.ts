export {
  DocumentGate,
  DocumentProvider,
  type Person,
  useDocument,
  useLostEdits,
  usePeople,
  useSaveState,
} from './document-context';
export { forgetCopiesLater, forgetMarkedCopies, unsavedOnDevice } from './local-copies';
export type { RefusedReason } from './save-state';
export { SaveStateBadge } from './save-state-badge';
export { makeUnsavedCount } from './unsaved-count';
