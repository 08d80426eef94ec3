import { asc, eq } from 'drizzle-orm';
import * as Y from 'yjs';
import type { Db } from '#db/db';
import type { Clock } from '#domain/clock';
import type { DocumentId, PlanId } from '#domain/ids';
import { makeSyncStorage } from '../features/documents';
import { compareProjection } from '../features/plans';
import { type Examination, examine, examineOlderEpochs } from './examine';
import { repairDocument } from './repair';
import type { Finding, Report } from './types';

export interface DoctorOptions {
  db: Db;
  clock: Clock;
  /** Puts away what a repair takes out, and gives the name under which it is kept; null: only look. */
  keep: ((name: string, bytes: Uint8Array) => string) | null;
  /** Makes a plan's rows anew from its document. */
  rebuild(planId: PlanId): Promise<unknown>;
}

interface Patient {
  documentId: DocumentId;
  epoch: number;
  plan: { id: PlanId; title: string } | null;
}

/** Examines every document, one after the other, and repairs them where it may. */
export async function* visitAll(options: DoctorOptions): AsyncGenerator<Report> {
  const { documents, plans } = options.db.tables;
  const all = await options.db.read
    .select({ documentId: documents.id, planId: plans.id, title: plans.title })
    .from(documents)
    .leftJoin(plans, eq(plans.documentId, documents.id))
    .orderBy(asc(documents.id));
  for (const { documentId, planId, title } of all) {
    const plan = planId === null ? null : { id: planId, title: title ?? '' };
    yield await visit(options, documentId, plan);
  }
}

async function visit(options: DoctorOptions, documentId: DocumentId, plan: Patient['plan']): Promise<Report> {
  const patient = await receive(options.db, documentId, plan);
  let seen = await look(options, patient);
  // On a running server things move while they are looked at: what is wrong is wrong twice.
  if (seen.findings.length > 0 && !options.keep) seen = await look(options, patient);
  const { findings, canBeOpened, head } = seen;
  const repairs = options.keep && findings.length > 0 ? await repair(options, patient, seen) : [];
  const left = repairs.length > 0 ? (await look(options, patient)).findings : findings;
  const title = plan?.title ?? '';
  return { documentId, title, entries: head, canBeOpened, findings, repairs, isSound: left.length === 0 };
}

async function receive(db: Db, documentId: DocumentId, plan: Patient['plan']): Promise<Patient> {
  const { documents } = db.tables;
  const [row] = await db.read
    .select({ epoch: documents.epoch })
    .from(documents)
    .where(eq(documents.id, documentId));
  return { documentId, epoch: row?.epoch ?? 0, plan };
}

/** The document, and its rows where it has any. */
async function look({ db, clock }: DoctorOptions, { plan, ...log }: Patient): Promise<Examination> {
  const examination = await examine(db, { ...log, storage: makeSyncStorage({ db, clock }) });
  const findings = [...(await examineOlderEpochs(db, log)), ...examination.findings];
  if (plan) findings.push(...(await lookAtRows(db, plan.id, log.epoch, examination)));
  return { ...examination, findings };
}

async function lookAtRows(
  db: Db,
  planId: PlanId,
  epoch: number,
  { best, findings }: Examination,
): Promise<Finding[]> {
  if (findings.some(({ code }) => code === 'log_empty')) return [];
  const doc = new Y.Doc();
  Y.applyUpdate(doc, best.state);
  const compared = await compareProjection(db, { planId, doc, head: { epoch, seq: best.seq } });
  doc.destroy();
  switch (compared.state) {
    case 'behind':
      return [];
    case 'ahead':
      return [{ code: 'projection_ahead', seq: compared.seq, head: best.seq }];
    case 'compared': {
      const { actions, objectives, narrative } = compared;
      const isSame = actions === 0 && !objectives && !narrative;
      return isSame ? [] : [{ code: 'projection_differs', actions, objectives, narrative }];
    }
  }
}

async function repair(
  { db, clock, keep, rebuild }: DoctorOptions,
  { documentId, epoch, plan }: Patient,
  { findings, best }: Examination,
): Promise<string[]> {
  const done: string[] = [];
  const ofLogs = findings.filter((finding) => 'epoch' in finding);
  for (const of of new Set(ofLogs.map((finding) => finding.epoch))) {
    const put = (name: string, bytes: Uint8Array) => keep?.(`${documentId}-${of}-${name}`, bytes) ?? '';
    const wrong = ofLogs.filter((finding) => finding.epoch === of);
    const surgery = { db, clock, documentId, epoch: of, keep: put };
    done.push(...(await repairDocument(surgery, { findings: wrong, best: of === epoch ? best : null })));
  }
  const isEmpty = findings.some(({ code }) => code === 'log_empty');
  if (!plan || isEmpty) return done;
  const { planProjections } = db.tables;
  // Rows that claim to be ahead would keep every older state out.
  await db.transaction(async (tx) => {
    await tx.delete(planProjections).where(eq(planProjections.planId, plan.id));
  });
  await rebuild(plan.id);
  done.push('made the rows of the plan anew from the document');
  return done;
}
