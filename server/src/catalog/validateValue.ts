import type { ErrorObject } from 'ajv';
import { perObject } from './once';
import type { CompiledValidator, JsonSchema, Validators } from './schemaTypes';

/** What a value breaks of its schema, in ajv's words for machines; empty when nothing. Never throws. */
export type ValidateValue = (schema: JsonSchema, value: unknown) => readonly ErrorObject[];

/** Hears of a schema that cannot be used, by its text, and why; once of each. */
export type TraceSchema = (schema: string, error: unknown) => void;

/** Keywords that inform readers, and validate nothing. */
const annotations = new Set([
  ...['$schema', '$id', '$comment', 'title', 'description', 'default', 'examples'],
  ...['readOnly', 'writeOnly'],
]);

/** A schema as text, as far as it judges: schemas of one text take the same values, whatever they are called. */
export function schemaText(schema: JsonSchema): string {
  const keywords = Object.entries(schema).filter(([keyword]) => !annotations.has(keyword));
  return JSON.stringify(Object.fromEntries(keywords.sort(([a], [b]) => (a < b ? -1 : 1))));
}

/**
 * Judges values by schemas, each distinct one compiled once, when it is first needed. A schema that cannot be used (it is
 * none, refers to another file, has a pattern without an end) takes every value.
 * @param bundled What is compiled already.
 * @param compile May throw, and what it gives may throw, too.
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
      return ''; // Too deep: it cannot be used either.
    }
  });
  return (schema, value) => {
    const text = textOf(schema);
    try {
      const validator = byText.get(text) ?? compile(JSON.parse(text) as JsonSchema);
      byText.set(text, validator);
      return validator(value) === true ? [] : withoutEchoes(validator.errors ?? []);
    } catch (error) {
      byText.set(text, () => true);
      trace(text, error);
      return [];
    }
  };
}

/** One fault, one error: a value of the wrong type is in no enum either. */
function withoutEchoes(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const wrongType = new Set(errors.filter(({ keyword }) => keyword === 'type').map((error) => error.instancePath));
  return errors.filter(({ keyword, instancePath }) => keyword === 'type' || !wrongType.has(instancePath));
}
