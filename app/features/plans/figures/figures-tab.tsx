import { useSearchParams } from '@remix-run/react';
import { useMemo } from 'react';
import { DocumentGate } from '#app/features/documents';
import type { FiscalCalendar } from '#domain/calendars';
import type { InstitutionLabel } from '#domain/institutions/name';
import type { Objective } from '#domain/plans';
import { useOpenPlan } from '../plan-layout';
import { FiguresPage } from './figures-page';
import { buildFiguresView, type FiguresView } from './figures-view';
import { readSelection } from './selection';
import { useLivePlan } from './use-live-plan';

export interface FiguresData {
  view: FiguresView;
  objectives: Objective[];
  /** Those that the plan names, also where they have left the workspace. */
  institutions: InstitutionLabel[];
  calendars: FiscalCalendar[];
}

/** The figures as the server read them, then live from the document once it is here. */
export function FiguresTab(data: FiguresData) {
  const { address } = useOpenPlan();
  const [params] = useSearchParams();
  const shared = { selection: readSelection(params), actionsAddress: `${address}/actions`, ...data };
  return (
    <DocumentGate fallback={<FiguresPage {...shared} />}>
      <LiveFigures {...data} />
    </DocumentGate>
  );
}

function LiveFigures({ institutions, calendars }: FiguresData) {
  const { language, workspace, institutions: members, address } = useOpenPlan();
  const [params] = useSearchParams();
  const reading = useMemo(() => ({ language, calendars }), [language, calendars]);
  const live = useLivePlan(reading);
  const selection = useMemo(() => readSelection(params), [params]);
  const view = useMemo(
    () => buildFiguresView(live, selection, workspace.currency),
    [live, selection, workspace.currency],
  );
  const known = useMemo(() => [...members, ...institutions], [members, institutions]);
  return (
    <FiguresPage
      view={view}
      selection={selection}
      calendars={calendars}
      objectives={live.objectives}
      institutions={known}
      actionsAddress={`${address}/actions`}
    />
  );
}
