import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from './test';

/** The last mail of a kind, such as `letter-invitation`, which without an SMTP server is a file. */
export async function lastMail(dataDir: string, kind: string): Promise<string> {
  const outbox = join(dataDir, 'outbox');
  let mail = '';
  await expect(async () => {
    const name = readdirSync(outbox)
      .sort()
      .findLast((file) => file.includes(kind));
    mail = readFileSync(join(outbox, name ?? ''), 'utf8').replaceAll('=\r\n', '');
    // Its last line: written whole.
    expect(mail.trimEnd()).toMatch(/--$/);
  }).toPass();
  return mail;
}

/** The link in a mail that leads to a page of this name: `letters`. */
export function linkIn(mail: string, page: string): string {
  return new RegExp(`http://localhost:\\d+/${page}/[\\w-]+`).exec(mail)?.[0] ?? '';
}
