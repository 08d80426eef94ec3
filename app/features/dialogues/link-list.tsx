import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Badge, Section } from '#app/ui';
import type { ItemView } from '#server/features/dialogues';

type Paper = ItemView['papers'][number];

/** Papers and recordings, each with whom it is for. */
export function LinkList({
  links,
  children,
}: {
  links: readonly Paper[];
  children?: (link: Paper) => ReactNode;
}) {
  const { t } = useTranslation('dialogues');
  return (
    <ul className="grid divide-y divide-line">
      {links.map((link) => (
        <li key={link.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
          <a href={link.url} className="min-w-0 break-words">
            {link.title}
          </a>
          <span className="text-sm text-muted">{t(`link.kindOf.${link.kind}`)}</span>
          {link.audience === 'participants' && (
            <Badge tone="warning" icon="lock">
              {t('link.audienceOf.participants')}
            </Badge>
          )}
          {children?.(link)}
        </li>
      ))}
    </ul>
  );
}

/** On the overview of a dialogue: nothing where there are none. */
export function LinksSection({ links }: { links: readonly Paper[] }) {
  const { t } = useTranslation('dialogues');
  if (links.length === 0) return null;
  return (
    <Section title={t('link.title')}>
      <LinkList links={links} />
    </Section>
  );
}
