import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useDocument, usePeople } from '#app/features/documents';
import { useFormat } from '#app/i18n/format';
import { useGapWords } from '#app/ui';
import type { FiscalCalendar } from '#domain/calendars';
import type { ActionId, InstitutionId } from '#domain/ids';
import { institutionName } from '#domain/institutions/name';
import { languages } from '#domain/languages';
import { type Action, blocks } from '#domain/plans/types';
import { themes } from '#domain/themes';
import { useOpenPlan } from '../plan-layout';
import { makeFacts } from './action-facts';
import type { CellReading } from './cell-text';
import { InstitutionDirectory } from './institution-directory';
import { placeActions, placeObjectives } from './objective-tree';
import type { LatestReport, PlanContext } from './plan-context';
import { PlanEdits } from './plan-edits';
import { PlanStore } from './plan-store';
import { CellPresence } from './presence';
import { useSame } from './use-same';
import { makeVocabulary } from './vocabulary';

/** What the server adds to the document. */
export interface PlanFacts {
  calendars: readonly FiscalCalendar[];
  today: string;
  reports: readonly (LatestReport & { actionId: ActionId })[];
}

/** The plan's actions as the page works with them: rows, own edits, who is where, and how texts are read. */
export function usePlanModel(facts: PlanFacts) {
  const { doc, localOrigin } = useDocument();
  const format = useFormat();
  const { t } = useTranslation('actions');
  const gapWords = useGapWords();
  const store = useMemo(() => new PlanStore(doc), [doc]);
  const edits = useMemo(() => new PlanEdits(doc, localOrigin), [doc, localOrigin]);
  const presence = useMemo(() => new CellPresence(), []);
  const context = usePlanContext(facts);
  const people = usePeople();
  useEffect(() => store.follow(), [store]);
  useEffect(() => presence.update(people), [presence, people]);

  const objectives = useSyncExternalStore(store.subscribe, store.objectives, store.objectives);
  const placed = useMemo(() => placeObjectives(objectives), [objectives]);
  const placedRef = useRef(placed);
  placedRef.current = placed;

  const reading = useMemo((): CellReading => {
    let numbered: { actions: readonly Action[]; numbers: ReadonlyMap<ActionId, string> } | null = null;
    return {
      context,
      facts: makeFacts(context),
      format,
      gapWords,
      statusLabel: (status) => t(`plans:status.${status}`),
      objectiveOf: ({ objectiveId }) =>
        placedRef.current.find(({ objective }) => objective.id === objectiveId),
      numberOf({ id }) {
        const actions = store.actions();
        if (numbered?.actions !== actions) {
          numbered = { actions, numbers: placeActions(actions, placedRef.current).numbers };
        }
        return numbered.numbers.get(id) ?? '';
      },
    };
  }, [context, format, gapWords, store, t]);

  return { store, edits, presence, reading, objectives: placed };
}

export type PlanModel = ReturnType<typeof usePlanModel>;

function usePlanContext(facts: PlanFacts): PlanContext {
  const plan = useOpenPlan();
  const { i18n } = useTranslation('actions');
  const { language, workspace } = plan;
  // A live refresh brings the same facts again and again; thousands of actions are not read anew for that.
  const { calendars, today, reports } = useSame(facts);
  const { horizon, institutions } = useSame({ horizon: plan.horizon, institutions: plan.institutions });
  return useMemo(() => {
    const words = (kind: string) => (code: string) => {
      const own = i18n.t(`plans:${kind}.${code}`);
      const others = languages
        .filter((lng) => i18n.hasResourceBundle(lng, 'plans'))
        .map((lng) => i18n.t(`plans:${kind}.${code}`, { lng }));
      return [own, ...others];
    };
    return {
      reading: { language, calendars },
      currency: workspace.currency,
      today,
      years: horizon,
      directory: new InstitutionDirectory(
        institutions.map(({ id, kind, acronym, names }) => ({
          id: id as InstitutionId,
          kind,
          acronym,
          name: institutionName(names, i18n.language),
          names: Object.values(names),
        })),
      ),
      blocks: makeVocabulary(blocks, words('block')),
      themes: makeVocabulary(themes, words('theme')),
      reports: new Map(reports.map((report) => [report.actionId, report])),
    };
  }, [language, calendars, workspace.currency, today, horizon, institutions, reports, i18n]);
}
