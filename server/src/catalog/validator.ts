import type { ErrorObject } from 'ajv';

/** What a value breaks of a schema, in ajv's words for machines; empty when nothing. */
export type Validate = (value: unknown) => readonly ErrorObject[];

/** A validator that ajv has compiled: after a value that breaks something, `errors` says what. */
export interface CompiledValidator {
  (value: unknown): unknown;
  errors?: readonly ErrorObject[] | null;
}

/** Name of the validator of a request to any element; those of the elements are named by their keys. */
export const anyRequest = '_request';

/** A validator that is loaded with the first value to judge: nothing is loaded that no document needs. */
export function createValidate(load: () => CompiledValidator): Validate {
  let validator: CompiledValidator | undefined;
  return (value) => {
    validator ??= load();
    return validator(value) === true ? [] : withoutEchoes(validator.errors ?? []);
  };
}

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
