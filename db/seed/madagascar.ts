import { coverageActions } from './madagascar-actions-coverage';
import { financingActions } from './madagascar-actions-financing';
import { governanceActions } from './madagascar-actions-governance';
import { inputActions } from './madagascar-actions-inputs';
import { serviceActions } from './madagascar-actions-services';
import { madagascarCommitments } from './madagascar-commitments';
import { madagascarBudget, madagascarCycles } from './madagascar-cycles';
import { madagascarDialogues } from './madagascar-dialogues';
import { madagascarInstitutions, madagascarPeople } from './madagascar-institutions';
import { madagascarNarrative, madagascarObjectives } from './madagascar-narrative';
import { madagascarPartners, madagascarProposals } from './madagascar-partners';
import { partners } from './partners';
import type { DemoWorkspace } from './types';

/** A plausible roadmap, written for the demo: it quotes no official document and its figures are invented. */
export const madagascar: DemoWorkspace = {
  slug: 'mdg',
  name: 'Madagascar',
  country: 'MG',
  currency: 'MGA',
  languages: ['fr', 'en'],
  calendars: [{ appliesFrom: '2000-01-01', startMonth: 1, startDay: 1 }],
  institutions: [...madagascarInstitutions, ...partners],
  people: madagascarPeople,
  cycles: madagascarCycles,
  budget: madagascarBudget,
  partners: madagascarPartners,
  proposals: madagascarProposals,
  commitments: madagascarCommitments,
  dialogues: madagascarDialogues,
  plan: {
    title: 'Feuille de route de la couverture santé universelle 2026–2030',
    startYear: 2026,
    endYear: 2030,
    narrative: madagascarNarrative,
    objectives: madagascarObjectives,
    actions: [
      ...coverageActions,
      ...serviceActions,
      ...inputActions,
      ...financingActions,
      ...governanceActions,
    ],
  },
};
