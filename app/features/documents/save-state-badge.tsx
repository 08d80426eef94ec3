import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Badge, Icon, Menu, MenuHeading, type Tone, VisuallyHidden } from '#app/ui';
import { exhaustive } from '#domain/exhaustive';
import { useIsDocumentOpened, useIsOverHttp, useSaveState } from './document-context';
import type { SaveState } from './save-state';

const tones: Record<SaveState['state'], Tone> = {
  loading: 'neutral',
  connecting: 'neutral',
  saved: 'positive',
  saving: 'neutral',
  offline: 'warning',
  read_only: 'neutral',
  refused: 'critical',
};

/** Says whether the person's edits are safe. Only trouble is read out: "Saving…" at each key would drown everything. */
export function SaveStateBadge() {
  const { t } = useTranslation('documents');
  const saveState = useSaveState();
  const isOpened = useIsDocumentOpened();
  const words = wordsFor(saveState, t);
  const isTrouble = saveState.state === 'offline' || saveState.state === 'refused';
  if (!isOpened) return null;
  return (
    <>
      <Badge tone={tones[saveState.state]}>{words}</Badge>
      <OverHttpHint />
      <VisuallyHidden>
        <span role="status">{isTrouble ? words : ''}</span>
      </VisuallyHidden>
    </>
  );
}

/** For whoever wonders why others' edits come a little later than elsewhere. */
function OverHttpHint() {
  const { t } = useTranslation('documents');
  if (!useIsOverHttp()) return null;
  return (
    <Menu label={t('overHttp.title')} trigger={<Icon name="info" />} triggerClassName="hint-trigger">
      <MenuHeading>{t('overHttp.title')}</MenuHeading>
      <p className="hint-words">{t('overHttp.words')}</p>
    </Menu>
  );
}

function wordsFor(saveState: SaveState, t: TFunction<'documents'>): string {
  switch (saveState.state) {
    case 'loading':
      return t('saveState.loading');
    case 'connecting':
      return t('saveState.connecting');
    case 'saved':
      return t('saveState.saved');
    case 'saving':
      return t('saveState.saving');
    case 'offline':
      return t('saveState.offline', { count: saveState.edits });
    case 'read_only':
      return t('saveState.readOnly');
    case 'refused':
      return saveState.edits > 0
        ? t(`refused.${saveState.reason}.kept`, { count: saveState.edits })
        : t(`refused.${saveState.reason}.nothing`);
    default:
      return exhaustive(saveState);
  }
}
