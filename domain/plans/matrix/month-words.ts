const names = [
  ['january', 'jan', 'janvier', 'janv', 'enero', 'ene'],
  ['february', 'feb', 'fevrier', 'fev', 'fevr', 'febrero'],
  ['march', 'mar', 'mars', 'marzo'],
  ['april', 'apr', 'avril', 'avr', 'abril', 'abr'],
  ['may', 'mai', 'mayo'],
  ['june', 'jun', 'juin', 'junio'],
  ['july', 'jul', 'juillet', 'juil', 'julio'],
  ['august', 'aug', 'aout', 'agosto', 'ago'],
  ['september', 'sep', 'sept', 'septembre', 'septiembre', 'set'],
  ['october', 'oct', 'octobre', 'octubre'],
  ['november', 'nov', 'novembre', 'noviembre'],
  ['december', 'dec', 'decembre', 'diciembre', 'dic'],
];

const monthOfName = new Map(
  names.flatMap((words, index) => words.map((word) => [word, String(index + 1).padStart(2, '0')] as const)),
);

/** The first month named in folded text as "01" to "12", or null. */
export function monthIn(folded: string): string | null {
  for (const word of folded.split(' ')) {
    const month = monthOfName.get(word);
    if (month) return month;
  }
  return null;
}
