import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { languages } from '#domain/languages';
import { makeBackground } from '#server/background';
import { toHtml } from './layout';
import { makeMail } from './mail';
import { invitationMessage } from './messages/invitation';
import { passwordResetMessage } from './messages/password-reset';

const url = 'http://localhost:3000/reset-password/a-token';

function resetMessage(name = 'Planning') {
  return passwordResetMessage({ to: 'planning@sante.example', name, language: 'fr', url });
}

describe('mail', () => {
  let dataDir: string;
  let said: string[];
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'concord-mail-'));
    said = [];
  });
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

  async function send(smtpUrl: string | null, logged: unknown[] = []): Promise<string[]> {
    const told: string[] = [];
    const log = pino({ level: 'error' }, { write: (line: string) => void logged.push(JSON.parse(line)) });
    const background = makeBackground(log);
    const config = { smtpUrl, mailFrom: 'Concord <concord@localhost>', dataDir };
    const clock = { now: () => new Date('2026-03-02T08:00:00.000Z') };
    makeMail({ config, clock, background, say: (line) => said.push(line) }).send(resetMessage(), {
      whenDelivered: async () => void told.push('delivered'),
      whenFailed: async () => void told.push('failed'),
    });
    expect(told).toEqual([]);
    await background.settled();
    return told;
  }

  it('goes to the outbox as a complete message, readable by its owner alone, when there is no server', async () => {
    await send(null);
    const [file = '', ...others] = readdirSync(join(dataDir, 'outbox'));
    expect(others).toEqual([]);
    expect(file).toMatch(/^2026-03-02T08-00-00-000Z-password-reset-[0-9a-f]{8}\.eml$/);
    const path = join(dataDir, 'outbox', file);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const eml = readFileSync(path, 'utf8');
    expect(eml).toMatch(/^From: Concord <concord@localhost>\r\nTo: planning@sante\.example\r\nSubject: /m);
    expect(eml).toContain('text/plain');
    expect(eml).toContain('text/html');
  });

  it('prints its link on the console', async () => {
    await send(null);
    expect(said.join('\n')).toContain(url);
  });

  it('logs a failure and harms nobody', async () => {
    const logged: unknown[] = [];
    await send(`smtp://127.0.0.1:${await closedPort()}`, logged);
    expect(logged).toMatchObject([{ msg: 'mail password-reset failed' }]);
  });

  it('says what became of it', async () => {
    expect(await send(null)).toEqual(['delivered']);
    expect(await send(`smtp://127.0.0.1:${await closedPort()}`)).toEqual(['failed']);
  });

  it('shows a name as text, whatever it holds', () => {
    const html = toHtml(resetMessage('<img src=x onerror=alert(1)>'));
    expect(html).not.toContain('<img');
    expect(html).toContain('&lt;img');
  });

  it.each(languages)('says in %s who invites, for which institution, and until when', (language) => {
    const message = invitationMessage({
      to: 'budget@mef.example',
      language,
      inviter: 'Planning',
      institution: 'Ministry of Finance',
      workspace: 'Madagascar',
      url,
      expiresAt: '2026-03-16T08:00:00.000Z',
    });
    const words = [message.subject, ...message.paragraphs, ...message.notes].join(' ');
    for (const part of ['Planning', 'Ministry of Finance', 'Madagascar', '2026'])
      expect(words).toContain(part);
  });
});

/** A port where certainly nobody listens: one that was just given back. */
function closedPort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
