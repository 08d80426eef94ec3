import { and, asc, count, desc, eq, like } from 'drizzle-orm';
import type { Db, Tx } from '#db/db';
import { type Clock, instant } from '#domain/clock';
import { DomainError } from '#domain/errors';
import type { AccountId } from '#domain/ids';
import { type ComparedRates, compareRates } from '#domain/money/compare-rates';
import type { RateProblem } from '#domain/money/imf-rates';
import type { ExchangeRate } from '#domain/money/rates';
import { authorise } from '#domain/policy';
import type { Actor } from '#domain/workspaces/actor';
import { newId } from '#server/new-id';
import type { Events, RecordEvent } from '../events';
import { readRatesFile } from './read-rates';
import { writeRates } from './write-rates';

export interface Dependencies {
  db: Db;
  clock: Clock;
  events: Events;
}

/** A file that was uploaded and waits for a yes. */
interface Upload {
  id: string;
  fileName: string;
  rates: ExchangeRate[];
  problems: RateProblem[];
  uploadedAt: string;
}

export interface RatesPreview extends ComparedRates {
  id: string;
  fileName: string;
  problems: RateProblem[];
}

const uploadKey = 'exchange_rates_upload';
const maxBytes = 20 * 1024 * 1024;

export function makeExchangeRates({ db, clock, events }: Dependencies) {
  const { exchangeRates: table, instanceSettings } = db.tables;

  /** Reads a file of rates and keeps it for a look before anything changes; one at a time, the last uploaded. */
  async function uploadRates({
    actor,
    fileName,
    bytes,
  }: {
    actor: Actor;
    fileName: string;
    bytes: Uint8Array;
  }): Promise<void> {
    authorise(actor, 'exchangeRates.edit', {});
    if (bytes.byteLength === 0 || bytes.byteLength > maxBytes)
      throw new DomainError({ code: bytes.byteLength === 0 ? 'unsupported_file' : 'too_large' });
    const value: Upload = { id: newId(), fileName, ...readRatesFile(bytes), uploadedAt: instant(clock) };
    await db.transaction(async (tx) => {
      await tx
        .insert(instanceSettings)
        .values({ key: uploadKey, value })
        .onConflictDoUpdate({ target: instanceSettings.key, set: { value } });
    });
  }

  /** What the uploaded file would change; null when none waits. */
  async function previewRates(actor: Actor): Promise<RatesPreview | null> {
    authorise(actor, 'exchangeRates.edit', {});
    const upload = await findUpload(db.read);
    if (!upload) return null;
    const { id, fileName, rates, problems } = upload;
    return { id, fileName, problems, ...compareRates(await db.read.select().from(table), rates) };
  }

  /** Takes over what the person has seen. Throws `stale` when another file was uploaded since. */
  async function confirmRates({ actor, id }: { actor: Actor; id: string }): Promise<void> {
    authorise(actor, 'exchangeRates.edit', {});
    const setBy = actor.accountId;
    await events.commit({ accountId: setBy, institutionId: null }, async (tx, record) => {
      const upload = await findUpload(tx);
      if (!upload || upload.id !== id) throw new DomainError({ code: 'stale' });
      await takeOver({ tx, record }, { ...upload, setBy });
      await tx.delete(instanceSettings).where(eq(instanceSettings.key, uploadKey));
    });
  }

  /**
   * Takes a file over at once, as the operator of the server; its lines that cannot be used are given, not taken.
   * Throws `unsupported_file` where no line can be.
   */
  async function importRates({
    actor,
    fileName,
    bytes,
  }: {
    actor: Actor | 'operator';
    fileName: string;
    bytes: Uint8Array;
  }) {
    if (actor !== 'operator') authorise(actor, 'exchangeRates.edit', {});
    const { rates, problems } = readRatesFile(bytes);
    if (rates.length === 0) throw new DomainError({ code: 'unsupported_file', details: { problems } });
    const setBy = actor === 'operator' ? null : actor.accountId;
    const taken = await events.commit({ accountId: setBy, institutionId: null }, (tx, record) =>
      takeOver({ tx, record }, { id: newId(), fileName, rates, setBy }),
    );
    return { ...taken, problems };
  }

  async function takeOver(
    { tx, record }: { tx: Tx; record: RecordEvent },
    { id, fileName, rates, setBy }: Pick<Upload, 'id' | 'fileName' | 'rates'> & { setBy: AccountId | null },
  ): Promise<{ added: number; changed: number; unchanged: number }> {
    const { added, changed, sameCount } = compareRates(await tx.select().from(table), rates);
    const counts = { added: added.length, changed: changed.length };
    await writeRates({ db, tx, clock }, { added, changed, setBy });
    await record({
      workspaceId: null,
      kind: 'exchange_rate.imported',
      subjectType: 'exchange_rate',
      subjectId: id,
      after: { fileName, ...counts },
    });
    return { ...counts, unchanged: sameCount };
  }

  async function discardRates(actor: Actor): Promise<void> {
    authorise(actor, 'exchangeRates.edit', {});
    await db.transaction(async (tx) => {
      await tx.delete(instanceSettings).where(eq(instanceSettings.key, uploadKey));
    });
  }

  /** The rates, newest year first; `search` is the beginning of a currency's code. */
  async function listRates({ search, page, size }: { search: string; page: number; size: number }) {
    const wanted = search
      .trim()
      .toUpperCase()
      .replace(/[^A-Z]/g, '');
    const where = and(wanted ? like(table.currency, `${wanted}%`) : undefined);
    const [counted] = await db.read.select({ n: count() }).from(table).where(where);
    const total = Number(counted?.n ?? 0);
    const pageCount = Math.max(1, Math.ceil(total / size));
    const current = Math.min(Math.max(1, Math.trunc(page) || 1), pageCount);
    const rows = await db.read
      .select()
      .from(table)
      .where(where)
      .orderBy(desc(table.year), asc(table.currency), asc(table.area))
      .limit(size)
      .offset((current - 1) * size);
    return { rows, page: current, pageCount, total };
  }

  async function findUpload(reader: Pick<Tx, 'select'>): Promise<Upload | null> {
    const { key, value } = instanceSettings;
    const [row] = await reader.select({ value }).from(instanceSettings).where(eq(key, uploadKey));
    return (row?.value as Upload | undefined) ?? null;
  }

  return { uploadRates, previewRates, confirmRates, discardRates, importRates, listRates };
}
