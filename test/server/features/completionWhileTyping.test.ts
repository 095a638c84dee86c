import assert from 'node:assert/strict';
import { requests } from '../../kit/catalog';
import { applied } from '../../kit/completions';
import { isJson } from '../../kit/json';
import { fixedAll } from '../../kit/problems';
import { requote } from '../../kit/quotes';

/** The part of a key that is typed already, with the cursor. */
const typed: Readonly<Record<string, (start: string) => string>> = {
  nothing: () => '|',
  'a quote': () => '"|',
  'two quotes': () => '"|"',
  'the beginning in a string that is never closed': (start) => `"${start}|`,
  'the beginning in quotes': (start) => `"${start}|"`,
  'the beginning without quotes': (start) => `${start}|`,
  'the beginning in curly quotes': (start) => `“${start}|”`,
};

type Properties = Readonly<Record<string, unknown>>;

/** An object with one property per line, and text instead of one of them, with or without the commas around it. */
function render(object: Properties, replaced: string, text: string, commaBefore: boolean, margin = ''): string {
  const names = Object.keys(object);
  const index = names.indexOf(replaced);
  const lines = names.map((name, number) => {
    const line = name === replaced ? text : `${JSON.stringify(name)}: ${JSON.stringify(object[name])}`;
    // None stands after what is being typed yet.
    const comma = number < names.length - 1 && number !== index && (commaBefore || number !== index - 1);
    return `${margin}  ${line}${comma ? ',' : ''}`;
  });
  return `{\n${lines.join('\n')}\n${margin}}`;
}

/** A request with text instead of one property of the request, or of one of its objects. */
function requestWith(
  request: Properties,
  owner: string | undefined,
  name: string,
  text: string,
  comma: boolean,
): string {
  if (owner === undefined) return render(request, name, text, comma);
  const hole = '"the object"';
  const inner = render(request[owner] as Properties, name, text, comma, '  ');
  return render({ ...request, [owner]: 'the object' }, '', '', true).replace(hole, () => inner);
}

/** Every property of the sample requests, and of their objects, that completion has to offer. */
const properties = requests.flatMap(({ key, text }) => {
  const request = JSON.parse(text) as Properties;
  const owners = [undefined, ...['element', 'configuration', 'providerData'].filter((owner) => owner in request)];
  return owners.flatMap((owner) =>
    Object.keys(owner === undefined ? request : (request[owner] as Properties)).map((name) => ({
      key,
      request,
      owner,
      name,
    })),
  );
});

/** Without its element nobody knows the entries of a request. */
const needsElement = ({ owner, name }: (typeof properties)[number]): boolean =>
  !(owner === undefined && name === 'element') && !(owner === 'element' && name === 'key');

describe('completion of a name that is being typed', () => {
  it('is tried for every kind of property', () => {
    assert.ok(properties.filter(needsElement).length > 40);
  });

  const surroundings: readonly (readonly [string, (text: string) => string])[] = [
    ['', (text) => text],
    [', in a request with a $schema', (text) => text.replace('{', '{\n  "$schema": "./instance.schema.json",')],
    [
      ', among curly quotes',
      (text) => {
        const cursorLine = text.split('\n').findIndex((line) => line.includes('|'));
        return text
          .split('\n')
          .map((line, at) => (at === cursorLine ? line : requote(line, '“', '”')))
          .join('\n');
      },
    ],
    [', all on one line', (text) => text.replaceAll(/\n */g, ' ')],
    [', with Windows line ends', (text) => text.replaceAll('\n', '\r\n')],
  ];
  for (const [where, surround] of surroundings) {
    for (const [state, type] of Object.entries(typed)) {
      it(`${state}${where}: inserts the property, its commas and its quotes`, () => {
        for (const property of properties.filter(needsElement)) {
          const { key, request, owner, name } = property;
          // After a value, on its line and without a comma, a word without quotes is rather part of the value.
          const ambiguous = state.includes('without quotes') && where.includes('one line');
          for (const comma of ambiguous ? [true] : [true, false]) {
            const isFirst = Object.keys(owner === undefined ? request : (request[owner] as Properties))[0] === name;
            const text = requestWith(request, owner, name, type(name.slice(0, 2)), comma || isFirst);
            const marked = surround(text);
            const after = fixedIfCurly(applied(marked, name), where);
            assert.ok(isJson(after), `${key}, ${name}${comma ? '' : ', no comma'}:\n${marked}\n=>\n${after}`);
            const result = JSON.parse(after) as Properties;
            const object = owner === undefined ? result : (result[owner] as Properties);
            assert.ok(name in object, `${key}: no ${name} in\n${after}`);
          }
        }
      });
    }
  }
});

const fixedIfCurly = (text: string, where: string): string => (where.includes('curly') ? fixedAll(text) : text);
