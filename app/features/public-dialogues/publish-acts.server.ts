import { type ActContext, act } from '#app/features/dialogues/acts.server';
import type { DialogueItemId, DialogueLinkId } from '#domain/ids';
import { aboutLink, linkSchema, visibilityChosen } from './schemas';

/** What a convenor does about a dialogue's public page, its papers and recordings. */
export function publishActs(context: ActContext) {
  const { services, asked } = context;
  return {
    visibility: act(visibilityChosen, ({ visibility }) =>
      services.publicDialogues.setVisibility({ ...asked, visibility }),
    ),
    ...linkActs(context),
  };
}

/** Papers and recordings, of the whole dialogue or of one of its items. */
export function linkActs({ services: { publicDialogues }, asked }: ActContext) {
  return {
    'link-add': act(linkSchema, ({ id, itemId = null, ...facts }) =>
      publicDialogues.addLink({
        ...{ ...asked, linkId: id as DialogueLinkId, itemId: itemId as DialogueItemId | null },
        facts,
      }),
    ),
    'link-remove': act(aboutLink, ({ linkId }) =>
      publicDialogues.removeLink({ ...asked, linkId: linkId as DialogueLinkId }),
    ),
  };
}
