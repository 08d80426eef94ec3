import { and, asc, eq } from 'drizzle-orm';
import type { Db, Reader } from '#db/db';
import { instant } from '#domain/clock';
import { isSamePart, type QuotedPart } from '#domain/dialogues/plan-quote';
import { DomainError } from '#domain/errors';
import type { DialogueId, DialogueItemId, ItemQuoteId } from '#domain/ids';
import { authorise } from '#domain/policy';
import { findItem, type InDialogue } from './in-dialogue';
import { planQuotes } from './plan-quotes';
import type { Asked, Dependencies } from './types';

/** More than anyone reads before a meeting. */
const quoteLimit = 20;

interface OnItem extends Asked {
  itemId: DialogueItemId;
}

/** What of plans an agenda item is about. */
export function itemQuoteCommands({ db, documents, clock }: Dependencies, inDialogue: InDialogue) {
  const { dialogueItemQuotes } = db.tables;
  const { freeze } = planQuotes({ db, documents });

  /** Puts a part of a plan under an item, as it reads now; the id is made by who asks. */
  async function addItemQuote({
    itemId,
    quoteId,
    part,
    ...asked
  }: OnItem & { quoteId: ItemQuoteId; part: QuotedPart }): Promise<void> {
    authorise(asked.actor, 'dialogue.prepare', asked);
    const { workspaceId, actor } = asked;
    const quote = await freeze(part, { workspaceId, at: instant(clock) });
    await inDialogue(asked, async (opened) => {
      const item = await findItem(db, opened, { ...asked, itemId });
      const [known] = await opened.tx
        .select({ itemId: dialogueItemQuotes.itemId, source: dialogueItemQuotes.source })
        .from(dialogueItemQuotes)
        .where(eq(dialogueItemQuotes.id, quoteId));
      if (known?.itemId === itemId && isSamePart(known.source, part)) return;
      if (known) throw new DomainError({ code: 'conflict' });
      const count = await opened.tx.$count(dialogueItemQuotes, eq(dialogueItemQuotes.itemId, itemId));
      if (count >= quoteLimit) throw new DomainError({ code: 'too_large', details: { limit: quoteLimit } });
      await opened.tx.insert(dialogueItemQuotes).values({
        ...{ id: quoteId, itemId, source: quote },
        ...{ addedAt: opened.at, accountId: actor.accountId },
      });
      await opened.tell('agendaChanged', { itemId, quoteId, planId: part.planId }, item);
    });
  }

  async function removeItemQuote({
    itemId,
    quoteId,
    ...asked
  }: OnItem & { quoteId: ItemQuoteId }): Promise<void> {
    authorise(asked.actor, 'dialogue.prepare', asked);
    await inDialogue(asked, async (opened) => {
      const item = await findItem(db, opened, { ...asked, itemId });
      const gone = await opened.tx
        .delete(dialogueItemQuotes)
        .where(and(eq(dialogueItemQuotes.id, quoteId), eq(dialogueItemQuotes.itemId, itemId)))
        .returning({ id: dialogueItemQuotes.id });
      if (gone.length > 0) await opened.tell('agendaChanged', { itemId, quoteId, isRemoved: true }, item);
    });
  }

  return { addItemQuote, removeItemQuote };
}

/** The quotes and the papers of all items of a dialogue, also of those that the asker may not know: callers filter. */
export async function itemMaterialsOf(
  { tables }: Pick<Db, 'tables'>,
  reader: Reader,
  dialogueId: DialogueId,
) {
  const { dialogueItems, dialogueItemQuotes, dialogueLinks } = tables;
  const [quotes, links] = await Promise.all([
    reader
      .select({
        id: dialogueItemQuotes.id,
        itemId: dialogueItemQuotes.itemId,
        source: dialogueItemQuotes.source,
      })
      .from(dialogueItemQuotes)
      .innerJoin(dialogueItems, eq(dialogueItems.id, dialogueItemQuotes.itemId))
      .where(eq(dialogueItems.dialogueId, dialogueId))
      .orderBy(asc(dialogueItemQuotes.addedAt), asc(dialogueItemQuotes.id)),
    reader
      .select()
      .from(dialogueLinks)
      .where(eq(dialogueLinks.dialogueId, dialogueId))
      .orderBy(asc(dialogueLinks.addedAt), asc(dialogueLinks.id)),
  ]);
  return { quotes, papers: links.filter(({ itemId }) => itemId !== null) };
}
