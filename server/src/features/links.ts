import type { DocumentLink } from 'vscode-languageserver';
import { isPlaceholder, sampleHost } from '../request/placeholders';
import { hasReference } from '../../../common/src/text/references';
import { childrenOf, type Node, type StringNode } from '../../../common/src/json/tree';
import { toRange, type InstanceDocument } from '../documents/servedDocument';

/** More links than this are of no use. */
const maximumLinks = 1000;
/** Longer than any address that is typed, and shorter than what servers must accept (8000 by RFC 9110, 4.1). */
const maximumLength = 2048;

/**
 * Web addresses, and the schema file that `$schema` refers to. An editor opens any link, and even runs what it points
 * to. So a link is either an http or https address, or a file in one of the folders.
 * @param folders URIs of the folders that the client has open. If there are none, only the document's folder counts.
 */
export function links(document: InstanceDocument, folders: readonly string[] = []): DocumentLink[] {
  const found: DocumentLink[] = [];
  const visit = (node: Node): void => {
    if (found.length >= maximumLinks) return;
    if (node.type !== 'string') {
      // A key is never an address.
      (node.type === 'property' ? [node.value] : childrenOf(node)).forEach((child) => {
        if (child) visit(child);
      });
      return;
    }
    const target = targetOf(document.uri, node, folders);
    if (target !== undefined) {
      const inside = { start: node.start + (node.opened ? 1 : 0), end: node.end - (node.closed ? 1 : 0) };
      found.push({ range: toRange(document, inside), target });
    }
  };
  if (document.parsed.root) visit(document.parsed.root);
  return found;
}

/** What programs interpret differently: spaces, control and invisible characters, and backslashes, also encoded. */
const unsafe = /[\s\\|\p{C}\p{Z}]|%(?:0[\da-f]|1[\da-f]|2f|7f|5c|7c)/iu;

const parse = (address: string, base?: string): URL | undefined =>
  URL.canParse(address, base) ? new URL(address, base) : undefined;

function targetOf(uri: string, { value, parent }: StringNode, folders: readonly string[]): string | undefined {
  if (value === '' || value.length > maximumLength || unsafe.test(value)) return undefined;
  if (isPlaceholder(value) || hasReference(value)) return undefined;
  if (/^https?:\/\//i.test(value)) return webAddress(value);
  const isSchema = parent?.type === 'property' && parent.key.value === '$schema' && !parent.parent?.parent;
  return isSchema ? fileOf(value, uri, folders) : undefined;
}

/** An address without a user name: one before the host can look like a host itself. */
function webAddress(value: string): string | undefined {
  const address = parse(value);
  const isPlain = address?.username === '' && address.password === '';
  return isPlain && sampleHost(value) === undefined ? value : undefined;
}

/**
 * The file at a path relative to the document, in its scheme and on its host, or at a `file:///` address. It must be in
 * one of the folders or in that of the document. Without any folders, a relative path may lead anywhere, but an address
 * isn't followed. A file on another computer never is: opening it sends the user's name there.
 */
function fileOf(value: string, uri: string, folders: readonly string[]): string | undefined {
  const base = parse(uri);
  const isAddress = /^[a-z][a-z\d+.-]*:/i.test(value);
  if (!base?.pathname.startsWith('/') || value.startsWith('/') || (isAddress && !/^file:\/\/\//i.test(value))) {
    return undefined;
  }
  const target = parse(value, uri);
  if (!target || !isOn(base, target) || target.pathname.includes('//')) return undefined;
  if (target.protocol === 'file:' && target.host !== '') return undefined;
  const isNear = folders.length === 0 ? !isAddress : isBelow(target, new URL('.', base).href);
  return isNear || folders.some((folder) => isBelow(target, folder)) ? target.href : undefined;
}

const isOn = (a: URL, b: URL): boolean => a.protocol === b.protocol && a.host === b.host;

function isBelow(target: URL, root: string): boolean {
  const folder = parse(root.endsWith('/') ? root : `${root}/`);
  return folder !== undefined && isOn(folder, target) && target.pathname.startsWith(folder.pathname);
}
