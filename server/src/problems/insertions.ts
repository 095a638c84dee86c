import type { Catalog } from '../catalog/catalog';
import type { ParsedRequest } from '../request/request';
import type { TextEdit } from '../../../common/src/json/edits';
import { elementOf } from '../request/requestElement';
import { requestValue } from '../request/requestValue';
import { entryText } from '../catalog/skeleton';
import { propertyOf, type ObjectNode } from '../../../common/src/json/tree';

/** Edits that put members into an object, in the file's own indentation and line ends. */

/** Adds entries of the document's element to `configuration`, which is added where it is absent. */
export function insertEntries(
  { root, repaired }: ParsedRequest,
  catalog: Catalog,
  keys: readonly string[],
): TextEdit[] {
  if (root?.type !== 'object') return [];
  const element = elementOf(root, catalog);
  const authMethod = element?.authMethod(requestValue(root, element));
  const entries = keys.flatMap((key) => element?.entries.get(key) ?? []).map((entry) => entryText(entry, authMethod));
  const configuration = propertyOf(root, 'configuration');
  if (configuration?.value?.type === 'object') return insertMembers(repaired, configuration.value, entries);
  const after = propertyOf(root, 'element');
  if (configuration || !after) return [];
  const style = layout(repaired, root);
  const inner = style.line + style.unit;
  const value = style.oneLine
    ? `"configuration": { ${entries.join(', ')} }`
    : `"configuration": {${entries.map((entry) => inner + style.unit + entry).join(',')}${inner}}`;
  const end = after.end;
  return [{ start: end, end, text: `,${style.oneLine ? ' ' : inner}${value}` }];
}

/** Adds an empty `element`, or the empty `key` of one that is there, as the first member. */
export function insertElement({ root, repaired }: ParsedRequest, absent: 'element' | 'key'): TextEdit[] {
  if (root?.type !== 'object') return [];
  if (absent === 'element') return insertFirst(repaired, root, '"element": { "key": "" }');
  const element = propertyOf(root, 'element')?.value;
  if (element?.type !== 'object' || propertyOf(element, 'key')) return [];
  return insertFirst(repaired, element, '"key": ""');
}

function insertFirst(text: string, object: ObjectNode, written: string): TextEdit[] {
  if (object.properties.length === 0) return insertMembers(text, object, [written]);
  const { line, unit, oneLine } = layout(text, object);
  const at = object.start + 1;
  return [{ start: at, end: at, text: `${oneLine ? ' ' : line + unit}${written},` }];
}

/** Adds members behind the last one. The object may be empty, on one line or many, and may end in a comma. */
function insertMembers(text: string, object: ObjectNode, written: readonly string[]): TextEdit[] {
  const { line, unit, oneLine } = layout(text, object);
  const last = object.properties.at(-1);
  if (!last) {
    const close = object.end - 1;
    return [{ start: object.start + 1, end: close, text: written.map((one) => line + unit + one).join(',') + line }];
  }
  const end = last.end;
  const trailingComma = /^\s*,/.exec(text.slice(end))?.[0].length;
  const separator = oneLine ? ' ' : line + unit;
  const added = written.map((one) => separator + one).join(',');
  const at = end + (trailingComma ?? 0);
  return [{ start: at, end: at, text: trailingComma === undefined ? `,${added}` : added }];
}

interface Layout {
  /** A line end and the indentation of the line on which the object begins. */
  readonly line: string;
  /** One level of indentation. */
  readonly unit: string;
  /** True where the object has members and stands on one line with them. */
  readonly oneLine: boolean;
}

function layout(text: string, object: ObjectNode): Layout {
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const lineStart = Math.max(text.lastIndexOf('\n', object.start - 1), text.lastIndexOf('\r', object.start - 1)) + 1;
  const indent = /^[ \t]*/.exec(text.slice(lineStart, object.start))?.[0] ?? '';
  const unit = /^(?:\t| {1,8})(?=["}\]])/m.exec(text)?.[0] ?? '  ';
  const first = object.properties[0];
  const oneLine = first !== undefined && !/[\r\n]/.test(text.slice(object.start, first.start));
  return { line: newline + indent, unit, oneLine };
}
