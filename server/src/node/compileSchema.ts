import { createContext, Script } from 'node:vm';
import { Ajv } from 'ajv';
import { fullFormats } from 'ajv-formats/dist/formats';
import type { CompiledValidator, JsonSchema } from '../catalog/schemaTypes';

// Compiles schemas that arrive at run time. The build makes this a file of its own, because the compiler is a third of the server
// and few documents need it.

/** Milliseconds that a pattern may take for one text. Reasonable patterns take far less. */
const patience = 1_000;
/** Results to cache for each pattern. Documents determine how many there are. */
const mostRemembered = 1_000;
const match = new Script('expression.test(text)');

/** A regular expression for ajv with a time limit: `test` throws after it, so that no pattern blocks the server forever. */
function limitedExpression(pattern: string, flags: string) {
  const expression = new RegExp(pattern, flags);
  const context = createContext({ __proto__: null, expression }) as { text?: string };
  // While a person types, nearly all texts stay the same, and the time limit costs more than most patterns.
  const known = new Map<string, boolean>();
  return {
    test(text: string): boolean {
      context.text = text;
      const matches = known.get(text) ?? (match.runInContext(context, { timeout: patience }) as boolean);
      if (known.size >= mostRemembered) known.clear();
      known.set(text, matches);
      return matches;
    },
    // ajv identifies expressions by this.
    toString: () => String(expression),
  };
}

const ajv = new Ajv({
  // Unknown keywords and formats accept every value.
  strict: false,
  allErrors: true,
  messages: false,
  logger: false,
  code: { regExp: Object.assign(limitedExpression, { code: 'limitedExpression' }) },
}).addFormat('uri', fullFormats.uri);

/**
 * Compiles a schema. Throws for an invalid schema or pattern, and for a reference to another file. The validator throws if a
 * pattern exceeds its time limit.
 */
export const compileSchema = (schema: JsonSchema): CompiledValidator => ajv.compile(schema);
