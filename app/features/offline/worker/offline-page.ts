import type { Language } from '#domain/languages';
import en from '../../../i18n/catalogues/en/offline.json';
import es from '../../../i18n/catalogues/es/offline.json';
import fr from '../../../i18n/catalogues/fr/offline.json';
import type { KeptPage } from './kept-pages';
import { offlineStyle } from './offline-style';

const words = { en: en.page, fr: fr.page, es: es.page };

/** The page that says one is offline, and which plans can be opened all the same. */
export function offlinePage({ language, kept }: { language: Language; kept: readonly KeptPage[] }): Response {
  const text = words[language];
  const plans = kept
    .map(({ path, title }) => `<li><a href="${escapeHtml(path)}">${escapeHtml(title)}</a></li>`)
    .join('');
  const list = plans && `<h2>${escapeHtml(text.keptPages)}</h2><ul>${plans}</ul>`;
  const html = `<!doctype html><html lang="${language}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<title>${escapeHtml(text.title)}</title><style>${offlineStyle}</style></head>
<body><main><p class="name">Concord</p><h1>${escapeHtml(text.title)}</h1><p>${escapeHtml(text.body)}</p>
<p><a class="again" href="">${escapeHtml(text.tryAgain)}</a></p>${list}</main></body></html>`;
  return new Response(html, {
    status: 503,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy':
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'",
    },
  });
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
