import type { DialogueId, DialogueItemId, InstitutionId } from '#domain/ids';
import { type ActContext, act } from './acts.server';
import { factsOf, reviewFacts } from './facts.server';
import {
  aboutInstitution,
  aboutItem,
  dialogueSchema,
  groupChosen,
  institutionsChosen,
  itemMove,
  itemSchema,
  recordedAnswer,
  reviewSchema,
} from './schemas';

/** What a convenor does before a dialogue. */
export function prepareActs({ dialogues, asked }: ActContext) {
  return {
    facts: act(dialogueSchema, (value) => dialogues.editDialogue({ ...asked, facts: factsOf(value) })),
    'item-add': act(itemSchema, ({ id, ...facts }) =>
      dialogues.addItem({ ...asked, itemId: id as DialogueItemId, facts }),
    ),
    'item-review': act(reviewSchema, ({ id, title, reviewsDialogueId }) =>
      dialogues.addItem({
        ...{ ...asked, itemId: id as DialogueItemId, facts: reviewFacts(title) },
        reviewsDialogueId: reviewsDialogueId as DialogueId,
      }),
    ),
    'item-edit': act(itemSchema, ({ id, ...facts }) =>
      dialogues.editItem({ ...asked, itemId: id as DialogueItemId, facts }),
    ),
    'item-move': act(itemMove, ({ itemId, toIndex }) =>
      dialogues.moveItem({ ...asked, itemId: itemId as DialogueItemId, toIndex }),
    ),
    'item-remove': act(aboutItem, ({ itemId }) =>
      dialogues.removeItem({ ...asked, itemId: itemId as DialogueItemId }),
    ),
    invite: act(institutionsChosen, ({ institutionIds }) =>
      dialogues.inviteInstitutions({ ...asked, institutionIds: institutionIds as InstitutionId[] }),
    ),
    group: act(groupChosen, ({ institutionId, group }) =>
      dialogues.setGroup({ ...asked, institutionId: institutionId as InstitutionId, group }),
    ),
    'answer-record': act(recordedAnswer, ({ institutionId, ...recorded }) =>
      dialogues.recordAnswer({ ...asked, ...recorded, institutionId: institutionId as InstitutionId }),
    ),
    uninvite: act(aboutInstitution, ({ institutionId }) =>
      dialogues.uninvite({ ...asked, institutionId: institutionId as InstitutionId }),
    ),
  };
}
