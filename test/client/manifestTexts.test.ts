import assert from 'node:assert/strict';
import { manifestTexts, rawManifest, textKey } from '../kit/manifest';

interface Text {
  /** The names of the properties around it, from the outside in. */
  readonly path: string;
  readonly text: string;
}

/** Properties that VS Code shows to a person, wherever they are in the manifest. */
const shown =
  /(?:^|\.)(?:displayName|description|title|shortTitle|category|label|markdownDescription|aliases\.\d+|(?:markdown)?enum(?:Item)?(?:Descriptions|Labels)\.\d+|(?:markdown)?(?:deprecation|error|patternError)Message)$/i;

function textsOf(value: unknown, path = ''): Text[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => textsOf(inner, path === '' ? name : `${path}.${name}`));
}

describe('the texts of the manifest', () => {
  const texts = textsOf(rawManifest());
  const keys = texts.flatMap(({ text }) => textKey(text) ?? []);

  it('are all in package.nls.json, which has no others', () => {
    assert.deepEqual([...new Set(keys)].sort(), Object.keys(manifestTexts).sort());
  });

  it('are keys in every property that VS Code shows', () => {
    const visible = texts.filter(({ path }) => shown.test(path));
    assert.ok(visible.length > 100);
    assert.deepEqual(
      visible.filter(({ text }) => textKey(text) === undefined),
      [],
    );
  });

  it('are keys in no other property', () => {
    const hidden = texts.filter(({ path }) => !shown.test(path));
    assert.deepEqual(
      hidden.filter(({ text }) => textKey(text) !== undefined),
      [],
    );
  });

  it('are not empty', () => {
    for (const [key, text] of Object.entries(manifestTexts)) assert.match(text, /\S/, key);
  });
});
