import type { LoaderFunctionArgs } from '@remix-run/node';
import { serverI18n } from '#app/i18n/i18n.server';
import { readLanguage } from '#app/i18n/language.server';
import { countryName } from '#app/i18n/names.server';
import { loadCodeList } from '#domain/code-lists';
import { plain } from '#domain/commitments/paste-words';
import type { ActivityRecord, ShareRecord } from '#domain/commitments/types';
import type { InstitutionId, WorkspaceId } from '#domain/ids';
import { institutionName } from '#domain/institutions/name';
import { type Language, languages } from '#domain/languages';
import { may } from '#domain/policy';
import { type Theme, themes } from '#domain/themes';
import type { Actor } from '#domain/workspaces/actor';
import type { FoundActivity } from '#server/features/commitments';
import type { FormValues } from './activity-form';
import { factRows, fieldOfFact } from './fact-rows';
import { isEditable, isShown } from './merge-edit';
import { sectorLine } from './share-choices.server';

/** Themes by their names in every language, as pasted and typed words are looked up. */
export function themeWordsOf(): Map<string, Theme> {
  return new Map(
    languages.flatMap((language) => {
      const t = serverI18n(language).getFixedT(null, 'plans');
      return themes.map((theme) => [plain(t(`theme.${theme}`)), theme] as const);
    }),
  );
}

/** The partners whose record the person keeps. */
export async function keptPartners(args: LoaderFunctionArgs, actor: Actor, workspaceId: WorkspaceId) {
  const language = await readLanguage(args);
  const { listKeepers } = args.context.services.commitments;
  return (await listKeepers(workspaceId, language))
    .filter(({ partner, isUnattended }) =>
      may(actor, 'partner.edit', { workspaceId, institutionId: partner.id as InstitutionId, isUnattended }),
    )
    .map(({ partner: { id, acronym, names } }) => {
      const name = institutionName(names, language);
      return { value: id, label: acronym ? `${acronym} – ${name}` : name };
    });
}

/** An activity as the form shows it; what was typed is read back to the same record. */
export async function formValuesOf(activity: FoundActivity, language: Language): Promise<FormValues> {
  const { record, facts, setAt } = activity;
  const t = serverI18n(language).getFixedT(null, 'plans');
  const sectors = await loadCodeList('sectors');
  const values: FormValues = { seenAt: setAt, ...activityValues(record) };
  values.countries = sharesText(record.shares, 'country', (code) => countryName(code, language) ?? code);
  values.sectors = sharesText(record.shares, 'sector', (code) => sectorLine(sectors, code, language));
  values.themes = sharesText(record.shares, 'theme', (code) => t(`theme.${code}`));
  facts
    .filter(isEditable)
    .slice(0, factRows)
    .forEach((fact, index) => {
      const set = (field: Parameters<typeof fieldOfFact>[0], value: string | null) => {
        if (value) values[fieldOfFact(field, index)] = value;
      };
      set('kind', fact.kind);
      set('amount', localDecimal(fact.amount ?? fact.amountText, language));
      set('currency', fact.currency);
      set('start', fact.periodStart);
      set('end', fact.periodEnd === fact.periodStart ? null : fact.periodEnd);
      set('valueDate', fact.valueDate === fact.periodStart ? null : fact.valueDate);
      set('certainty', fact.certainty);
      set('instrument', fact.instrument);
      set('provider', fact.providerName);
      set('receiver', fact.receiverName);
      set('note', fact.note);
      set('revised', fact.isRevised ? 'on' : null);
    });
  return values;
}

function activityValues(record: ActivityRecord): FormValues {
  const { title, description, identifier, status, startsOn, endsOn, instrument } = record;
  const texts = { title, description, identifier, status, startsOn, endsOn, instrument };
  const flags = (['isOnPlan', 'isOnBudget', 'isOnTreasury'] as const).filter((name) => record[name]);
  return {
    ...Object.fromEntries(Object.entries(texts).map(([name, value]) => [name, value ?? ''])),
    ...Object.fromEntries(flags.map((name) => [name, 'on'])),
  };
}

function sharesText(
  shares: readonly ShareRecord[],
  wanted: ShareRecord['kind'],
  nameOf: (code: string) => string,
): string {
  return shares
    .filter(({ kind, vocabulary }) => kind === wanted && isShown(kind, vocabulary))
    .map(({ code, percentage }) => (percentage === null ? nameOf(code) : `${nameOf(code)} ${percentage} %`))
    .join('\n');
}

/** 1250.5 is 1250,5 to who writes so: read in their language, a point before three digits would be of thousands. */
function localDecimal(amount: string, language: Language): string {
  return language === 'en' ? amount : amount.replace('.', ',');
}
