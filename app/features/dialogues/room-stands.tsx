import { useTranslation } from 'react-i18next';
import { DataTable } from '#app/ui';
import { countsAs, scales } from '#domain/dialogues/gradient';
import { dialogueGroups } from '#domain/dialogues/groups';
import type { Position } from '#domain/dialogues/positions';
import type { ProposalView } from '#server/features/dialogues';
import { Institution } from './institutions';
import { Unsent } from './waiting/unsent';

const tones = { for: 'positive', neither: 'neutral', against: 'critical' } as const;

/** Where the room stands: by step of the scale with the institutions on it, and by group. */
export function RoomStands({ proposal }: { proposal: ProposalView }) {
  return (
    <div className="grid gap-3">
      <StandsBySteps proposal={proposal} />
      <StandsByGroup proposal={proposal} />
    </div>
  );
}

export function StandsBySteps({ proposal }: { proposal: ProposalView }) {
  const { t } = useTranslation('dialogues');
  if (!proposal.isAttributed) return <p className="text-sm text-muted">{t('chatham.withheld')}</p>;
  const silent = proposal.eligible.filter(({ institutionId }) => !proposal.answered.includes(institutionId));
  const later = proposal.eligible.filter(({ addedAtMs }) => addedAtMs);
  return (
    <ul className="stands grid gap-1" aria-label={t('stands.bySteps')}>
      {proposal.isOpenToAsker &&
        scales[proposal.scale].map((step) => {
          const held = proposal.positions.filter((position) => position.step === step);
          return (
            <li key={step} className="stands-step" data-tone={tones[countsAs[step]]}>
              <span className="stands-count">{held.length}</span>
              <span className="min-w-0">
                {t(`step.${step}`)}
                <Holders positions={held} />
              </span>
            </li>
          );
        })}
      {!proposal.isOpenToAsker && (
        <li className="text-muted">
          {t('stands.hidden', { count: proposal.answered.length, of: proposal.eligible.length })}
        </li>
      )}
      {silent.length > 0 && (
        <li className="flex flex-wrap gap-x-3 text-sm text-muted">
          {t('stands.silent', { count: silent.length })}
          {silent.map(({ institutionId }) => (
            <Institution key={institutionId} id={institutionId} />
          ))}
        </li>
      )}
      {later.length > 0 && (
        <li className="flex flex-wrap gap-x-3 text-sm text-muted">
          {t('stands.later')}
          {later.map(({ institutionId }) => (
            <Institution key={institutionId} id={institutionId} />
          ))}
        </li>
      )}
    </ul>
  );
}

function Holders({ positions }: { positions: readonly Position[] }) {
  const { t } = useTranslation('dialogues');
  if (positions.length === 0) return null;
  return (
    <ul className="grid gap-0.5 text-sm">
      {positions.map(({ id, institutionId, reason, isAdReferendum, basis }) => (
        <li key={id}>
          <Institution id={institutionId} /> <Unsent of={(kept) => kept.id === id} />
          {isAdReferendum && <span className="text-muted"> ({t('position.adReferendum')})</span>}
          {reason && <span className="text-muted"> – {reason}</span>}
          {basis && <span className="text-muted"> [{t('position.recordedOn', { basis })}]</span>}
        </li>
      ))}
    </ul>
  );
}

export function StandsByGroup({ proposal }: { proposal: ProposalView }) {
  const { t } = useTranslation('dialogues');
  if (!proposal.isOpenToAsker) return null;
  const groups = dialogueGroups.filter((name) => proposal.eligible.some(({ group }) => group === name));
  const countIn = (name: string, wanted: 'for' | 'neither' | 'against' | null) =>
    proposal.eligible.filter(({ group, institutionId }) => {
      const held = proposal.positions.find((position) => position.institutionId === institutionId);
      return group === name && (held ? countsAs[held.step] : null) === wanted;
    }).length;
  return (
    <DataTable
      caption={t('stands.byGroup', { number: proposal.number })}
      narrow="scroll"
      rows={groups}
      rowKey={(name) => name}
      columns={[
        { key: 'group', header: t('stands.group'), isRowHeader: true, cell: (name) => t(`group.${name}`) },
        ...([['for'], ['neither'], ['against']] as const).map(([stand]) => ({
          key: stand,
          header: t(`stands.${stand}`),
          align: 'end' as const,
          cell: (name: string) => countIn(name, stand),
        })),
        { key: 'none', header: t('stands.none'), align: 'end', cell: (name) => countIn(name, null) },
      ]}
    />
  );
}
