import { Ajv } from 'ajv';
import type { ErrorObject, ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import type { JsonSchema } from './schemaTypes';

/** What a value breaks of a schema, in ajv's words for machines; empty when nothing. */
export type Validate = (value: unknown) => readonly ErrorObject[];

/**
 * One fault, one error: base and element both say what type `configuration` has, and a value of the wrong type is in
 * no enum either.
 */
function withoutEchoes(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const wrongType = new Set(errors.filter((error) => error.keyword === 'type').map((error) => error.instancePath));
  const seen = new Set<string>();
  return errors.filter((error) => {
    // "if" only repeats what the branch below it says.
    if (error.keyword === 'if') return false;
    if (error.keyword !== 'type' && wrongType.has(error.instancePath)) return false;
    const identity = JSON.stringify([error.instancePath, error.keyword, error.params]);
    return !seen.has(identity) && seen.add(identity);
  });
}

/**
 * Makes validators that share one ajv, created with the first value to judge: nothing is compiled that no document needs.
 * The schemas given must hold no `$ref`.
 */
export function createValidators(): (schema: JsonSchema) => Validate {
  let ajv: Ajv | undefined;
  const compile = (schema: JsonSchema): ValidateFunction => {
    if (!ajv) {
      // The schemas are checked against the meta-schema by a test, not again at every start.
      ajv = new Ajv({
        strict: true,
        strictRequired: false,
        allowUnionTypes: true,
        allErrors: true,
        validateSchema: false,
        meta: false,
        // Our own words are used, and a document is judged in microseconds: what is left out here is 4 ms of a first file.
        messages: false,
        code: { optimize: false },
      });
      ajv.addVocabulary(['x-element']);
      addFormats(ajv, ['uri']);
    }
    return ajv.compile(schema);
  };
  return (schema) => {
    let validator: ValidateFunction | undefined;
    return (value) => {
      validator ??= compile(schema);
      return validator(value) ? [] : withoutEchoes(validator.errors ?? []);
    };
  };
}
