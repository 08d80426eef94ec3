import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { isDomainError } from '#domain/errors';
import { readArguments, say } from './arguments';
import { onRegistry } from './open-registry';
import { sayRateProblems } from './rate-words';

/**
 * Takes over exchange rates in the IMF's layout, as an administrator does on their page: what commitments come to is
 * made anew by them. Null where the arguments are wrong.
 */
export async function runRates(given: string[]): Promise<number | null> {
  const parsed = readArguments(given, { flags: ['--json'] });
  const [file, ...others] = parsed?.words ?? [];
  if (!parsed || !file || others.length > 0) return null;
  const bytes = await readFile(file).catch((error: Error) => {
    console.error(`${file} could not be read: ${error.message}`);
    return null;
  });
  if (bytes === null) return 2;
  return onRegistry(async ({ exchangeRates }) => {
    const rates = { actor: 'operator' as const, fileName: basename(file), bytes };
    const result = await exchangeRates.importRates(rates).catch((error: unknown) => {
      if (!isDomainError(error)) throw error;
      console.error(`${file} has no rates in the IMF's layout: ${JSON.stringify(error.details)}`);
      return null;
    });
    if (result === null) return 2;
    const { added, changed, unchanged, problems } = result;
    for (const line of sayRateProblems(file, problems)) console.error(line);
    if (parsed.flags.has('--json')) say(JSON.stringify({ file, ...result }));
    else say(`${file}: ${added} rates are new, ${changed} changed, ${unchanged} were known already.`);
    return problems.length === 0 ? 0 : 1;
  });
}
