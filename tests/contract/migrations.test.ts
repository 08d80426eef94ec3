import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { anyPart } from '#domain/commitments/filters';
import type {
  DecisionId,
  DialogueId,
  DialogueItemId,
  DialogueLinkId,
  DocumentId,
  WorkspaceId,
} from '#domain/ids';
import { makeServices } from '#server/services';
import { buildDoc } from '#server/sync/build-doc';
import { Content } from '#server/sync/content';
import { hashOf } from '#server/sync/segments';
import { openTestCommitments } from '#tests/factories/commitments';
import { dialects } from '#tests/factories/databases';
import { makeTestFoundation } from '#tests/factories/foundation';
import { openArchive } from '#tests/factories/logs';
import { type OlderDatabase, openOlderDatabase } from '#tests/factories/older-database';
import { buildMember } from '#tests/factories/workspaces';

const at = '2026-01-05T08:00:00.000Z';

describe.each(dialects)('a filled database of an earlier version on %s', (dialect) => {
  let older: OlderDatabase;
  afterEach(() => older.close());

  describe('from before logs were packed', () => {
    beforeEach(async () => {
      older = await openOlderDatabase(dialect, '0001_append_only');
    });

    it('keeps its logs and snapshots, and its old rows can be packed', async () => {
      const doc = new Y.Doc();
      const updates: Uint8Array[] = [];
      doc.on('update', (update: Uint8Array) => updates.push(update));
      for (let i = 0; i < 40; i++) doc.getText('t').insert(i, 'x');
      await older.run(
        'INSERT INTO workspaces (id, slug, name, country, currency, languages, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
        ['w', 'mg', 'Plan', 'MG', 'MGA', '["fr"]', at],
      );
      await older.run(
        'INSERT INTO documents (id, workspace_id, kind, epoch, created_at) VALUES (?, ?, ?, ?, ?)',
        ['d', 'w', 'plan', 1, at],
      );
      for (const [i, bytes] of updates.entries())
        await older.run(
          'INSERT INTO document_updates (document_id, epoch, seq, at, bytes) VALUES (?, ?, ?, ?, ?)',
          ['d', 1, i + 1, at, bytes],
        );
      await older.run(
        'INSERT INTO document_snapshots (document_id, epoch, upto_seq, state) VALUES (?, ?, ?, ?)',
        ['d', 1, 40, Y.encodeStateAsUpdate(doc)],
      );

      const db = await older.upgrade();
      const documentId = 'd' as DocumentId;
      const tools = openArchive(db);
      await tools.pack(documentId);
      const stored = await tools.storage.load(documentId);
      expect(stored && buildDoc(stored).doc.getText('t').toString()).toBe('x'.repeat(40));
      expect(stored).toMatchObject({ epoch: 1, seq: 40, damagedSnapshots: [] });
      expect(stored?.snapshot).toMatchObject({ uptoSeq: 40, stateVector: null, isProven: false });
      expect(await db.read.select().from(db.tables.documentSegments)).toMatchObject([
        { fromSeq: 1, uptoSeq: 39 },
      ]);
      await tools.close();
    });
  });

  describe('from before dialogues had minutes', () => {
    beforeEach(async () => {
      older = await openOlderDatabase(dialect, '0006_list_indexes');
    });

    it('keeps its dialogues, which are held without the Chatham House Rule and can be given minutes', async () => {
      for (const [statement, values] of dialogueRows(dialect)) await older.run(statement, values);

      const db = await older.upgrade();
      const [kept] = await db.read.select().from(db.tables.dialogues);
      expect(kept).toMatchObject({ title: 'Kept', isChathamHouse: false });
      const services = makeServices(makeTestFoundation(db));
      const [workspaceId, dialogueId] = ['w' as WorkspaceId, 'd' as DialogueId];
      const convenor = await buildMember(db, { workspaceId, role: 'convenor' });
      const asked = { actor: convenor.actor, workspaceId, dialogueId };
      expect((await services.dialogues.showMinutes(asked)).state).toBeNull();
      await services.dialogues.beginMinutes(asked);
      expect(await services.dialogues.showMinutes(asked)).toMatchObject({
        state: 'draft',
        items: [{ itemId: 'i', text: [] }],
      });
      await services.documents.stop();
    });
  });

  describe('from before decisions had actions', () => {
    beforeEach(async () => {
      older = await openOlderDatabase(dialect, '0007_minutes');
    });

    it('keeps its decisions, which can be followed up', async () => {
      const rows: Rows = [
        ...dialogueRows(dialect),
        proposalRow(dialect),
        [
          `INSERT INTO decisions (id, workspace_id, dialogue_id, item_id, proposal_id, number, reference, text, rule,
             verdict, reservations, budget_implication, state, decided_at, account_id)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
          ['x', 'w', 'd', 'i', 'p', 1, 'MG/D1', 'T', '{}', '{}', '[]', '', '{"state":"adopted"}', at, 'a'],
        ],
      ];
      for (const [statement, values] of rows) await older.run(statement, values);

      const db = await older.upgrade();
      const services = makeServices(makeTestFoundation(db));
      const workspaceId = 'w' as WorkspaceId;
      const { actor } = await buildMember(db, { workspaceId, role: 'convenor' });
      const shown = await services.followUps.showDecision({
        ...{ actor, workspaceId },
        decisionId: 'x' as DecisionId,
      });
      expect(shown).toMatchObject({ decision: { reference: 'MG/D1', state: 'adopted' }, followUps: [] });
      await services.documents.stop();
    });
  });

  describe('from before dialogues could be public', () => {
    beforeEach(async () => {
      older = await openOlderDatabase(dialect, '0008_follow_ups');
    });

    it('keeps its dialogues, which take place and stay the members’ own until someone publishes them', async () => {
      for (const [statement, values] of dialogueRows(dialect)) await older.run(statement, values);

      const db = await older.upgrade();
      const services = makeServices(makeTestFoundation(db));
      const [workspaceId, dialogueId] = ['w' as WorkspaceId, 'd' as DialogueId];
      const { actor } = await buildMember(db, { workspaceId, role: 'convenor' });
      const asked = { actor, workspaceId, dialogueId };
      expect(await services.dialogues.showDialogue(asked)).toMatchObject({
        ...{ title: 'Kept', visibility: 'members', cancelledAt: null, cancelReason: '', registration: null },
      });
      const place = { slug: 'mg', dialogueId };
      const { publicDialogues } = services;
      await expect(publicDialogues.showPublicDialogue(place)).rejects.toMatchObject({ code: 'not_found' });
      await publicDialogues.setVisibility({ ...asked, visibility: 'public' });
      expect(await publicDialogues.showPublicDialogue(place)).toMatchObject({ title: 'Kept' });
      await services.documents.stop();
    });
  });

  describe('from before invitations went by mail', () => {
    beforeEach(async () => {
      older = await openOlderDatabase(dialect, '0009_public_dialogues');
    });

    it('keeps its dialogues, to whose institutions one can write, and which remind nobody by themselves', async () => {
      for (const [statement, values] of dialogueRows(dialect)) await older.run(statement, values);
      const db = await older.upgrade();
      const services = makeServices(makeTestFoundation(db));
      const [workspaceId, dialogueId] = ['w' as WorkspaceId, 'd' as DialogueId];
      const { actor, institutionId } = await buildMember(db, { workspaceId, role: 'convenor' });
      const asked = { actor, workspaceId, dialogueId };
      expect(await services.letters.listLetters(asked)).toMatchObject({
        lines: [],
        text: '',
        hasReminders: false,
      });
      await services.dialogues.inviteInstitutions({ ...asked, institutionIds: [institutionId] });
      const addressee = { institutionId, name: 'Ana', email: 'ana@example.org', language: 'fr' as const };
      await services.letters.addLetters({ ...asked, addressees: [addressee] });
      expect((await services.letters.listLetters(asked)).lines).toMatchObject([{ owed: 'invitation' }]);
      await services.documents.stop();
    });
  });

  describe('from before those registered were told of changes', () => {
    beforeEach(async () => {
      older = await openOlderDatabase(dialect, '0009_public_dialogues');
    });

    it('keeps who is registered, of whom nobody is said not to know of changes long past', async () => {
      for (const [statement, values] of dialogueRows(dialect)) await older.run(statement, values);
      await older.run('UPDATE dialogues SET calendar_sequence = ?', [3]);
      await older.run(
        `INSERT INTO dialogue_registrations (id, dialogue_id, token_hash, name, position, institution, email,
           email_key, language, registered_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        ['r', 'd', 'h', 'Ana', 'P', 'I', 'ana@example.org', 'ana@example.org', 'fr', at],
      );
      const db = await older.upgrade();
      expect(await db.read.select().from(db.tables.dialogueRegistrations)).toMatchObject([
        { name: 'Ana', toldSequence: 3 },
      ]);
    });
  });

  describe('from before an item could go through the decisions of another dialogue', () => {
    beforeEach(async () => {
      older = await openOlderDatabase(dialect, '0009_public_dialogues');
    });

    it('keeps its agendas, of which no item does, and can be given one that does', async () => {
      for (const [statement, values] of dialogueRows(dialect)) await older.run(statement, values);

      const db = await older.upgrade();
      const { dialogueItems } = db.tables;
      const [kept] = await db.read.select().from(dialogueItems);
      expect(kept).toMatchObject({ id: 'i', title: 'T', reviewsDialogueId: null });
      const reviewsDialogueId = 'd' as DialogueId;
      await db.transaction((tx) => tx.update(dialogueItems).set({ reviewsDialogueId }));
      expect(await db.read.select().from(dialogueItems)).toMatchObject([{ reviewsDialogueId }]);
      const nowhere = 'nowhere' as DialogueId;
      await expect(
        db.transaction((tx) => tx.update(dialogueItems).set({ reviewsDialogueId: nowhere })),
      ).rejects.toThrow();
    });
  });

  describe('from before a proposal could quote a plan', () => {
    beforeEach(async () => {
      older = await openOlderDatabase(dialect, '0009_public_dialogues');
    });

    it('keeps its proposals, which quote none', async () => {
      for (const [statement, values] of [...dialogueRows(dialect), proposalRow(dialect)])
        await older.run(statement, values);

      const db = await older.upgrade();
      const kept = await db.read.select().from(db.tables.dialogueProposals);
      expect(kept).toMatchObject([{ id: 'p', text: 'T', source: null }]);
    });
  });

  describe('from before dialogues had feedback', () => {
    beforeEach(async () => {
      older = await openOlderDatabase(dialect, '0009_public_dialogues');
    });

    it('keeps its dialogues, of which those that have ended can be given feedback', async () => {
      for (const [statement, values] of dialogueRows(dialect)) await older.run(statement, values);
      await older.run('UPDATE dialogues SET started_at = ?, ended_at = ?', [at, at]);

      const db = await older.upgrade();
      const [kept] = await db.read.select().from(db.tables.dialogues);
      expect(kept).toMatchObject({ title: 'Kept', endedAt: at });
      const [workspaceId, dialogueId] = ['w' as WorkspaceId, 'd' as DialogueId];
      const { institutionId, accountId: givenBy } = await buildMember(db, { workspaceId, role: 'convenor' });
      const { dialogueFeedback } = db.tables;
      const row = { dialogueId, institutionId, heard: 'partly', text: 'T', givenAt: at, givenBy } as const;
      await db.transaction(async (tx) => {
        await tx.insert(dialogueFeedback).values(row);
      });
      expect(await db.read.select().from(dialogueFeedback)).toEqual([
        { ...row, usefulness: null, reply: '', repliedAt: null, repliedBy: null },
      ]);
    });
  });

  describe('from before an item had papers', () => {
    beforeEach(async () => {
      older = await openOlderDatabase(dialect, '0010_letters_and_feedback');
    });

    it('keeps its papers, which are of the whole dialogue; those of an item go with it', async () => {
      for (const [statement, values] of dialogueRows(dialect)) await older.run(statement, values);
      await older.run(
        `INSERT INTO dialogue_links (id, dialogue_id, kind, title, url, audience, added_at, account_id)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
        ['l', 'd', 'paper', 'Kept', 'https://example.org', 'public', at, 'a'],
      );
      const db = await older.upgrade();
      const { dialogueItems, dialogueLinks } = db.tables;
      const [kept] = await db.read.select().from(dialogueLinks);
      expect(kept).toMatchObject({ title: 'Kept', itemId: null });
      if (!kept) return;
      const ofItem = { ...kept, id: 'of item' as DialogueLinkId, itemId: 'i' as DialogueItemId };
      await db.transaction(async (tx) => void (await tx.insert(dialogueLinks).values(ofItem)));
      await db.transaction(async (tx) => void (await tx.delete(dialogueItems)));
      expect(await db.read.select().from(dialogueLinks)).toEqual([kept]);
    });
  });

  describe('from before it was known of mail whether it was delivered', () => {
    beforeEach(async () => {
      older = await openOlderDatabase(dialect, '0011_item_papers_and_quotes');
    });

    it('has its mail delivered that had not failed, and its answers and marks as they were', async () => {
      for (const [statement, values] of [...dialogueRows(dialect), ...invitedRows])
        await older.run(statement, values);
      await older.run('UPDATE dialogues SET calendar_sequence = ?', [3]);

      const db = await older.upgrade();
      const { attendanceMarks, dialogueInvitations, dialogueLetterMails, dialogueRegistrations, dialogues } =
        db.tables;
      expect(await db.read.select().from(dialogueLetterMails).orderBy(dialogueLetterMails.id)).toMatchObject([
        { id: 'arrived', sentAt: at, deliveredAt: at, failedAt: null },
        { id: 'failed', sentAt: at, deliveredAt: null, failedAt: at },
      ]);
      expect(await db.read.select().from(dialogueRegistrations)).toMatchObject([
        { name: 'Ana', tokenHash: 'h', deliveredAt: at, formerTokenHash: null, toldSequence: 3 },
      ]);
      expect(await db.read.select().from(dialogues)).toMatchObject([
        { calendarSequence: 3, scheduleSequence: 3 },
      ]);
      expect(await db.read.select().from(attendanceMarks)).toMatchObject([
        { id: 'm', state: 'present', at, takenBackAt: null, takenBackBy: null },
      ]);
      expect(await db.read.select().from(dialogueInvitations)).toMatchObject([
        { answer: 'accepted', answeredAt: at, answeredBy: 'a', answerBasis: null },
      ]);
      // Nobody is written to again by the first start of this version.
      const services = makeServices(makeTestFoundation(db));
      await services.registrations.start();
      await services.letters.start();
      services.letters.stop();
      await services.background.settled();
      const [arrived] = await db.read
        .select()
        .from(dialogueLetterMails)
        .where(eq(dialogueLetterMails.id, 'arrived'));
      expect(arrived).toMatchObject({ failedAt: null });
      expect(await db.read.select().from(dialogueRegistrations)).toMatchObject([{ toldSequence: 3 }]);
      await services.documents.stop();
    });
  });

  describe('from before snapshots said how far each client goes', () => {
    beforeEach(async () => {
      older = await openOlderDatabase(dialect, '0003_registry');
    });

    it('keeps its snapshots, of which that is found out, and its next ones say so', async () => {
      const doc = new Y.Doc();
      const updates: Uint8Array[] = [];
      doc.on('update', (update: Uint8Array) => updates.push(update));
      for (let i = 0; i < 40; i++) doc.getText('t').insert(i, 'x');
      await older.run(
        'INSERT INTO workspaces (id, slug, name, country, currency, languages, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
        ['w', 'mg', 'Plan', 'MG', 'MGA', '["fr"]', at],
      );
      await older.run(
        'INSERT INTO documents (id, workspace_id, kind, epoch, created_at) VALUES (?, ?, ?, ?, ?)',
        ['d', 'w', 'plan', 1, at],
      );
      for (const [i, bytes] of updates.entries())
        await older.run(
          'INSERT INTO document_updates (document_id, epoch, seq, at, bytes) VALUES (?, ?, ?, ?, ?)',
          ['d', 1, i + 1, at, bytes],
        );
      const state = Y.mergeUpdates(updates.slice(0, 30));
      await older.run(
        'INSERT INTO document_snapshots (document_id, epoch, upto_seq, state, hash) VALUES (?, ?, ?, ?, ?)',
        ['d', 1, 30, state, hashOf(state)],
      );

      const db = await older.upgrade();
      const documentId = 'd' as DocumentId;
      const tools = openArchive(db);
      const stored = await tools.storage.load(documentId);
      expect(stored?.snapshot).toMatchObject({ uptoSeq: 30, stateVector: null, isProven: true });
      expect(stored && Content.stored(stored)?.clocks().get(doc.clientID)).toBe(40);
      await tools.snapshot(documentId);
      const next = await tools.storage.load(documentId);
      expect(Buffer.from(next?.snapshot?.stateVector ?? []).equals(Y.encodeStateVector(doc))).toBe(true);
      await tools.close();
    });
  });

  describe('from before lists of commitments were read from an index alone', () => {
    beforeEach(async () => {
      older = await openOlderDatabase(dialect, '0005_dialogues');
    });

    it('has its activities in the same order, and its partners with the same totals', async () => {
      await older.run(
        'INSERT INTO workspaces (id, slug, name, country, currency, languages, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
        ['w', 'mg', 'Plan', 'MG', 'MGA', '["fr"]', at],
      );
      await older.run(
        "INSERT INTO institutions (id, kind, name_en, name_fr, name_es, acronym, created_at) VALUES (?, 'bank', 'B', 'B', 'B', 'B', ?)",
        ['p', at],
      );
      await older.run(
        "INSERT INTO partner_profiles (workspace_id, institution_id, about, website, instruments, modalities, created_at) VALUES ('w', 'p', '', '', '[]', '[]', ?)",
        [at],
      );
      for (const [id, title, removedAt] of [
        ['b', 'wells', null],
        ['a', 'clinics', null],
        ['c', 'gone', at],
      ] as const)
        await older.run(
          `INSERT INTO activities (id, workspace_id, partner_id, title, searched, description, details, source, source_text, set_at, created_at, removed_at)
           VALUES (?, 'w', 'p', ?, ?, '', '{}', 'person', '', ?, ?, ${removedAt ? '?' : 'null'})`,
          [id, title, title, at, at, ...(removedAt ? [removedAt] : [])],
        );
      for (const [year, amount] of [
        [-1, '30.10'],
        [2024, '30.10'],
      ] as const)
        await older.run(
          `INSERT INTO commitment_totals (workspace_id, grain, country, kind, year, fiscal_year_start, partner_id, theme, currency, amount, usd, local, parts, without_usd, without_local)
           VALUES ('w', 'country_partner', 'MG', 'committed', ?, ?, 'p', '', 'USD', ?, ?, '0', 1, 0, 1)`,
          [year, year === -1 ? '' : '2024-01-01', amount, amount],
        );

      const db = await older.upgrade();
      const { commitments } = openTestCommitments(db);
      const workspaceId = 'w' as WorkspaceId;
      const filter = { ...anyPart, search: '', status: null, problem: null };
      const listed = (isDescending: boolean) =>
        commitments.listActivities(workspaceId, {
          ...{ filter, page: 1, size: 10 },
          sort: { key: 'title', isDescending },
        });
      expect((await listed(false)).rows.map(({ id }) => id)).toEqual(['a', 'b']);
      expect(await listed(true)).toMatchObject({ rows: [{ id: 'b' }, { id: 'a' }], total: 2 });
      for (const of of [
        { year: null, fiscalYear: null },
        { year: 2024, fiscalYear: null },
        { year: null, fiscalYear: '2024-01-01' },
      ]) {
        const { rows } = await commitments.countryPartners(workspaceId, {
          ...{ country: 'MG', language: 'en', page: 1, ...of },
        });
        expect(rows).toMatchObject([{ partner: { id: 'p' }, byKind: { committed: [{ amount: '30.1' }] } }]);
      }
    });
  });
});

type Rows = [statement: string, values: (string | number)[]][];

/** A dialogue with an item, as it was kept before it could have minutes. */
function dialogueRows(dialect: 'sqlite' | 'postgres'): Rows {
  return [
    [
      'INSERT INTO workspaces (id, slug, name, country, currency, languages, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
      ['w', 'mg', 'Plan', 'MG', 'MGA', '["fr"]', at],
    ],
    [
      'INSERT INTO accounts (id, email, email_key, name, password_hash, created_at, is_administrator) VALUES (?, ?, ?, ?, ?, ?, ?)',
      ['a', 'a@example.org', 'a@example.org', 'A', '', at, dialect === 'sqlite' ? 0 : 'false'],
    ],
    [
      `INSERT INTO dialogues (id, workspace_id, year, number, type, title, purpose, place, link, time_zone, languages,
         starts_at, limits, created_at, created_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      ['d', 'w', 2026, 1, 'training', 'Kept', '', '', '', 'UTC', '["fr"]', at, '{}', at, 'a'],
    ],
    [
      `INSERT INTO dialogue_items (id, dialogue_id, position, title, purpose, presenter, planned_minutes,
         confidentiality, item, floor) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      ['i', 'd', 0, 'T', 'decision', '', 5, 'public', '{"state":"planned"}', '{"waiting":[],"heard":[]}'],
    ],
  ];
}

/** An institution that was invited, answered and came, its letter, and someone registered. */
const invitedRows: Rows = [
  [
    "INSERT INTO institutions (id, kind, name_en, name_fr, name_es, acronym, created_at) VALUES (?, 'bank', 'B', 'B', 'B', 'B', ?)",
    ['n', at],
  ],
  [
    `INSERT INTO dialogue_invitations (dialogue_id, institution_id, "group", answer, answered_at, answered_by)
       VALUES (?, ?, ?, ?, ?, ?)`,
    ['d', 'n', 'partner', 'accepted', at, 'a'],
  ],
  [
    'INSERT INTO attendance_marks (id, dialogue_id, institution_id, state, at, account_id) VALUES (?, ?, ?, ?, ?, ?)',
    ['m', 'd', 'n', 'present', at, 'a'],
  ],
  [
    `INSERT INTO dialogue_letters (id, dialogue_id, institution_id, name, email, email_key, language, added_at,
       account_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ['t', 'd', 'n', 'Ana', 'ana@example.org', 'ana@example.org', 'fr', at, 'a'],
  ],
  [
    `INSERT INTO dialogue_letter_mails (id, letter_id, kind, token_hash, sequence, sent_at)
       VALUES (?, ?, ?, ?, ?, ?)`,
    ['arrived', 't', 'invitation', 'x', 3, at],
  ],
  [
    `INSERT INTO dialogue_letter_mails (id, letter_id, kind, token_hash, sequence, sent_at, failed_at)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
    ['failed', 't', 'reminder', 'y', 3, at, at],
  ],
  [
    `INSERT INTO dialogue_registrations (id, dialogue_id, token_hash, name, position, institution, email, email_key,
       language, registered_at, told_sequence) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ['r', 'd', 'h', 'Ana', 'P', 'I', 'ana@example.org', 'ana@example.org', 'fr', at, 3],
  ],
];

function proposalRow(dialect: 'sqlite' | 'postgres'): Rows[number] {
  return [
    `INSERT INTO dialogue_proposals (id, dialogue_id, item_id, number, text, scale, is_hidden, rule, state, eligible)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ['p', 'd', 'i', 1, 'T', 'three', dialect === 'sqlite' ? 0 : 'false', '{}', 'closed', '[]'],
  ];
}
