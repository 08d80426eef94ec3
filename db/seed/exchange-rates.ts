/** Round figures near the averages of their years, so that the demo can convert: currency, area, rates by year. */
export const demoRates: { currency: string; area: string; perUsd: Record<number, string> }[] = [
  { currency: 'EUR', area: 'U2', perUsd: { 2019: '0.893', 2023: '0.925', 2024: '0.924', 2025: '0.886' } },
  { currency: 'XDR', area: '1E', perUsd: { 2022: '0.748', 2023: '0.75', 2024: '0.753', 2025: '0.742' } },
  {
    currency: 'MGA',
    area: 'MG',
    perUsd: { 2019: '3618', 2022: '4096', 2023: '4430', 2024: '4525', 2025: '4510', 2026: '4480' },
  },
  { currency: 'BIF', area: 'BI', perUsd: { 2023: '2574', 2024: '2890', 2025: '2960', 2026: '2985' } },
];
