import type { z } from 'zod';
import { instantOfLocal } from '#domain/dialogues/local-time';
import type { DialogueFacts } from '#server/features/dialogues';
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
