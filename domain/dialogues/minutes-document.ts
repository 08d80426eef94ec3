import * as Y from 'yjs';
import { planSchema } from '../plans/types';

/**
 * The minutes of an item have the shape of a plan's text, under the same names, so that one editor opens both and an
 * older page is refused by the same schema number.
 */
export function minutesText(doc: Y.Doc): Y.XmlFragment {
  return doc.getXmlFragment('narrative');
}

/** Fills a new, empty document. Done once, by the server, through the log. */
export function seedMinutes(doc: Y.Doc): void {
  doc.getMap('meta').set('schema', planSchema);
  minutesText(doc).push([new Y.XmlElement('paragraph')]);
}
