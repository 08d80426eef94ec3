import type { FiscalCalendar } from '../../calendars';
import type { RateTable } from '../../money/rates';
import { defaultIatiLimits, type IatiLimits } from './limits';
import { makeProblemList, type ProblemList } from './problems';
import { readIati, type ValidateRecord } from './read';
import { type IatiSummary, makeSummary } from './summary';
import type { IatiHeader } from './types';
import type { Unkept } from './unkept';

/** What a file holds and what is wrong with it. Of a refused file nothing is kept, so there is nothing to sum. */
export type IatiCheck = ProblemList & { header: IatiHeader | null } & (
    | { state: 'sound'; summary: IatiSummary; unkept: Unkept[] }
    | { state: 'refused' }
  );

/** Reads a whole file and says everything about it at once. */
export async function checkIati(
  chunks: AsyncIterable<Uint8Array>,
  options: {
    limits?: IatiLimits;
    calendars?: readonly FiscalCalendar[];
    validate?: ValidateRecord;
    /** To dollars; without it nothing is converted. */
    rates?: RateTable;
  } = {},
): Promise<IatiCheck> {
  const limits = options.limits ?? defaultIatiLimits;
  const { listed, counts, add } = makeProblemList(limits.listedProblems);
  const summary = makeSummary(options);
  let header: IatiHeader | null = null;
  for await (const event of readIati(chunks, limits, options)) {
    switch (event.kind) {
      case 'header':
        header = event.header;
        break;
      case 'activity':
        summary.addActivity(event.activity);
        for (const problem of event.problems) add(problem);
        break;
      case 'organisation':
        summary.addOrganisation(event.organisation);
        for (const problem of event.problems) add(problem);
        break;
      case 'refused':
        add(event.problem);
        return { state: 'refused', header, listed, counts };
      case 'end':
        return { state: 'sound', header, listed, counts, summary: summary.result(), unkept: event.unkept };
    }
  }
  throw new Error('The reader ended without a word.');
}
