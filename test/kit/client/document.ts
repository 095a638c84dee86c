import assert from 'node:assert/strict';
import type { TextEdit } from '../../../common/src/json/edits';
import { readJson, type JsonText } from '../../../common/src/json/readJson';
import { mask, secretsIn } from '../../../engine/src/masks';
import { buildBody } from '../../../engine/src/provisioning/request/buildBody';
import { referringTexts, type Values } from '../../../engine/src/provisioning/request/referringTexts';
import { readDocument, type RequestDocument } from '../../../engine/src/provisioning/request/requestDocument';

/** A text that is JSON, read. */
export function aJson(text: string): JsonText {
  const read = readJson(text);
  assert.ok(read !== undefined, text);
  return read;
}

/** Any JSON as a request would be, also where it names no element. */
export function aDocument(text: string): RequestDocument {
  const request = readDocument(text);
  if (typeof request === 'object') return request;
  const read = aJson(text);
  return { ...read, elementKey: 'x', referring: referringTexts(read), written: read };
}

/** What is built of a text, as texts, with the edits that make the one of the other: one for each mask. */
export function built(text: string, values: Values, secretEntries: readonly string[] | undefined) {
  const { body, shown, masked } = buildBody(aDocument(text), values, secretEntries);
  let moved = 0;
  const hidden = masked.map(({ start, end }): TextEdit => {
    const edit = { start: start + moved, end: start + moved + mask.length, text: body.text.slice(start, end) };
    moved += mask.length - (end - start);
    return edit;
  });
  return { body: body.text, shown, hidden };
}

/** A text with the values of its references put in. */
export const filledIn = (text: string, values: Values): string => built(text, values, []).body;

/** The secrets in a text that is sent, or in what one means; none in what is no JSON. */
export function secretsOf(body: unknown, secretEntries: readonly string[] | undefined): string[] {
  const read = readJson(typeof body === 'string' ? body : JSON.stringify(body ?? null));
  return read === undefined ? [] : secretsIn(read, secretEntries);
}
