import { Document, Link, Page, renderToBuffer, StyleSheet, Text, View } from '@react-pdf/renderer';
import type { ReactNode } from 'react';
import type { ReportBlock, ReportDocument, ReportSection } from '#domain/dialogues/report-document';
import type { TextRun } from '#domain/documents/text-blocks';
import { exhaustive } from '#domain/exhaustive';
import { fontFamily, registerFonts } from './pdf-fonts';

const ink = '#17211f';
const muted = '#55605d';
const accent = '#0b5f5a';
const line = '#c9d1cf';
const soft = '#eef3f2';

const styles = StyleSheet.create({
  page: {
    paddingTop: 54,
    paddingBottom: 66,
    paddingHorizontal: 58,
    fontFamily,
    fontSize: 9.5,

    color: ink,
  },
  // On the page itself it would make the foot of the page vanish.
  body: { fontSize: 9.5, lineHeight: 1.4 },
  kicker: { color: accent, fontWeight: 700, fontSize: 9, marginBottom: 3 },
  heading: { fontSize: 19, fontWeight: 700, lineHeight: 1.2, marginBottom: 7 },
  notice: { color: muted, marginBottom: 2 },
  facts: { marginTop: 8, borderTopWidth: 0.7, borderTopColor: line },
  row: { flexDirection: 'row', borderBottomWidth: 0.7, borderBottomColor: line, paddingVertical: 3.5 },
  factLabel: { width: '24%', color: muted, paddingRight: 8 },
  factValue: { width: '76%' },
  sectionTitle: {
    lineHeight: 1.2,
    fontSize: 13,
    fontWeight: 700,
    color: accent,
    marginTop: 18,
    marginBottom: 5,
  },
  title: { fontSize: 10.5, fontWeight: 700, marginTop: 9 },
  lead: { color: muted, fontSize: 8.5, marginBottom: 4 },
  textHeading: { fontWeight: 700, marginTop: 5, marginBottom: 3 },
  paragraph: { marginBottom: 5 },
  quote: { marginBottom: 5, paddingLeft: 9, borderLeftWidth: 2, borderLeftColor: line, color: muted },
  item: { flexDirection: 'row', marginBottom: 2.5 },
  itemMark: { width: 15, textAlign: 'right', paddingRight: 5 },
  itemText: { flex: 1 },
  note: { color: muted, fontSize: 8, marginBottom: 4 },
  table: { marginTop: 3, marginBottom: 7, borderTopWidth: 0.7, borderTopColor: line },
  head: { backgroundColor: soft, fontWeight: 700, fontSize: 8, color: muted },
  cell: { paddingHorizontal: 4 },
  box: {
    backgroundColor: soft,
    borderLeftWidth: 3,
    borderLeftColor: accent,
    padding: 8,
    marginTop: 4,
    marginBottom: 7,
  },
  boxTitle: { fontWeight: 700, marginBottom: 3 },
  boxState: { color: accent },
  boxLine: { color: muted, fontSize: 8.5, marginTop: 2.5 },
  rule: { borderBottomWidth: 0.7, borderBottomColor: line, marginVertical: 6 },
  footer: {
    position: 'absolute',
    bottom: 30,
    left: 58,
    right: 58,
    flexDirection: 'row',
    justifyContent: 'space-between',
    borderTopWidth: 0.7,
    borderTopColor: line,
    paddingTop: 5,
    fontSize: 7.5,
    color: muted,
  },
});

/** The report as a PDF of A4 pages. */
export async function writePdf(report: ReportDocument): Promise<Uint8Array> {
  registerFonts();
  return renderToBuffer(<ReportPages report={report} />);
}

function ReportPages({ report }: { report: ReportDocument }) {
  const { kicker, heading, notices, facts, sections, footer, pageWord, language } = report;
  return (
    <Document title={heading} subject={kicker} creator="Concord" producer="Concord" language={language}>
      <Page size="A4" style={styles.page}>
        <View style={styles.footer} fixed>
          <Text>{footer}</Text>
          <Text render={({ pageNumber, totalPages }) => `${pageWord} ${pageNumber} / ${totalPages}`} />
        </View>
        <View style={styles.body}>
          <Text style={styles.kicker}>{kicker}</Text>
          <Text style={styles.heading}>{heading}</Text>
          {notices.map((notice) => (
            <Text key={notice} style={styles.notice}>
              {notice}
            </Text>
          ))}
          <View style={styles.facts}>
            {facts.map(({ label, value }) => (
              <View key={label} style={styles.row} wrap={false}>
                <Text style={styles.factLabel}>{label}</Text>
                <Text style={styles.factValue}>{value}</Text>
              </View>
            ))}
          </View>
          {sections.map(({ title, blocks }) => (
            <Section key={title} title={title} blocks={blocks} />
          ))}
        </View>
      </Page>
    </Document>
  );
}

/** A heading, with the notes below it, never stands alone at the foot of a page. */
function Section({ title, blocks }: ReportSection) {
  const firstText = blocks.findIndex(({ kind }) => kind !== 'note');
  const opening = firstText === -1 ? blocks : blocks.slice(0, firstText + 1);
  return (
    <View>
      <View wrap={!opening.every(isShort)}>
        <Text style={styles.sectionTitle}>{title}</Text>
        <Blocks blocks={opening} />
      </View>
      <Blocks blocks={blocks.slice(opening.length)} />
    </View>
  );
}

function Blocks({ blocks }: Pick<ReportSection, 'blocks'>) {
  // biome-ignore lint/suspicious/noArrayIndexKey: set once.
  return blocks.map((block, i) => <Block key={i} block={block} />);
}

/** Whether it may be moved to the next page whole without leaving half a page empty. */
function isShort(block: ReportBlock): boolean {
  return 'rows' in block ? block.rows.length <= 8 : block.kind !== 'paragraph';
}

function Block({ block }: { block: ReportBlock }): ReactNode {
  switch (block.kind) {
    case 'title':
      return (
        <View wrap={false} minPresenceAhead={40}>
          <Text style={styles.title}>{block.text}</Text>
          {block.lead ? <Text style={styles.lead}>{block.lead}</Text> : null}
        </View>
      );
    case 'note':
      return <Text style={styles.note}>{block.text}</Text>;
    case 'paragraph':
      return (
        <Text style={styles.paragraph}>
          <Runs runs={block.runs} />
        </Text>
      );
    case 'quote':
      return (
        <Text style={styles.quote}>
          <Runs runs={block.runs} />
        </Text>
      );
    case 'heading':
      return (
        <Text style={styles.textHeading} minPresenceAhead={30}>
          <Runs runs={block.runs} />
        </Text>
      );
    case 'item':
      return (
        <View style={{ ...styles.item, paddingLeft: 14 * block.depth }}>
          <Text style={styles.itemMark}>{block.number === null ? '•' : `${block.number}.`}</Text>
          <Text style={styles.itemText}>
            <Runs runs={block.runs} />
          </Text>
        </View>
      );
    case 'rule':
      return <View style={styles.rule} />;
    case 'table':
      return <TextTable rows={block.rows} />;
    case 'box':
      return <Box {...block} />;
    case 'grid':
      return <Grid {...block} />;
    default:
      return exhaustive(block);
  }
}

function Box({ title, state, text, lines }: Extract<ReportBlock, { kind: 'box' }>) {
  return (
    <View style={styles.box} wrap={false}>
      <Text style={styles.boxTitle}>
        {title}
        {state ? <Text style={styles.boxState}>{`   ${state}`}</Text> : null}
      </Text>
      <Text>{text}</Text>
      {lines.map((one) => (
        <Text key={one} style={styles.boxLine}>
          {one}
        </Text>
      ))}
    </View>
  );
}

function Grid({ head, rows, widths, endColumns }: Extract<ReportBlock, { kind: 'grid' }>) {
  const cellOf = (i: number) => ({
    ...styles.cell,
    width: `${(widths[i] ?? 0) * 100}%`,
    textAlign: endColumns.includes(i) ? ('right' as const) : ('left' as const),
  });
  return (
    <View style={styles.table} wrap={rows.length > 8}>
      <View style={{ ...styles.row, ...styles.head }} wrap={false}>
        {head.map((words, i) => (
          <Text key={words} style={cellOf(i)}>
            {words}
          </Text>
        ))}
      </View>
      {rows.map((row, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: set once.
        <View key={n} style={styles.row} wrap={false}>
          {row.map((words, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: set once.
            <Text key={i} style={cellOf(i)}>
              {words}
            </Text>
          ))}
        </View>
      ))}
    </View>
  );
}

function TextTable({ rows }: Pick<Extract<ReportBlock, { kind: 'table' }>, 'rows'>) {
  const count = Math.max(1, ...rows.map(({ cells }) => cells.length));
  const cell = { ...styles.cell, width: `${100 / count}%` };
  return (
    <View style={styles.table}>
      {rows.map(({ isHead, cells }, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: set once.
        <View key={n} style={isHead ? { ...styles.row, ...styles.head } : styles.row}>
          {cells.map((runs, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: set once.
            <Text key={i} style={cell}>
              <Runs runs={runs} />
            </Text>
          ))}
        </View>
      ))}
    </View>
  );
}

function Runs({ runs }: { runs: readonly TextRun[] }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: set once.
  return runs.map((run, i) => <Run key={i} run={run} />);
}

function Run({ run }: { run: TextRun }) {
  const { text, link } = run;
  const style = {
    ...(run.isBold ? { fontWeight: 700 as const } : {}),
    ...(run.isItalic ? { fontStyle: 'italic' as const } : {}),
    ...(run.isUnderlined || link ? { textDecoration: 'underline' as const } : {}),
    ...(run.isStruck ? { textDecoration: 'line-through' as const } : {}),
    ...(link ? { color: accent } : {}),
  };
  if (!link) return <Text style={style}>{text}</Text>;
  return (
    <Link src={link} style={style}>
      {text}
    </Link>
  );
}
