import { type CodeList, makeCodeList } from './code-list';

/** One module a list, fetched when it is asked for: a page that picks a sector does not carry the currencies. */
const modules = {
  'activity-date-types': () => import('./data/activity-date-types'),
  'activity-scopes': () => import('./data/activity-scopes'),
  'activity-statuses': () => import('./data/activity-statuses'),
  'aid-type-categories': () => import('./data/aid-type-categories'),
  'aid-type-vocabularies': () => import('./data/aid-type-vocabularies'),
  'aid-types': () => import('./data/aid-types'),
  'budget-statuses': () => import('./data/budget-statuses'),
  'budget-types': () => import('./data/budget-types'),
  'collaboration-types': () => import('./data/collaboration-types'),
  countries: () => import('./data/countries'),
  currencies: () => import('./data/currencies'),
  'disbursement-channels': () => import('./data/disbursement-channels'),
  'finance-type-categories': () => import('./data/finance-type-categories'),
  'finance-types': () => import('./data/finance-types'),
  'flow-types': () => import('./data/flow-types'),
  'organisation-roles': () => import('./data/organisation-roles'),
  'organisation-types': () => import('./data/organisation-types'),
  'policy-marker-vocabularies': () => import('./data/policy-marker-vocabularies'),
  'policy-markers': () => import('./data/policy-markers'),
  'policy-significances': () => import('./data/policy-significances'),
  'region-vocabularies': () => import('./data/region-vocabularies'),
  regions: () => import('./data/regions'),
  'related-activity-types': () => import('./data/related-activity-types'),
  'sector-categories': () => import('./data/sector-categories'),
  'sector-vocabularies': () => import('./data/sector-vocabularies'),
  sectors: () => import('./data/sectors'),
  'tied-statuses': () => import('./data/tied-statuses'),
  'transaction-types': () => import('./data/transaction-types'),
} satisfies Record<string, () => Promise<{ default: string }>>;

export type CodeListName = keyof typeof modules;
export const codeListNames = Object.keys(modules) as CodeListName[];

/** Codes that ISO names too, so that Intl knows them in languages that the lists lack. */
const namedByIntl: Partial<Record<CodeListName, 'region' | 'currency'>> = {
  countries: 'region',
  currencies: 'currency',
};

export async function loadCodeList(name: CodeListName): Promise<CodeList> {
  const { default: rows } = await modules[name]();
  return makeCodeList(rows, namedByIntl[name]);
}
