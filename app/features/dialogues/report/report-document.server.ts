import { placeOfTimeZone } from '#domain/dialogues/local-time';
import type { ReportBlock, ReportDocument, ReportSection } from '#domain/dialogues/report-document';
import type { Language } from '#domain/languages';
import type { DialogueReport } from '#server/features/dialogues';
import { adReferendumText } from './ad-referendum.server';
import { itemBlocks } from './item-blocks.server';
import { participantBlocks } from './participant-blocks.server';
import { type ReportWords, reportWords } from './words.server';

/** The report in the words of a language, section by section, as a ministry would send it. */
export function reportDocument(report: DialogueReport, language: Language): ReportDocument {
  const words = reportWords(report, language);
  const { t, td } = words;
  const { dialogue, workspace, reference } = report;
  const sections: [string, ReportBlock[]][] = [
    ['purpose', dialogue.purpose ? paragraphs(dialogue.purpose) : []],
    ['decisions', decisionBlocks(report, words)],
    ['participants', participantBlocks(report, words)],
    ['agenda', agendaBlocks(report, words)],
    ['proceedings', report.items.flatMap((item, i) => itemBlocks(item, { number: i + 1, words, report }))],
    ['spoken', spokenBlocks(report, words)],
    ['texts', textBlocks(report, words)],
  ];
  return keptTogether({
    language,
    kicker: `${workspace.name} · ${td(`type.${dialogue.type}`)} ${reference}`,
    heading: dialogue.title,
    notices: noticesOf(report, words),
    facts: factsOf(report, words),
    sections: numbered(sections, t),
    footer: [reference, t(`audience.${report.audience}`)].join(' · '),
    pageWord: t('page'),
  });
}

/** No line begins with a sign that French sets apart by a space, nor ends with an opening quotation mark. */
function keptTogether(document: ReportDocument): ReportDocument {
  const kept = (key: string, value: unknown) =>
    typeof value === 'string' && key !== 'link'
      ? value.replace(/ (?=[;:!?»%])/g, '\u00a0').replace(/« /g, '«\u00a0')
      : value;
  return JSON.parse(JSON.stringify(document), kept) as ReportDocument;
}

/** What there is nothing to say about is left out, and not counted. */
function numbered(sections: readonly [string, ReportBlock[]][], t: ReportWords['t']): ReportSection[] {
  return sections
    .filter(([, blocks]) => blocks.length > 0)
    .map(([key, blocks], i) => ({ title: `${i + 1}. ${t(`section.${key}`)}`, blocks }));
}

function noticesOf({ audience, minutes, dialogue }: DialogueReport, { t, dateTime }: ReportWords): string[] {
  return [
    t(`audienceNotice.${audience}`),
    ...(dialogue.isChathamHouse ? [t('chatham')] : []),
    minutes.state === 'locked' && minutes.lockedAt
      ? t('final', { date: dateTime(minutes.lockedAt) })
      : t('provisional'),
  ];
}

function factsOf(report: DialogueReport, words: ReportWords) {
  const { t, format, time, day: dayOf, languageName } = words;
  const { dialogue, quorum } = report;
  const begins = Date.parse(dialogue.startedAt ?? dialogue.startsAt);
  const hours = dialogue.endedAt
    ? t('fromTo', { from: time(begins), to: time(Date.parse(dialogue.endedAt)) })
    : time(begins);
  const day = format.longDate(dayOf(begins));
  const came = report.institutions.filter(({ attended }) => attended === 'present' || attended === 'remote');
  return [
    { label: t('fact.date'), value: `${day}, ${hours} (${placeOfTimeZone(dialogue.timeZone)})` },
    { label: t('fact.place'), value: dialogue.place },
    { label: t('fact.languages'), value: format.list(dialogue.languages.map(languageName)) },
    {
      label: t('fact.attendance'),
      value: [
        t('came', { count: came.length, of: report.institutions.length }),
        ...(quorum ? [t(quorum.isMet ? 'quorumMet' : 'quorumMissed', { ...quorum })] : []),
      ].join(' '),
    },
  ].filter(({ value }) => value !== '');
}

function paragraphs(text: string): ReportBlock[] {
  return text
    .split(/\n+/)
    .filter(Boolean)
    .map((line) => ({ kind: 'paragraph', runs: [{ text: line }] }));
}

function decisionBlocks({ decisions }: DialogueReport, words: ReportWords): ReportBlock[] {
  const { t, td, ruleText, format, shortName, language } = words;
  return decisions.map((decision) => {
    const { reference, state, by, text, rule, reservations, budgetImplication, reviewOn } = decision;
    return {
      kind: 'box',
      title: reference,
      state: [td(`decisionState.${state}`), by && td('decision.by', { reference: by })]
        .filter(Boolean)
        .join(' '),
      text,
      lines: [
        ruleText(rule),
        ...reservations.map(({ institution, reason }) =>
          t('reservation', { institution: shortName(institution?.id ?? null), reason }),
        ),
        adReferendumText(decision.adReferendum, language),
        ...(budgetImplication ? [t('budget', { text: budgetImplication })] : []),
        ...(reviewOn ? [td('decision.reviewBy', { date: format.longDate(reviewOn) })] : []),
      ].filter(Boolean),
    };
  });
}

function agendaBlocks({ items }: DialogueReport, { t, td, minutes }: ReportWords): ReportBlock[] {
  if (items.length === 0) return [];
  return [
    {
      kind: 'grid',
      head: [
        t('column.item'),
        t('column.purpose'),
        t('column.presenter'),
        t('column.planned'),
        t('column.taken'),
      ],
      rows: items.map(({ title, purpose, presenter, plannedMinutes, spentMs }, i) => [
        `${i + 1}. ${title}`,
        td(`purpose.${purpose}`),
        presenter,
        minutes(plannedMinutes * 60_000),
        minutes(spentMs),
      ]),
      widths: [0.36, 0.18, 0.22, 0.12, 0.12],
      endColumns: [3, 4],
    },
  ];
}

function spokenBlocks({ spoken }: DialogueReport, words: ReportWords): ReportBlock[] {
  if (spoken.length === 0) return [];
  const { t, td, shortName, fullName, minutes } = words;
  return [
    { kind: 'note', text: t('spokenNote') },
    {
      kind: 'grid',
      head: [td('spoken.institution'), td('spoken.times'), td('spoken.time')],
      rows: spoken.map(({ institutionId, interventions, ms }) => [
        `${fullName(institutionId)} (${shortName(institutionId)})`,
        String(interventions),
        minutes(ms),
      ]),
      widths: [0.6, 0.2, 0.2],
      endColumns: [1, 2],
    },
  ];
}

/** By what anyone can prove that a text is the one that was locked. */
function textBlocks({ items }: DialogueReport, { t }: ReportWords): ReportBlock[] {
  const rows = items.flatMap(({ frozen }, i) =>
    frozen ? [[String(i + 1), String(frozen.seq), frozen.hash]] : [],
  );
  if (rows.length === 0) return [];
  return [
    { kind: 'note', text: t('textsNote') },
    {
      kind: 'grid',
      head: [t('column.number'), t('column.revision'), 'SHA-256'],
      rows,
      widths: [0.1, 0.12, 0.78],
      endColumns: [],
    },
  ];
}
