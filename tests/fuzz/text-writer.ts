import { EditorState, type Plugin, type Transaction } from '@tiptap/pm/state';
import { ySyncPlugin } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { exactCaretPlugin } from '#app/features/plans/narrative/exact-caret';
import { textRunsPlugin } from '#app/features/plans/narrative/text-runs';
import { compileTextSchema } from '#app/features/plans/narrative/text-schema';

const schema = compileTextSchema();

interface ShownPlugin {
  update?: (view: unknown, before: EditorState) => void;
  destroy?: () => void;
}

/** Someone who writes the text of a plan: the editor's state and its binding to the shared text, without a browser. */
export class TextWriter {
  readonly doc = new Y.Doc();
  readonly fragment = this.doc.getXmlFragment('narrative');
  /** Updates of others on their way to this person. */
  readonly inbox: Uint8Array[] = [];
  state: EditorState;
  readonly #views: ShownPlugin[] = [];

  constructor(clientId: number, initial: Uint8Array) {
    this.doc.clientID = clientId;
    Y.applyUpdate(this.doc, initial);
    this.state = EditorState.create({
      schema,
      plugins: [ySyncPlugin(this.fragment) as Plugin, textRunsPlugin(), exactCaretPlugin()],
    });
    for (const plugin of this.state.plugins) {
      const view = plugin.spec.view?.(this as never);
      if (view) this.#views.push(view as ShownPlugin);
    }
  }

  hasFocus(): boolean {
    return false;
  }

  dispatch(transaction: Transaction): void {
    const before = this.state;
    this.state = before.apply(transaction);
    for (const view of this.#views) view.update?.(this, before);
  }

  type(letter: string): void {
    this.dispatch(this.state.tr.insertText(letter));
  }

  toggleBold(): void {
    const { tr, storedMarks } = this.state;
    this.dispatch(storedMarks?.length ? tr.setStoredMarks([]) : tr.setStoredMarks([schema.mark('bold')]));
  }

  breakLine(): void {
    this.dispatch(this.state.tr.replaceSelectionWith(schema.node('hardBreak')));
  }

  breakParagraph(): void {
    this.dispatch(this.state.tr.split(this.state.selection.from));
  }

  receive(): void {
    const update = this.inbox.shift();
    if (update) Y.applyUpdate(this.doc, update, 'network');
  }

  /** Ends the binding, as an editor that is destroyed does. */
  leave(): void {
    for (const view of this.#views) view.destroy?.();
  }

  /** The blocks' texts, line breaks as spaces. */
  get text(): string {
    return this.state.doc.textBetween(0, this.state.doc.content.size, '\n', ' ');
  }
}
