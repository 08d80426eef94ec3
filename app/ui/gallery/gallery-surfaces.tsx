import {
  Badge,
  Card,
  Disclosure,
  EmptyState,
  InstitutionBadge,
  KeyFigure,
  KeyFigures,
  LinkButton,
  Money,
  Notice,
  ProgressBar,
  Section,
  TabLinks,
  type Tone,
} from '../index';
import { sampleInstitutions } from './samples';
import type { GalleryWords } from './words';

const tones: readonly Tone[] = ['neutral', 'info', 'positive', 'critical', 'warning', 'accent'];
const colours = ['paper', 'surface', 'sunken', 'line', 'line-strong', 'faint', 'muted', 'ink', 'accent'];

export function SurfaceSamples({ words }: { words: GalleryWords }) {
  return (
    <Section title={`${words.theme}: ${words.surfaces}`}>
      <div className="grid gap-5">
        <TabLinks
          label={`${words.theme}: ${words.overview}`}
          items={[
            { to: '/ui', label: words.overview, end: true },
            { to: '/ui/plan', label: words.plan },
            { to: '/ui/actions', label: words.actions },
          ]}
        />
        <div className="flex flex-wrap gap-2">
          {words.statuses.map((status, index) => (
            <Badge key={status} tone={tones[index]} icon={index === 3 ? 'warning' : undefined}>
              {status}
            </Badge>
          ))}
        </div>
        <div className="flex flex-wrap gap-x-5 gap-y-2">
          {sampleInstitutions.map(({ id, ...institution }) => (
            <InstitutionBadge key={id} {...institution} />
          ))}
        </div>
        <div className="flex flex-wrap gap-x-5 gap-y-2">
          {sampleInstitutions.slice(0, 3).map(({ id, ...institution }) => (
            <InstitutionBadge key={id} {...institution} isFull />
          ))}
        </div>
        <KeyFigures>
          <KeyFigure
            label={words.totalCost}
            value={<Money amount="48250000000" currency="MGA" isCompact />}
            to="."
          />
          <KeyFigure
            label={words.gap}
            value={<Money amount="14957500000" currency="MGA" isCompact />}
            note={words.ofTotal}
            to="."
          />
          <KeyFigure label={words.actions} value="40" to="." />
          <KeyFigure label={words.completed} value="6" />
        </KeyFigures>
        <Notice tone="info" title={words.welcome} />
        <Notice tone="positive" title={words.saved} />
        <Notice tone="warning" title={words.offline}>
          <p>{words.offlineBody}</p>
        </Notice>
        <Notice tone="critical" title={words.failed}>
          <p>{words.failedBody}</p>
        </Notice>
        <Card>
          <Disclosure title={words.details} isOpen>
            <p className="text-muted">{words.detailsBody}</p>
          </Disclosure>
        </Card>
        <ProgressBar label={words.importing} value={0.42} />
        <ProgressBar label={words.importing} />
        <EmptyState
          title={words.empty}
          body={words.emptyBody}
          action={
            <LinkButton to="." variant="primary" icon="upload">
              {words.importMatrix}
            </LinkButton>
          }
        />
      </div>
    </Section>
  );
}

export function TextSamples({ words }: { words: GalleryWords }) {
  return (
    <Section title={`${words.theme}: ${words.text}`}>
      <div className="prose mb-4">
        <h3>{words.nameValue}</h3>
        <p>{words.prose}</p>
      </div>
      <ul className="flex flex-wrap gap-3 text-sm">
        {colours.map((colour) => (
          <li key={colour}>
            <div
              className="h-10 w-20 rounded border border-line-strong"
              style={{ background: `var(--${colour})` }}
            />
            {colour}
          </li>
        ))}
      </ul>
    </Section>
  );
}
