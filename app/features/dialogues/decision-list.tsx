import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/i18n/format';
import { useI18n } from '#app/i18n/use-i18n';
import { InstitutionBadge } from '#app/ui';
import { institutionName, institutionShortName } from '#domain/institutions/name';
import type { DecisionLine } from '#server/features/dialogues';
import { DecisionBadge } from './decision-badge';
import { useRuleWords } from './rule-words';

/** Decisions as they are cited, each with how it was reached and what was reserved. */
export function DecisionList({
  slug,
  decisions,
  isDialogueShown = false,
  isOwnPage = false,
}: {
  slug: string;
  decisions: readonly DecisionLine[];
  isDialogueShown?: boolean;
  /** The page is the decision's own, and names it. */
  isOwnPage?: boolean;
}) {
  return (
    <ol className="grid gap-3">
      {decisions.map((decision) => (
        <li key={decision.id} id={decision.reference} className="card grid gap-2">
          <Decision {...{ slug, decision, isDialogueShown, isOwnPage }} />
        </li>
      ))}
    </ol>
  );
}

function Decision({
  slug,
  decision,
  isDialogueShown,
  isOwnPage,
}: {
  slug: string;
  decision: DecisionLine;
  isDialogueShown: boolean;
  isOwnPage: boolean;
}) {
  const { t } = useTranslation('dialogues');
  const { date, day } = useFormat();
  const { ruleText } = useRuleWords('UTC');
  const { id, reference, state, by, text, rule, budgetImplication, reviewOn, decidedAt, dialogue } = decision;
  return (
    <>
      <div className="flex flex-wrap items-baseline gap-2">
        {!isOwnPage && (
          <h3 className="numeric">
            <Link to={`/w/${slug}/decisions/${id}`}>{reference}</Link>
          </h3>
        )}
        <DecisionBadge state={state} />
        {by && <span className="text-sm text-muted">{t('decision.by', { reference: by })}</span>}
        <time dateTime={decidedAt} className="text-sm text-muted">
          {day(decidedAt)}
        </time>
        {isDialogueShown && (
          <Link to={`/w/${slug}/dialogues/${dialogue.id}`} className="text-sm">
            {dialogue.title}
          </Link>
        )}
      </div>
      <p className="max-w-reading whitespace-pre-line">{text}</p>
      <p className="text-sm text-muted">
        {t('verdict.final', { outcome: t(`outcome.${decision.verdict.outcome}`) })} · {ruleText(rule)}
      </p>
      <Reservations reservations={decision.reservations} />
      <AdReferendum adReferendum={decision.adReferendum} />
      {budgetImplication && (
        <p className="text-sm">
          <span className="font-semibold">{t('decision.budget')}</span> – {budgetImplication}
        </p>
      )}
      {reviewOn && <p className="text-sm text-muted">{t('decision.reviewBy', { date: date(reviewOn) })}</p>}
    </>
  );
}

/** Who spoke subject to the confirmation of its headquarters, where the reader may know. */
function AdReferendum({ adReferendum }: Pick<DecisionLine, 'adReferendum'>) {
  const { t } = useTranslation('dialogues');
  const { language } = useI18n();
  const { list } = useFormat();
  const known = adReferendum.flatMap((label) => label ?? []);
  if (known.length === 0) return null;
  const institutions = list(known.map((label) => institutionShortName(label, language)));
  return <p className="text-sm">{t('reason.ad_referendum', { count: known.length, institutions })}</p>;
}

function Reservations({ reservations }: { reservations: DecisionLine['reservations'] }) {
  const { t } = useTranslation('dialogues');
  const { language } = useI18n();
  if (reservations.length === 0) return null;
  return (
    <div className="text-sm">
      <p className="font-semibold">{t('decision.reservations')}</p>
      <ul className="grid gap-0.5">
        {reservations.map(({ institution, reason }) => (
          <li key={`${institution?.id} ${reason}`}>
            {institution && (
              <InstitutionBadge
                kind={institution.kind}
                acronym={institution.acronym}
                name={institutionName(institution.names, language)}
              />
            )}{' '}
            <span className="text-muted">– {reason}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
