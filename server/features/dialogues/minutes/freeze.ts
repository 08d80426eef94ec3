import { createHash } from 'node:crypto';
import { asc, eq } from 'drizzle-orm';
import type { Db } from '#db/db';
import { minutesText } from '#domain/dialogues/minutes-document';
import { type TextBlock, textBlocks } from '#domain/documents/text-blocks';
import type { DialogueId, DialogueItemId, DocumentId, InstitutionId } from '#domain/ids';
import type { OpenedDialogue } from '../in-dialogue';
import type { DialogueDocuments } from '../types';

export interface FrozenText {
  itemId: DialogueItemId;
  documentId: DocumentId;
  epoch: number;
  seq: number;
  text: TextBlock[];
  hash: string;
  authors: InstitutionId[];
}

export function minutesFreezer({ db, documents }: { db: Db; documents: DialogueDocuments }) {
  const { itemMinutes, dialogueItems } = db.tables;

  /** The text of every item as it stands in its document, with who wrote in it. */
  async function readTexts(dialogueId: DialogueId): Promise<FrozenText[]> {
    const rows = await db.read
      .select({ itemId: itemMinutes.itemId, documentId: itemMinutes.documentId })
      .from(itemMinutes)
      .innerJoin(dialogueItems, eq(dialogueItems.id, itemMinutes.itemId))
      .where(eq(dialogueItems.dialogueId, dialogueId))
      .orderBy(asc(dialogueItems.position));
    const texts: FrozenText[] = [];
    for (const row of rows) {
      const { text, head } = await documents.view(row.documentId, (doc, at) => ({
        text: textBlocks(minutesText(doc)),
        head: at,
      }));
      const { epoch, seq } = head;
      const authors = await authorsOf(row.documentId, epoch);
      texts.push({ ...row, epoch, seq, text, hash: hashOfText(text), authors });
    }
    return texts;
  }

  /** In the order in which they began; the first entry of the log is the empty document. */
  async function authorsOf(documentId: DocumentId, epoch: number): Promise<InstitutionId[]> {
    const authors = new Set<InstitutionId>();
    for await (const entries of documents.history({ documentId, epoch, after: 1 })) {
      for (const { author } of entries) if (author.institutionId) authors.add(author.institutionId);
    }
    return [...authors];
  }

  async function keepTexts({ tx }: OpenedDialogue, texts: readonly FrozenText[]): Promise<void> {
    for (const { itemId, documentId: _document, ...frozen } of texts)
      await tx.update(itemMinutes).set(frozen).where(eq(itemMinutes.itemId, itemId));
  }

  return { readTexts, keepTexts };
}

/** SHA-256 of the text as JSON with its keys in alphabetical order, in hexadecimal: databases keep no order of keys. */
export function hashOfText(text: readonly TextBlock[]): string {
  const sorted = (_key: string, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value;
  return createHash('sha256').update(JSON.stringify(text, sorted)).digest('hex');
}
