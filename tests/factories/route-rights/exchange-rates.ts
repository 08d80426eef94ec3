import { administrators, notAdministrators, type RightsByRoute } from './rights';

export const exchangeRatesRights: RightsByRoute = {
  'admin.exchange-rates.tsx': {
    at: () => '/admin/exchange-rates',
    get: administrators,
    forms: ['upload', 'confirm', 'discard'].map((intent) => ({
      does: intent,
      fields: () => ({ intent, id: 'another' }),
      refused: notAdministrators,
    })),
  },
  'admin.exchange-rates[.]csv.ts': { at: () => '/admin/exchange-rates.csv', get: administrators },
};
