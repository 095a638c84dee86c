import type { DocumentLink } from 'vscode-languageserver';
import { isPlaceholder, sampleHost } from '../request/placeholders';
import { hasReference } from '../../../common/src/text/references';
import { childrenOf, type Node, type StringNode } from '../../../common/src/json/tree';
import { toRange, type InstanceDocument } from '../documents/servedDocument';

/** More links than this help nobody. */
const maximumLinks = 1000;
/** Nobody writes a longer address by hand, and no server takes one (RFC 9110, 4.1 asks for 8000). */
const longestLink = 2048;

/**
 * Web addresses that a person may want to open, and the schema that `$schema` names. An editor follows a link whatever it
 * is, and runs what it names: so a link is an http or https address, or a file below one of the folders, and nothing else.
 * @param folders URIs of the folders that the client has open; without them, the folder of the document is the only one.
 */
export function links(document: InstanceDocument, folders: readonly string[] = []): DocumentLink[] {
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
    const target = targetOf(document.uri, node, folders);
    if (target !== undefined) {
      const inside = { start: node.start + (node.opened ? 1 : 0), end: node.end - (node.closed ? 1 : 0) };
      found.push({ range: toRange(document, inside), target });
    }
  };
  if (document.parsed.root) visit(document.parsed.root);
  return found;
}

/** What some read in another way than others: spaces, control and invisible characters, backslashes, also encoded. */
const unsafe = /[\s\\|\p{C}\p{Z}]|%(?:0[\da-f]|1[\da-f]|2f|7f|5c|7c)/iu;

const parse = (address: string, base?: string): URL | undefined =>
  URL.canParse(address, base) ? new URL(address, base) : undefined;

function targetOf(uri: string, { value, parent }: StringNode, folders: readonly string[]): string | undefined {
  if (value === '' || value.length > longestLink || unsafe.test(value)) return undefined;
  if (isPlaceholder(value) || hasReference(value)) return undefined;
  if (/^https?:\/\//i.test(value)) return webAddress(value);
  const isSchema = parent?.type === 'property' && parent.key.value === '$schema' && !parent.parent?.parent;
  return isSchema ? fileOf(value, uri, folders) : undefined;
}

/** One without a user before its host, which would only look like one. */
function webAddress(value: string): string | undefined {
  const address = parse(value);
  const isPlain = address?.username === '' && address.password === '';
  return isPlain && sampleHost(value) === undefined ? value : undefined;
}

/**
 * A file that a path relative to the document leads to, in the document's own scheme and on its host; or one that a
 * `file:///` address names. It lies below one of the folders, or that of the document; without any folder known, a path
 * leads anywhere, and an address nowhere. A file of another computer is none: opening it sends that the user's name.
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

const isOn = (one: URL, other: URL): boolean => one.protocol === other.protocol && one.host === other.host;

function isBelow(target: URL, root: string): boolean {
  const folder = parse(root.endsWith('/') ? root : `${root}/`);
  return folder !== undefined && isOn(folder, target) && target.pathname.startsWith(folder.pathname);
}
