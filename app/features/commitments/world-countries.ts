/** Whom world.svg draws. Written by scripts/world-map.mjs. */
export const worldCountries =
  `AE AF AL AM AO AR AT AU AZ BA BD BE BF BG BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM
CN CO CR CU CY CZ DE DJ DK DO DZ EC EE EG EH ER ES ET FI FJ FK FR GA GB GE GH GL GM GN GQ GR GT
GW GY HN HR HT HU ID IE IL IN IQ IR IS IT JM JO JP KE KG KH KP KR KW KZ LA LB LK LR LS LT LU LV
LY MA MD ME MG MK ML MM MN MR MW MX MY MZ NA NC NE NG NI NL NO NP NZ OM PA PE PG PH PK PL PR PS
PT PY QA RO RS RU RW SA SB SD SE SI SK SL SN SO SR SS SV SY SZ TD TF TG TH TJ TL TM TN TR TT TW
TZ UA UG US UY UZ VE VN VU YE ZA ZM ZW
`
    .trim()
    .split(/\s+/);

export const worldSize = { width: 1000, height: 500 };

/** Where those are that it is too coarse to draw. */
export const worldDots: Readonly<Record<string, readonly [x: number, y: number]>> = {
  AD: [504, 149],
  AG: [329, 232],
  AI: [325, 228],
  AS: [25, 334],
  AW: [305, 247],
  BB: [334, 245],
  BH: [637, 203],
  BL: [326, 229],
  BM: [327, 182],
  CK: [60, 357],
  CV: [434, 238],
  CW: [307, 248],
  DM: [329, 237],
  FM: [944, 265],
  FO: [484, 88],
  GD: [328, 248],
  GG: [494, 126],
  GI: [486, 170],
  GP: [329, 235],
  GU: [904, 244],
  HK: [814, 215],
  IM: [489, 112],
  JE: [495, 127],
  KI: [986, 283],
  KM: [621, 326],
  KN: [326, 231],
  KY: [276, 225],
  LC: [330, 242],
  LI: [524, 134],
  MC: [519, 145],
  MF: [325, 229],
  MH: [980, 264],
  MO: [812, 215],
  MP: [905, 238],
  MQ: [330, 240],
  MS: [327, 233],
  MT: [538, 170],
  MU: [659, 354],
  MV: [706, 274],
  NR: [969, 289],
  NU: [30, 350],
  PF: [86, 345],
  PM: [359, 135],
  PW: [877, 263],
  RE: [653, 356],
  SC: [656, 303],
  SG: [792, 283],
  SH: [484, 339],
  SM: [532, 144],
  ST: [519, 287],
  SX: [325, 229],
  TC: [303, 216],
  TK: [19, 317],
  TO: [18, 357],
  TV: [1002, 315],
  VA: [532, 151],
  VC: [329, 245],
  VG: [321, 228],
  VI: [320, 230],
  WF: [6, 331],
  WS: [20, 332],
  XK: [554, 149],
  YT: [626, 329],
};
