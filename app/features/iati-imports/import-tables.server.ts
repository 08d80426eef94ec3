import type { LoaderFunctionArgs } from '@remix-run/node';
import { wholeList } from '#app/http/list-params';
import { serverI18n } from '#app/i18n/i18n.server';
import { readLanguage } from '#app/i18n/language.server';
import { DomainError } from '#domain/errors';
import { describeDifference } from '#domain/iati-imports/describe';
import { institutionName } from '#domain/institutions/name';
import { importOf } from './import-of.server';
import { problemDetails } from './problem-text';
import { grades, outcomes } from './tones';

type Cell = string | number | null;
interface Table {
  header: string[];
  rows: Cell[][];
}

/** A list of an import, whole, as it is filtered: its records, problems, organisations or what was not kept. */
export async function readImportTable(args: LoaderFunctionArgs, list: string) {
  const { on, searchParams } = await importOf(args);
  const { iatiImports } = args.context.services;
  const language = await readLanguage(args);
  const i18n = serverI18n(language);
  const t = i18n.getFixedT(null, 'iati');
  const tables: Record<string, () => Promise<Table>> = { records, problems, organisations, unkept };
  const read = Object.hasOwn(tables, list) ? tables[list] : undefined;
  if (!read) throw new DomainError({ code: 'not_found' });
  return { language, ...(await read()) };

  async function records(): Promise<Table> {
    const outcome = outcomes.find((known) => known === searchParams.get('outcome'));
    const search = searchParams.get('q') ?? '';
    const { rows } = await iatiImports.listRecords({ ...on, outcome, search, ...wholeList });
    return {
      header: ['record', 'identifier', 'line', 'outcome', 'decision', 'differences'].map((key) =>
        t(key === 'line' ? 'problems.line' : `records.${key}`),
      ),
      rows: rows.map(({ title, identifier, line, differences, ...row }) => [
        ...[title, identifier, line, t(`outcome.${row.outcome}`), t(decisionKey(row))],
        Object.entries(differences)
          .map(([field, difference]) => {
            const { held, coming, isConflict } = describeDifference(field, difference);
            const change = `${held.join(' | ') || '–'} → ${coming.join(' | ') || '–'}`;
            const conflict = isConflict ? ` (${t('records.conflict')})` : '';
            return `${t(`field.${field}`)}: ${change}${conflict}`;
          })
          .join('\n'),
      ]),
    };
  }

  async function problems(): Promise<Table> {
    const grade = grades.find((known) => known === searchParams.get('grade'));
    const { rows } = await iatiImports.listProblems({ ...on, grade, ...wholeList });
    const catalogue = { t, exists: (key: string) => i18n.exists(key, { ns: 'iati', lng: language }) };
    return {
      header: ['grade', 'line', 'what', 'detail', 'path'].map((key) => t(`problems.${key}`)),
      rows: rows.map((problem) => [
        ...[t(`grade.${problem.grade}`), problem.line, t(`problem.${problem.code}`)],
        ...[problemDetails(catalogue, problem), problem.path],
      ]),
    };
  }

  async function organisations(): Promise<Table> {
    const found = await iatiImports.listOrganisations(on);
    const nameOf = new Map(found.institutions.map(({ id, names }) => [id, institutionName(names, language)]));
    return {
      header: ['name', 'ref', 'reporting', 'count', 'match', 'how'].map((key) => t(`organisations.${key}`)),
      rows: found.organisations.map(({ name, ref, isReporting, count, institutionId, by }) => [
        ...[name, ref, isReporting ? t('organisations.reporting') : '', count],
        institutionId ? (nameOf.get(institutionId) ?? t('organisations.elsewhere')) : '',
        institutionId && by ? t(`organisations.by.${by}`) : '',
      ]),
    };
  }

  async function unkept(): Promise<Table> {
    const { stored } = await iatiImports.getImport(on);
    return {
      header: ['path', 'extension', 'count', 'line'].map((key) => t(`unkept.${key}`)),
      rows: stored.report.unkept.map(({ path, isExtension, count, line }) => [
        ...[path, isExtension ? t('unkept.extension') : '', count, line],
      ]),
    };
  }
}

function decisionKey({
  refusal,
  isApplied,
  outcome,
  decision,
}: {
  refusal: string | null;
  isApplied: boolean;
  outcome: string;
  decision: string;
}): string {
  if (refusal) return `notTaken.short.${refusal}`;
  if (isApplied) return 'decision.applied';
  return `decision.${outcome === 'unusable' ? 'unusable' : decision}`;
}
