import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { CompiledValidator } from '../catalog/validator';

/**
 * Validators from a folder of CommonJS modules, each loaded when asked for. Throws an error that says what to do where
 * there is none of that name.
 */
export function loadValidators(folder: string): (name: string) => CompiledValidator {
  const require = createRequire(join(folder, 'index.cjs'));
  return (name) => {
    try {
      return require(`./${name}.cjs`) as CompiledValidator;
    } catch (cause) {
      throw new Error(
        `${join(folder, name)}.cjs cannot be loaded. Install the extension again, or run npm run build.`,
        { cause },
      );
    }
  };
}
