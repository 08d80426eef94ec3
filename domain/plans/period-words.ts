// Months by the beginning of their name without accents, in English, French and Spanish. A prefix must say the month
// in all three languages ("mar" is March in each); "jui" alone is June or July and names none.
const months: [RegExp, number][] = [
  [/^(jan|ene)/, 1],
  [/^(feb|fev)/, 2],
  [/^mar/, 3],
  [/^(apr|avr|abr)/, 4],
  [/^(may|mai)/, 5],
  [/^(jun|juin)/, 6],
  [/^(jul|juil)/, 7],
  [/^(aug|aou|ago)/, 8],
  [/^(sep|set)/, 9],
  [/^(oct)/, 10],
  [/^nov/, 11],
  [/^(dec|dic)/, 12],
];

const names =
  'january janvier enero february fevrier febrero march mars marzo april avril abril may mai mayo june juin junio ' +
  'july juillet julio august aout agosto september septembre septiembre setiembre october octobre octubre ' +
  'november novembre noviembre december decembre diciembre';

/** 1 to 12 for a month's name or abbreviation ("mars", "janv.", "Sept"); null for any other word. */
export function monthNumber(word: string): number | null {
  const plain = withoutAccents(word).replace(/\.$/, '');
  const isAbbreviation = plain.length >= 3 && names.split(' ').some((name) => name.startsWith(plain));
  if (!isAbbreviation) return null;
  return months.find(([start]) => start.test(plain))?.[1] ?? null;
}

const ordinals = [
  ['1', '1er', 'premier', 'first', '1st', 'primer', '1ero', 'i'],
  ['2', '2e', '2eme', '2nd', 'deuxieme', 'second', 'segundo', '2do', 'ii'],
  ['3', '3e', '3eme', '3rd', 'troisieme', 'third', 'tercer', '3er', 'iii'],
  ['4', '4e', '4eme', '4th', 'quatrieme', 'fourth', 'cuarto', '4to', 'iv'],
];

/** 1 to 4 for an ordinal in digits, Roman figures or words of the three languages. */
export function ordinalNumber(word: string): number | null {
  const plain = withoutAccents(word).replace(/[.°º]$/, '');
  const index = ordinals.findIndex((forms) => forms.includes(plain));
  return index === -1 ? null : index + 1;
}

function withoutAccents(word: string): string {
  return word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
}
