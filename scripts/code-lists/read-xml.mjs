const entities = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * The items of an IATI code list: { code, en, fr, es, category, isWithdrawn }. These files have one shape and come
 * from one publisher; anything else is refused with its name.
 */
export function readCodeList(xml, file) {
  const text = xml.replace(/<!--[\s\S]*?-->/g, '');
  if (!/<codelist[\s>]/.test(text) || !text.includes('</codelist>'))
    throw new Error(`${file} is not an IATI code list, or it ends too early.`);
  const language = attribute(/<codelist\b[^>]*>/.exec(text)[0], 'xml:lang') ?? 'en';
  const items = [...text.matchAll(/<codelist-item\b([^>]*)>([\s\S]*?)<\/codelist-item>/g)].map(
    ([, attributes, inner]) => {
      const names = namesOf(element(inner, 'name') ?? '', language);
      return {
        code: wordsOf(element(inner, 'code') ?? ''),
        ...names,
        category: wordsOf(element(inner, 'category') ?? ''),
        isWithdrawn: attribute(attributes, 'status') === 'withdrawn',
      };
    },
  );
  assertSound(items, file);
  return items;
}

function assertSound(items, file) {
  if (items.length === 0) throw new Error(`${file} has no items.`);
  const seen = new Set();
  for (const { code, en } of items) {
    if (code === '' || en === '')
      throw new Error(`${file}: an item has no code or no English name ("${code || en}").`);
    if (seen.has(code)) throw new Error(`${file}: the code ${code} stands there twice.`);
    seen.add(code);
  }
}

function namesOf(xml, listLanguage) {
  const names = { en: '', fr: '', es: '' };
  for (const [, attributes, text] of xml.matchAll(/<narrative\b([^>]*)>([\s\S]*?)<\/narrative>/g)) {
    const language = attribute(attributes, 'xml:lang') ?? listLanguage;
    if (language in names && names[language] === '') names[language] = wordsOf(text);
  }
  return names;
}

function element(xml, name) {
  return new RegExp(`<${name}\\b[^>]*>([\\s\\S]*?)</${name}>`).exec(xml)?.[1];
}

function attribute(tag, name) {
  return new RegExp(`(?:^|\\s)${name}\\s*=\\s*["']([^"']*)["']`).exec(tag)?.[1];
}

function wordsOf(xml) {
  return xml
    .replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, (_, raw) => raw.replace(/&/g, '&amp;'))
    .replace(/&(#x[\da-f]+|#\d+|\w+);/gi, (whole, name) => {
      if (name[0] !== '#') return entities[name] ?? whole;
      return String.fromCodePoint(
        name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1)),
      );
    })
    .replace(/\s+/g, ' ')
    .trim();
}
