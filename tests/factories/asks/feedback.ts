import { type AsksOf, kept, type OpenIn, onWorkspace, type Place, seen } from './ask';

type Feature = 'feedback' | 'participation';

const list = {
  ...{ search: '', period: { from: null, to: null }, page: 1, size: 9 },
  language: 'fr',
  sort: { key: 'name', isDescending: false },
} as const;

const onDialogue = (on: Place) => ({ ...onWorkspace(on), dialogueId: on.dialogueId });
/** The observer's own institution is invited; an observer does not speak for it. */
const ofObserver = (on: Place) => ({
  ...onDialogue(on),
  institutionId: on.people.observer.institutionId,
});

export const feedbackAsks: AsksOf<Feature> = {
  feedback: {
    giveFeedback: kept((s, on) =>
      s.feedback.giveFeedback({
        ...ofObserver(on),
        facts: { heard: 'yes', usefulness: null, text: '' },
      }),
    ),
    answerFeedback: kept((s, on) => s.feedback.answerFeedback({ ...ofObserver(on), seenAt: '', reply: 'R' })),
    showFeedback: seen((s, on) => s.feedback.showFeedback(onDialogue(on))),
    listFeedback: kept((s, on) => s.feedback.listFeedback(onDialogue(on))),
  },
  participation: {
    listParticipation: seen((s, on) => s.participation.listParticipation(onWorkspace(on), list)),
    listOfInstitution: seen((s, on) =>
      s.participation.listOfInstitution(
        { ...onWorkspace(on), institutionId: on.people.observer.institutionId },
        list,
      ),
    ),
  },
};

export const openInFeedback: OpenIn<Feature> = { feedback: [], participation: [] };
