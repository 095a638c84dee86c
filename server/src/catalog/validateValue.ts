import type { ErrorObject } from 'ajv';
import { perObject } from './once';
import type { CompiledValidator, JsonSchema, Validators } from './schemaTypes';

/** Returns the errors of a value by its schema, as ajv reports them; empty for a valid value. Never throws. */
export type ValidateValue = (schema: JsonSchema, value: unknown) => readonly ErrorObject[];

/** Called once for each schema that can't be used, with its text and the reason. */
export type TraceSchema = (schema: string, error: unknown) => void;

/** Keywords that inform readers, and validate nothing. */
const annotations = new Set([
  ...['$schema', '$id', '$comment', 'title', 'description', 'default', 'examples'],
  ...['readOnly', 'writeOnly'],
]);

/** The part of a schema that affects validation, as text: schemas with the same text accept the same values. */
export function schemaText(schema: JsonSchema): string {
  const keywords = Object.entries(schema).filter(([keyword]) => !annotations.has(keyword));
  return JSON.stringify(Object.fromEntries(keywords.sort(([a], [b]) => (a < b ? -1 : 1))));
}

/**
 * Creates a function that validates values. Each distinct schema is compiled once, when it is first needed. A schema that can't be
 * used (invalid, with a reference to another file, or with a pattern that doesn't end) accepts every value.
 * @param bundled Validators that are compiled already.
 * @param compile Compiles any other schema. It may throw, and so may its result.
 */
export function createValidateValue(
  bundled: Validators,
  compile: (schema: JsonSchema) => CompiledValidator,
  trace: TraceSchema,
): ValidateValue {
  const byText = new Map<string, CompiledValidator>(bundled);
  const textOf = perObject((schema: JsonSchema) => {
    try {
      return schemaText(schema);
    } catch {
      return ''; // Nested too deeply to be used.
    }
  });
  return (schema, value) => {
    const text = textOf(schema);
    try {
      let validator = byText.get(text);
      if (!validator) byText.set(text, (validator = compile(JSON.parse(text) as JsonSchema)));
      return validator(value) === true ? [] : withoutEchoes(validator.errors ?? []);
    } catch (error) {
      byText.set(text, () => true);
      trace(text, error);
      return [];
    }
  };
}

/** One mistake is one error: a value of the wrong type isn't reported as missing from an enum, too. */
function withoutEchoes(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const wrongType = new Set(errors.filter(({ keyword }) => keyword === 'type').map((error) => error.instancePath));
  return errors.filter(({ keyword, instancePath }) => keyword === 'type' || !wrongType.has(instancePath));
}
