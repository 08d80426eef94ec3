import type { DialogueType, ItemPurpose } from './kinds';

/** An item that a kind of dialogue usually has; its title is in the catalogues, under its kind and word. */
export interface TemplateItem {
  word: string;
  purpose: ItemPurpose;
  plannedMinutes: number;
  /** It goes through the decisions of an earlier dialogue. */
  isReview: boolean;
}

function item(word: string, purpose: ItemPurpose, plannedMinutes: number): TemplateItem {
  return { word, purpose, plannedMinutes, isReview: word === 'followUp' };
}

/** What a dialogue of each kind may begin with, for convenors to change. */
export const agendaTemplates: Record<DialogueType, readonly TemplateItem[]> = {
  technical_dialogue: [
    item('opening', 'information', 10),
    item('followUp', 'information', 20),
    item('discussion', 'discussion', 60),
    item('decision', 'decision', 30),
    item('nextSteps', 'information', 10),
  ],
  exchange_group: [
    item('opening', 'information', 5),
    item('news', 'information', 25),
    item('experience', 'information', 20),
    item('exchange', 'discussion', 30),
    item('nextSteps', 'information', 10),
  ],
  working_group: [
    item('opening', 'information', 5),
    item('followUp', 'information', 15),
    item('draft', 'discussion', 75),
    item('conclusions', 'decision', 15),
    item('nextSteps', 'information', 10),
  ],
  training: [
    item('opening', 'information', 15),
    item('basics', 'information', 45),
    item('practice', 'discussion', 60),
    item('questions', 'discussion', 20),
    item('evaluation', 'information', 10),
  ],
  webinar: [
    item('opening', 'information', 5),
    item('presentation', 'information', 30),
    item('questions', 'discussion', 20),
    item('closing', 'information', 5),
  ],
};

/** Whether a new dialogue is to begin with the template of this kind. */
export function isTemplate(name: string): name is DialogueType {
  return Object.hasOwn(agendaTemplates, name);
}
