import { createContext, Script } from 'node:vm';
import { Ajv } from 'ajv';
import { fullFormats } from 'ajv-formats/dist/formats';
import type { CompiledValidator, JsonSchema } from '../catalog/schemaTypes';

// For schemas that come when the server runs. The build makes a file of its own of this one, since the compiler is a third
// of the server, and few documents need it.

/** Milliseconds that a pattern has for one text. Any that is meant well needs far less. */
const patience = 1_000;
/** More texts than this are not remembered, for each pattern: they come from documents. */
const mostRemembered = 1_000;
const match = new Script('expression.test(text)');

/** A regular expression as ajv wants it. It is given up in place of keeping the server for ever: `test` throws then. */
function limitedExpression(pattern: string, flags: string) {
  const expression = new RegExp(pattern, flags);
  const context = createContext({ __proto__: null, expression }) as { text?: string };
  // While a person types, nearly all texts stay the same, and being able to give up takes longer than most patterns.
  const known = new Map<string, boolean>();
  return {
    test(text: string): boolean {
      context.text = text;
      const matches = known.get(text) ?? (match.runInContext(context, { timeout: patience }) as boolean);
      if (known.size >= mostRemembered) known.clear();
      known.set(text, matches);
      return matches;
    },
    // ajv tells expressions apart by this.
    toString: () => String(expression),
  };
}

const ajv = new Ajv({
  // What is not known, such as a format, refuses nothing.
  strict: false,
  allErrors: true,
  messages: false,
  logger: false,
  code: { regExp: Object.assign(limitedExpression, { code: 'limitedExpression' }) },
}).addFormat('uri', fullFormats.uri);

/**
 * Compiles a schema. Throws for what is no schema, refers to another file, or has a pattern that is none. What it gives
 * throws where a pattern takes longer than anybody waits.
 */
export const compileSchema = (schema: JsonSchema): CompiledValidator => ajv.compile(schema);
