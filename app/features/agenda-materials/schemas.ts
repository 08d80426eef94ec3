import { z } from 'zod';
import { quotedPart } from '#app/features/dialogues/schemas';

// The messages are keys of the catalogue `meetings`, under `fieldErrors`.
const id = z.string({ required_error: 'choose' }).min(1).max(150);

export const quoteSchema = z.object({ id, itemId: id, source: quotedPart });
export const aboutQuote = z.object({ itemId: id, quoteId: id });
