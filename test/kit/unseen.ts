import fc from 'fast-check';

/** What nobody sees in a command, or what a terminal acts on, of every kind: written as code points, so that it is seen here. */
export const unseenCodes: readonly number[] = [
  ...[0x7f, 0x80, 0x85, 0x9b, 0x9f],
  ...[0xad, 0x34f, 0x61c, 0x115f, 0x17b4, 0x180b, 0x180e],
  ...[0x200b, 0x200d, 0x200e, 0x200f, 0x2028, 0x2029, 0x202a, 0x202e, 0x2060, 0x2066, 0x2069, 0x206f],
  ...[0x3164, 0xd800, 0xdbff, 0xdc00, 0xdfff, 0xfe00, 0xfe0f, 0xfeff, 0xffa0, 0xfff9, 0xfffb, 0xffff],
  ...[0x1bca0, 0x1d173, 0xe0001, 0xe0041, 0xe007f, 0xe0100, 0xe01ef, 0x10ffff],
];

const characters = fc.oneof(
  fc.constantFrom(...unseenCodes).map((code) => String.fromCodePoint(code)),
  fc.constantFrom(...`"'\\$\`!^%&|<> \t\n\r\b\0\x1b{}[]:,ué😀“`.split(/(?:)/u)),
  fc.nat(0x10ffff).map((code) => String.fromCodePoint(code)),
);
const { value } = fc.letrec((tie) => ({
  value: fc.oneof({ depthSize: 'small' }, fc.string({ unit: characters }), fc.double(), fc.boolean(), tie('object')),
  object: fc.dictionary(fc.string({ unit: characters }), fc.oneof(tie('value'), fc.array(tie('value'))), {
    maxKeys: 4,
  }),
}));

/** Any object as JSON, laid out with tabs and every kind of line break, what JSON may have raw in strings being so. */
export const anyJson: fc.Arbitrary<string> = fc
  .tuple(
    fc.dictionary(fc.string({ unit: characters }), value),
    fc.constantFrom('', ' ', '\t'),
    fc.constantFrom('\n', '\r\n', '\r'),
  )
  .map(([object, indent, lineBreak]) => {
    const text = JSON.stringify(object, undefined, indent).replaceAll('\n', lineBreak);
    return text.replaceAll(/\\\\|\\u(d[89a-f]..)/g, (all: string, code?: string) =>
      code === undefined ? all : String.fromCharCode(parseInt(code, 16)),
    );
  });

/** A text in which all can be seen, in ranges, so that a test of it has no rule in common with the code. */
export const plainText = /^(?:[\n -~\u00a0-\u00ac\u00ae-\uffff]|[\ud800-\udbff][\udc00-\udfff])*$/;
