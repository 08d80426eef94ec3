import { useTranslation } from 'react-i18next';
import { ActButton } from '#app/features/dialogues';
import { CopyField, Section } from '#app/ui';
import type { DialogueView } from '#server/features/dialogues';

/** Whether the dialogue has a public page, what stands on it, and its address. */
export function PublishEditor({ view, address }: { view: DialogueView; address: string }) {
  const { t } = useTranslation('meetings');
  const isPublic = view.visibility === 'public';
  const words = { copy: t('publish.copy'), copied: t('publish.copied'), selected: t('publish.selected') };
  return (
    <Section title={t('publish.title')} lead={t(isPublic ? 'publish.isPublic' : 'publish.isNot')}>
      <div className="grid max-w-reading gap-4">
        {isPublic && (
          <>
            <CopyField value={address} label={t('publish.address')} words={words} />
            <p>
              <a href={address}>{t('publish.open')}</a>
            </p>
          </>
        )}
        <ItemsShown view={view} />
        <div>
          <ActButton
            fields={{ act: 'visibility', visibility: isPublic ? 'members' : 'public' }}
            variant={isPublic ? 'secondary' : 'primary'}
          >
            {t(isPublic ? 'publish.unpublish' : 'publish.publish')}
          </ActButton>
        </div>
      </div>
    </Section>
  );
}

/** What the world will read of the agenda, before it can. */
function ItemsShown({ view: { items } }: { view: DialogueView }) {
  const { t } = useTranslation('meetings');
  const shown = items.filter(({ confidentiality }) => confidentiality === 'public');
  if (items.length === 0) return <p className="text-muted">{t('publish.noItems')}</p>;
  return (
    <div>
      <h3>{t('publish.items')}</h3>
      {shown.length === 0 ? (
        <p className="text-muted">{t('publish.noneShown')}</p>
      ) : (
        <ul className="list-disc ps-5">
          {shown.map(({ id, title }) => (
            <li key={id}>{title}</li>
          ))}
        </ul>
      )}
      {shown.length < items.length && (
        <p className="mt-2 text-sm text-muted">{t('publish.kept', { count: items.length - shown.length })}</p>
      )}
    </div>
  );
}
