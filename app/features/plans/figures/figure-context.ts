import { createContext, useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/i18n/format';
import { type FiscalCalendar, fiscalYearBounds, fiscalYearName } from '#domain/calendars';
import { type InstitutionLabel, institutionName, institutionShortName } from '#domain/institutions/name';
import type { InstitutionRef, Objective } from '#domain/plans';
import { type Grouping, none, type Selection } from './selection';

/** What every part of the page needs to name things and to lead to rows. */
export interface FigureContextValue {
  selection: Selection;
  currency: string;
  calendars: readonly FiscalCalendar[];
  objectives: readonly Objective[];
  institutions: readonly InstitutionLabel[];
  /** The address of the plan's actions. */
  actionsAddress: string;
}

export const FigureContext = createContext<FigureContextValue | null>(null);

export function useFigures(): FigureContextValue {
  const value = useContext(FigureContext);
  if (!value) throw new Error('useFigures is for the inside of the page of figures');
  return value;
}

/** The names of years, objectives, blocks and institutions, in the reader's words. */
export function useFigureNames() {
  const { calendars, objectives, institutions } = useFigures();
  const { t, i18n } = useTranslation('figures');
  const { dateRange } = useFormat();

  function institution(ref: InstitutionRef | null): string {
    const known = institutions.find(({ id }) => id === ref?.institutionId);
    return known ? institutionShortName(known, i18n.language) : ref?.text.trim() || t('none.lead');
  }

  function fullInstitution(ref: InstitutionRef | null): string | undefined {
    const known = institutions.find(({ id }) => id === ref?.institutionId);
    return known?.acronym ? institutionName(known.names, i18n.language) : undefined;
  }

  /** The name of a line, and where a fiscal year is named, its dates. */
  function line(
    by: Grouping | 'plan',
    key: string,
    ref: InstitutionRef | null,
  ): { name: string; note?: string } {
    if (by === 'plan') return { name: t('wholePlan') };
    if (key === none) return { name: t(`none.${by}`) };
    if (by === 'year') return year(Number(key));
    if (by === 'block') return { name: t(`plans:block.${key}`, key) };
    if (by === 'objective') return { name: objectives.find(({ id }) => id === key)?.title || t('untitled') };
    return { name: institution(ref), note: fullInstitution(ref) };
  }

  function year(number: number): { name: string; note: string } {
    const bounds = fiscalYearBounds(number, calendars);
    return { name: fiscalYearName(bounds), note: dateRange(bounds.start, bounds.end) };
  }

  return { institution, line, year };
}
