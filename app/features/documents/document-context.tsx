import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import type { Awareness } from 'y-protocols/awareness';
import type { Doc } from 'yjs';
import type { PresenceUser } from '#domain/documents/protocol';
import type { DocumentConnection } from './connection';
import type { SaveState } from './save-state';

export interface DocumentProviderProps {
  documentId: string;
  epoch: number;
  /** Local copies carry it in their name: another account on this device never sees them. */
  accountId: string;
  canWrite: boolean;
  /** False where the page shows nothing of the document; once opened, it stays open so that no edit is left behind. */
  isNeeded: boolean;
  /** Who this person is to themselves; to the others the server says who they are. */
  identity: PresenceUser;
  children: ReactNode;
}

export interface OpenDocument {
  doc: Doc;
  awareness: Awareness;
  canWrite: boolean;
  /** Give it to `doc.transact` for edits by this person; UndoManagers track it. */
  localOrigin: object;
}

interface DocumentContextValue {
  connection: DocumentConnection | null;
  isOpened: boolean;
  canWrite: boolean;
}

const DocumentContext = createContext<DocumentContextValue | null>(null);
const loading: SaveState = { state: 'loading' };
const nobody: Person[] = [];

/** Someone in the document now, with their own page left out. */
export interface Person extends PresenceUser {
  clientId: number;
  /** Whatever the features put into presence: text cursor, grid cell. */
  state: Record<string, unknown>;
}

/**
 * Connects everything inside to one document. Children are rendered from the start, also on the server; what needs
 * the document itself goes inside `DocumentGate`.
 */
export function DocumentProvider({
  documentId,
  epoch,
  accountId,
  canWrite,
  isNeeded,
  identity,
  children,
}: DocumentProviderProps) {
  const [isOpened, setIsOpened] = useState(isNeeded);
  if (isNeeded && !isOpened) setIsOpened(true);
  const [connection, setConnection] = useState<DocumentConnection | null>(null);

  useEffect(() => {
    if (!isOpened) return;
    let isCurrent = true;
    let opened: DocumentConnection | null = null;
    // Yjs and its friends are fetched beside the page, and never run on the server.
    void import('./connection').then(({ openConnection }) => {
      if (!isCurrent) return;
      opened = openConnection({ documentId, epoch, accountId, canWrite });
      setConnection(opened);
    });
    return () => {
      isCurrent = false;
      setConnection(null);
      opened?.close();
    };
  }, [isOpened, documentId, epoch, accountId, canWrite]);

  useEffect(() => {
    connection?.identify(identity);
  }, [connection, identity]);

  return (
    <DocumentContext.Provider value={{ connection, isOpened, canWrite }}>{children}</DocumentContext.Provider>
  );
}

/** Renders its children once the document has content to show, else the fallback (also on the server). */
export function DocumentGate({ fallback, children }: { fallback: ReactNode; children: ReactNode }) {
  const { connection } = useDocumentContext();
  const hasContent = useSyncExternalStore(
    connection?.subscribe ?? subscribeToNothing,
    () => connection?.hasContent ?? false,
    () => false,
  );
  return hasContent ? children : fallback;
}

/** The document. Only inside `DocumentGate`; throws elsewhere, since there may be none yet. */
export function useDocument(): OpenDocument {
  const { connection, canWrite } = useDocumentContext();
  if (!connection) throw new Error('useDocument is for the inside of a DocumentGate');
  return { doc: connection.doc, awareness: connection.awareness, canWrite, localOrigin: connection };
}

/** False where nothing of the document was asked for yet. */
export function useIsDocumentOpened(): boolean {
  return useDocumentContext().isOpened;
}

/** Whether the person's edits are safe, as far as is known for sure. */
export function useSaveState(): SaveState {
  const { connection } = useDocumentContext();
  return useSyncExternalStore(
    connection?.subscribe ?? subscribeToNothing,
    () => connection?.saveState ?? loading,
    () => loading,
  );
}

/** Whether frames travel over HTTP, since this network lets no WebSockets through. */
export function useIsOverHttp(): boolean {
  const { connection } = useDocumentContext();
  return useSyncExternalStore(
    connection?.subscribe ?? subscribeToNothing,
    () => connection?.isOverHttp ?? false,
    () => false,
  );
}

/** Whether edits of an earlier visit were lost with this browser's copy, and how to put that aside. */
export function useLostEdits(): { hasLostEdits: boolean; forget: () => void } {
  const { connection } = useDocumentContext();
  const hasLostEdits = useSyncExternalStore(
    connection?.subscribe ?? subscribeToNothing,
    () => connection?.hasLostEdits ?? false,
    () => false,
  );
  return { hasLostEdits, forget: connection?.forgetLostEdits ?? (() => undefined) };
}

/** The others who are here now. */
export function usePeople(): Person[] {
  const { connection } = useDocumentContext();
  return useSyncExternalStore(
    connection?.subscribePeople ?? subscribeToNothing,
    () => connection?.people ?? nobody,
    () => nobody,
  );
}

function useDocumentContext(): DocumentContextValue {
  const value = useContext(DocumentContext);
  if (!value) throw new Error('no DocumentProvider above');
  return value;
}

function subscribeToNothing(): () => void {
  return () => undefined;
}
