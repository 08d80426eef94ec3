import type { Language } from '#domain/languages';
import type { Message } from './message';

const pasteHint: Record<Language, string> = {
  en: 'If the button does not work, copy this address into your browser:',
  fr: 'Si le bouton ne fonctionne pas, copiez cette adresse dans votre navigateur :',
  es: 'Si el botón no funciona, copie esta dirección en su navegador:',
};

export function toText({ paragraphs, action, notes }: Message): string {
  const link = action ? [`${action.label}:\n${action.url}`] : [];
  return `${[...paragraphs, ...link, ...notes].join('\n\n')}\n\n--\nConcord\n`;
}

// Mail programs read no style sheet and few properties: everything is inline, and nothing is fetched.
const font = 'font-family:system-ui,-apple-system,Segoe UI,Roboto,sans-serif';
const text = `${font};font-size:16px;line-height:1.6;color:#1b2426;margin:0 0 16px`;
const small = `${font};font-size:14px;line-height:1.5;color:#566366;margin:0 0 12px`;
const button = `${font};display:inline-block;padding:12px 20px;border-radius:6px;background:#0f5c63;color:#ffffff;font-size:16px;font-weight:600;text-decoration:none`;

export function toHtml({ language, subject, paragraphs, action, notes }: Message): string {
  const link = action
    ? `<p style="margin:24px 0"><a href="${escapeHtml(action.url)}" style="${button}">${escapeHtml(action.label)}</a></p>
<p style="${small}">${escapeHtml(pasteHint[language])}<br><a href="${escapeHtml(action.url)}" style="color:#0f5c63;word-break:break-all">${escapeHtml(action.url)}</a></p>`
    : '';
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head>
<body style="margin:0;padding:32px 16px;background:#f4f6f6">
<div style="max-width:560px;margin:0 auto;padding:32px;background:#ffffff;border-radius:8px">
<p style="${font};font-size:18px;font-weight:700;color:#0f5c63;margin:0 0 24px">Concord</p>
${paragraphs.map((p) => `<p style="${text}">${escapeHtml(p)}</p>`).join('\n')}
${link}
${notes.map((note) => `<p style="${small}">${escapeHtml(note)}</p>`).join('\n')}
</div></body></html>`;
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(value: string): string {
  return value.replace(/[&<>"']/g, (character) => entities[character] as string);
}
