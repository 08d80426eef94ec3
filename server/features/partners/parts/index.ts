import type { ProposalSubject } from '#domain/partners/kinds';
import { documentPart } from './document';
import { focalPersonPart } from './focal-person';
import { mandatePart } from './mandate';
import type { Part } from './part';
import { profilePart } from './profile';

export const parts: Record<ProposalSubject, Part> = {
  profile: profilePart,
  focal_person: focalPersonPart,
  mandate: mandatePart,
  document: documentPart,
};

/** Under which name the origins of its fields and its events are kept. */
export const subjectTypes: Record<ProposalSubject, string> = {
  profile: 'partner',
  focal_person: 'focalPerson',
  mandate: 'mandate',
  document: 'partnerDocument',
};
