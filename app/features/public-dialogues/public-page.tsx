import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { usePlaceTime } from '#app/features/dialogues';
import { LinkButton, Notice, PageHeader, Section } from '#app/ui';
import type { PublicDialogue } from '#server/features/public-dialogues';

/** A public dialogue as everyone may read it. */
export function PublicPage({
  slug,
  dialogue,
  children,
}: {
  slug: string;
  dialogue: PublicDialogue;
  /** How to register. */
  children?: ReactNode;
}) {
  const { t } = useTranslation('publicPages');
  const { id, title, type, purpose, place, link, languages, isCancelled, cancelReason } = dialogue;
  const { dateTime, time } = usePlaceTime(dialogue.timeZone);
  return (
    <>
      <PageHeader
        title={title}
        lead={t(`dialogues:type.${type}`)}
        breadcrumbs={[{ to: `/p/${slug}/dialogues`, label: t('list.title') }]}
      />
      {isCancelled && (
        <div className="mb-6">
          <Notice tone="critical" title={t('cancelledTitle')}>
            {cancelReason && <p className="whitespace-pre-line">{cancelReason}</p>}
          </Notice>
        </div>
      )}
      <dl className="mb-4 grid gap-x-6 gap-y-2 sm:grid-cols-[auto_1fr]">
        <dt className="text-muted">{t('when')}</dt>
        <dd>
          <time dateTime={dialogue.startsAt}>{dateTime(dialogue.startsAt)}</time>
          {' · '}
          {t('until', { time: time(dialogue.endsAtMs) })}
        </dd>
        {(place || link) && (
          <>
            <dt className="text-muted">{t('where')}</dt>
            <dd>
              {place} {link && <a href={link}>{t('dialogues:overview.join')}</a>}
            </dd>
          </>
        )}
        {languages.length > 0 && (
          <>
            <dt className="text-muted">{t('languages')}</dt>
            <dd>{languages.map((language) => t(`common:language.${language}`)).join(', ')}</dd>
          </>
        )}
      </dl>
      <p className="mb-6">
        <LinkButton to={`/p/${slug}/dialogues/${id}.ics`} reloadDocument download icon="calendar">
          {t('calendar')}
        </LinkButton>
      </p>
      {purpose && <p className="mb-6 max-w-reading whitespace-pre-line">{purpose}</p>}
      {children}
      <Agenda dialogue={dialogue} />
      <Links dialogue={dialogue} />
    </>
  );
}

function Agenda({ dialogue: { items, timeZone } }: { dialogue: PublicDialogue }) {
  const { t } = useTranslation('publicPages');
  const { time } = usePlaceTime(timeZone);
  if (items.length === 0) return null;
  return (
    <Section title={t('dialogues:agenda.heading')}>
      <ol className="grid divide-y divide-line">
        {items.map(({ id, title, purpose, presenter, startsAtMs, endsAtMs }) => (
          <li key={id} className="grid gap-1 py-3">
            <h3>{title}</h3>
            <p className="text-sm text-muted">
              <span className="numeric">
                {time(startsAtMs)}–{time(endsAtMs)}
              </span>
              {` · ${t(`dialogues:purpose.${purpose}`)}`}
              {presenter && ` · ${t('dialogues:agenda.presents', { presenter })}`}
            </p>
          </li>
        ))}
      </ol>
    </Section>
  );
}

function Links({ dialogue: { links } }: { dialogue: PublicDialogue }) {
  const { t } = useTranslation('publicPages');
  return (['paper', 'recording'] as const).map((kind) => {
    const ofKind = links.filter((link) => link.kind === kind);
    if (ofKind.length === 0) return null;
    return (
      <Section key={kind} title={t(`links.${kind}`)}>
        <ul className="grid gap-2">
          {ofKind.map(({ id, title, url }) => (
            <li key={id}>
              <a href={url} className="break-words">
                {title}
              </a>
            </li>
          ))}
        </ul>
      </Section>
    );
  });
}
