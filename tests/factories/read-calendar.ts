/** A calendar as a program reads it (RFC 5545): lines unfolded, then each event's properties and alarms. */
export interface ReadEvent {
  properties: Record<string, string>;
  alarms: Record<string, string>[];
}

type Properties = Record<string, string>;

/** Throws where the text is no calendar: wrong line ends, lines too long, parts that do not end. */
export function readCalendar(text: string): { properties: Properties; events: ReadEvent[] } {
  if (!text.endsWith('\r\n') || /[^\r]\n/.test(text)) throw new Error('lines end with CRLF');
  const tooLong = text.split('\r\n').find((line) => Buffer.byteLength(line) > 75);
  if (tooLong) throw new Error(`folded at 75 octets: ${tooLong}`);
  const calendar: Properties = {};
  const events: ReadEvent[] = [];
  const open: { name: string; properties: Properties }[] = [];
  for (const line of text
    .replace(/\r\n[ \t]/g, '')
    .trimEnd()
    .split('\r\n')) {
    const [, name = '', value = ''] = /^([A-Z-]+(?:;[^:]*)?):(.*)$/.exec(line) ?? [];
    if (name === '') throw new Error(`no content line: ${line}`);
    if (name === 'BEGIN') begin(value);
    else if (name === 'END') end(value);
    else (open.at(-1)?.properties ?? calendar)[name] = unescaped(value);
  }
  if (open.length > 0) throw new Error(`${open.at(-1)?.name} does not end`);
  return { properties: calendar, events };

  function begin(name: string): void {
    const properties: Properties = name === 'VCALENDAR' ? calendar : {};
    open.push({ name, properties });
    if (name === 'VEVENT') events.push({ properties, alarms: [] });
    if (name === 'VALARM') events.at(-1)?.alarms.push(properties);
  }

  function end(name: string): void {
    if (open.pop()?.name !== name) throw new Error(`${name} ends where it did not begin`);
  }
}

function unescaped(value: string): string {
  return value.replace(/\\([\\;,nN])/g, (_all, sign: string) => (/n/i.test(sign) ? '\n' : sign));
}
