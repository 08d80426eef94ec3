import type { TFunction } from 'i18next';
import { serverI18n } from '#app/i18n/i18n.server';
import { makeFormat } from '#app/i18n/make-format';
import { localTimeAt } from '#domain/dialogues/local-time';
import { institutionName, institutionShortName } from '#domain/institutions/name';
import type { Language } from '#domain/languages';
import type { DialogueReport } from '#server/features/dialogues';
import { ruleWords } from '../rule-words';

/** Whatever a report is put into words with. */
export function reportWords(report: DialogueReport, language: Language) {
  const { timeZone } = report.dialogue;
  const i18n = serverI18n(language);
  const t = i18n.getFixedT(null, 'report');
  const td = i18n.getFixedT(null, 'dialogues') as TFunction<'dialogues'>;
  const format = makeFormat(language, timeZone);
  const languageNames = new Intl.DisplayNames([format.locale], { type: 'language' });
  const labels = new Map(
    report.institutions.map(({ institution }) => [institution.id as string, institution]),
  );
  const shortName = (id: string | null) => {
    const label = id === null ? undefined : labels.get(id);
    return label ? institutionShortName(label, language) : '';
  };
  const dateTime = (iso: string) => format.dateTime(iso);
  return {
    ...{ t, td, format, shortName, dateTime, language },
    fullName: (id: string) => {
      const label = labels.get(id);
      return label ? institutionName(label.names, language) : '';
    },
    time: (ms: number) => localTimeAt(ms, timeZone).time,
    day: (ms: number) => localTimeAt(ms, timeZone).date,
    minutes: (ms: number) => t('minutes', { count: Math.round(ms / 60_000) }),
    languageName: (code: string) => languageNames.of(code) ?? code,
    minutesWord: (key: string) => i18n.t(`minutes:${key}`),
    ...ruleWords({ t: td, dateTime, nameOf: shortName, language }),
  };
}

export type ReportWords = ReturnType<typeof reportWords>;
