import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Badge, Notice } from '#app/ui';
import type { ItemMinutesView, ItemView } from '#server/features/dialogues';
import { Corrections } from './corrections';
import type { MinutesPageProps } from './minutes-page';
import { OpenText } from './open-text';
import { TextBlocks } from './text-blocks';

/** The minutes of one item: open to write in or follow, or as they stand. */
export function ItemMinutes(props: MinutesPageProps & { item: ItemView; index: number }) {
  const { item, index, minutes, openId, identity, view } = props;
  const { t } = useTranslation('minutes');
  const own = minutes.items.find(({ itemId }) => itemId === item.id);
  const language = view.languages[0] ?? 'en';
  if (!own) return null;
  const isOpen = openId === item.id && own.frozen === null;
  return (
    <li id={`item-${item.id}`} className="grid scroll-mt-24 gap-2 py-4">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h3 className="min-w-0">
          {index + 1}. {item.title}
        </h3>
        {item.confidentiality !== 'public' && (
          <Badge tone="warning" icon="lock">
            {t(`dialogues:confidentiality.${item.confidentiality}`)}
          </Badge>
        )}
        <OpenLink {...{ own, isOpen, title: item.title, itemId: item.id }} />
      </div>
      {isOpen ? (
        <OpenText
          key={own.documentId}
          minutes={own}
          identity={identity}
          language={language}
          label={t('textOf', { title: item.title })}
        />
      ) : (
        <Written own={own} language={language} />
      )}
      <Corrections {...props} corrections={own.corrections} />
    </li>
  );
}

function OpenLink({
  own,
  isOpen,
  title,
  itemId,
}: {
  own: ItemMinutesView;
  isOpen: boolean;
  title: string;
  itemId: string;
}) {
  const { t } = useTranslation('minutes');
  if (own.frozen) return null;
  const does = isOpen ? 'done' : own.canWrite ? 'write' : 'follow';
  return (
    <Link
      to={isOpen ? { search: '', hash: `item-${itemId}` } : { search: `?item=${itemId}` }}
      preventScrollReset
      className="text-sm"
      aria-label={t(`${does}Of`, { title })}
    >
      {t(does)}
    </Link>
  );
}

function Written({ own: { text, frozen }, language }: { own: ItemMinutesView; language: string }) {
  const { t } = useTranslation('minutes');
  if (text === null)
    return (
      <Notice tone="critical">
        <p>{t('unreadable')}</p>
      </Notice>
    );
  return (
    <>
      {text.length === 0 ? (
        <p className="text-muted">{t('nothingYet')}</p>
      ) : (
        <TextBlocks blocks={text} language={language} />
      )}
      {frozen && (
        <p className="text-sm text-muted">
          {t('frozen', { seq: frozen.seq })}{' '}
          <span className="break-all font-mono text-xs">{frozen.hash}</span>
        </p>
      )}
    </>
  );
}
