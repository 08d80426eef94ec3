import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const noBreak = '\u00A0';
const narrowNoBreak = '\u202F';

/** French puts an unbreakable space before high punctuation and inside quotation marks; otherwise a line may begin with "?". */
export function withFrenchSpacing(text) {
  return text
    .replace(/ ([;!?])/g, `${narrowNoBreak}$1`)
    .replace(/ ([:»])/g, `${noBreak}$1`)
    .replace(/« /g, `«${noBreak}`)
    .replace(/(\d) %/g, `$1${noBreak}%`);
}

/** Names each French catalogue that breaks the rule; with `isFixing` it is put right instead. */
export function frenchSpacing(folder, { isFixing }) {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => {
      const file = join(folder, name);
      const text = readFileSync(file, 'utf8');
      // JSON's own colons follow a quotation mark directly, so only words are touched.
      const right = withFrenchSpacing(text);
      if (right === text) return [];
      if (isFixing) writeFileSync(file, right);
      return isFixing ? [] : [`${file}: plain spaces before ; : ! ? » or after «; run: npm run format`];
    });
}
