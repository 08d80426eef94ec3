/** What a new plan starts from; `matrix` leads on to the import. */
export const planStarts = ['uhc_roadmap', 'blank', 'matrix'] as const;
