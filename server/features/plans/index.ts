import { planCommands } from './commands';
import { planCreation } from './create-plan';
import { Digester } from './digester';
import { actionQueries } from './list-actions';
import { planOverviews } from './overview';
import { Projector } from './projection/projector';
import { planQueries } from './queries';
import { statusReports } from './status-reports';
import type { Dependencies } from './types';

export { latestStatuses } from './latest-status';
export type { ActionFilter, ListedAction } from './list-actions';
export type { PlanSummary } from './overview';
export { compareProjection } from './projection/compare';
export { reprojectAll } from './reproject';
export type { StatusReport } from './status-reports';
export type { Plan } from './types';

export function makePlans(dependencies: Dependencies) {
  const projector = new Projector(dependencies);
  const digester = new Digester(dependencies, (documentId) => projector.planOf(documentId));

  return {
    ...planCreation(dependencies),
    ...planCommands(dependencies),
    ...planQueries(dependencies),
    ...planOverviews(dependencies),
    ...actionQueries(dependencies),
    ...statusReports(dependencies, projector),
    /** Brings the rows up to the document as it is now. */
    project: projector.project.bind(projector),
    /** Compares the whole document with its rows and rewrites what differs. */
    rebuild: projector.rebuild.bind(projector),
    /** Tells the activity feed of every burst of edits that is due. */
    digest: digester.digest.bind(digester),
    /** Follows the documents from now on: projections and digests. */
    async start(): Promise<void> {
      await projector.start();
      await digester.start();
    },
    async stop(): Promise<void> {
      await digester.stop();
      await projector.stop();
    },
  };
}
