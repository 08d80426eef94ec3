// npm test: unit, contract and integration tests (Vitest), then the browser (Playwright); the last line counts both.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { buildIfChanged } from './build.mjs';
import { findChromium } from './chromium.mjs';

const isOnlyE2e = process.argv.includes('--only-e2e');
const passedOn = process.argv.slice(2).filter((argument) => argument !== '--only-e2e');

mkdirSync('.cache', { recursive: true });
let chromium;
try {
  chromium = await findChromium();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
await buildIfChanged();

const suites = [];
if (!isOnlyE2e) suites.push(runVitest());
suites.push(runPlaywright());

const total = { passed: 0, failed: 0, skipped: 0 };
for (const suite of suites) {
  total.passed += suite.passed;
  total.failed += suite.failed;
  total.skipped += suite.skipped;
}
// A suite that ended badly without naming a failed test (a crash, a broken file) is a failure all the same.
if (suites.some((suite) => suite.status !== 0) && total.failed === 0) total.failed = 1;
const skipped = total.skipped ? `, ${total.skipped} skipped` : '';
console.log(`Tests: ${total.passed} passed, ${total.failed} failed${skipped}`);
process.exit(total.failed || total.skipped ? 1 : 0);

function runVitest() {
  const output = '.cache/vitest.json';
  rmSync(output, { force: true });
  const run = spawnSync(
    process.execPath,
    [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${output}`,
      ...(isOnlyE2e ? [] : passedOn),
    ],
    { stdio: 'inherit' },
  );
  const report = readReport(output);
  return {
    status: run.status,
    passed: report?.numPassedTests ?? 0,
    failed: report?.numFailedTests ?? 1,
    skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0),
  };
}

function runPlaywright() {
  const output = '.cache/playwright.json';
  rmSync(output, { force: true });
  const run = spawnSync(
    process.execPath,
    ['node_modules/@playwright/test/cli.js', 'test', '--reporter=list,json', ...(isOnlyE2e ? passedOn : [])],
    {
      stdio: 'inherit',
      env: { ...process.env, CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: output },
    },
  );
  const stats = readReport(output)?.stats;
  return {
    status: run.status,
    // A flaky test passed only on a second try: there are no second tries here.
    passed: stats?.expected ?? 0,
    failed: stats ? stats.unexpected + stats.flaky : 1,
    skipped: stats?.skipped ?? 0,
  };
}

function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}
