import { useTranslation } from 'react-i18next';
import { DocumentProvider, SaveStateBadge, useSaveState } from '#app/features/documents';
import { SharedText } from '#app/features/plans/narrative';
import { LostNotice, PeopleHere, RefusedNotice } from '#app/features/plans/plan-layout';
import type { PresenceUser } from '#domain/documents/protocol';
import type { Language } from '#domain/languages';
import type { ItemMinutesView } from '#server/features/dialogues';

/** The shared text of an item: everyone who may writes in it at once, offline too, in the engine of plans. */
export function OpenText({
  minutes: { documentId, epoch, canWrite },
  identity,
  language,
  label,
}: {
  minutes: ItemMinutesView;
  identity: PresenceUser;
  language: Language;
  label: string;
}) {
  return (
    <DocumentProvider
      documentId={documentId}
      epoch={epoch}
      accountId={identity.accountId}
      canWrite={canWrite}
      isNeeded
      identity={identity}
    >
      <div className="minutes-open">
        <RefusedNotice />
        <LostNotice />
        <State />
        <Text canWrite={canWrite} language={language} label={label} />
      </div>
    </DocumentProvider>
  );
}

function State() {
  const isRefused = useSaveState().state === 'refused';
  return (
    <div className="flex flex-wrap items-center justify-end gap-3">
      <PeopleHere />
      {!isRefused && <SaveStateBadge />}
    </div>
  );
}

function Text({ canWrite, ...shown }: { canWrite: boolean; language: Language; label: string }) {
  const { t } = useTranslation('minutes');
  const { state } = useSaveState();
  const isTaken = canWrite && state !== 'refused' && state !== 'read_only';
  return <SharedText {...shown} canWrite={isTaken} placeholder={t('placeholder')} hasOutline={false} />;
}
