import { readCurl } from '../../server/src/curl/readCurl';
import { check } from '../../server/src/features/check';
import { codeActions } from '../../server/src/features/codeActions';
import { complete } from '../../server/src/features/completion';
import { definition } from '../../server/src/features/definition';
import { diagnose } from '../../server/src/features/diagnostics';
import { openDocument } from '../../server/src/documents/instanceDocument';
import { openScript } from '../../server/src/documents/scriptDocument';
import type { InstanceDocument, ServedDocument } from '../../server/src/documents/servedDocument';
import { curlFiles } from '../../server/src/features/filesOfCommands';
import { foldingRanges } from '../../server/src/features/folding';
import { format } from '../../server/src/features/formatting';
import { hover } from '../../server/src/features/hover';
import { links } from '../../server/src/features/links';
import { repairPaste } from '../../server/src/features/repairPaste';
import { selectionRanges } from '../../server/src/features/selectionRanges';
import { symbols } from '../../server/src/features/symbols';
import { catalog } from './catalog';

/** Everything that the server does with a document, each by its name. The last ones change it. */
export type Probes<Document> = Readonly<Record<string, (document: Document) => unknown>>;

export const openRequest = (text: string): InstanceDocument =>
  openDocument('file:///folder/a.instance.json', 'cloud-elements-instance', 1, text);

const middle = ({ text }: ServedDocument) => text.positionAt(text.getText().length >> 1);
const whole = ({ text }: ServedDocument) => ({
  start: text.positionAt(0),
  end: text.positionAt(text.getText().length),
});

const actions = (document: ServedDocument, only: string): unknown =>
  codeActions(document, catalog, {
    textDocument: document,
    range: whole(document),
    context: { diagnostics: [], only: [only] },
  });

/** A keystroke in the middle of what is open. */
const typed = (document: ServedDocument) => ({
  range: { start: middle(document), end: middle(document) },
  text: 'x',
});

const empty = openRequest('');

export const requestProbes: Probes<InstanceDocument> = {
  diagnostics: (document) => diagnose(document, catalog),
  check: (document) => check(document.text.getText(), catalog),
  'fix all': (document) => actions(document, 'source.fixAll'),
  'quick fixes': (document) => actions(document, 'quickfix'),
  hover: (document) => hover(document, catalog, middle(document)),
  completion: (document) => complete(document, catalog, middle(document), { snippets: true }),
  'completion at the end': (document) => complete(document, catalog, whole(document).end, { snippets: true }),
  definition: (document) => definition(document, catalog, middle(document)),
  'selection ranges': (document) => selectionRanges(document, [middle(document)]),
  symbols: (document) => symbols(document, catalog),
  folding: (document) => foldingRanges(document),
  links: (document) => links(document),
  formatting: (document) => format(document, { tabSize: 2, insertSpaces: true }),
  'pasted into an empty file': (document) => repairPaste(empty, catalog, whole(empty), document.text.getText()),
  'pasted into it': (document) => repairPaste(document, catalog, typed(document).range, '“a”: “b”'),
  'a keystroke': (document) => document.change([typed(document)], 2).problems(catalog),
};

export const openCommands = (languageId: string, text: string): ServedDocument =>
  openScript('file:///folder/a', languageId, 1, text);

export const scriptProbes: Probes<ServedDocument> = {
  diagnostics: (document) => diagnose(document, catalog),
  'fix all': (document) => actions(document, 'source.fixAll'),
  'quick fixes': (document) => actions(document, 'quickfix'),
  files: (document) => curlFiles(document),
  hover: (document) => hover(document, catalog, middle(document)),
  completion: (document) => complete(document, catalog, middle(document), { snippets: true }),
  'create from cURL': (document) => readCurl(document.text.getText(), catalog),
  'a keystroke': (document) => document.change([typed(document)], 2).problems(catalog),
};
