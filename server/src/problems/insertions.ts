import type { Catalog } from '../catalog/catalog';
import type { ParsedRequest } from '../request/request';
import type { TextEdit } from '../../../common/src/json/edits';
import { elementOf } from '../request/requestElement';
import { requestValue } from '../request/requestValue';
import { entryText } from '../catalog/skeleton';
import { propertyOf, type ObjectNode } from '../../../common/src/json/tree';

/** Edits that add properties to an object, with the file's own indentation and line breaks. */

/** Adds entries of the document's element to `configuration`, which is added if it is missing. */
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
  if (configuration?.value?.type === 'object') return insertProperties(repaired, configuration.value, entries);
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

/** Adds an empty `element`, or an empty `key` to an existing one, as the first property. */
export function insertElement({ root, repaired }: ParsedRequest, absent: 'element' | 'key'): TextEdit[] {
  if (root?.type !== 'object') return [];
  if (absent === 'element') return insertFirst(repaired, root, '"element": { "key": "" }');
  const element = propertyOf(root, 'element')?.value;
  if (element?.type !== 'object' || propertyOf(element, 'key')) return [];
  return insertFirst(repaired, element, '"key": ""');
}

function insertFirst(text: string, object: ObjectNode, property: string): TextEdit[] {
  if (object.properties.length === 0) return insertProperties(text, object, [property]);
  const { line, unit, oneLine } = layout(text, object);
  const at = object.start + 1;
  return [{ start: at, end: at, text: `${oneLine ? ' ' : line + unit}${property},` }];
}

/** Adds properties after the last one. The object may be empty, on one line or several, and may have a trailing comma. */
function insertProperties(text: string, object: ObjectNode, properties: readonly string[]): TextEdit[] {
  const { line, unit, oneLine } = layout(text, object);
  const last = object.properties.at(-1);
  if (!last) {
    const close = object.end - 1;
    return [
      {
        start: object.start + 1,
        end: close,
        text: properties.map((property) => line + unit + property).join(',') + line,
      },
    ];
  }
  const end = last.end;
  const trailingComma = /^\s*,/.exec(text.slice(end))?.[0].length;
  const separator = oneLine ? ' ' : line + unit;
  const added = properties.map((property) => separator + property).join(',');
  const at = end + (trailingComma ?? 0);
  return [{ start: at, end: at, text: trailingComma === undefined ? `,${added}` : added }];
}

interface Layout {
  /** A line break and the indentation of the line on which the object starts. */
  readonly line: string;
  /** One level of indentation. */
  readonly unit: string;
  /** True for an object with properties on one line. */
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
