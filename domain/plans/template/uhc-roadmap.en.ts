import type { PlanTemplate } from './types';

export const uhcRoadmapEn: PlanTemplate = {
  narrative: [
    {
      heading: 'Situation analysis',
      guidance:
        'Who is covered, for what and at what cost to households? Name the schemes, the gaps in law and in practice, and the sources of each figure.',
    },
    {
      heading: 'Vision',
      guidance: 'In two or three sentences: what will be true for the population at the end of this roadmap?',
    },
    {
      heading: 'Strategic orientations',
      guidance:
        'Why these orientations, in this order, and what each leaves for later. Their axes and objectives are in the table of actions.',
    },
    {
      heading: 'Results framework',
      guidance:
        'The few indicators that show progress: baseline, target, year and source of verification for each.',
    },
    {
      heading: 'Financing',
      guidance:
        'What the plan costs, what is secured, what is to be mobilised, and by which reforms of revenue, pooling and purchasing.',
    },
    {
      heading: 'Governance and coordination',
      guidance:
        'Who steers, who decides, who is consulted; how ministries, social partners and development partners work from this one plan.',
    },
    {
      heading: 'Monitoring and review',
      guidance: 'Who reports what, how often; when the plan is reviewed together and how it is revised.',
    },
  ],
  orientations: [
    {
      title: 'Extend social health protection to the whole population',
      axes: [
        {
          title: 'Legal coverage and membership',
          objectives: [
            'Adopt and apply the legal framework of universal health coverage',
            'Bring workers of the informal economy and of agriculture into coverage',
            'Cover the contributions of the poorest households from public funds',
          ],
        },
        {
          title: 'Benefits and financial protection',
          objectives: [
            'Define and cost a benefit package guaranteed to all',
            'Reduce out-of-pocket payments for essential care',
          ],
        },
      ],
    },
    {
      title: 'Make quality services available and ready',
      axes: [
        {
          title: 'Primary health care and referral',
          objectives: [
            'Bring essential services within reach of every district',
            'Give mothers, newborns and children continuous care',
          ],
        },
        {
          title: 'Workforce, medicines and infrastructure',
          objectives: [
            'Train, deploy and retain health workers where they are lacking',
            'Keep essential medicines and supplies available',
          ],
        },
      ],
    },
    {
      title: 'Finance health sustainably and fairly',
      axes: [
        {
          title: 'Revenue and pooling',
          objectives: ['Raise domestic funding for health', 'Reduce the fragmentation of funds and schemes'],
        },
        {
          title: 'Strategic purchasing',
          objectives: ['Pay providers in ways that reward quality and equity'],
        },
      ],
    },
    {
      title: 'Govern, inform and account together',
      axes: [
        {
          title: 'Governance and social dialogue',
          objectives: [
            'Make one steering body work with all parties',
            'Separate and audit the management of funds',
          ],
        },
        {
          title: 'Information and monitoring',
          objectives: [
            'Connect the information systems of health and social protection',
            'Review progress jointly every year and publish it',
          ],
        },
      ],
    },
  ],
};
