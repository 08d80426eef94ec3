// Renders the demo's workspace overview: requests per second at 10 connections and the time of one request alone.
import autocannon from 'autocannon';
import { demoUrl, signInCookie, withDemoServer } from './demo-server';
import { machine, median } from './machine';

const runs = 3;

await withDemoServer(async () => {
  const headers = { cookie: await signInCookie('planning@msanp.example'), accept: 'text/html' };
  const url = `${demoUrl}/w/mdg`;
  await autocannon({ url, headers, connections: 10, duration: 5 }); // warm-up
  const together = [];
  const alone = [];
  for (let run = 0; run < runs; run++) {
    together.push(await autocannon({ url, headers, connections: 10, duration: 8 }));
    alone.push(await autocannon({ url, headers, connections: 1, duration: 4 }));
  }
  const failures = [...together, ...alone].reduce((sum, r) => sum + r.non2xx + r.errors, 0);
  console.log(machine());
  console.log(`GET /w/mdg, server on one core, ${runs} runs, medians (all runs)`);
  report(
    'requests/s at 10 connections (target: at least 150)',
    together.map((r) => r.requests.average),
  );
  report(
    'p50 at 10 connections, ms',
    together.map((r) => r.latency.p50),
  );
  report(
    'p99 at 10 connections, ms',
    together.map((r) => r.latency.p99),
  );
  report(
    'median alone, ms (target: under 12)',
    alone.map((r) => r.latency.p50),
  );
  console.log(`answers other than 2xx, and errors: ${failures}`);
});

function report(name: string, values: number[]): void {
  console.log(`${name}: ${median(values)} (${values.join(', ')})`);
}
