import { useTranslation } from 'react-i18next';
import { EmptyState, Section } from '#app/ui';
import type { PresenceUser } from '#domain/documents/protocol';
import type { DialogueView, MinutesView } from '#server/features/dialogues';
import type { ActAnswer } from '../frame';
import { ItemMinutes } from './item-minutes';
import { MinutesState } from './minutes-state';
import { ReportMenu } from './report-menu';

export interface MinutesPageProps {
  view: DialogueView;
  minutes: MinutesView;
  /** The item whose text is open. */
  openId: string | null;
  identity: PresenceUser;
  address: string;
  freshId: string;
  nowMs: number;
  answer: ActAnswer;
}

/** The minutes of a dialogue: where they are, and item by item what was written, and what is to be corrected. */
export function MinutesPage(props: MinutesPageProps) {
  const { t } = useTranslation('minutes');
  const { view, minutes, address } = props;
  return (
    <Section title={t('title')} actions={<ReportMenu address={address} view={view} />}>
      <MinutesState {...props} />
      {view.items.length === 0 || minutes.state === null ? (
        <EmptyState title={t('none')} body={t(minutes.mayClose ? 'noneBody' : 'noneReader')} />
      ) : (
        <ol className="grid divide-y divide-line">
          {view.items.map((item, index) => (
            <ItemMinutes key={item.id} {...props} item={item} index={index} />
          ))}
        </ol>
      )}
    </Section>
  );
}
