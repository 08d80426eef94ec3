import type { z } from 'zod';
import { instantOfLocal } from '#domain/dialogues/local-time';
import type { DialogueFacts, ItemFacts } from '#server/features/dialogues';
import { type dialogueSchema, quorumOf } from './schemas';

export function factsOf(value: z.output<typeof dialogueSchema>): DialogueFacts {
  const { type, title, purpose, place, link = '', timeZone, languages, date, time } = value;
  const ms = (minutes: number | undefined) => (minutes ? minutes * 60_000 : null);
  return {
    ...{ type, title, purpose, place, link, timeZone, languages },
    startsAt: new Date(instantOfLocal({ date, time }, timeZone)).toISOString(),
    limits: { perInterventionMs: ms(value.perIntervention), perInstitutionMs: ms(value.perInstitution) },
    quorum: quorumOf(value),
    isChathamHouse: value.isChathamHouse,
  };
}

/** An item that goes through the decisions of another dialogue, until someone says otherwise of it. */
export function reviewFacts(title: string): ItemFacts {
  return { title, purpose: 'information', presenter: '', plannedMinutes: 15, confidentiality: 'public' };
}
