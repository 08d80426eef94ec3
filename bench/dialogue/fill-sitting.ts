import { pino } from 'pino';
import { openDb } from '#db/open';
import { systemClock } from '#domain/clock';
import type { DialogueId, DialogueItemId } from '#domain/ids';
import { readConfig } from '#server/config/config';
import { newId } from '#server/new-id';
import { makeServices } from '#server/services';
import { buildAccount, testPassword } from '#tests/factories/accounts';
import { dialogueFacts, itemFacts } from '#tests/factories/dialogues';
import { buildInstitution, buildMember, buildWorkspace } from '#tests/factories/workspaces';

const institutions = 40;
const items = 8;

/** Writes a workspace with a dialogue to which forty institutions are invited, and signs so many of their people in. */
export async function fillSitting(dataDir: string, people: number) {
  const config = readConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'silent' });
  const db = await openDb({ databaseUrl: null, dataDir, migrationsDir: 'db/migrations' });
  const log = pino({ level: 'silent' });
  const { dialogues, accounts, ...services } = makeServices({ config, db, clock: systemClock, log });
  const { workspaceId, slug } = await buildWorkspace(db, { slug: 'sitting' });
  const ids = [];
  for (let n = 0; n < institutions; n++) {
    ids.push(await buildInstitution(db, { workspaceId, name: `Institution ${n}`, acronym: `I${n}` }));
  }
  const cookieOf = async (email: string, n: number) => {
    const address = `10.0.${n >> 8}.${n & 255}`;
    return accounts.signIn({ email, password: testPassword, address, userAgent: 'bench' });
  };
  const convenor = await buildAccount(db);
  const { actor } = await buildMember(db, {
    ...{ workspaceId, role: 'convenor', accountId: convenor.id, institutionId: ids[0] },
  });
  const asked = { actor, workspaceId, dialogueId: newId<DialogueId>() };
  await dialogues.planDialogue({ ...asked, facts: dialogueFacts() });
  await dialogues.inviteInstitutions({ ...asked, institutionIds: ids });
  const itemIds: DialogueItemId[] = [];
  for (let n = 0; n < items; n++) {
    const itemId = newId<DialogueItemId>();
    await dialogues.addItem({ ...asked, itemId, facts: itemFacts({ title: `Item ${n}` }) });
    itemIds.push(itemId);
  }
  const cookies: string[] = [];
  for (let n = 0; n < people; n++) {
    const account = await buildAccount(db);
    await buildMember(db, {
      ...{ workspaceId, role: n % 2 ? 'drafter' : 'contributor', accountId: account.id },
      institutionId: ids[n % ids.length],
    });
    cookies.push(await cookieOf(account.email, n + 1));
  }
  const convenorCookie = await cookieOf(convenor.email, 0);
  await services.background.settled();
  await db.close();
  return {
    ...{ slug, dialogueId: asked.dialogueId, institutions, items: itemIds, speakerId: ids[1] ?? '' },
    ...{ cookies: cookies.map(headerOf), convenorCookie: headerOf(convenorCookie) },
  };
}

/** What a browser sends of what it was told to keep. */
function headerOf(setCookie: string): string {
  return setCookie.split(';')[0] ?? '';
}
