import { useFormat } from '#app/i18n/format';
import { fiscalYearName } from '#domain/calendars';
import {
  Badge,
  BarChart,
  type Column,
  DataTable,
  EmptyState,
  Icon,
  InstitutionBadge,
  Menu,
  MenuButton,
  Money,
  Pagination,
  SearchBox,
  Section,
  StackedBarChart,
} from '../index';
import { sampleCosts, sampleInstitutions, sampleYears } from './samples';
import type { GalleryWords } from './words';

interface SampleRow {
  id: string;
  title: string;
  status: string;
  cost: string;
  institution: (typeof sampleInstitutions)[number] | undefined;
}

function columnsOf(words: GalleryWords): Column<SampleRow>[] {
  return [
    {
      key: 'title',
      header: words.action,
      isSortable: true,
      isRowHeader: true,
      cell: (row) => row.title,
      footer: words.total,
    },
    {
      key: 'institution',
      header: words.institution,
      cell: ({ institution }) => institution && <InstitutionBadge {...institution} />,
    },
    { key: 'status', header: words.status, cell: (row) => <Badge tone="info">{row.status}</Badge> },
    {
      key: 'cost',
      header: words.cost,
      align: 'end',
      isSortable: true,
      cell: (row) => <Money amount={row.cost} currency="MGA" />,
      footer: <Money amount="13441401200.50" currency="MGA" />,
    },
    {
      key: 'menu',
      header: words.menu,
      isHeaderHidden: true,
      align: 'end',
      cell: () => (
        <Menu
          label={words.menu}
          triggerClassName="button button-quiet button-icon button-small"
          trigger={<Icon name="more" />}
        >
          <MenuButton icon="copy">{words.duplicate}</MenuButton>
          <MenuButton icon="remove" tone="critical">
            {words.remove}
          </MenuButton>
        </Menu>
      ),
    },
  ];
}

export function DataSamples({ words }: { words: GalleryWords }) {
  const { number } = useFormat();
  const rows = words.rows.map((title, index) => ({
    id: title,
    title,
    status: words.statuses[index] ?? '',
    cost: sampleCosts[index] ?? '0',
    institution: sampleInstitutions[index],
  }));
  return (
    <Section title={`${words.theme}: ${words.data}`} actions={<Badge>{number(1234)}</Badge>}>
      <div className="toolbar">
        <SearchBox label={`${words.search} (${words.theme})`} />
      </div>
      <DataTable
        caption={words.actions}
        columns={columnsOf(words)}
        rows={rows}
        rowKey={(row) => row.id}
        sort="title"
      />
      <Pagination page={4} pageSize={20} total={168} label={`${words.theme}: ${words.actions}`} />
      <div className="mt-6 mb-8">
        <DataTable
          caption={`${words.actions} (${words.theme})`}
          isCaptionShown
          narrow="scroll"
          columns={columnsOf(words).slice(0, 4)}
          rows={rows.slice(0, 2)}
          rowKey={(row) => row.id}
        />
      </div>
      <DataTable
        caption={words.actions}
        columns={columnsOf(words)}
        rows={[]}
        rowKey={(row) => row.id}
        empty={<EmptyState title={words.empty} />}
      />
      <div className="mt-8 grid gap-10 lg:grid-cols-2">
        <YearSample words={words} />
        <InstitutionSample words={words} />
      </div>
    </Section>
  );
}

function YearSample({ words }: { words: GalleryWords }) {
  const { dateRange } = useFormat();
  const part = (value: number) => ({
    value,
    text: <Money amount={`${value}000000`} currency="USD" isCompact />,
  });
  return (
    <StackedBarChart
      title={words.costByYear}
      labelHeader={words.year}
      totalHeader={words.total}
      series={[
        { key: 'secured', label: words.secured, shade: 'full' },
        { key: 'partly', label: words.partly, shade: 'half' },
        { key: 'gap', label: words.gap, shade: 'gap' },
      ]}
      rows={sampleYears.map((year) => ({
        key: year.start,
        label: fiscalYearName(year),
        note: dateRange(year.start, year.end),
        to: '.',
        parts: { secured: part(year.secured), partly: part(year.partly), gap: part(year.gap) },
        total: part(year.secured + year.partly + year.gap).text,
      }))}
    />
  );
}

function InstitutionSample({ words }: { words: GalleryWords }) {
  return (
    <BarChart
      title={words.costByInstitution}
      labelHeader={words.institution}
      valueHeader={words.cost}
      rows={sampleInstitutions.map(({ id, kind, name }, index) => ({
        key: id,
        label: name,
        kind,
        value: 90 / (index + 1),
        text: <Money amount={String(Math.round(90 / (index + 1)) * 1_000_000)} currency="USD" isCompact />,
      }))}
    />
  );
}
