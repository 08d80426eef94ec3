import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** The shell is the same browser without a window: tests take a third less time in it. */
const shell = 'chromium-headless-shell';
const names = [shell, 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/**
 * The path of a Chromium to test with: CHROMIUM_PATH, the system's, Playwright's own, else one that is installed now.
 * Throws one line that says how to get one.
 */
export async function findChromium() {
  const known = process.env.CHROMIUM_PATH ?? onPath() ?? (await playwrightsOwn());
  if (known) return known;
  spawnSync('npx', ['playwright', 'install', 'chromium'], { stdio: 'ignore', timeout: 300_000 });
  const downloaded = await playwrightsOwn();
  if (downloaded) return downloaded;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    spawnSync('apt-get', ['update', '-q'], { stdio: 'ignore' });
    for (const name of [shell, 'chromium']) {
      spawnSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', name], { stdio: 'ignore' });
      const installed = onPath();
      if (installed) return installed;
    }
  }
  throw new Error(
    'No Chromium found: install the system package "chromium" or run "npx playwright install chromium", or set CHROMIUM_PATH.',
  );
}

function onPath() {
  for (const name of names) {
    try {
      return execFileSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).trim();
    } catch {
      // Not this one.
    }
  }
  return undefined;
}

async function playwrightsOwn() {
  const { chromium } = await import('@playwright/test');
  const path = chromium.executablePath();
  return path && existsSync(path) ? path : undefined;
}
