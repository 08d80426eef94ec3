import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';

type Catalogue = { [key: string]: string | Catalogue };

const folder = 'app/i18n/catalogues';

function textsOf(language: string): Set<string> {
  const files = readdirSync(`${folder}/${language}`).map((file) => `${folder}/${language}/${file}`);
  const texts = files.flatMap((file) => leavesOf(JSON.parse(readFileSync(file, 'utf8')) as Catalogue));
  return new Set(texts);
}

function leavesOf(catalogue: Catalogue): string[] {
  return Object.values(catalogue).flatMap((value) => (typeof value === 'string' ? value : leavesOf(value)));
}

/** Whole texts of the interface that are English only, as patterns. */
function englishOnly(): RegExp[] {
  const [english, french] = [textsOf('en'), textsOf('fr')];
  return [...english]
    .filter((text) => !french.has(text) && /\p{L}{3}/u.test(text.replaceAll(/{{.*?}}/g, '')))
    .map(
      (text) =>
        new RegExp(
          `^${text
            .split(/{{.*?}}/)
            .map(escaped)
            .join('.+')}$`,
        ),
    );
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

/** The texts and names of controls on a page that are English texts of the interface. */
export async function englishOn(page: Page): Promise<string[]> {
  const texts = await page.evaluate(readTexts);
  const patterns = englishOnly();
  return texts.filter((text) => patterns.some((pattern) => pattern.test(text)));
}

function readTexts(): string[] {
  const found = new Set<string>([document.title]);
  for (const element of document.body.querySelectorAll('*')) {
    if (element.closest('script, style, template')) continue;
    for (const name of ['aria-label', 'title', 'placeholder', 'aria-description']) {
      found.add(element.getAttribute(name) ?? '');
    }
    for (const node of element.childNodes) {
      if (node.nodeType === Node.TEXT_NODE) found.add(node.textContent?.trim() ?? '');
    }
  }
  return [...found].filter((text) => text !== '');
}
