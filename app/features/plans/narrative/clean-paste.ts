import { isCountingMark, nestedListHtml, type WordListItem } from './word-lists';

/**
 * Makes pasted HTML fit a plan: Word's marks go, its list paragraphs become lists, and headings are moved under the
 * plan's own title. Bold, italics, links and tables stay. What was copied from a plan's text is left as it is.
 */
export function cleanPastedHtml(html: string): string {
  if (html.includes('data-pm-slice')) return html;
  // Reading a style element would break the page's content security policy, so it goes before.
  const withoutStyles = html.replace(/<style[\s\S]*?<\/style>/gi, '');
  const { body } = new DOMParser().parseFromString(withoutStyles, 'text/html');
  removeWordMarks(body);
  gatherLists(body);
  removeSpacers(body);
  shiftHeadings(body);
  return body.innerHTML;
}

function removeWordMarks(body: HTMLElement): void {
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_COMMENT);
  const comments: Node[] = [];
  while (walker.nextNode()) comments.push(walker.currentNode);
  for (const comment of comments) comment.parentNode?.removeChild(comment);
  for (const element of body.querySelectorAll('script, meta, link, xml, title')) element.remove();
  for (const element of body.querySelectorAll('*')) {
    if (element.tagName.includes(':')) element.replaceWith(...element.childNodes);
  }
  for (const title of body.querySelectorAll('p.MsoTitle')) rename(title, 'h1');
  for (const anchor of body.querySelectorAll('a[name]:not([href])')) anchor.replaceWith(...anchor.childNodes);
}

function gatherLists(body: HTMLElement): void {
  for (const first of body.querySelectorAll('p')) {
    if (!first.isConnected && !body.contains(first)) continue;
    const run = listRunFrom(first);
    if (run.length === 0) continue;
    const template = document.createElement('template');
    template.innerHTML = nestedListHtml(run.map(readListItem));
    first.before(template.content);
    for (const paragraph of run) paragraph.remove();
  }
}

function listRunFrom(first: Element): Element[] {
  const run: Element[] = [];
  for (let next: Element | null = first; next && isWordListItem(next); next = next.nextElementSibling)
    run.push(next);
  return run;
}

function isWordListItem(element: Element): boolean {
  return element.tagName === 'P' && /mso-list:\s*l\d+/.test(element.getAttribute('style') ?? '');
}

function readListItem(paragraph: Element): WordListItem {
  const style = paragraph.getAttribute('style') ?? '';
  const mark = paragraph.querySelector('[style*="mso-list:Ignore"], [style*="mso-list: Ignore"]');
  const isOrdered = isCountingMark(mark?.textContent ?? '');
  mark?.remove();
  return { level: Number(/level(\d+)/.exec(style)?.[1] ?? 1), isOrdered, html: paragraph.innerHTML.trim() };
}

/** Word spaces with empty paragraphs; the page has its own spacing. */
function removeSpacers(body: HTMLElement): void {
  for (const paragraph of body.querySelectorAll('p')) {
    const isEmpty = paragraph.textContent?.replace(/\u00a0/g, ' ').trim() === '';
    if (isEmpty && !paragraph.closest('td, th, li')) paragraph.remove();
  }
}

/** The plan's title is the page's only first-level heading, and the text has three levels below it. */
function shiftHeadings(body: HTMLElement): void {
  const shift = body.querySelector('h1') ? 1 : 0;
  for (const heading of body.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
    const level = Math.min(4, Number(heading.tagName.slice(1)) + shift);
    rename(heading, `h${level}`);
  }
}

function rename(element: Element, tag: string): void {
  const renamed = document.createElement(tag);
  renamed.append(...element.childNodes);
  element.replaceWith(renamed);
}
