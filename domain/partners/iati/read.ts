import { decodeXml, UndecodableError } from './decode';
import type { XmlElement } from './element';
import { defaultIatiLimits, type IatiLimits } from './limits';
import { detached, gradeOfCode, type Problem, type Report } from './problems';
import { readActivity } from './read-activity';
import { readOrganisation } from './read-organisation';
import { makeRecordParser, type RecordParser } from './record-parser';
import { Refusal } from './refusal';
import type { Activity, IatiHeader, Organisation } from './types';
import type { Unkept } from './unkept';

export type IatiEvent =
  | { kind: 'header'; header: IatiHeader }
  | { kind: 'activity'; activity: Activity; problems: Problem[]; bytes: number }
  | { kind: 'organisation'; organisation: Organisation; problems: Problem[]; bytes: number }
  /** The last: the whole file was read. */
  | { kind: 'end'; unkept: Unkept[] }
  /** The last: the file is refused, and nothing that came before is to be kept. */
  | { kind: 'refused'; problem: Problem };

/** Says what a record breaks of the standard's schema, by its own text. */
export type ValidateRecord = (record: {
  element: Pick<XmlElement, 'name' | 'line' | 'position'>;
  source: string;
  rootTag: string;
  header: IatiHeader;
}) => Problem[];

/** Reads an IATI file of either standard, record by record, in memory that does not grow with it. Throws what `chunks` throws. */
export async function* readIati(
  chunks: AsyncIterable<Uint8Array>,
  limits: IatiLimits = defaultIatiLimits,
  { validate }: { validate?: ValidateRecord } = {},
): AsyncGenerator<IatiEvent> {
  const parser = makeRecordParser(limits, { withSources: validate !== undefined });
  const firstLines = new Map<string, number>();
  let [bytes, isHeaderGiven] = [0, false];
  try {
    for await (const piece of decodeXml(chunks)) {
      bytes += piece.bytes;
      if (bytes > limits.fileBytes) throw new Refusal('file_too_large', { limit: limits.fileBytes });
      const records = parser.write(piece.text);
      const header = parser.header();
      if (header && !isHeaderGiven) {
        isHeaderGiven = true;
        yield { kind: 'header', header };
      }
      for (const { element, source } of records) {
        const event = recordEvent(element, { firstLines, bytes });
        const { problems } = event;
        // One by one: there may be more of them than a call takes arguments.
        if (validate && header)
          for (const problem of validate({ element, source, rootTag: parser.rootTag(), header }))
            problems.push(problem);
        yield event;
      }
    }
    if (bytes === 0) throw new Refusal('empty_file');
    parser.close();
    yield { kind: 'end', unkept: parser.unkept() };
  } catch (error) {
    yield { kind: 'refused', problem: refusalOf(error, parser) };
  }
}

function recordEvent(
  record: XmlElement,
  { firstLines, bytes }: { firstLines: Map<string, number>; bytes: number },
): Extract<IatiEvent, { problems: Problem[] }> {
  const problems: Problem[] = [];
  const report: Report = ({ code, line, path, details }) =>
    problems.push({ code, grade: gradeOfCode[code], line, path, details });
  if (record.name === 'iati-activity') {
    const activity = readActivity(record, report);
    flagDuplicate(activity.identifier, record, { firstLines, report });
    return { kind: 'activity', activity, problems, bytes };
  }
  const organisation = readOrganisation(record, report);
  flagDuplicate(organisation.identifier, record, { firstLines, report });
  return { kind: 'organisation', organisation, problems, bytes };
}

/** Neither of two records with one identifier silently wins: the later is flagged with the line of the first. */
function flagDuplicate(
  identifier: string | null,
  { name, position, line }: XmlElement,
  { firstLines, report }: { firstLines: Map<string, number>; report: Report },
): void {
  if (!identifier) return;
  const firstLine = firstLines.get(identifier);
  if (firstLine === undefined) firstLines.set(detached(identifier), line);
  else
    report({
      code: 'identifier_duplicate',
      line,
      path: `${name}[${position}]`,
      details: { identifier: identifier.slice(0, 200), firstLine },
    });
}

function refusalOf(error: unknown, parser: RecordParser): Problem {
  const { line, column, path } = parser.position();
  const place = { grade: 'critical' as const, line, column, path };
  if (error instanceof Refusal) return { code: error.code, ...place, ...error.place, details: error.details };
  if (error instanceof UndecodableError)
    return { code: error.code, ...place, details: { encoding: error.encoding } };
  throw error;
}
