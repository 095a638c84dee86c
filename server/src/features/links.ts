import type { DocumentLink } from 'vscode-languageserver';
import { isPlaceholder, sampleHost } from '../core/placeholders';
import { hasReference } from '../core/secretReferences';
import { childrenOf, type Node, type StringNode } from '../core/syntax/tree';
import { toRange, type InstanceDocument } from './document';

/** More links than this help nobody. */
const maximumLinks = 1000;

/** Web addresses that a person may want to open, and the schema that `$schema` names, relative to the document. */
export function links(document: InstanceDocument): DocumentLink[] {
  const found: DocumentLink[] = [];
  const visit = (node: Node): void => {
    if (found.length >= maximumLinks) return;
    if (node.type !== 'string') {
      // A name is no address.
      (node.type === 'property' ? [node.value] : childrenOf(node)).forEach((child) => {
        if (child) visit(child);
      });
      return;
    }
    const target = targetOf(document.uri, node);
    if (target !== undefined) {
      const inside = { start: node.start + (node.opened ? 1 : 0), end: node.end - (node.closed ? 1 : 0) };
      found.push({ range: toRange(document, inside), target });
    }
  };
  if (document.parsed.root) visit(document.parsed.root);
  return found;
}

function targetOf(uri: string, node: StringNode): string | undefined {
  const { value, parent } = node;
  if (isPlaceholder(value) || hasReference(value)) return undefined;
  const isSchema = parent?.type === 'property' && parent.key.value === '$schema' && !parent.parent?.parent;
  if (/^https?:\/\//i.test(value)) {
    return URL.canParse(value) && sampleHost(value) === undefined ? value : undefined;
  }
  return isSchema && value !== '' && uri.startsWith('file:') && URL.canParse(value, uri)
    ? new URL(value, uri).href
    : undefined;
}
