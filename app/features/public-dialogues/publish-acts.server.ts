import { type ActContext, act } from '#app/features/dialogues/acts.server';
import type { DialogueLinkId } from '#domain/ids';
import { aboutLink, linkSchema, visibilityChosen } from './schemas';

/** What a convenor does about a dialogue's public page, its papers and recordings. */
export function publishActs({ services: { publicDialogues }, asked }: ActContext) {
  return {
    visibility: act(visibilityChosen, ({ visibility }) =>
      publicDialogues.setVisibility({ ...asked, visibility }),
    ),
    'link-add': act(linkSchema, ({ id, ...facts }) =>
      publicDialogues.addLink({ ...asked, linkId: id as DialogueLinkId, facts }),
    ),
    'link-remove': act(aboutLink, ({ linkId }) =>
      publicDialogues.removeLink({ ...asked, linkId: linkId as DialogueLinkId }),
    ),
  };
}
