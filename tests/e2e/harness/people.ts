/** The demo's sign-ins, named by function. All share one password. */
export const demoPassword = 'concord-demo';

export const people = {
  /** Convenor, Ministry of Public Health (Madagascar). */
  planning: 'planning@msanp.example',
  /** Drafter, Ministry of Economy and Finance. */
  budget: 'budget@mef.example',
  /** Drafter, ministry in charge of social protection; acts for the social security fund too. */
  socialProtection: 'social.protection@mppspf.example',
  /** Drafter, ILO; member of both workspaces. */
  ilo: 'social.protection@ilo.example',
  /** Drafter, World Bank. */
  worldBank: 'health@worldbank.example',
  /** Contributor, WHO. */
  who: 'health.financing@who.example',
  /** Contributor, GIZ. */
  giz: 'health@giz.example',
  /** Observer, employers' body. */
  observer: 'secretariat@gem.example',
  /** Convenor, Ministry of Public Health and AIDS Control (Burundi) only. */
  burundi: 'planning@mspls.example',
  /** Administrator of the instance. */
  administrator: 'admin@concord.example',
} as const;

export type PersonName = keyof typeof people;
