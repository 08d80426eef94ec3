import { and, asc, eq } from 'drizzle-orm';
import type { DialogueVisibility, LinkAudience, LinkKind } from '#domain/dialogues/kinds';
import { DomainError } from '#domain/errors';
import type { DialogueLinkId } from '#domain/ids';
import { authorise, may } from '#domain/policy';
import {
  type Asked,
  assertText,
  findDialogue,
  inDialogueOf,
  invalid,
  invitationsOf,
  limited,
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
const evenCancelled = { evenCancelled: true };

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
      evenCancelled,
    );
  }

  /** Says where a paper or a recording is; the id is made by who asks, so that a form sent twice adds one. */
  async function addLink({
    linkId,
    facts: { kind, title, url, audience },
    ...asked
  }: Asked & { linkId: DialogueLinkId; facts: LinkFacts }): Promise<void> {
    authorise(asked.actor, 'dialogue.publish', asked);
    // Anything else could be a script that runs when it is clicked.
    if (!/^https?:\/\//i.test(url.trim())) throw invalid('url');
    const asserted = {
      ...{ kind, audience, url: limited(url.trim(), 'url', urlLength) },
      title: assertText(title, 'title', textLength.line),
    };
    await inDialogue(
      asked,
      async ({ tx, dialogue, at, tell }) => {
        const [known] = await tx.select().from(dialogueLinks).where(eq(dialogueLinks.id, linkId));
        if (known?.dialogueId === dialogue.id) return;
        if (known) throw new DomainError({ code: 'conflict' });
        await tx.insert(dialogueLinks).values({
          ...asserted,
          ...{ id: linkId, dialogueId: dialogue.id, addedAt: at, accountId: asked.actor.accountId },
        });
        await tell('linkAdded', { linkId, kind, audience });
      },
      evenCancelled,
    );
  }

  async function removeLink({ linkId, ...asked }: Asked & { linkId: DialogueLinkId }): Promise<void> {
    authorise(asked.actor, 'dialogue.publish', asked);
    await inDialogue(
      asked,
      async ({ tx, dialogue, tell }) => {
        const gone = await tx
          .delete(dialogueLinks)
          .where(and(eq(dialogueLinks.id, linkId), eq(dialogueLinks.dialogueId, dialogue.id)))
          .returning({ id: dialogueLinks.id });
        if (gone.length > 0) await tell('linkRemoved', { linkId });
      },
      evenCancelled,
    );
  }

  /** The papers and recordings that the asker may have: what is for participants only with an invitation. */
  async function listLinks(asked: Asked): Promise<DialogueLink[]> {
    const { actor, workspaceId, dialogueId } = asked;
    authorise(actor, 'dialogue.see', asked);
    await findDialogue(db, db.read, asked);
    const [rows, invitations] = await Promise.all([
      db.read
        .select()
        .from(dialogueLinks)
        .where(eq(dialogueLinks.dialogueId, dialogueId))
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
