import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { canonical } from '#domain/iati-imports/canonical';
import { organisationKey } from '#domain/iati-imports/organisation-keys';
import {
  type Activity,
  defaultIatiLimits,
  type IatiEvent,
  makeSummary,
  type Organisation,
  type OrganisationRef,
  type Problem,
  readIati,
  type ValidateRecord,
} from '#domain/partners/iati';
import { emptyReport, type ImportReport, type NamedOrganisation } from './types';

/** A record of the file, before it is compared with what is held. */
export interface FileRecord {
  position: number;
  line: number;
  kind: 'activity' | 'organisation';
  identifier: string;
  title: string;
  /** It has no identifier, or one that came before in the file. */
  isUnusable: boolean;
  record: Activity | Organisation;
  hash: string;
}

/** What was read since the last batch; a person may have cancelled meanwhile, so they are small. */
export interface ReadBatch {
  records: FileRecord[];
  problems: Problem[];
  /** Of the file, read so far. */
  bytes: number;
}

export type ReadResult = { state: 'read' | 'refused'; report: ImportReport };

/** Reads a file in batches and says in the end what it holds; the next is read once one was taken. */
export type ReadFile = (path: string) => AsyncGenerator<ReadBatch, ReadResult>;

const batch = { records: 50, characters: 1_000_000 };
const maxOrganisations = 2_000;

export async function* readInBatches(
  path: string,
  { validate }: { validate: ValidateRecord },
): AsyncGenerator<ReadBatch, ReadResult> {
  const report: ImportReport = structuredClone(emptyReport);
  const summary = makeSummary();
  const named = new Map<string, NamedOrganisation>();
  let [position, characters, listed, bytes] = [0, 0, 0, 0];
  let [records, problems]: [Sized[], Problem[]] = [[], []];

  function note(found: readonly Problem[]): void {
    for (const problem of found) {
      report.counts[problem.code] = (report.counts[problem.code] ?? 0) + 1;
      if (listed++ < defaultIatiLimits.listedProblems || problem.grade === 'critical') problems.push(problem);
    }
  }

  const chunks = createReadStream(path, { highWaterMark: 256 * 1024 });
  for await (const event of readIati(
    chunks,
    { ...defaultIatiLimits, fileBytes: Number.POSITIVE_INFINITY },
    { validate },
  )) {
    switch (event.kind) {
      case 'header':
        report.header = event.header;
        break;
      case 'activity':
      case 'organisation': {
        if (event.kind === 'activity') summary.addActivity(event.activity);
        else summary.addOrganisation(event.organisation);
        const record = fileRecordOf(event, position++);
        note(event.problems);
        noteOrganisations(record.record, named);
        records.push(record);
        bytes = event.bytes;
        characters += record.characters;
        if (records.length < batch.records && characters < batch.characters) break;
        yield { records: records.map(unsized), problems, bytes };
        [records, problems, characters] = [[], [], 0];
        break;
      }
      case 'refused':
        report.refusal = event.problem;
        return { state: 'refused', report: { ...report, organisations: [], unkept: [] } };
      case 'end':
        yield { records: records.map(unsized), problems, bytes };
        return {
          state: 'read',
          report: {
            ...report,
            summary: summary.result(),
            unkept: event.unkept,
            organisations: [...named.values()].sort(
              (a, b) => Number(b.isReporting) - Number(a.isReporting) || b.count - a.count,
            ),
          },
        };
    }
  }
  throw new Error('The reader ended without a word.');
}

type RecordEvent = Extract<IatiEvent, { kind: 'activity' | 'organisation' }>;

type Sized = FileRecord & { characters: number };

function unsized({ characters: _characters, ...record }: Sized): FileRecord {
  return record;
}

function fileRecordOf(event: RecordEvent, position: number): Sized {
  const record = event.kind === 'activity' ? event.activity : event.organisation;
  const titles = event.kind === 'activity' ? event.activity.titles : event.organisation.names;
  const content = canonical(record);
  const isDuplicate = event.problems.some(({ code }) => code === 'identifier_duplicate');
  return {
    position,
    line: record.line,
    kind: event.kind,
    identifier: (record.identifier ?? '').slice(0, 500),
    title: (titles[0]?.text ?? '').slice(0, 500),
    isUnusable: isDuplicate || !record.identifier,
    record,
    hash: createHash('sha256').update(content).digest('hex'),
    characters: content.length,
  };
}

function noteOrganisations(record: Activity | Organisation, named: Map<string, NamedOrganisation>): void {
  note(record.reportingOrganisation, true);
  if (!('transactions' in record)) return;
  for (const organisation of record.participatingOrganisations) note(organisation, false);
  for (const { provider, receiver } of [...record.transactions, ...record.plannedDisbursements]) {
    note(provider, false);
    note(receiver, false);
  }

  function note(organisation: OrganisationRef | null, isReporting: boolean): void {
    const key = organisation ? organisationKey(organisation) : '';
    if (!organisation || !key) return;
    const known = named.get(key);
    if (known) {
      known.count++;
      known.isReporting ||= isReporting;
      known.name ||= organisation.names[0]?.text ?? '';
    } else if (named.size < maxOrganisations * (isReporting ? 2 : 1)) {
      const { ref, type, names } = organisation;
      named.set(key, { key, ref, type, name: names[0]?.text ?? '', count: 1, isReporting });
    }
  }
}
