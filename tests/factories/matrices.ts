import type { Cell, MergedRegion, Sheet, SourceTable } from '#domain/plans/matrix';

/**
 * A health ministry's matrix as they come: title rows, a header of two rows with merged cells, headings across the
 * width, amounts in thousands of ariary with decimal commas, several institutions in a cell, blank rows and totals.
 */
export function malagasySheet(): Sheet {
  const rows: Cell[][] = [
    ['RÉPUBLIQUE DE MADAGASCAR'],
    ["MATRICE D'ACTIONS PRIORITAIRES DE LA FEUILLE DE ROUTE CSU 2026–2028"],
    [],
    [
      'N°',
      'Actions prioritaires',
      'Structure responsable',
      'Parties prenantes',
      'Période',
      "Coût (en milliers d'Ariary)",
      '',
      '',
      'Source de financement',
      'Gap à rechercher',
      'Indicateur',
      'Référence',
      'Cible',
      'Source de vérification',
      'Observations',
    ],
    ['', '', '', '', '', 2026, 2027, 2028, '', '', '', '', '', '', ''],
    ['AXE 1 : GOUVERNANCE ET CADRE LÉGAL'],
    ['Objectif 1.1 : Renforcer le cadre juridique de la CSU'],
    [
      '1.1.1',
      'Réviser la loi n° 2015-042 relative à la CSU',
      'MSANP',
      'MEF ; OMS, OIT',
      '2026–2027',
      '125 000,5',
      '80 250',
      '-',
      'OMS',
      '45 000',
      'Loi révisée promulguée',
      'Non',
      'Oui',
      'Journal officiel',
      'Ad hoc',
    ],
    [
      '1.1.2',
      'Mettre en place un comité de pilotage multisectoriel',
      'MSANP et MEF',
      'MPPSPF / GIZ',
      'T1 2026',
      '12 500',
      '',
      '',
      'RPI',
      '',
      'Comité fonctionnel',
      '0',
      '1',
      'Arrêté',
      '',
    ],
    [],
    ['Objectif 1.2 : Améliorer la redevabilité'],
    [
      '1.2.1',
      'Publier un rapport annuel de suivi',
      'Ministère de la Santé publique (MSANP)',
      'OSC, Banque mondiale',
      '2026, 2027 et 2028',
      '8 000',
      '8 000',
      '8 000',
      'Banque mondiale',
      '',
      'Nombre de rapports publiés',
      '1',
      '3',
      'Site internet',
      '',
    ],
    ['Sous-total Axe 1', '', '', '', '', '145 500,5', '88 250', '8 000', '', '45 000'],
    ['AXE 2 : FINANCEMENT DE LA SANTÉ'],
    [
      '2.1',
      'Étendre le Fonds national de solidarité santé',
      "Ministère de l'Économie et des Finances",
      'MSANP',
      'janv. 2026 – déc. 2028',
      '1 500 000',
      'à déterminer',
      '2 000 000',
      'État, Fonds mondial',
      '3 000 000',
      'Population couverte',
      '9 %',
      '25 %',
      'Rapport CNSS',
      '',
    ],
    [
      '',
      '',
      '',
      'Association des mutuelles',
      '',
      '',
      '',
      '',
      '',
      '',
      'Dépenses directes',
      '32 %',
      '25 %',
      'Comptes de la santé',
      '',
    ],
    [
      '2.2',
      'Former les agents des mutuelles',
      'CNSS',
      'Tous',
      'Permanent',
      '75 000',
      '75 000',
      '75 000',
      '',
      '',
      'Agents formés',
      '120',
      '600',
      '',
      'Priorité des régions du Sud',
    ],
    [],
    ['TOTAL GÉNÉRAL', '', '', '', '', '1 720 500,5', '163 250', '9 999 999', '', ''],
    ['Source : Direction des études et de la planification, 2025'],
  ];
  const merges: MergedRegion[] = [
    { top: 0, left: 0, bottom: 0, right: 14 },
    { top: 1, left: 0, bottom: 1, right: 14 },
    { top: 3, left: 5, bottom: 3, right: 7 },
    ...[0, 1, 2, 3, 4, 8, 9, 10, 11, 12, 13, 14].map((column) => ({
      top: 3,
      left: column,
      bottom: 4,
      right: column,
    })),
    ...[5, 6, 10, 13].map((row) => ({ top: row, left: 0, bottom: row, right: 14 })),
    { top: 14, left: 1, bottom: 15, right: 1 },
  ];
  return { name: 'Matrice', rows, merges };
}

export function tableOf(rows: Cell[][], merges: MergedRegion[] = []): SourceTable {
  return { kind: 'xlsx', sheets: [{ name: 'Sheet1', rows, merges }] };
}

/** A partner's CSV with semicolons and quoted line breaks. */
export const englishCsv = `No;Priority action;Lead institution;Partners;Start;End;Cost 2026 (USD);Cost 2027 (USD);Indicator;Target
1;Map existing schemes;MoH;ILO, WHO;01/03/2026;31/12/2026;25,000.50;;Map published;1
2;"Draft the purchasing
guidelines";MoH;World Bank;Q2 2026;Q4 2027;40,000;60,000;Guidelines adopted;1
`;

/** Rows as a spreadsheet puts them on the clipboard: tabs, and quotes around a cell with a line break. */
export const pastedRows = [
  'Activités\tResponsable\tÉchéance\tCoût',
  '"Créer un comité\nnational de la CSU"\tMSANP\t31/12/2026\t1.250.000,75',
  'Dire ""oui"" au guichet unique\tMEF\t2027\t500 000',
].join('\r\n');

/** As many actions as asked for, under an axis every 100 and an objective every 20. */
export function longSheet(actions: number): Sheet {
  const rows: Cell[][] = [
    [
      'N°',
      'Activités',
      'Responsable',
      'Partenaires',
      'Début',
      'Fin',
      'Coût 2026',
      'Coût 2027',
      'Coût 2028',
      'Indicateur',
      'Cible',
      'Observations',
    ],
  ];
  for (let n = 1; n <= actions; n++) {
    if (n % 100 === 1) rows.push([`AXE ${Math.ceil(n / 100)} : Axe stratégique`]);
    if (n % 20 === 1) rows.push([`Objectif ${Math.ceil(n / 20)} : Objectif opérationnel`]);
    rows.push([
      String(n),
      `Mener l'activité n° ${n} dans les régions retenues`,
      'MSANP / MEF',
      'OMS, GIZ ; Banque mondiale',
      'T1 2026',
      '2028-06',
      1000 + n,
      `${n} 500,25`,
      '250.000',
      `Indicateur ${n}`,
      `${n} %`,
      n % 3 === 0 ? 'À confirmer' : '',
    ]);
    if (n % 50 === 0) rows.push([]);
  }
  return { name: 'Plan', rows, merges: [] };
}
