/** The words of a command and its options; null where an option is unknown or lacks its value. */
export function readArguments(
  given: readonly string[],
  known: { flags?: readonly string[]; values?: readonly string[] },
): { words: string[]; flags: ReadonlySet<string>; values: Readonly<Record<string, string>> } | null {
  const words: string[] = [];
  const flags = new Set<string>();
  const values: Record<string, string> = {};
  for (let at = 0; at < given.length; at++) {
    const argument = given[at] ?? '';
    const next = given[at + 1];
    if (!argument.startsWith('--')) words.push(argument);
    else if (known.flags?.includes(argument)) flags.add(argument);
    else if (known.values?.includes(argument) && next !== undefined) {
      values[argument] = next;
      at++;
    } else return null;
  }
  return { words, flags, values };
}

/** A line of an answer; what went wrong goes to the error output instead. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
