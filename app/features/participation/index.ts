export { ParticipationByDialogue } from './by-dialogue';
export { ParticipationByInstitution } from './by-institution';
