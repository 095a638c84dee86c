import type { Validators } from './schemaTypes';

/** The validator of each distinct schema of a value in schemas/: `npm run generate` writes it. */
export const bundledValidators: Validators;
