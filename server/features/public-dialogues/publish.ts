import { and, asc, eq, isNull } from 'drizzle-orm';
import type { DialogueVisibility, LinkAudience, LinkKind } from '#domain/dialogues/kinds';
import { DomainError } from '#domain/errors';
import type { DialogueItemId, DialogueLinkId } from '#domain/ids';
import { authorise, may } from '#domain/policy';
import {
  type Asked,
  assertText,
  findDialogue,
  findItem,
  inDialogueOf,
  invalid,
  invitationsOf,
  limited,
  type OpenedDialogue,
  textLength,
} from '../dialogues';
import type { Dependencies, DialogueLink } from './types';

export interface LinkFacts {
  kind: LinkKind;
  title: string;
  url: string;
  audience: LinkAudience;
}

const urlLength = 2_000;
/** A page and what is read there outlast the meeting; what was read for an item is in its report. */
const outlasting = { evenCancelled: true, evenFinal: true };

export function publishCommands(dependencies: Dependencies) {
  const { db } = dependencies;
  const { dialogues, dialogueLinks } = db.tables;
  const inDialogue = inDialogueOf(dependencies);

  /** Gives the dialogue a page that everyone may read, or takes it away. */
  async function setVisibility({
    visibility,
    ...asked
  }: Asked & { visibility: DialogueVisibility }): Promise<void> {
    authorise(asked.actor, 'dialogue.publish', asked);
    await inDialogue(
      asked,
      async ({ tx, dialogue, tell }) => {
        if (dialogue.visibility === visibility) return;
        await tx.update(dialogues).set({ visibility }).where(eq(dialogues.id, dialogue.id));
        await tell(visibility === 'public' ? 'published' : 'unpublished', {});
      },
      outlasting,
    );
  }

  /** Says where a paper or a recording is, of the whole dialogue or for one of its items; the id is made by who asks, so that a form sent twice adds one. */
  async function addLink({
    linkId,
    itemId = null,
    facts: { kind, title, url, audience },
    ...asked
  }: Asked & { linkId: DialogueLinkId; itemId?: DialogueItemId | null; facts: LinkFacts }): Promise<void> {
    authorise(asked.actor, 'dialogue.publish', asked);
    // Anything else could be a script that runs when it is clicked.
    if (!/^https?:\/\//i.test(url.trim())) throw invalid('url');
    const asserted = {
      ...{ kind, audience, url: limited(url.trim(), 'url', urlLength) },
      title: assertText(title, 'title', textLength.line),
    };
    await inDialogue(
      asked,
      async (opened) => {
        const { tx, dialogue, at, tell } = opened;
        const item = await itemOf(opened, { ...asked, itemId });
        const [known] = await tx.select().from(dialogueLinks).where(eq(dialogueLinks.id, linkId));
        if (known?.dialogueId === dialogue.id && known.url === asserted.url) return;
        if (known) throw new DomainError({ code: 'conflict' });
        await tx.insert(dialogueLinks).values({
          ...asserted,
          ...{ id: linkId, dialogueId: dialogue.id, itemId, addedAt: at, accountId: asked.actor.accountId },
        });
        await tell('linkAdded', { linkId, kind, audience }, item);
      },
      { ...outlasting, evenFinal: itemId === null },
    );
  }

  /** What an item's papers are told under: the item may be confidential. */
  async function itemOf(
    opened: OpenedDialogue,
    { itemId, ...asked }: Asked & { itemId: DialogueItemId | null },
  ) {
    return itemId ? findItem(db, opened, { ...asked, itemId }) : undefined;
  }

  async function removeLink({ linkId, ...asked }: Asked & { linkId: DialogueLinkId }): Promise<void> {
    authorise(asked.actor, 'dialogue.publish', asked);
    await inDialogue(
      asked,
      async (opened) => {
        const { tx, dialogue, isFinal, tell } = opened;
        const [gone] = await tx
          .delete(dialogueLinks)
          .where(and(eq(dialogueLinks.id, linkId), eq(dialogueLinks.dialogueId, dialogue.id)))
          .returning({ itemId: dialogueLinks.itemId });
        if (gone?.itemId && isFinal) throw new DomainError({ code: 'minutes_locked' });
        if (gone) await tell('linkRemoved', { linkId }, await itemOf(opened, { ...asked, ...gone }));
      },
      outlasting,
    );
  }

  /**
   * The papers and recordings of the whole dialogue that the asker may have: what is for participants only with an
   * invitation. Those of its items are shown with them.
   */
  async function listLinks(asked: Asked): Promise<DialogueLink[]> {
    const { actor, workspaceId, dialogueId } = asked;
    authorise(actor, 'dialogue.see', asked);
    await findDialogue(db, db.read, asked);
    const [rows, invitations] = await Promise.all([
      db.read
        .select()
        .from(dialogueLinks)
        .where(and(eq(dialogueLinks.dialogueId, dialogueId), isNull(dialogueLinks.itemId)))
        .orderBy(asc(dialogueLinks.addedAt), asc(dialogueLinks.id)),
      invitationsOf(db, db.read, dialogueId),
    ]);
    const invited = new Set(invitations.map(({ institutionId }) => institutionId));
    return rows
      .filter(({ audience: confidentiality }) =>
        may(actor, 'dialogueItem.see', { workspaceId, invited, confidentiality }),
      )
      .map(({ id, kind, title, url, audience }) => ({ id, kind, title, url, audience }));
  }

  return { setVisibility, addLink, removeLink, listLinks };
}
