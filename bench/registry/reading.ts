import { once } from 'node:events';
import { createReadStream, createWriteStream, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SaxesParser } from 'saxes';
import { checkIati } from '#domain/partners/iati';
import { median } from '../machine';

const megabytes = 300;
const runs = 3;
const memoryLimit = 250;

/** Reading an IATI file of 300 MB: how fast beside saxes alone over the same bytes, and in how much memory. */
export async function measureReading(from: string | undefined): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), 'concord-bench-'));
  const file = join(dir, 'activities.xml');
  try {
    await writeLong(file, from);
    await compare(file);
  } finally {
    rmSync(dir, { recursive: true });
  }
}

async function compare(file: string): Promise<void> {
  const size = statSync(file).size / 2 ** 20;
  const { version } = JSON.parse(readFileSync('node_modules/saxes/package.json', 'utf8')) as {
    version: string;
  };
  console.log(`saxes ${version}, ${Math.round(size)} MB, ${runs} runs of each in turn`);
  const times = { bare: [] as number[], check: [] as number[] };
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 20);
  let seen = '';
  for (let index = 0; index < runs; index++) {
    times.check.push(
      await timed(async () => {
        const checked = await checkIati(createReadStream(file));
        if (checked.state === 'refused') throw new Error(JSON.stringify(checked.listed));
        const { activities, transactions, budgets } = checked.summary;
        seen = `${activities} activities, ${transactions.count} transactions, ${budgets.count} budgets`;
      }),
    );
    times.bare.push(await timed(() => bareSaxes(file)));
  }
  clearInterval(watch);
  const [bare, check] = [size / median(times.bare), size / median(times.check)];
  const megabytesAtPeak = Math.round(peak / 2 ** 20);
  console.log(seen);
  console.log(`saxes alone ${bare.toFixed(1)} MB/s, read and summed ${check.toFixed(1)} MB/s`);
  console.log(`${Math.round((check / bare) * 100)} % of its speed (at least 50 %)`);
  console.log(`at most ${megabytesAtPeak} MB of memory (at most ${memoryLimit} MB)`);
  if (check / bare < 0.5 || megabytesAtPeak > memoryLimit) process.exitCode = 1;
}

async function bareSaxes(file: string): Promise<void> {
  const parser = new SaxesParser();
  const decoder = new TextDecoder();
  let events = 0;
  parser.on('opentag', () => events++);
  parser.on('closetag', () => events++);
  parser.on('text', () => events++);
  for await (const chunk of createReadStream(file)) parser.write(decoder.decode(chunk, { stream: true }));
  parser.close();
  if (events === 0) throw new Error('Saxes saw nothing.');
}

async function timed(work: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}

async function writeLong(to: string, from: string | undefined): Promise<void> {
  const text = from ? readFileSync(from, 'utf8') : null;
  const given = text?.slice(text.indexOf('<iati-activity '), text.lastIndexOf('</iati-activities>'));
  const out = createWriteStream(to);
  out.write('<iati-activities version="2.03" xmlns:usg="urn:usg">\n');
  for (let written = 0, index = 0; written < megabytes * 2 ** 20; index++) {
    const part = (given ?? ownActivity()).replaceAll('<iati-identifier>', `<iati-identifier>${index}-`);
    written += Buffer.byteLength(part);
    if (!out.write(part)) await once(out, 'drain');
  }
  out.end('</iati-activities>\n');
  await once(out, 'finish');
}

function ownActivity(): string {
  const words = 'The programme extends social health protection to families without formal work. ';
  const period = '<period-start iso-date="2024-01-01"/>\n<period-end iso-date="2024-12-31"/>\n';
  const value = '<value currency="USD" value-date="2024-01-01">1250000.50</value>\n';
  return `<iati-activity default-currency="USD" xml:lang="en">
<iati-identifier>XM-1</iati-identifier>
<reporting-org ref="XM" type="40"><narrative>Bank</narrative></reporting-org>
<title><narrative>Clinics</narrative><narrative xml:lang="fr">Cliniques</narrative></title>
<description><narrative>${words.repeat(8)}</narrative></description>
<recipient-country code="KE" percentage="60"/>\n<recipient-country code="UG" percentage="40"/>
<sector code="12220" percentage="100"/>\n<location><name><narrative>Kisumu</narrative></name></location>
${`<transaction>\n<transaction-type code="3"/>\n<transaction-date iso-date="2024-02-29"/>\n${value}<provider-org ref="XM"><narrative>Bank</narrative></provider-org>\n</transaction>\n`.repeat(8)}
${`<budget type="1">\n${period}${value}</budget>\n`.repeat(6)}
</iati-activity>\n`;
}
