/** By what each list can be sorted; server and address share the words. */
export const memberSorts = ['name', 'institution', 'role', 'joined'] as const;
export const institutionSorts = ['name', 'kind', 'members', 'joined'] as const;
export const workspaceSorts = ['name', 'created', 'members'] as const;
export const cycleSorts = ['next', 'partner', 'name', 'start'] as const;
export const dialogueSorts = ['starts', 'number', 'title'] as const;
export const decisionSorts = ['reference', 'decided', 'review'] as const;
export const participationSorts = [
  ...(['name', 'starts', 'invited', 'accepted', 'came', 'interventions', 'spoken'] as const),
  ...(['positions', 'corrections', 'feedback', 'heard'] as const),
] as const;
