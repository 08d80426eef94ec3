import { gradient, isObjection } from '#domain/dialogues/gradient';
import type { PlanQuote } from '#domain/dialogues/plan-quote';
import type { ReportBlock } from '#domain/dialogues/report-document';
import type { Reason } from '#domain/dialogues/verdict';
import type { DialogueReport, ReportItem } from '#server/features/dialogues';
import type { ReportWords } from './words.server';

type Proposal = ReportItem['proposals'][number];

/** What was said under an item, what was put and how the room stood, and what was corrected. */
export function itemBlocks(
  item: ReportItem,
  { number, words, report }: { number: number; words: ReportWords; report: DialogueReport },
): ReportBlock[] {
  const { t, td } = words;
  const { isChathamHouse } = report.dialogue;
  return [
    { kind: 'title', text: `${number}. ${item.title}`, lead: leadOf(item, words) },
    ...(item.papers.length > 0
      ? [{ kind: 'note' as const, text: t('papers', { papers: item.papers.map(paperOf).join('; ') }) }]
      : []),
    ...item.quotes.flatMap((quote) => quoteBlocks(quote, words)),
    ...(item.text && item.text.length > 0
      ? item.text
      : [{ kind: 'note' as const, text: t(item.text ? 'noText' : 'unreadable') }]),
    ...item.proposals.flatMap((proposal) => proposalBlocks(proposal, { words, isChathamHouse })),
    ...correctionBlocks(item, words),
    ...(item.confidentiality === 'public'
      ? []
      : [
          {
            kind: 'note' as const,
            text: t('itemAudience', { audience: td(`confidentiality.${item.confidentiality}`) }),
          },
        ]),
  ];
}

function leadOf({ presenter, speakers }: ReportItem, { t, td, shortName }: ReportWords): string {
  const names = [...new Set(speakers.map(({ institutionId }) => shortName(institutionId)))].filter(Boolean);
  return [
    ...(presenter ? [td('agenda.presents', { presenter })] : []),
    ...(names.length > 0 ? [t('tookTheFloor', { institutions: names.join(', ') })] : []),
  ].join(' · ');
}

function proposalBlocks(
  proposal: Proposal,
  { words, isChathamHouse }: { words: ReportWords; isChathamHouse: boolean },
): ReportBlock[] {
  const { t, td, ruleText, reasonsOf } = words;
  const { number, text, rule, verdict, amends, decision } = proposal;
  const reasons =
    verdict && isChathamHouse ? unnamed(verdict.reasons, proposal, words) : verdict && reasonsOf(verdict);
  return [
    {
      kind: 'box',
      title:
        td('proposal.name', { number }) +
        (amends === null ? '' : ` (${td('proposal.amends', { number: amends })})`),
      state: verdict ? td(`outcome.${verdict.outcome}`) : '',
      text,
      lines: [
        [ruleText(rule), ...(reasons ?? [])].join(' '),
        ...addedLines(proposal, words),
        ...(decision ? [t('becameDecision', { reference: decision })] : []),
      ],
    },
    ...(proposal.quotes ? quoteBlocks(proposal.quotes, words) : []),
    ...(isChathamHouse ? standGrid(proposal, words) : positionGrid(proposal, words)),
  ];
}

/** Who could take a position only later than the others, so that the record does not read as though it always could. */
function addedLines({ added }: Proposal, { t, format, shortName, time }: ReportWords): string[] {
  if (added.length === 0) return [];
  if (added.some(({ institutionId }) => institutionId === null))
    return [t('unnamed.added', { count: added.length })];
  const named = added.map(({ institutionId, atMs }) => `${shortName(institutionId)} (${time(atMs)})`);
  return [t('added', { institutions: format.list(named) })];
}

function paperOf({ title, url }: ReportItem['papers'][number]): string {
  return `${title} (${url})`;
}

/** The part of a plan that something is about, from where and as of when, and its words. */
function quoteBlocks(quotes: PlanQuote, { t, format, day }: ReportWords): ReportBlock[] {
  const { planTitle, seq, quote, quotedAt } = quotes;
  const from = { plan: planTitle, seq };
  if ('actionId' in quotes && !quotedAt) return quoteBlock(t('quoted', from), quote);
  const date = quotedAt ? format.longDate(day(Date.parse(quotedAt))) : '';
  const lead = 'actionId' in quotes ? 'quotedOn' : 'passageOn';
  return quoteBlock(t(lead, { ...from, date }), quote);
}

function quoteBlock(lead: string, quote: string): ReportBlock[] {
  return [{ kind: 'quote', runs: [{ text: `${lead}\n`, isItalic: true }, { text: quote }] }];
}

/** Each institution with its position, the most supportive first. */
function positionGrid({ positions }: Proposal, { t, td, shortName }: ReportWords): ReportBlock[] {
  if (positions.length === 0) return [];
  const rank = ({ step }: Proposal['positions'][number]) => gradient.indexOf(step);
  return [
    {
      kind: 'grid',
      head: [td('position.institution'), t('column.position'), td('position.reason')],
      rows: [...positions]
        .sort((a, b) => rank(a) - rank(b))
        .map(({ institutionId, step, reason, isAdReferendum, basis }) => [
          shortName(institutionId),
          td(`step.${step}`) + (isAdReferendum ? ` (${td('position.adReferendum')})` : ''),
          [reason, basis && td('position.recordedOn', { basis })].filter(Boolean).join(' – '),
        ]),
      widths: [0.16, 0.28, 0.56],
      endColumns: [],
    },
  ];
}

/** How many stood where and what was said, without names. */
function standGrid({ positions }: Proposal, { t, td }: ReportWords): ReportBlock[] {
  const steps = gradient.filter((step) => positions.some((one) => one.step === step));
  if (steps.length === 0) return [];
  return [
    {
      kind: 'grid',
      head: [t('column.position'), t('column.institutions'), td('position.reason')],
      rows: steps.map((step) => {
        const here = positions.filter((one) => one.step === step);
        const reasons = here
          .map(({ reason }) => reason)
          .filter(Boolean)
          .sort();
        return [td(`step.${step}`), String(here.length), reasons.join('\n')];
      }),
      widths: [0.28, 0.16, 0.56],
      endColumns: [1],
    },
  ];
}

/** The verdict's reasons with numbers where they would name institutions. */
function unnamed(
  reasons: readonly Reason[],
  { positions }: Proposal,
  { t, reasonsOf }: ReportWords,
): string[] {
  return reasons.flatMap((reason) => {
    switch (reason.code) {
      case 'objections':
        return [t('unnamed.objections', { count: positions.filter(({ step }) => isObjection(step)).length })];
      case 'reservations':
        return [
          t('unnamed.reservations', {
            count: positions.filter(({ step }) => step === 'reservations').length,
          }),
        ];
      case 'ad_referendum':
        return [t('unnamed.adReferendum', { count: positions.filter((one) => one.isAdReferendum).length })];
      default:
        return reasonsOf({ outcome: 'adopted', reasons: [reason] });
    }
  });
}

function correctionBlocks(
  { corrections }: ReportItem,
  { t, shortName, minutesWord }: ReportWords,
): ReportBlock[] {
  if (corrections.length === 0) return [];
  const isNamed = corrections.some(({ institutionId }) => institutionId !== null);
  return [
    {
      kind: 'grid',
      head: [...(isNamed ? [t('column.by')] : []), t('column.correction'), t('column.answer')],
      rows: corrections.map(({ institutionId, text, answer }) => [
        ...(isNamed ? [shortName(institutionId)] : []),
        text,
        answer
          ? `${minutesWord(`answer.${answer.accepted ? 'accepted' : 'refused'}`)}. ${answer.reason}`
          : minutesWord('answer.open'),
      ]),
      widths: isNamed ? [0.14, 0.43, 0.43] : [0.5, 0.5],
      endColumns: [],
    },
  ];
}
