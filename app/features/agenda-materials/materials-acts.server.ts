import { type ActContext, act } from '#app/features/dialogues/acts.server';
import { partOf } from '#app/features/dialogues/quoted-part';
import { linkActs } from '#app/features/public-dialogues/publish-acts.server';
import type { DialogueItemId, ItemQuoteId } from '#domain/ids';
import { aboutQuote, quoteSchema } from './schemas';

/** What a convenor gives an agenda item to read: papers, and what of plans it is about. */
export function materialsActs(context: ActContext) {
  const { dialogues, asked } = context;
  return {
    ...linkActs(context),
    'quote-add': act(quoteSchema, ({ id, itemId, source }) =>
      dialogues.addItemQuote({
        ...{ ...asked, itemId: itemId as DialogueItemId, quoteId: id as ItemQuoteId },
        part: partOf(source),
      }),
    ),
    'quote-remove': act(aboutQuote, ({ itemId, quoteId }) =>
      dialogues.removeItemQuote({
        ...asked,
        ...{ itemId: itemId as DialogueItemId, quoteId: quoteId as ItemQuoteId },
      }),
    ),
  };
}
